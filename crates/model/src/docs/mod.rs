//! What pages say, as Markdown that rustdoc renders without a complaint.
//!
//! Reads the Markdown that the facts carry (links to pages are paths from the documentation root) and
//! returns the text of a doc comment. Knows rustdoc's traps, nothing of Rust's syntax.

mod blocks;
mod inline;
mod link;
mod note;
mod stated;
#[cfg(test)]
mod tests;

use diag::Span;
use facts::Fact;

pub(crate) use note::note;

use crate::{Docs, Options};

pub(crate) use stated::drop_stated;

/// The words of `text` for a doc comment, with the place of the statement at `span` and the published
/// address of the page at path `page`.
pub(crate) fn docs(
    text: Option<&Fact<String>>,
    span: Span,
    page: &str,
    options: &Options<'_>,
) -> Docs {
    Docs {
        text: text.map(|text| clean(&text.value, page, options)).unwrap_or_default(),
        url: options.links.page_url(page),
        source: Some(options.source_of(span)),
    }
}

/// `markdown` as it may stand in a doc comment: no raw HTML, no code that would be run as a test, no
/// brackets that rustdoc would take for a path, all links absolute.
pub(crate) fn clean(markdown: &str, page: &str, options: &Options<'_>) -> String {
    let links = link::Targets { page, links: &options.links };
    blocks::clean(markdown, links)
}
