//! Deprecation of a page as a whole: in the H1, in the front matter's title, or in the introduction.

use page::{BlockKind, Page, Text};
use text::DocText;

use crate::Role;
use crate::coverage::Ledger;
use crate::english::{English, Gives};
use crate::prose::Prose;
use crate::{Fact, Rule, title, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "deprecated-page";

/// The deprecation notice of the page.
pub(crate) fn deprecated(page: &Page, ledger: &Ledger<'_>) -> Option<Fact<DocText>> {
    let notice = page
        .blocks
        .iter()
        .filter(|block| ledger.role(block.section) == Role::Title)
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some(text),
            _ => None,
        })
        .find(|text| is_notice(text, ledger.origin.english));
    if let Some(text) = notice {
        return Some(Fact::new(words::words(text, &page.path), text.span, RULE));
    }
    in_titles(page)
}

/// Whether one of the first sentences says so; a later one speaks of a part.
fn is_notice(text: &Text, english: &English) -> bool {
    Prose::new(text, english).gives(Gives::Deprecated, 3)
}

fn in_titles(page: &Page) -> Option<Fact<DocText>> {
    let heading = title::title(page);
    let entry = page.front_matter.entries.get("title");
    let heading = heading.map(|fact| (fact.value, fact.span));
    let entry = entry.map(|entry| (entry.value.clone(), entry.span));
    let marked = |text: &str| text.to_lowercase().contains("(deprecated)");
    heading
        .into_iter()
        .chain(entry)
        .find(|(text, _)| marked(text))
        .map(|(_, span)| Fact::new(DocText::plain("Deprecated."), span, RULE))
}
