//! Where steps are run, and what they call.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// The workspace and what it is checked with.
pub(super) struct Bench {
    /// The folder of the workspace, in which everything is called.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
    /// Real docs and what they are measured with.
    pub shared: Option<PathBuf>,
}

/// The folder of the workspace.
pub(super) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package is in the workspace").to_owned()
}

impl Bench {
    pub(super) fn new(shared: Option<PathBuf>, root: PathBuf) -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
        Self { target: root.join(target), root, shared }
    }

    /// A call of cargo with the words of a line.
    pub(super) fn cargo(&self, line: &str) -> Command {
        self.here(process::cargo(line))
    }

    /// A call of a script of the workspace, with its arguments.
    pub(super) fn script(&self, line: &str) -> Command {
        let mut words = line.split_whitespace();
        let script = self.root.join(words.next().unwrap_or_default());
        let mut command = process::command(script);
        command.args(words);
        self.here(command)
    }

    /// A call of the command line of apimark: of the program that runs.
    ///
    /// # Errors
    /// The system does not say where that is.
    pub(super) fn apimark(&self, line: &str) -> Result<Command> {
        let program = std::env::current_exe().context("the system does not name this program")?;
        let mut command = process::command(program);
        command.args(line.split_whitespace());
        Ok(self.here(command))
    }

    /// An empty folder for a step's work, which stays until the step is run again, so that people can look into it.
    ///
    /// # Errors
    /// It cannot be emptied or made.
    pub(super) fn scratch(&self, step: &str) -> Result<PathBuf> {
        let folder = self.target.join("ci").join(step);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(folder)
    }

    fn here(&self, mut command: Command) -> Command {
        command.current_dir(&self.root);
        command
    }
}
