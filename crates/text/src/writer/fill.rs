//! Words to lines of a width.

use super::escape;

/// Lines that fill up word by word.
///
/// No line begins with what would open a block: such a word stays at the end of the line before, which one
/// of them may make too long, or is escaped.
pub(super) struct Lines {
    lines: Vec<String>,
    line: String,
    columns: usize,
    /// The last word of the line did not fit.
    is_overlong: bool,
    width: usize,
    /// What opens a block at the start of a line opens one here.
    opens_blocks: bool,
}

impl Lines {
    /// Lines of a block, not longer than `width` where they can be broken.
    pub(super) fn new(width: usize) -> Self {
        let (lines, line) = (Vec::new(), String::new());
        Self { lines, line, columns: 0, is_overlong: false, width, opens_blocks: true }
    }

    /// One line within a line.
    pub(super) fn within() -> Self {
        Self { opens_blocks: false, ..Self::new(usize::MAX) }
    }

    /// Adds a word. It may hold blanks, at which it must not be broken.
    pub(super) fn word(&mut self, word: &str) {
        let length = if word.is_ascii() { word.len() } else { word.chars().count() };
        let fits = self.columns.saturating_add(1).saturating_add(length) <= self.width;
        if !self.line.is_empty() && fits {
            return self.join(word, length);
        }
        let escaped = escape::at_line_start(word).filter(|_| self.opens_blocks);
        if !self.line.is_empty() && escaped.is_some() && !self.is_overlong {
            self.is_overlong = true;
            return self.join(word, length);
        }
        self.end_line();
        self.columns = length + usize::from(escaped.is_some());
        self.line.push_str(escaped.as_deref().unwrap_or(word));
    }

    fn join(&mut self, word: &str, length: usize) {
        self.line.push(' ');
        self.line.push_str(word);
        self.columns += 1 + length;
    }

    /// What comes next stands on a new line.
    pub(super) fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
        (self.columns, self.is_overlong) = (0, false);
    }

    /// The lines.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.end_line();
        self.lines
    }
}
