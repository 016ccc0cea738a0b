//! Where an HTML comment ends, also when its closing mark was forgotten.
//!
//! Reads text and lines, returns byte ranges; does not look at what the comment says.

use std::ops::Range;

use crate::fence::fence_line;
use crate::lines::{Line, is_blank};

/// The extent of one comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommentEnd {
    /// The bytes between the marks.
    pub(crate) inner: Range<usize>,
    /// One past the closing mark.
    pub(crate) end: usize,
    /// The closing mark is there.
    pub(crate) closed: bool,
}

/// The places of all `-->`, so that each comment is found without reading to the end of the page.
#[derive(Debug)]
pub(crate) struct CommentEnds {
    closing: Vec<usize>,
}

impl CommentEnds {
    /// Finds all closing marks in one pass.
    pub(crate) fn new(text: &str) -> Self {
        Self { closing: text.match_indices("-->").map(|(at, _)| at).collect() }
    }

    /// The comment that opens at byte `start` of line `index`.
    ///
    /// An annotation (`<!-- {`) whose closing mark comes only after another comment has begun has lost its
    /// own, as has any comment without one.
    pub(crate) fn end(&self, text: &str, lines: &[Line], index: usize, start: usize) -> CommentEnd {
        let inner = start + 4;
        let closing = self.closing.get(self.closing.partition_point(|at| *at < inner)).copied();
        let annotation = text[inner..].trim_start().starts_with('{');
        let stop = match closing {
            Some(at) if !annotation => Some(at),
            Some(at) => (!opens_again(text, lines, index + 1, at)).then_some(at),
            None => None,
        };
        match stop {
            Some(at) => CommentEnd { inner: inner..at, end: at + 3, closed: true },
            None => {
                let end = block_end(text, lines, index).max(inner);
                CommentEnd { inner: inner..end, end, closed: false }
            }
        }
    }
}

/// Whether a line before byte `to` opens another comment or a fence.
fn opens_again(text: &str, lines: &[Line], from: usize, to: usize) -> bool {
    lines[from..]
        .iter()
        .take_while(|line| line.start < to)
        .any(|line| text[line.range()].trim_start().starts_with("<!--"))
}

/// The end of the last line before a blank line, a fence, a heading or another comment.
fn block_end(text: &str, lines: &[Line], index: usize) -> usize {
    let mut end = lines[index].end;
    for line in &lines[index + 1..] {
        let content = &text[line.range()];
        let stops = is_blank(content)
            || content.trim_start().starts_with("<!--")
            || fence_line(content).is_some()
            || crate::marks::atx_heading(content).is_some();
        if stops {
            break;
        }
        end = line.end;
    }
    end
}
