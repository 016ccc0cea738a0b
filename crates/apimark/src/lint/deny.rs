//! What makes a run fail.

use std::str::FromStr;

use diag::{Code, Diagnostic, Severity, codes};

/// Reports that make a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deny {
    /// None.
    None,
    /// Those of at least this severity.
    Severity(Severity),
    /// Those of this kind.
    Code(Code),
}

impl Deny {
    pub(super) fn matches(self, report: &Diagnostic) -> bool {
        match self {
            Self::None => false,
            Self::Severity(least) => report.severity >= least,
            Self::Code(code) => report.code == code,
        }
    }
}

impl FromStr for Deny {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text {
            "none" => Self::None,
            "errors" => Self::Severity(Severity::Error),
            "warnings" => Self::Severity(Severity::Warning),
            "notes" => Self::Severity(Severity::Note),
            code => Self::Code(codes::find(code).ok_or_else(|| codes::unknown(code))?),
        })
    }
}
