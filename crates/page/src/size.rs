//! How large pages are, and how large they may be.

use crate::inline::is_include;
use crate::{Block, BlockKind, Page, Text};

/// How long one page may be.
pub const MAX_PAGE_BYTES: usize = 4 << 20;
/// How much there is of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Bytes of source.
    pub bytes: usize,
    /// Sections, blocks, rows, cells, lines, runs and link definitions.
    pub parts: usize,
}

impl Size {
    /// The size of a page as it stands, includes not counted.
    pub fn of(page: &Page) -> Self {
        let blocks = page
            .blocks
            .iter()
            .map(|block| Self { bytes: block.span.range().len(), parts: 1 + parts(&block.kind) });
        let around = page.sections.len() + page.link_definitions.len();
        blocks.fold(Self { bytes: 0, parts: around }, Self::plus)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.saturating_add(other.bytes),
            parts: self.parts.saturating_add(other.parts),
        }
    }

    pub(crate) fn times(self, count: usize) -> Self {
        Self { bytes: self.bytes.saturating_mul(count), parts: self.parts.saturating_mul(count) }
    }

    /// What is left when `other` is taken away; `None` if there is less.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            bytes: self.bytes.checked_sub(other.bytes)?,
            parts: self.parts.checked_sub(other.parts)?,
        })
    }

    pub(crate) fn at_most(self, other: Self) -> Self {
        Self { bytes: self.bytes.min(other.bytes), parts: self.parts.min(other.parts) }
    }
}

fn parts(kind: &BlockKind) -> usize {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => text.runs.len(),
        BlockKind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells).chain(&table.header);
            table.rows.len() + cells.map(|cell| 1 + cell.runs.len()).sum::<usize>()
        }
        BlockKind::Fence(fence) => fence.lines.len(),
        BlockKind::Comment(_) | BlockKind::Include(_) | BlockKind::Html(_) => 0,
    }
}

/// The targets that a block includes.
pub(crate) fn directives(block: &Block) -> Vec<&str> {
    fn in_text(text: &Text) -> impl Iterator<Item = &str> {
        text.runs.iter().filter(|run| is_include(run)).filter_map(|run| run.link.as_deref())
    }
    match &block.kind {
        BlockKind::Include(include) => vec![include.target.as_str()],
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => in_text(text).collect(),
        BlockKind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            table.header.iter().chain(cells).flat_map(in_text).collect()
        }
        BlockKind::Comment(_) | BlockKind::Fence(_) | BlockKind::Html(_) => Vec::new(),
    }
}
