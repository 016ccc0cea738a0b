//! Where the cells of one table row are.
//!
//! Reads a line, returns byte ranges; knows nothing about the rows around it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::lines::trim;

/// The unescaped pipes of a row.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bars {
    /// One stands before all text.
    pub(crate) leading: bool,
    /// One stands after all text.
    pub(crate) trailing: bool,
    /// How many stand between.
    pub(crate) inner: usize,
}

impl Bars {
    /// How many cells they bound.
    pub(crate) fn cells(self) -> usize {
        self.inner + 1
    }
}

/// Finds the pipes of a row.
pub(crate) fn bars(line: &str) -> Bars {
    let line = line.trim();
    let at: Vec<usize> = pipes(line).collect();
    let leading = at.first() == Some(&0);
    let trailing = at.last().is_some_and(|last| *last > 0 && last + 1 == line.len());
    Bars { leading, trailing, inner: at.len() - usize::from(leading) - usize::from(trailing) }
}

/// Offsets of the pipes that no backslash escapes.
fn pipes(line: &str) -> impl Iterator<Item = usize> {
    let mut escaped = false;
    line.bytes().enumerate().filter_map(move |(at, byte)| {
        let bar = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        bar.then_some(at)
    })
}

/// The trimmed cells of a row.
pub(crate) fn cells(text: &str, row: Range<usize>) -> Vec<Range<usize>> {
    cells_at(text, row.clone(), pipes(text[trim(text, row)].trim()))
}

fn cells_at(text: &str, row: Range<usize>, bars: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let row = trim(text, row);
    let mut cells = Vec::with_capacity(4);
    let mut start = row.start;
    for bar in bars {
        if bar > 0 {
            cells.push(trim(text, start..row.start + bar));
        }
        start = row.start + bar + 1;
    }
    if start < row.end {
        cells.push(trim(text, start..row.end));
    }
    cells
}

/// The cells of a row where pipes inside of code do not count, and those in braces neither; `None`
/// where the braces are not balanced.
pub(crate) fn cells_outside_code(
    text: &str,
    row: Range<usize>,
    braces: bool,
) -> Option<Vec<Range<usize>>> {
    let line = &text[trim(text, row.clone())];
    let code = code_spans(line);
    let mut spans = code.iter().peekable();
    let mut depth = 0usize;
    let mut bars = Vec::new();
    let mut pipes = pipes(line).peekable();
    for (at, byte) in line.bytes().enumerate() {
        let is_pipe = pipes.next_if_eq(&at).is_some();
        while spans.next_if(|span| span.end <= at).is_some() {}
        let in_code = spans.peek().is_some_and(|span| span.contains(&at));
        match byte {
            b'{' if braces && !in_code => depth += 1,
            b'}' if braces && !in_code => depth = depth.saturating_sub(1),
            _ if is_pipe && !in_code && depth == 0 => bars.push(at),
            _ => {}
        }
    }
    (depth == 0).then(|| cells_at(text, row, bars.into_iter()))
}

/// Where code stands: from a run of back-ticks up to the next run of the same length.
fn code_spans(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.bytes().enumerate().filter(|(_, byte)| *byte == b'`') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    let last: BTreeMap<usize, usize> =
        runs.iter().enumerate().map(|(index, run)| (run.len(), index)).collect();
    let mut spans = Vec::new();
    let mut index = 0;
    while let Some(open) = runs.get(index) {
        let close = (index + 1..runs.len())
            .take_while(|_| last[&open.len()] > index)
            .find(|close| runs[*close].len() == open.len());
        if let Some(close) = close {
            spans.push(open.start..runs[close].end);
            index = close;
        }
        index += 1;
    }
    spans
}
