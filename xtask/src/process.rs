//! How other programs are called.

use std::ffi::OsStr;
use std::fmt;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result};

/// What cargo tells the program that it runs of its package. What that program calls is of no package.
const OF_PACKAGE: [&str; 8] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_LINKS",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "OUT_DIR",
];

/// How cargo builds what is only checked, unless the environment says otherwise: nobody debugs it or builds it again after
/// an edit, and with what serves that the folder of builds takes several times the room.
const LEAN: [(&str, &str); 2] = [("CARGO_INCREMENTAL", "0"), ("CARGO_PROFILE_DEV_DEBUG", "0")];

/// A call of a program, as if it were called from a shell that builds with [`LEAN`].
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.envs(LEAN.into_iter().filter(|(name, _)| std::env::var_os(name).is_none()));
    let is_of_package = |name: &str| OF_PACKAGE.contains(&name) || name.starts_with("CARGO_PKG_");
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_of_package) {
            command.env_remove(name);
        }
    }
    command
}

/// A call of cargo with the words of a line.
pub(crate) fn cargo(line: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args(line.split_whitespace());
    cargo
}

/// A program that did not succeed.
#[derive(Debug)]
pub(crate) struct Failed {
    command: String,
    status: ExitStatus,
}

impl Failed {
    /// Its exit code; of one that a signal has ended, there is none.
    pub(crate) fn code(&self) -> Option<i32> {
        self.status.code()
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `exit status: 101`, or the signal.
        write!(f, "{}: {}", self.status, self.command)
    }
}

impl std::error::Error for Failed {}

/// Runs a program to its end. It prints where this one does.
///
/// # Errors
/// It cannot be called, or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot call {}", line(command)))?;
    succeeded(command, status)
}

/// Runs a program that should print nothing but what it is asked for, and returns that.
///
/// # Errors
/// It cannot be called, or does not succeed.
pub(crate) fn answer(command: &mut Command) -> Result<Vec<u8>> {
    command.stderr(Stdio::inherit());
    let output = command.output().with_context(|| format!("cannot call {}", line(command)))?;
    succeeded(command, output.status)?;
    Ok(output.stdout)
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { Err(Failed { command: line(command), status }.into()) }
}

/// The call as one types it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_package_that_cargo_runs_is_handed_on() {
        let command = command("any");
        let removed: Vec<&OsStr> =
            command.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name).collect();
        // Tests are told the same.
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME"] {
            assert!(removed.contains(&OsStr::new(name)), "{name} is handed on");
        }
        assert!(!removed.contains(&OsStr::new("PATH")));
    }

    #[test]
    fn what_failed_is_named_with_its_code() {
        let error = run(&mut cargo("no-such-command of mine")).expect_err("there is none");
        let failed = error.downcast_ref::<Failed>().expect("it was called");
        assert_eq!(failed.code(), Some(101));
        assert!(failed.to_string().ends_with("101: cargo no-such-command of mine"));
        assert!(
            run(&mut command("/no/such/program"))
                .expect_err("there is none")
                .to_string()
                .contains("cannot call")
        );
    }
}
