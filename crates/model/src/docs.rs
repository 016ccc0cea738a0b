//! What pages say, as Markdown that rustdoc renders without a complaint.

use diag::Span;
use facts::Fact;

use crate::{Docs, Options};

/// The words of `text` (Markdown as read on the page at path `page`) for a doc comment, with the place of
/// the statement at `span` and the page's published address.
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

fn clean(markdown: &str, _page: &str, _options: &Options<'_>) -> String {
    markdown.trim().to_owned()
}
