//! Where a statement stands, and what is odd about it.
//!
//! The leaf of the workspace: source texts, byte spans into them, diagnostics,
//! and the table of their [`codes`]. Positions are byte
//! ranges everywhere and become `line:column` only when something is printed. Nothing here knows
//! Markdown, APIs or Rust.

pub mod codes;
mod diagnostic;
mod nearest;
mod printable;
mod render;
mod severity;
mod source;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use codes::Code;
pub use diagnostic::Diagnostic;
pub use nearest::nearest;
pub use printable::{is_unseen, printable};
pub use render::{render, render_all};
pub use severity::Severity;
pub use source::{Place, Position, SourceFile, Sources};

/// One input file: an index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PageId(pub u32);

/// A byte range in one input file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub page: PageId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of `page` from byte `start` up to byte `end`. Offsets past 4 GiB are clamped.
    pub fn new(page: PageId, start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { page, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The byte range, for slicing the source text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both; `other` must lie in the same file, else `self` is returned.
    pub fn to(self, other: Self) -> Self {
        if self.page != other.page {
            return self;
        }
        Self { page: self.page, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A value and the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Changes the value and keeps the evidence.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}
