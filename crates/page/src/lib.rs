//! Markdown text to a [`Page`]: headings, tables, fences, paragraphs and comments with their places.
//!
//! Reads one [`diag::SourceFile`] at a time and knows Markdown (CommonMark, pipe tables, DocFX tabs,
//! alerts and includes) but nothing about APIs. Reading never fails: what is broken is repaired or kept
//! as it stands, and reported.
//!
//! [`parse`] reads one file: `scan` cuts it into blocks line by line and repairs what was left open,
//! `prose` and `inline` read what needs a Markdown parser. [`expand`] then replaces includes.

mod allowance;
mod comment;
mod expand;
mod fence;
mod front_matter;
mod heading;
mod html;
mod inline;
mod library;
mod lines;
mod marks;
mod outline;
mod parse;
mod path;
mod prose;
mod row;
mod scan;
mod size;
mod split;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod types;
mod zones;

pub use allowance::{Allowance, allowances, includes};
pub use expand::{expand, expand_within};
pub use heading::heading_above;
pub use library::Library;
pub use parse::{parse, parse_zones};
pub use path::unportable;
pub use size::{MAX_PAGE_BYTES, Size};
pub use split::{PART, split};
pub use types::*;
pub use zones::Zones;
