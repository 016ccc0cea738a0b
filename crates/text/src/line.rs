//! Text that others put into comments: behind `//`, or between back-quotes.

use std::fmt;

use crate::characters::shown;

/// What follows `//` on one line, whatever it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentLine(String);

impl CommentLine {
    /// The words of `text`, single blanks between them.
    pub fn new(text: &str) -> Self {
        Self(on_one_line(text))
    }
}

impl fmt::Display for CommentLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands as code between two single back-quotes, as macros of the runtime put them around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeText(String);

impl CodeText {
    /// The words of `text`, single blanks between them, with straight quotes for back-quotes.
    pub fn new(text: &str) -> Self {
        Self(on_one_line(text).replace('`', "'"))
    }
}

impl fmt::Display for CodeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn on_one_line(text: &str) -> String {
    let shown: String = text.chars().filter_map(shown).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
