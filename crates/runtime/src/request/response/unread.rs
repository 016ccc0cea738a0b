//! Items of a page that cannot be read.

use std::error::Error;
use std::fmt;

/// An item of a page that is not of the promised type, as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Unread {
    index: usize,
    json: Box<str>,
    reason: Box<str>,
}

impl Unread {
    pub(super) fn new(index: usize, json: &str, reason: String) -> Self {
        Self { index, json: json.into(), reason: reason.into() }
    }

    /// Which item of the page it is.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// What is wrong with it.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "value[{}]: {}", self.index, self.reason)
    }
}

/// Without the text, which may hold what is not for logs.
impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread")
            .field("index", &self.index)
            .field("reason", &self.reason)
            .finish_non_exhaustive()
    }
}

impl Error for Unread {}
