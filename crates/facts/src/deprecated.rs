//! Deprecation of a page as a whole: in the H1, in the front matter's title, or in the introduction.

use std::ops::Range;

use page::{BlockKind, Page, Text};
use text::DocText;

use dialects::Gives;

use crate::Role;
use crate::coverage::Ledger;
use crate::english::{Class, English, Says};
use crate::prose::{self, Prose};
use crate::token::{Kind, Token};
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
    if let Some(prose) = notices.find(|prose| is_notice(prose, page)) {
        let text = prose.text;
        return Some(Fact::new(words::words(text, &page.path), text.span, RULE));
    }
    in_titles(page, ledger.dialect().english())
}

/// Whether one of the first sentences says that the page's own thing is deprecated. One about something else ("the
/// older version of this API") says the contrary.
fn is_notice(prose: &Prose<'_>, page: &Page) -> bool {
    let title = title::title(page).map(|title| title.value).unwrap_or_default();
    let sentences = || prose.ranges().iter().take(FIRST_SENTENCES);
    let recommends = prose.sentences().any(|it| prose.english.says(Says::RecommendsThis, it));
    let of_page = |sentence: &Range<usize>| {
        let tokens = &prose.tokens[sentence.clone()];
        prose.stated(sentence).iter().any(|it| it.gives == Gives::Deprecated)
            && !prose.english.says(Says::DeprecatesOther, tokens)
            && !names_another(prose.english, tokens, &title)
    };
    !recommends && sentences().any(of_page)
}

/// How many sentences of an introduction can be a notice.
const FIRST_SENTENCES: usize = 3;

/// Whether the sentence begins with a name that stands out and is not in the title: "The `/desk` API …".
fn names_another(english: &English, sentence: &[Token<'_>], title: &str) -> bool {
    let folded = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let title = folded(title);
    let verb = sentence.iter().position(|token| english.is(token.word, Class::Verb));
    let before = &sentence[..verb.unwrap_or(0)];
    // "**Note:**" names nothing.
    let named = |(at, token): (usize, &Token<'_>)| {
        let stands_out = token.kind == Kind::Code || token.marked || token.link.is_some();
        let is_lead = before.get(at + 1).is_some_and(|next| next.is_mark(":"));
        stands_out && !is_lead && token.kind != Kind::Mark && !title.contains(&folded(token.text))
    };
    before.iter().enumerate().any(named)
}

fn in_titles(page: &Page, english: &English) -> Option<Fact<DocText>> {
    let heading = title::h1(page).map(|h1| page.section(h1));
    let heading = heading.map(|section| (section.title.clone(), section.span));
    let entry = page.front_matter.entries.get("title");
    let entry = entry.map(|entry| (prose::unmarked(&entry.value, entry.span), entry.span));
    let is_marked =
        |text: &Text| english.says(Says::TitleDeprecated, &Prose::new(text, english).tokens);
    let mut titles = heading.into_iter().chain(entry);
    let (_, span) = titles.find(|(text, _)| is_marked(text))?;
    Some(Fact::new(DocText::plain("Deprecated."), span, RULE))
}
