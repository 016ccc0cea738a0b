//! Markdown text to a [`Page`]: headings, tables, fences, paragraphs and comments with their places.
//!
//! Reads one [`diag::SourceFile`] at a time and knows Markdown (CommonMark, pipe tables, DocFX tabs,
//! alerts and includes) but nothing about APIs. Reading never fails: what is broken is repaired or kept
//! as it stands, and reported.

mod types;

pub use types::*;
