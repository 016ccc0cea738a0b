//! How much a diagnostic matters.

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the reading is not in doubt.
    Note,
    /// The page was read, but something in it is odd, repaired or left out.
    Warning,
    /// A table, a type, an operation or a whole page that the docs mean to state is lost.
    Error,
}

impl Severity {
    /// The severity as reports name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
