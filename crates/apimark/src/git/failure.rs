//! Why git did not do what it was asked for.

use std::fmt;
use std::io;

/// How much of what git says is handed on.
const MOST_LINES: usize = 4;

/// What went wrong.
#[derive(Debug)]
pub(crate) enum Failure {
    /// There is no such program.
    NoProgram,
    /// The program could not be started or talked to.
    NotStarted(io::Error),
    /// What the program said, fit to be printed.
    Said(String),
}

impl Failure {
    /// Keeps the last lines, in which git says why; servers may say more before them.
    pub(super) fn said(text: &[u8]) -> Self {
        let text = String::from_utf8_lossy(text);
        let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let last = &lines[lines.len().saturating_sub(MOST_LINES)..];
        let printable: Vec<_> = last.iter().map(|line| diag::printable(line)).collect();
        Self::Said(printable.join("; "))
    }

    /// Whether the other side was there, and does not have or give away what was asked for.
    pub(crate) fn is_refusal(&self) -> bool {
        let refusals = ["couldn't find remote ref", "not our ref", "unadvertised object"];
        matches!(self, Self::Said(text) if refusals.iter().any(|it| text.contains(it)))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProgram => {
                f.write_str("there is no program `git`: install it, from https://git-scm.com")
            }
            Self::NotStarted(error) => write!(f, "the program `git` cannot be run: {error}"),
            Self::Said(text) if text.is_empty() => f.write_str("git failed, and does not say why"),
            Self::Said(text) => write!(f, "git says: {text}"),
        }
    }
}

impl std::error::Error for Failure {}
