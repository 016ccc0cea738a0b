//! What a commit holds, read from the objects of a repository. Nothing is fetched, and no work tree is touched.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use super::{Failure, line, not_started, offline, output};

/// A repository on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Repository {
    /// What git keeps of it: a bare repository, or `.git`.
    dir: PathBuf,
}

/// A file of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// From the top of the repository, with `/` between its parts.
    pub path: String,
    /// The id of its content.
    pub id: String,
    pub kind: Kind,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Link,
    /// A commit of another repository.
    Submodule,
}

/// What there is of some objects.
pub(crate) enum Contents {
    /// Each, in the order in which they were asked for.
    All(Vec<Vec<u8>>),
    /// The id of one that the repository does not have.
    Missing(String),
}

impl Repository {
    /// The repository in this folder, which git keeps for itself: a bare one, or `.git`.
    pub(crate) fn at(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    /// Whether there is one.
    pub(crate) fn exists(&self) -> bool {
        self.dir.join("HEAD").is_file()
    }

    /// The repository around a folder, and where in it the folder lies: `docs/`, or nothing at its top.
    pub(crate) fn around(folder: &Path) -> Result<(Self, String), Failure> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let asked =
            |what: &str| line(offline(None).arg("-C").arg(folder).args(["rev-parse", what]));
        Ok((Self::at(asked("--absolute-git-dir")?), asked("--show-prefix")?))
    }

    /// A call that reads this repository.
    pub(super) fn offline(&self) -> Command {
        offline(Some(&self.dir))
    }

    /// The id of the commit that a revision names: a branch, a tag, an id.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, Failure> {
        let revision = format!("{revision}^{{commit}}");
        let mut command = self.offline();
        line(command.args(["rev-parse", "--verify", "--end-of-options"]).arg(revision))
    }

    /// Whether it has a part of the history alone.
    pub(crate) fn is_shallow(&self) -> bool {
        let mut command = self.offline();
        line(command.args(["rev-parse", "--is-shallow-repository"])).is_ok_and(|it| it == "true")
    }

    /// The files of a commit at or below these paths, in the order of their paths; all where none is named.
    pub(crate) fn list(&self, commit: &str, paths: &[String]) -> Result<Vec<Entry>, Failure> {
        let mut command = self.offline();
        command
            .args(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])
            .args(paths);
        let listing = output(&mut command)?;
        let mut entries: Vec<Entry> = listing.split(|byte| *byte == 0).filter_map(entry).collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    /// Which of these objects the repository does not have.
    pub(crate) fn missing(&self, ids: &BTreeSet<&str>) -> Result<Vec<String>, Failure> {
        // Asked for by its id, one that is missing could be fetched; listed, none is.
        let mut command = self.offline();
        command.args([
            "cat-file",
            "--batch-all-objects",
            "--unordered",
            "--batch-check=%(objectname)",
        ]);
        let listing = output(&mut command)?;
        let mut missing = ids.clone();
        for id in listing.split(|byte| *byte == b'\n').filter_map(|id| str::from_utf8(id).ok()) {
            missing.remove(id);
        }
        Ok(missing.into_iter().map(str::to_owned).collect())
    }

    /// The contents with these ids.
    pub(crate) fn read(&self, ids: &[&str]) -> Result<Contents, Failure> {
        let mut command = self.offline();
        command.args(["cat-file", "--batch", "--buffer"]).stdin(Stdio::piped());
        let mut child = command.spawn().map_err(|error| not_started(&command, error))?;
        let mut questions = child.stdin.take().expect("it is piped");
        let answers = BufReader::new(child.stdout.take().expect("it is piped"));
        let text: String = ids.iter().map(|id| format!("{id}\n")).collect();
        let contents = thread::scope(|scope| {
            // Git would wait for its answers to be read, and this program for its questions to be.
            scope.spawn(move || questions.write_all(text.as_bytes()).ok());
            contents(answers, ids)
        });
        if contents.is_err() {
            child.kill().ok();
        }
        let rest = child.wait_with_output().map_err(Failure::NotStarted)?;
        contents.map_err(|error| match rest.stderr.is_empty() {
            true => Failure::NotStarted(error),
            false => Failure::said(&rest.stderr),
        })
    }
}

/// A line of `ls-tree -z`: mode, kind and id, then a tab and the path.
fn entry(line: &[u8]) -> Option<Entry> {
    let line = String::from_utf8_lossy(line);
    let (about, path) = line.split_once('\t')?;
    let mut about = about.split(' ');
    let kind = match about.next()? {
        "120000" => Kind::Link,
        "160000" => Kind::Submodule,
        _ => Kind::File,
    };
    let id = about.nth(1)?.to_owned();
    Some(Entry { path: path.to_owned(), id, kind })
}

/// What `cat-file --batch` answers: a line with id, kind and size before each content.
fn contents(mut answers: impl BufRead, ids: &[&str]) -> io::Result<Contents> {
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let mut line = String::new();
        answers.read_line(&mut line)?;
        let Some(size) = line.trim_end().rsplit(' ').next().and_then(|it| it.parse::<u64>().ok())
        else {
            if line.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            // What has no size is missing; what is left unread are answers that nobody needs.
            io::copy(&mut answers, &mut io::sink())?;
            return Ok(Contents::Missing((*id).to_owned()));
        };
        let mut content = Vec::new();
        // The content, and the end of the line behind it.
        answers.by_ref().take(size + 1).read_to_end(&mut content)?;
        if content.pop().is_none() || u64::try_from(content.len()) != Ok(size) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        all.push(content);
    }
    Ok(Contents::All(all))
}

#[cfg(test)]
mod tests;
