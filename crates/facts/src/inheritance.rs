//! Base types and abstractness in sentences: "Inherits from [entity](entity.md).", "Derived from …",
//! "A subclass of …", "This is an abstract type".

use page::Text;

use crate::english::{Class, Says};
use crate::notes::mention_after;
use crate::origin::Origin;
use crate::prose::{Prose, Token, span};
use crate::{Fact, Mention, Rule};

#[cfg(test)]
mod tests;

const BASE_RULE: Rule = "inheritance-sentence";
const ABSTRACT_RULE: Rule = "abstract-sentence";
const DERIVED_RULE: Rule = "derived-types";
const OPEN_RULE: Rule = "open-sentence";

/// Base types that a text states for the type named `own`.
pub(crate) fn bases(prose: &Prose<'_>, own: &str, origin: Origin<'_>) -> Vec<Fact<Mention>> {
    let mut bases: Vec<Fact<Mention>> = Vec::new();
    for sentence in prose.sentences() {
        if let Some((mention, at)) = base_in(origin, sentence)
            && !crate::title::simple(&mention.name).eq_ignore_ascii_case(own)
            && let Some(span) = span(at)
            && !bases.iter().any(|known| known.value == mention)
        {
            bases.push(Fact::new(mention, span, BASE_RULE));
        }
    }
    bases
}

fn base_in<'t, 'a>(
    origin: Origin<'_>,
    sentence: &'t [Token<'a>],
) -> Option<(Mention, &'t [Token<'a>])> {
    let mut start = 0;
    while start < sentence.len() {
        let lead = origin.english().find(Says::Base, &sentence[start..])?;
        let (at, after) = (start + lead.start, start + lead.end);
        let before = &sentence[..at];
        // "All policies that inherit from …", "properties that are derived from …": not this type.
        let about_others =
            [Says::OfAll, Says::OfOthers].into_iter().any(|it| origin.english().says(it, before));
        if !about_others && let Some((mention, length)) = mention_after(origin, &sentence[after..])
        {
            return Some((mention, &sentence[at..after + length]));
        }
        start = after;
    }
    None
}

/// Types that a text lists as derived from its own: "This is the base type for [a](a.md) and
/// [b](b.md)". Links that come after other words are only mentioned.
pub(crate) fn derived(prose: &Prose<'_>, origin: Origin<'_>) -> Vec<Fact<Mention>> {
    let mut derived = Vec::new();
    for sentence in prose.sentences() {
        let lead = prose.english.find(Says::Derived, sentence).map(|lead| &sentence[lead.end..]);
        let Some(after) = lead else { continue };
        let words = after.iter().take_while(|token| token.link.is_none()).count();
        let is = |token: &Token<'_>, class| prose.english.is(token.word, class);
        let lists = after[..words].iter().any(|token| is(token, Class::Lists))
            || after[..words].iter().all(|token| is(token, Class::Article));
        if lists {
            let from = after[words..].first().map(|token| token.span);
            derived.extend(linked_types(prose.text, origin, from));
        }
    }
    derived
}

/// All links of a text to pages of types, from the place given on.
pub(crate) fn linked_types(
    text: &Text,
    origin: Origin<'_>,
    from: Option<diag::Span>,
) -> Vec<Fact<Mention>> {
    let mut found: Vec<Fact<Mention>> = Vec::new();
    let after = |run: &&page::Run| from.is_none_or(|from| run.span.start >= from.start);
    for run in text.runs.iter().filter(after) {
        let Some(link) = run.link.as_deref().and_then(|to| crate::link::resolve(origin.path, to))
        else {
            continue;
        };
        let is_known = found.iter().any(|known| known.value.link.as_deref() == Some(link.as_str()));
        if origin.dialect.is_page_of_type(&link) && !is_known {
            let mention = Mention { name: run.text.trim().to_owned(), link: Some(link) };
            found.push(Fact::new(mention, run.span, DERIVED_RULE));
        }
    }
    found
}

/// Base type that a paragraph states for the rows of the table below it: "The following properties are
/// inherited from **[item][]**".
pub(crate) fn inherited_rows(prose: &Prose<'_>, origin: Origin<'_>) -> Option<Fact<Mention>> {
    prose.sentences().find_map(|sentence| {
        let lead = prose.english.find(Says::InheritedRows, sentence)?;
        let (mention, _) = mention_after(origin, &sentence[lead.end..])?;
        Some(Fact::new(mention, span(sentence)?, BASE_RULE))
    })
}

/// An abstractness statement of a text about its own type.
pub(crate) fn is_abstract(prose: &Prose<'_>) -> Option<Fact<bool>> {
    let stated = |sentence: &[Token<'_>]| {
        let at = prose.english.find(Says::Abstract, sentence)?;
        (!prose.english.says(Says::OfAnother, &sentence[..at.end])).then_some(())?;
        Some(Fact::new(true, span(sentence)?, ABSTRACT_RULE))
    };
    prose.sentences().find_map(stated)
}

/// An "open type" statement of a text about its own type.
pub(crate) fn is_open(prose: &Prose<'_>) -> Option<Fact<bool>> {
    let states = |sentence: &&[Token<'_>]| prose.english.says(Says::Open, sentence);
    let sentence = prose.sentences().find(states)?;
    Some(Fact::new(true, span(sentence)?, OPEN_RULE))
}
