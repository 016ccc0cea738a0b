//! Words from docs as a tree, and the one writer that prints them as Markdown.
//!
//! A [`DocText`] is made by constructors that hold what must be true of it; what the docs write can be text,
//! code, a link or a list in it, and nothing else. The writer ([`DocText::lines`]) escapes whatever would be
//! markup in its place, so that a Markdown parser gives back the same tree: the tests of this crate print
//! trees of hostile words and read them with the parser and the options of rustdoc.
//!
//! What holds of everything that is printed:
//!
//! - There is no raw HTML, and no link but to an [`Address`] or to an item of the generated crate.
//! - Code blocks are fenced, longer than any fence in them, and of the language `text`, which rustdoc does
//!   not run.
//! - Nothing in it is a control character or sets the direction of writing ([`is_hidden`]).
//!
//! Knows Markdown; knows neither Rust nor how docs state things.

mod address;
mod block;
mod characters;
mod line;
mod link;
mod normal;
mod notice;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use address::Address;
pub use block::{Block, DocText, Marker};
pub use characters::is_hidden;
pub use line::{CodeText, CommentLine};
pub use link::{ItemPath, Link};
pub use notice::Notice;
pub use words::{Look, Run, Words};
