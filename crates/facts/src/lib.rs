//! [`page::Page`] to [`PageFacts`]: what a page states, claim by claim.
//!
//! Knows how the docs state things (headings, columns, annotations, phrases) and no Rust. Nothing is
//! resolved or believed here: claims may contradict one another, and each carries the span it was read
//! from and the rule that read it. Every table, fence and section of a page ends up in
//! [`PageFacts::coverage`]: read, deliberately left out by a named rule, or reported.
//!
//! To support a new phrasing: write the fragment as a test beside the rule, extend that one rule file,
//! run the generator, read `generated/REPORT.md`, then the diff.

mod operation;
mod types;

pub use types::*;
