//! Fetching commits of another repository: the only place where anything is.
//!
//! What is fetched is one commit without its history, its folders, and the contents that are asked for. A server that
//! cannot leave contents out sends all of the commit.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::objects::Repository;
use super::{Failure, address, command, line, not_started, offline, output};

/// Where a fetched commit is kept until its id is known.
const FETCHED: &str = "refs/apimark/fetched";
/// A server that sends less in a second for a minute has gone away.
const SLOWEST: [&str; 2] = ["http.lowSpeedLimit=100", "http.lowSpeedTime=60"];

/// A repository of this machine that fetches from another one.
pub(crate) struct Remote<'a> {
    dir: &'a Path,
    address: &'a str,
    /// How ssh is called, where nothing else says so.
    ssh: Option<String>,
}

/// What there is to fetch.
pub(crate) enum Tip<'a> {
    /// The branch that the repository itself names.
    Default,
    Branch(&'a str),
    Tag(&'a str),
    Commit(&'a str),
}

impl<'a> Remote<'a> {
    /// Fetches from `address` into the bare repository `dir`, which is made if it is not there.
    pub(crate) fn new(dir: &'a Path, address: &'a str) -> Result<Self, Failure> {
        if !Repository::at(dir).exists() {
            // Without a template: it could hold hooks.
            let mut init = command(None);
            init.args(["init", "--quiet", "--bare", "--template=", "--end-of-options"]).arg(dir);
            output(&mut init)?;
        }
        Ok(Self { dir, address, ssh: ssh_without_questions(dir) })
    }

    /// The repository that is fetched into.
    pub(crate) fn repository(&self) -> Repository {
        Repository::at(self.dir)
    }

    /// Fetches a commit and its folders; returns its id.
    pub(crate) fn commit(&self, tip: &Tip<'_>) -> Result<String, Failure> {
        let from = match tip {
            Tip::Default => "HEAD".to_owned(),
            Tip::Branch(name) => format!("refs/heads/{name}"),
            Tip::Tag(name) => format!("refs/tags/{name}"),
            Tip::Commit(id) => (*id).to_owned(),
        };
        let mut fetch = self.fetch("default");
        fetch.args(["--depth=1", "--end-of-options", "origin"]).arg(format!("+{from}:{FETCHED}"));
        output(&mut fetch)?;
        let commit = self.repository().commit(FETCHED)?;
        // Named, so that nobody who tidies up the cache takes it for rubbish.
        let mut keep = offline(Some(self.dir));
        keep.args(["update-ref", "--end-of-options"])
            .arg(format!("refs/apimark/{commit}"))
            .arg(&commit);
        output(&mut keep)?;
        Ok(commit)
    }

    /// Fetches contents.
    pub(crate) fn contents(&self, ids: &[String]) -> Result<(), Failure> {
        if ids.is_empty() {
            return Ok(());
        }
        // What is wanted is known, and missing: there is nothing to find out together.
        let mut fetch = self.fetch("noop");
        fetch.args(["--stdin", "--end-of-options", "origin"]).stdin(Stdio::piped());
        let mut child = fetch.spawn().map_err(|error| not_started(&fetch, error))?;
        let mut wanted = child.stdin.take().expect("it is piped");
        let text = ids.join("\n") + "\n";
        let writer = thread::spawn(move || wanted.write_all(text.as_bytes()));
        let output = child.wait_with_output().map_err(Failure::NotStarted)?;
        // Where git did not want to hear all of it, it says why.
        writer.join().expect("writing never panics").ok();
        if output.status.success() { Ok(()) } else { Err(Failure::said(&output.stderr)) }
    }

    /// The branches and tags that there are.
    pub(crate) fn references(&self) -> Result<Vec<String>, Failure> {
        let mut command = self.online();
        command.args(["ls-remote", "--heads", "--tags", "--refs", "--end-of-options", "origin"]);
        let listing = output(&mut command)?;
        let listing = String::from_utf8_lossy(&listing);
        Ok(listing
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(_, name)| name.to_owned())
            .collect())
    }

    /// A call that may talk to the address, in no other way than the known ones.
    fn online(&self) -> Command {
        let mut command = command(Some(self.dir));
        command.env("GIT_ALLOW_PROTOCOL", address::PROTOCOLS);
        if let Some(ssh) = &self.ssh {
            command.env("GIT_SSH_COMMAND", ssh);
        }
        command.arg("-c").arg(format!("remote.origin.url={}", self.address));
        for setting in SLOWEST {
            command.args(["-c", setting]);
        }
        command
    }

    fn fetch(&self, negotiation: &str) -> Command {
        let mut command = self.online();
        command.arg("-c").arg(format!("fetch.negotiationAlgorithm={negotiation}"));
        command.args(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head"]);
        command.args(["--no-recurse-submodules", "--filter=blob:none"]);
        command
    }
}

/// How ssh is called so that it asks nothing, unless the environment says how to call it.
fn ssh_without_questions(dir: &Path) -> Option<String> {
    if ["GIT_SSH_COMMAND", "GIT_SSH"].iter().any(|name| std::env::var_os(name).is_some()) {
        return None;
    }
    let configured = line(command(Some(dir)).args(["config", "--get", "core.sshCommand"]));
    let program = configured.ok().filter(|it| !it.is_empty()).unwrap_or_else(|| "ssh".to_owned());
    Some(format!("{program} -o BatchMode=yes"))
}

/// How many bytes of objects a repository holds on disk.
pub(crate) fn stored_bytes(dir: &Path) -> u64 {
    let files = walkdir::WalkDir::new(dir.join("objects")).into_iter().flatten();
    files
        .filter_map(|it| fs::symlink_metadata(it.path()).ok())
        .filter(fs::Metadata::is_file)
        .map(|it| it.len())
        .sum()
}
