//! Leaving out of a property's words what its facts already say.
//!
//! A description ends in sentences such as "Read-only. Supports `$filter` (`eq`).", which the model holds
//! as facts and the generated crate prints in a line of their own. Only a sentence that says nothing else
//! is dropped, and only if the fact is there: the docs' words stay whole where they say more.

use std::ops::Range;

use text::{DocText, Words};

use crate::{Mutability, Property, Returned};

/// The words of a field without what is said twice.
pub(crate) fn without_stated(field: &Property, inherited: bool) -> DocText {
    field.docs.text.edit(&|words: &Words| unstated(words, field, inherited))
}

/// The words but for stated sentences; `None` if there are no such.
fn unstated(words: &Words, field: &Property, inherited: bool) -> Option<Words> {
    let text = words.plain();
    let all = sentences(words, &text);
    let count = all.len();
    let is_kept = |sentence: &Sentence| {
        let is_stated = if sentence.has_link { is_link_stated } else { is_stated };
        !is_stated(&plain(&text[sentence.range.clone()]), field, inherited)
    };
    let kept: Vec<Range<usize>> = all.into_iter().filter(is_kept).map(|it| it.range).collect();
    (kept.len() < count).then(|| words.keep(&kept))
}

struct Sentence {
    range: Range<usize>,
    has_link: bool,
}

/// Cuts after full stops, outside of code, keeping all characters.
fn sentences(words: &Words, text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    let (mut start, mut run_start) = (0, 0);
    let (mut has_link, mut is_behind_code) = (false, false);
    for run in words.runs() {
        has_link |= run.link().is_some();
        let stops = run.text().match_indices('.').filter(|_| !run.look().code);
        for (at, _) in stops {
            let stop = run_start + at;
            let is_closed = text[..stop].ends_with(')') || (at == 0 && is_behind_code);
            if ends(is_closed, text[stop + 1..].chars().next()) {
                out.push(Sentence { range: start..stop + 1, has_link });
                start = stop + 1;
                has_link = run.link().is_some() && at + 1 < run.text().len();
            }
        }
        run_start += run.text().len();
        is_behind_code = run.look().code;
    }
    if start < text.len() {
        out.push(Sentence { range: start..text.len(), has_link });
    }
    out
}

/// Whether a full stop before `next` ends a sentence. Behind code and parentheses, the blank may be missing.
fn ends(is_closed: bool, next: Option<char>) -> bool {
    next.is_none_or(|next| next.is_whitespace() || (is_closed && next.is_uppercase()))
}

/// Lower case, one space between words.
fn plain(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
}

/// Of sentences with a link, only one that mentions the base is dropped.
fn is_link_stated(sentence: &str, _: &Property, inherited: bool) -> bool {
    inherited && is_inheritance(sentence)
}

fn is_stated(sentence: &str, field: &Property, inherited: bool) -> bool {
    let mutability = field.mutability.as_ref().map(|fact| fact.value);
    let nullable = field.nullable.as_ref().map(|fact| fact.value);
    let returned = field.returned.as_ref().map(|fact| fact.value);
    match sentence {
        "read-only" | "read only" | "readonly" | "this property is read-only" => {
            mutability == Some(Mutability::ReadOnly)
        }
        "write-only" => mutability == Some(Mutability::WriteOnly),
        "nullable" => nullable == Some(true),
        "not nullable" => nullable == Some(false),
        "required" => field.required.as_ref().is_some_and(|fact| fact.value),
        "does not support $filter" | "doesn't support $filter" => {
            field.query.filter.as_ref().is_some_and(|fact| fact.value == ["none"])
        }
        "returned by default" => returned == Some(Returned::ByDefault),
        "returned only on $select" => returned == Some(Returned::OnlyOnSelect),
        _ => {
            (inherited && is_inheritance(sentence))
                || is_query_support(sentence, field)
                || is_default(sentence, field)
        }
    }
}

/// "inherited from [x](y)"
fn is_inheritance(sentence: &str) -> bool {
    let rest = sentence.strip_prefix("inherited from ");
    rest.is_some_and(|rest| rest.split(' ').count() == 1)
}

/// "supports $filter (eq, ne) and $orderby": nothing but options and operators that the facts hold.
fn is_query_support(sentence: &str, field: &Property) -> bool {
    let Some(rest) = sentence.strip_prefix("supports ") else { return false };
    let query = &field.query;
    let operators = query.filter.as_ref().map(|fact| fact.value.as_slice()).unwrap_or_default();
    let mut words = rest.split([' ', ',', '(', ')']).filter(|word| !word.is_empty());
    words.all(|word| match word {
        "and" | "or" => true,
        "$filter" => query.filter.is_some(),
        "$orderby" => query.order_by.is_some(),
        "$search" => query.search.is_some(),
        "$expand" => query.expand.is_some(),
        _ => operators.iter().any(|operator| operator.eq_ignore_ascii_case(word)),
    })
}

fn is_default(sentence: &str, field: &Property) -> bool {
    let sentence = sentence.strip_prefix("the ").unwrap_or(sentence);
    let value =
        ["default value is ", "default is "].iter().find_map(|it| sentence.strip_prefix(it));
    let stated = field.default.as_ref().map(|fact| fact.value.to_lowercase());
    value.is_some_and(|value| stated.as_deref() == Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_full_stops_outside_of_code() {
        let words = Words::new()
            .text("Up to ")
            .code("a.b")
            .text(". Version 1.0 or later. Supports ")
            .code("$filter")
            .text(" (")
            .code("eq")
            .text(").Read-only.\nKey");
        let text = words.plain();
        let sentences = sentences(&words, &text);
        let plain: Vec<String> = sentences.into_iter().map(|it| plain(&text[it.range])).collect();
        insta::assert_debug_snapshot!(plain, @r#"
        [
            "up to a.b",
            "version 1.0 or later",
            "supports $filter (eq)",
            "read-only",
            "key",
        ]
        "#);
    }

    #[test]
    fn only_a_bare_mention_of_the_base_is_inheritance() {
        assert!(is_inheritance("inherited from entity"));
        assert!(!is_inheritance("inherited from the parent folder"));
    }
}
