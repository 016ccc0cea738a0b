//! A change to the text of one or more files.

use std::ops::Range;

/// Other text in place of a part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file, by its place in [`Docs::files`](crate::Docs).
    pub file: usize,
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes instead.
    pub text: String,
}

impl Edit {
    /// Replaces `range` of `file`.
    #[must_use]
    pub fn new(file: usize, range: Range<usize>, text: impl Into<String>) -> Self {
        Self { file, range, text: text.into() }
    }

    /// `text` with this edit made.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.range.start], self.text, &text[self.range.end..])
    }
}
