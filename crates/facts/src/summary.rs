//! The introduction of a page: the paragraphs below the H1, without notes and boilerplate.

use page::{BlockKind, Page, Text};
use text::DocText;

use crate::Role;
use crate::coverage::Ledger;
use crate::english::English;
use crate::{Fact, Rule, title, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "summary";

/// The introduction.
pub(crate) fn summary(page: &Page, ledger: &Ledger<'_>) -> Option<Fact<DocText>> {
    let mut out = DocText::default();
    let mut span = None;
    for block in &page.blocks {
        let intro = ledger.role(block.section) == Role::Title
            && page.section(block.section).level == 1
            && block.quote.is_none()
            && block.tab.is_none()
            && block.span.page == page.id;
        let (text, read): (_, fn(&Text, &str) -> DocText) = match &block.kind {
            _ if !intro => continue,
            BlockKind::Paragraph(text) => (text, words::words),
            BlockKind::ListItem(text) => (text, words::item),
            _ => continue,
        };
        if is_boilerplate(text, ledger.origin.english) {
            continue;
        }
        out.append(&read(text, &page.path));
        span = Some(span.map_or(text.span, |known: diag::Span| known.to(text.span)));
    }
    span.filter(|_| !out.is_empty()).map(|span| Fact::new(out, span, RULE))
}

/// The namespace line, "Note:" paragraphs, and lead-ins of tables ("Here is …").
fn is_boilerplate(text: &Text, english: &English) -> bool {
    let plain = text.plain();
    let lower = plain.get(..plain.len().min(24)).unwrap_or(&plain).to_lowercase();
    plain.is_empty()
        || title::namespace_in(text, english).is_some()
        || ["note:", "important:", "**note", "todo", "[!include"]
            .iter()
            .any(|s| lower.starts_with(s))
}
