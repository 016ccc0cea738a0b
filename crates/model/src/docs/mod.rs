//! What pages say, for the docs of items.
//!
//! Reads the texts that the facts carry (links to pages are paths from the documentation root) and
//! returns them with published addresses.

mod link;
#[cfg(test)]
mod tests;

use diag::Span;
use facts::{Fact, PageFacts};
use text::{DocText, Notice};

use crate::{Docs, Options};

/// The words of `text`, with the place of the statement at `span` and the published address of the page at
/// path `page`.
pub(crate) fn docs(text: Option<&DocText>, span: Span, page: &str, options: &Options<'_>) -> Docs {
    let links = link::Targets { page, links: &options.links };
    Docs {
        text: text.map(|text| resolved(text, links)).unwrap_or_default(),
        url: options.links.page_url(page),
        source: Some(options.source_of(span)),
        section: None,
    }
}

/// As [`docs`], of what has docs of its own.
pub(crate) fn of_item(
    text: Option<&DocText>,
    span: Span,
    page: &PageFacts,
    options: &Options<'_>,
) -> Docs {
    let path = options.sources.path(span);
    let section = page.section_of(span).map(|section| format!("{path}#{section}"));
    Docs {
        section: Some(section.unwrap_or_else(|| path.to_owned())),
        ..docs(text, span, &page.path, options)
    }
}

fn resolved(text: &DocText, links: link::Targets<'_>) -> DocText {
    text.resolve(|target| links.address(target))
}

/// The notice of a page.
pub(crate) fn notice(text: &Fact<DocText>) -> Notice {
    Notice::new(&text.value)
}

/// The area of a page, empty where it states none.
pub(crate) fn area(page: &PageFacts) -> String {
    page.area.as_ref().map(|area| area.value.clone()).unwrap_or_default()
}
