//! Fence lines: which line opens a fence, which one closes it, and where an unclosed one must end.
//!
//! Reads lines, returns line indices; does not look at what the code means.

use crate::lines::{Line, indent, is_blank};

/// A line of at least three back-ticks or tildes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FenceLine<'a> {
    /// `` ` `` or `~`.
    pub(crate) mark: u8,
    /// How many of them.
    pub(crate) length: usize,
    /// Columns before the first one.
    pub(crate) indent: usize,
    /// What follows them, trimmed.
    pub(crate) info: &'a str,
}

/// Where a fence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FenceEnd {
    /// One past the last line of content.
    pub(crate) content: usize,
    /// The first line after the fence.
    pub(crate) next: usize,
    /// The closing line is there.
    pub(crate) closed: bool,
}

/// Reads a line as an opening or closing fence line; the indent is for the caller to judge.
pub(crate) fn fence_line(line: &str) -> Option<FenceLine<'_>> {
    let body = line.trim_start_matches([' ', '\t']);
    let mark = *body.as_bytes().first()?;
    if mark != b'`' && mark != b'~' {
        return None;
    }
    let length = body.bytes().take_while(|byte| *byte == mark).count();
    let info = body[length..].trim();
    if length < 3 || (mark == b'`' && info.contains('`')) {
        return None;
    }
    Some(FenceLine { mark, length, indent: indent(line), info })
}

/// The first word of an info string in lower case.
pub(crate) fn language(info: &str) -> String {
    info.split_whitespace().next().unwrap_or_default().to_ascii_lowercase()
}

/// The fence lines of a page, and how many bare ones follow each up to the next with an info string.
#[derive(Debug, Default)]
pub(crate) struct FenceMap {
    /// Index of each line that looks like a fence, in order.
    at: Vec<usize>,
    /// Has an info string.
    info: Vec<bool>,
    /// For each: whether an odd number of bare fence lines stands from here to the next info string.
    odd: Vec<bool>,
}

impl FenceMap {
    /// Finds all fence lines in one pass.
    pub(crate) fn new(text: &str, lines: &[Line]) -> Self {
        let mut map = Self::default();
        for (index, line) in lines.iter().enumerate() {
            if let Some(fence) = fence_line(&text[line.range()]) {
                map.at.push(index);
                map.info.push(!fence.info.is_empty());
            }
        }
        map.odd = vec![false; map.at.len()];
        let mut odd = false;
        for index in (0..map.at.len()).rev() {
            odd = !map.info[index] && !odd;
            map.odd[index] = odd;
        }
        map
    }

    /// Positions in the map of the fence lines after line `line`.
    fn after(&self, line: usize) -> std::ops::Range<usize> {
        self.at.partition_point(|at| *at <= line)..self.at.len()
    }

    /// Where the fence opened by `open` on line `index` ends.
    ///
    /// A bare fence line closes it. A line with an info string cannot stand in a fence: the closing line
    /// was forgotten. If a heading comes first, the number of bare lines decides: an odd number means that
    /// the first of them closes this fence and the others are pairs.
    pub(crate) fn end(
        &self,
        text: &str,
        lines: &[Line],
        index: usize,
        open: FenceLine,
    ) -> FenceEnd {
        let matching = self.after(index).find_map(|position| {
            let at = self.at[position];
            let fence = fence_line(&text[lines[at].range()])?;
            let fits = fence.mark == open.mark && fence.length >= open.length;
            let bare = fence.info.is_empty() && fence.indent < open.indent.max(1) + 4;
            (fits && (bare || !fence.info.is_empty())).then_some((position, at))
        });
        let stop = matching.map_or(lines.len(), |(_, at)| at);
        if let Some((position, at)) = matching
            && !self.info[position]
            && (self.odd[position] || heading_between(text, lines, index + 1, at).is_none())
        {
            return FenceEnd { content: at, next: at + 1, closed: true };
        }
        let end = heading_between(text, lines, index + 1, stop)
            .unwrap_or_else(|| before_annotation(text, lines, index + 1, stop));
        let content = trim_blank_lines(text, lines, index + 1, end);
        FenceEnd { content, next: end, closed: false }
    }
}

/// The first line that reads as an ATX heading.
fn heading_between(text: &str, lines: &[Line], from: usize, to: usize) -> Option<usize> {
    (from..to).find(|index| {
        let line = &text[lines[*index].range()];
        line.starts_with('#') && crate::marks::atx_heading(line).is_some()
    })
}

/// Steps back over a comment that stands directly before line `to`: it belongs to the next fence.
fn before_annotation(text: &str, lines: &[Line], from: usize, to: usize) -> usize {
    let at = trim_blank_lines(text, lines, from, to);
    if at == from || to == lines.len() || !text[lines[at - 1].range()].trim_end().ends_with("-->") {
        return to;
    }
    (from..at)
        .rev()
        .take(200)
        .find(|index| text[lines[*index].range()].trim_start().starts_with("<!--"))
        .unwrap_or(to)
}

/// Leaves out blank lines at the end.
fn trim_blank_lines(text: &str, lines: &[Line], from: usize, to: usize) -> usize {
    (from..to).rev().find(|index| !is_blank(&text[lines[*index].range()])).map_or(from, |at| at + 1)
}
