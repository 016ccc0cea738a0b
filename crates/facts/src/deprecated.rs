//! Deprecation of a page as a whole: in the H1, in the front matter's title, or in the introduction.

use page::{BlockKind, Page};
use text::DocText;

use crate::Role;
use crate::coverage::Ledger;
use crate::english::Gives;
use crate::{Fact, Rule, title, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "deprecated-page";

/// The deprecation notice of the page.
pub(crate) fn deprecated(page: &Page, ledger: &Ledger<'_>) -> Option<Fact<DocText>> {
    let mut notices = page.blocks.iter().enumerate().filter_map(|(index, block)| {
        let is_intro = ledger.role(block.section) == Role::Title;
        let paragraph = is_intro && matches!(block.kind, BlockKind::Paragraph(_));
        ledger.prose(index).filter(|_| paragraph)
    });
    // A later sentence speaks of a part.
    if let Some(prose) = notices.find(|prose| prose.gives(Gives::Deprecated, 3)) {
        let text = prose.text;
        return Some(Fact::new(words::words(text, &page.path), text.span, RULE));
    }
    in_titles(page)
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
