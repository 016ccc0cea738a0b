//! Leaving out of a property's words what its facts already say.
//!
//! A description ends in sentences such as "Read-only. Supports `$filter` (`eq`).", which the model holds
//! as facts and the generated crate prints in a line of their own. Only a sentence that says nothing else
//! is dropped, and only if the fact is there: the docs' words stay whole where they say more.

use crate::{Mutability, Property, QualifiedName, Returned};

/// Drops what is said twice from the words of every field of the type `owner`.
pub(crate) fn drop_stated(fields: &mut [Property], owner: Option<&QualifiedName>) {
    for field in fields {
        let inherited = owner.is_some_and(|owner| field.declared_in != *owner);
        let paragraphs = field.docs.text.split("\n\n").filter_map(|paragraph| {
            let kept: String = sentences(paragraph)
                .filter(|sentence| !is_stated(&plain(sentence), field, inherited))
                .collect();
            let kept = kept.trim();
            (!kept.is_empty()).then(|| kept.to_owned())
        });
        field.docs.text = paragraphs.collect::<Vec<_>>().join("\n\n");
    }
}

/// Cuts after full stops, outside of code spans, keeping all characters.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(sentence_end(rest));
        rest = after;
        Some(sentence)
    })
}

fn sentence_end(text: &str) -> usize {
    let mut in_code = false;
    let mut previous = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((_, character)) = characters.next() {
        in_code ^= character == '`';
        let next = characters.peek();
        let ends = match next {
            None => true,
            Some((_, next)) => {
                next.is_whitespace() || (matches!(previous, ')' | '`') && next.is_uppercase())
            }
        };
        if character == '.' && !in_code && ends {
            return next.map_or(text.len(), |(offset, _)| *offset);
        }
        previous = character;
    }
    text.len()
}

/// Lower case, without marks of emphasis and code, one space between words.
fn plain(sentence: &str) -> String {
    let unmarked: String = sentence.chars().filter(|c| !matches!(c, '`' | '*' | '\\')).collect();
    let words: Vec<&str> = unmarked.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
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
        let text = "Up to `a.b`. Version 1.0 or later. Supports `$filter` (`eq`).Read-only.\nKey";
        let plain: Vec<String> = sentences(text).map(plain).collect();
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
        assert!(is_inheritance("inherited from [entity](https://example.com/entity)"));
        assert!(!is_inheritance("inherited from the parent folder"));
    }
}
