//! How large pages may be, and how much they may include.
//!
//! A directive of thirty bytes can place a file of any length, so what a page includes is counted in
//! bytes and in parts before anything is copied. The limits are far above what real docs need and low
//! enough for one run to stay within a few hundred megabytes.

use std::collections::BTreeMap;

use diag::PageId;

use crate::inline::is_include;
use crate::{Block, BlockKind, Library, Page, Text};

/// How long one page may be.
pub const MAX_PAGE_BYTES: usize = 4 << 20;
/// How many pages one page may include, directly or not: pages that include each other twice multiply.
pub(crate) const MAX_INCLUDES: usize = 1_000;
/// How deep includes may be nested.
pub(crate) const MAX_DEPTH: usize = 16;
/// What one page may include.
const PER_PAGE: Size = Size { bytes: 4 << 20, parts: 40_000 };
/// What all pages of a run may include together, besides their [`SHARE`].
const PER_RUN: Size = Size { bytes: 16 << 20, parts: 500_000 };
/// What each page adds to that: twice what the largest includes of real operation pages come to.
const SHARE: Size = Size { bytes: 6 << 10, parts: 200 };

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

    fn plus(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.saturating_add(other.bytes),
            parts: self.parts.saturating_add(other.parts),
        }
    }

    fn times(self, count: usize) -> Self {
        Self { bytes: self.bytes.saturating_mul(count), parts: self.parts.saturating_mul(count) }
    }

    /// What is left when `other` is taken away; `None` if there is less.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            bytes: self.bytes.checked_sub(other.bytes)?,
            parts: self.parts.checked_sub(other.parts)?,
        })
    }

    fn at_most(self, other: Self) -> Self {
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

/// How much a page may include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance(pub(crate) Size);

impl Default for Allowance {
    /// What one page may include that is alone.
    fn default() -> Self {
        Self(PER_PAGE)
    }
}

/// What each page of a run may include. Those before the run's limit is reached get what one page may
/// have, the others nothing; so the order of the pages decides, not that of the threads.
pub fn allowances(pages: &[&Page], library: &Library) -> BTreeMap<PageId, Allowance> {
    allowances_within(PER_RUN.plus(SHARE.times(pages.len())), pages, library)
}

fn allowances_within(run: Size, pages: &[&Page], library: &Library) -> BTreeMap<PageId, Allowance> {
    let sizes = included(library);
    let mut left = run;
    let grant = |page: &&Page| {
        let included = sizes.get(page.path.as_str()).copied().unwrap_or_default();
        let Some(rest) = left.minus(included) else {
            return (page.id, Allowance(Size::default()));
        };
        left = rest;
        (page.id, Allowance::default())
    };
    pages.iter().map(grant).collect()
}

/// A bound of what each page includes: what its directives place, down to the greatest depth. Pages that
/// include themselves count as if they could. Those without a directive are left out.
fn included(library: &Library) -> BTreeMap<&str, Size> {
    let targets: BTreeMap<&str, Vec<&Page>> = library
        .iter()
        .map(|page| (page.path.as_str(), targets(page, library)))
        .filter(|(_, targets)| !targets.is_empty())
        .collect();
    let mut sizes: BTreeMap<&str, Size> = BTreeMap::new();
    for _ in 0..MAX_DEPTH {
        let placed = |page: &&Page| {
            let below = sizes.get(page.path.as_str()).copied().unwrap_or_default();
            library.size(page).plus(below)
        };
        let total = |targets: &Vec<&Page>| {
            targets.iter().map(placed).fold(Size::default(), Size::plus).at_most(PER_PAGE)
        };
        let deeper = targets.iter().map(|(path, targets)| (*path, total(targets))).collect();
        if deeper == sizes {
            break;
        }
        sizes = deeper;
    }
    sizes
}

/// The pages that the directives of a page name, once for each.
fn targets<'l>(page: &Page, library: &'l Library) -> Vec<&'l Page> {
    let named = page.blocks.iter().flat_map(directives);
    named.filter_map(|target| library.get(&crate::expand::resolve(&page.path, target)?)).collect()
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

#[cfg(test)]
mod tests;
