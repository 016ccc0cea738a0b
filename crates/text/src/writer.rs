//! Blocks to lines of Markdown.

mod escape;
mod fill;
mod inline;

pub(crate) use escape::{is_entity, opens_block};

use std::fmt;

use serde::{Serialize, Serializer};

use crate::block::{Block, DocText, Kind, Marker};

impl DocText {
    /// The lines of the text as Markdown in a comment, not longer than `width` where a line can be broken.
    /// Links into the docs are no links.
    pub fn lines(&self, width: usize) -> Vec<String> {
        lines(self.in_comment().blocks(), width)
    }
}

impl Serialize for DocText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// As Markdown with unbroken lines, for other places than comments. Links into the docs show where they lead.
impl fmt::Display for DocText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&lines(self.blocks(), usize::MAX).join("\n"))
    }
}

impl fmt::Debug for DocText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

/// The lines of `blocks`, without white space at their ends.
fn lines(blocks: &[Block], width: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        if before.is_some_and(|before| is_apart(before, block)) {
            out.push(String::new());
        }
        out.extend(block_lines(block, width));
        before = Some(block);
    }
    out
}

/// Whether a blank line must stand between two blocks. Only an item may follow directly, and one with a
/// number, where it does not continue a list, only as the first.
fn is_apart(before: &Block, block: &Block) -> bool {
    let is_number = |kind: &Kind| matches!(kind, Kind::Item { marker: Marker::Number(_), .. });
    let follows = match before.kind {
        Kind::Item { .. } if is_number(&before.kind) && is_number(&block.kind) => true,
        Kind::Item { .. } | Kind::Paragraph(_) => follows_words(block),
        _ => false,
    };
    !follows
}

/// Whether a block is known for one although words stand on the line before.
fn follows_words(block: &Block) -> bool {
    match block.kind {
        Kind::Item { marker: Marker::Bullet, .. } => true,
        Kind::Item { marker: Marker::Number(number), .. } => number == 1,
        _ => false,
    }
}

fn block_lines(block: &Block, width: usize) -> Vec<String> {
    match &block.kind {
        Kind::Paragraph(words) => inline::lines(words, width),
        Kind::Heading(words) => vec![format!("# {}", inline::heading(words))],
        Kind::Item { marker, words, children } => {
            let mark = match marker {
                Marker::Bullet => "- ".to_owned(),
                Marker::Number(number) => format!("{number}. "),
            };
            let width = width.saturating_sub(mark.len());
            let mut inner = inline::lines(words, width);
            if children.first().is_some_and(|child| !follows_words(child)) {
                inner.push(String::new());
            }
            inner.extend(lines(children, width));
            hanging(&mark, inner)
        }
        Kind::Code(code) => fenced(code),
        Kind::Table { head, rows } => {
            let head_line = row(head.iter());
            let rule = format!("|{}", "---|".repeat(head.len()));
            [head_line, rule].into_iter().chain(rows.iter().map(|it| row(it.iter()))).collect()
        }
    }
}

/// The lines behind a mark, those after the first indented to stay in the item.
fn hanging(mark: &str, lines: Vec<String>) -> Vec<String> {
    let indent = " ".repeat(mark.len());
    let put = |(index, line): (usize, String)| match index {
        0 => format!("{mark}{line}"),
        _ if line.is_empty() => line,
        _ => format!("{indent}{line}"),
    };
    lines.into_iter().enumerate().map(put).collect()
}

/// A fence longer than any in the code.
fn fenced(code: &[String]) -> Vec<String> {
    let longest = code.iter().flat_map(|line| escape::tick_runs(line)).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let mut out = vec![format!("{fence}text")];
    out.extend(code.iter().cloned());
    out.push(fence);
    out
}

fn row<'a>(cells: impl Iterator<Item = &'a crate::Words>) -> String {
    let mut out = "|".to_owned();
    for cell in cells {
        out.push(' ');
        out.push_str(&inline::cell(cell));
        out.push_str(" |");
    }
    out
}
