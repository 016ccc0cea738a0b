//! Cuts a text into lines and answers small questions about one line.
//!
//! Reads the text of a file and returns byte ranges into it; knows nothing about what the lines mean.

use std::ops::Range;

/// One line of the text, as byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte before the line ending.
    pub(crate) end: usize,
    /// First byte of the next line.
    pub(crate) next: usize,
}

impl Line {
    /// The bytes without the line ending.
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// All lines from byte `from` on. `\n`, `\r\n` and a lone `\r` end a line.
pub(crate) fn split(text: &str, from: usize) -> impl Iterator<Item = Line> {
    let mut start = from;
    // The first `\n` from `start` on, or the end of the text.
    let mut feed = None;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let find_feed = || text[start..].find('\n').map_or(text.len(), |length| start + length);
        let newline = *feed.get_or_insert_with(find_feed);
        let end = text[start..newline].find('\r').map_or(newline, |length| start + length);
        let next = if end + 1 >= newline { (newline + 1).min(text.len()) } else { end + 1 };
        let line = Line { start, end, next };
        if next > newline {
            feed = None;
        }
        start = next;
        Some(line)
    })
}

/// Columns of leading white space; a tab goes on to the next multiple of four.
pub(crate) fn indent(line: &str) -> usize {
    let mut column = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4 - column % 4,
            _ => break,
        }
    }
    column
}

/// The range of `range` in `text` without white space at its ends.
pub(crate) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    start..end
}

/// Whether nothing but white space stands here.
pub(crate) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// A line of at least three `-` with blanks between or after them, not indented as code.
pub(crate) fn is_rule(line: &str) -> bool {
    indent(line) < 4
        && line.bytes().filter(|byte| *byte == b'-').count() >= 3
        && line.bytes().all(|byte| matches!(byte, b'-' | b' ' | b'\t'))
}
