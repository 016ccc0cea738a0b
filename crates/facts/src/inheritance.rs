//! Base types and abstractness in sentences: "Inherits from [entity](entity.md).", "Derived from …",
//! "A subclass of …", "This is an abstract type".

use page::Text;

use crate::english::{Class, Says};
use crate::notes::mention_after;
use crate::origin::Origin;
use crate::prose::{Prose, Token, find, has_any, span};
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
        let lead = origin.english.find(Says::Base, &sentence[start..])?;
        let (at, after) = (start + lead.start, start + lead.end);
        let before = &sentence[..at];
        // "All policies that inherit from …", "properties that are derived from …": not this type.
        let about_others =
            [Says::OfAll, Says::OfOthers].into_iter().any(|it| origin.english.says(it, before));
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
pub(crate) fn derived(prose: &Prose<'_>, page_path: &str) -> Vec<Fact<Mention>> {
    let mut derived = Vec::new();
    for sentence in prose.sentences() {
        let lead = prose.english.find(Says::Derived, sentence).map(|lead| &sentence[lead.end..]);
        let Some(after) = lead else { continue };
        let words = after.iter().take_while(|token| token.link.is_none()).count();
        let is = |token: &Token<'_>, class| prose.english.is(token.word, class);
        let lists = after[..words].iter().any(|token| is(token, Class::Lists))
            || after[..words].iter().all(|token| is(token, Class::Article));
        if lists {
            derived.extend(linked_types(
                prose.text,
                page_path,
                after[words..].first().map(|t| t.span),
            ));
        }
    }
    derived
}

/// All links of a text to resource pages, from the place given on.
pub(crate) fn linked_types(
    text: &Text,
    page_path: &str,
    from: Option<diag::Span>,
) -> Vec<Fact<Mention>> {
    let mut found: Vec<Fact<Mention>> = Vec::new();
    let after = |run: &&page::Run| from.is_none_or(|from| run.span.start >= from.start);
    for run in text.runs.iter().filter(after) {
        let Some(link) = run.link.as_deref().and_then(|to| crate::link::resolve(page_path, to))
        else {
            continue;
        };
        let resource = link.split('/').rev().nth(1) == Some("resources");
        if resource && !found.iter().any(|known| known.value.link.as_deref() == Some(link.as_str()))
        {
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
    prose.sentences().find_map(|sentence| {
        let at = sentence.iter().position(|token| token.is("abstract"))?;
        let own = own_kind(&sentence[..at], &sentence[at + 1..]);
        own.then(|| span(sentence).map(|span| Fact::new(true, span, ABSTRACT_RULE))).flatten()
    })
}

/// "Abstract class …", "An abstract type …", "It is an abstract type", "This superclass is abstract".
fn own_kind(before: &[Token<'_>], after: &[Token<'_>]) -> bool {
    let starts = before.iter().all(|token| token.is_any(&["an", "a", "the"]));
    let stated = before.last().is_some_and(|last| last.is("is"))
        || (before.len() >= 2 && before[before.len() - 2].is("is"));
    let kind = after.iter().take(3).any(|token| {
        token.is_any(&["type", "class", "resource", "entity", "base", "object", "superclass"])
    });
    let of_other = has_any(before, &["from", "of", "extends", "implements"]);
    !of_other && ((starts && kind) || (stated && (kind || after.is_empty() || after[0].is("and"))))
}

/// An "open type" statement of a text about its own type.
pub(crate) fn is_open(prose: &Prose<'_>) -> Option<Fact<bool>> {
    prose.sentences().find_map(|sentence| {
        let at =
            find(sentence, "an open type").or_else(|| find(sentence, "an open complex type"))?;
        let before = at.checked_sub(1).map(|index| sentence[index])?;
        let own = before.is_any(&["is"]) && has_any(&sentence[..at], &["this", "type", "resource"]);
        own.then(|| span(sentence).map(|span| Fact::new(true, span, OPEN_RULE))).flatten()
    })
}
