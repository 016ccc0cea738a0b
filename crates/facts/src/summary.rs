//! The introduction of a page: the paragraphs below the H1, without notes and boilerplate.

use page::{BlockKind, Page, Text};

use crate::coverage::Ledger;
use crate::vocabulary::Role;
use crate::{Fact, Rule, markdown, title};

#[cfg(test)]
mod tests;

const RULE: Rule = "summary";

/// The introduction as Markdown.
pub(crate) fn summary(page: &Page, ledger: &Ledger<'_>) -> Option<Fact<String>> {
    let mut out = String::new();
    let mut span = None;
    for block in &page.blocks {
        let intro = ledger.role(block.section) == Role::Title
            && page.section(block.section).level == 1
            && block.quote.is_none()
            && block.tab.is_none()
            && block.span.page == page.id;
        let (text, item) = match &block.kind {
            _ if !intro => continue,
            BlockKind::Paragraph(text) => (text, false),
            BlockKind::ListItem(text) => (text, true),
            _ => continue,
        };
        if is_boilerplate(text) {
            continue;
        }
        let separator = match (out.is_empty(), item) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => "\n\n",
        };
        out.push_str(separator);
        if item {
            out.push_str("- ");
        }
        out.push_str(&markdown::render(text, &page.path));
        span = Some(span.map_or(text.span, |known: diag::Span| known.to(text.span)));
    }
    let text = out.trim().to_owned();
    span.filter(|_| !text.is_empty()).map(|span| Fact::new(text, span, RULE))
}

/// The namespace line, "Note:" paragraphs, and lead-ins of tables ("Here is …").
fn is_boilerplate(text: &Text) -> bool {
    let plain = text.plain();
    let lower = plain.get(..plain.len().min(24)).unwrap_or(&plain).to_lowercase();
    plain.is_empty()
        || title::namespace_in(text).is_some()
        || ["note:", "important:", "**note", "todo", "[!include"]
            .iter()
            .any(|s| lower.starts_with(s))
}
