//! The introduction of a page: the paragraphs below the H1, without notes and boilerplate.

use page::{Block, BlockKind, Page, SectionId, Text};
use text::DocText;

use crate::Role;
use crate::coverage::Ledger;
use crate::english::{English, Says};
use crate::prose::{Prose, unmarked};
use crate::{Fact, Rule, title, todo, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "summary";

/// The introduction.
pub(crate) fn summary(page: &Page, ledger: &Ledger<'_>) -> Option<Fact<DocText>> {
    introduction(page, ledger.origin.english(), |block| match ledger.role(block.section) {
        Role::Title => page.section(block.section).level == 1 && !ledger.is_label(block),
        role => role == Role::Introduction,
    })
}

/// The introduction of what a section describes: the paragraphs directly below its heading.
pub(crate) fn of_section(
    page: &Page,
    english: &English,
    section: SectionId,
) -> Option<Fact<DocText>> {
    introduction(page, english, |block| block.section == section)
}

fn introduction(
    page: &Page,
    english: &English,
    belongs: impl Fn(&Block) -> bool,
) -> Option<Fact<DocText>> {
    let mut out = DocText::default();
    let mut span = None;
    let mut lists_products = false;
    for (index, block) in page.blocks.iter().enumerate() {
        let intro = belongs(block)
            && block.quote.is_none()
            && block.tab.is_none()
            && block.span.page == page.id;
        let (text, read): (_, fn(&Text, &str) -> DocText) = match &block.kind {
            _ if !intro => continue,
            BlockKind::Paragraph(text) => (text, words::words),
            BlockKind::ListItem(text) => (text, words::item),
            _ => continue,
        };
        let is_item = matches!(block.kind, BlockKind::ListItem(_));
        lists_products = if is_item { lists_products } else { names_products(text, english) };
        if lists_products || is_boilerplate(text, english) || leads_elsewhere(page, index, text) {
            continue;
        }
        out.append(&read(text, &page.path));
        span = Some(span.map_or(text.span, |known: diag::Span| known.to(text.span)));
    }
    span.filter(|_| !out.is_empty()).map(|span| Fact::new(out, span, RULE))
}

/// "Applies to:", before a list or the names themselves.
fn names_products(text: &Text, english: &English) -> bool {
    english.says(Says::AppliesTo, &Prose::new(text, english).tokens)
}

/// Whether all that a text says is what the code or the table behind it holds: "With optional parameters:".
fn leads_elsewhere(page: &Page, index: usize, text: &Text) -> bool {
    let plain = text.plain();
    let is_lead = plain.ends_with(':') && !plain.contains(['.', '!', '?']);
    let mut behind = page.blocks[index + 1..].iter();
    let next = behind.find(|block| !matches!(block.kind, BlockKind::Comment(_)));
    is_lead && next.is_some_and(|it| matches!(it.kind, BlockKind::Fence(_) | BlockKind::Table(_)))
}

/// The namespace line, "Note:" paragraphs, what was never written, and an include that is not there.
fn is_boilerplate(text: &Text, english: &English) -> bool {
    let plain = text.plain();
    let first = plain.split_whitespace().next().unwrap_or_default();
    plain.is_empty()
        || title::namespace_in(text, english).is_some()
        || todo::marks(first)
        || first.eq_ignore_ascii_case("[!include")
        || english.says(Says::Aside, &Prose::new(&unmarked(&plain, text.span), english).tokens)
}
