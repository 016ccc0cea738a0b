//! The program `git`, called so that nothing but this program says what it does.
//!
//! [`objects`] reads what a repository has, and reaches for nothing else; [`fetch`] alone talks to another one.
//! A commit is read from its objects. There is no work tree, so that no link, filter, attribute, hook or name of a
//! file system comes between a commit and what is read of it.

pub(crate) mod address;
pub(crate) mod around;
mod failure;
pub(crate) mod fetch;
pub(crate) mod objects;
#[cfg(test)]
pub(crate) mod test_repository;

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

pub(crate) use failure::Failure;

/// Variables that name another repository, or set what the command line sets here.
const OF_OTHER_REPOSITORIES: [&str; 16] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// What holds for every call, whatever a repository says of itself.
const SETTINGS: [&str; 8] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.symlinks=false",
    // A repository that is read for other commits than it has replaced would not be what its ids say.
    "core.useReplaceRefs=false",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "protocol.ext.allow=never",
];

/// A call, before what it does is named. What follows `--end-of-options` is never taken for one.
fn command(repository: Option<&Path>) -> Command {
    let mut command = Command::new("git");
    for name in OF_OTHER_REPOSITORIES {
        command.env_remove(name);
    }
    // Messages are read, and nobody is there to answer a question.
    command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "");
    command.env("SSH_ASKPASS_REQUIRE", "never").env("GIT_LITERAL_PATHSPECS", "1");
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    if let Some(repository) = repository {
        command.arg("--git-dir").arg(repository);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A call that reads what is there: objects that are missing are not fetched.
fn offline(repository: Option<&Path>) -> Command {
    let mut command = command(repository);
    // The first is known to git since 2.45; the second leaves every version without a way.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    command
}

/// What the call prints.
fn output(command: &mut Command) -> Result<Vec<u8>, Failure> {
    let output = command.output().map_err(|error| not_started(command, error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Failure::said(&output.stderr))
}

/// What the call prints, as one line of text.
fn line(command: &mut Command) -> Result<String, Failure> {
    let output = output(command)?;
    Ok(String::from_utf8_lossy(&output).trim_end_matches(['\n', '\r']).to_owned())
}

fn not_started(command: &Command, error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound if command.get_program() == OsStr::new("git") => Failure::NoProgram,
        _ => Failure::NotStarted(error),
    }
}
