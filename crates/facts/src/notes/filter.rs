//! "Supports `$filter` (`eq`, `ne`) and `$orderby`."

use super::Sentence;
use crate::english::{Class, English, Says};
use crate::prose::{Kind, Token};
use crate::{Note, Rule};

const RULE: Rule = "filter";

/// The operators of `$filter` that a row may state, as OData writes them.
pub const OPERATORS: [&str; 14] = [
    "eq",
    "ne",
    "not",
    "ge",
    "le",
    "gt",
    "lt",
    "in",
    "has",
    "startsWith",
    "endsWith",
    "contains",
    "any",
    "all",
];

/// Those that are words of any sentence, unless they are marked as code.
const LIKE_ENGLISH: [&str; 6] = ["not", "in", "has", "contains", "any", "all"];

/// What else stands among them in [`Note::Filter`]: comparing with `null`, comparing `/$count`, no filtering at all.
pub const BESIDE_OPERATORS: [&str; 3] = [NULL, COUNT, NONE];

/// Comparing with `null`, which some properties allow and others do not.
const NULL: &str = "null";

/// No filter at all.
const NONE: &str = "none";

/// Comparing the number of elements.
const COUNT: &str = "count";

pub(super) fn read(english: &English, sentence: &mut Sentence<'_, '_>) {
    let tokens = sentence.tokens;
    if let Some(denial) = english.find(Says::DeniesFilter, tokens)
        && denial.end == tokens.len()
    {
        sentence.add(Note::Filter(vec![NONE.to_owned()]), denial, RULE);
    }
    if let Some(note) = without_support(english, tokens) {
        return sentence.add(note, 0..tokens.len(), RULE);
    }
    if let Some(sortable) = english.find(Says::IsSortable, tokens) {
        return sentence.add(Note::OrderBy, sortable, RULE);
    }
    let Some(supports) = english.find(Says::Supports, tokens) else { return };
    let is_asked = |token: &Token<'_>| english.is(token.word, Class::Condition);
    if tokens[..supports.start].iter().any(is_asked) {
        return;
    }
    let statement = &tokens[supports.start..];
    for (index, token) in statement.iter().enumerate() {
        if let Some(note) = option(english, token.text, &statement[index + 1..]) {
            sentence.add_part(note, supports.start..tokens.len(), RULE);
        }
    }
    let holds = |token: &Token<'_>| is_of_operators(english, token);
    if tokens[supports.end..].iter().all(holds) {
        sentence.cover(&(supports.start..tokens.len()));
    }
}

/// Sentences of operators that do not speak of support: "Can be filtered with `eq`", "`$filter` accepts `eq`", "Only `eq`
/// is supported in `$filter`". Where they have other words too, they tell of something else.
fn without_support(english: &English, tokens: &[Token<'_>]) -> Option<Note> {
    let only = |tokens: &[Token<'_>]| {
        let found = operators(english, tokens);
        let are_all = tokens.iter().all(|token| is_of_operators(english, token));
        let is_english = |token: &Token<'_>| {
            token.kind == Kind::Word
                && LIKE_ENGLISH.iter().any(|it| it.eq_ignore_ascii_case(token.text))
        };
        let are_meant = are_all && !tokens.iter().any(is_english);
        (are_meant && !found.is_empty()).then_some(Note::Filter(found))
    };
    if let Some(takes) = english.find(Says::FilterTakes, tokens) {
        return only(&tokens[takes.end..]);
    }
    if english.says(Says::TakenByFilter, tokens) {
        let marked: Vec<Token<'_>> =
            tokens.iter().filter(|token| token.kind == Kind::Code).cloned().collect();
        return only(&marked);
    }
    let after = &tokens[english.find(Says::IsFilterable, tokens)?.end..];
    match after {
        [] => Some(Note::Filter(Vec::new())),
        [open, ..] if open.is_mark("(") => only(after),
        [lead, rest @ ..] if english.is(lead.word, Class::FiltersBy) => only(rest),
        _ => None,
    }
}

/// Whether a token is an operator, or a word that stands beside some.
fn is_of_operators(english: &English, token: &Token<'_>) -> bool {
    token.kind == Kind::Mark
        || english.is(token.word, Class::QueryWord)
        || token.text.split([',', ' ']).all(|word| is_operator(word) || word.contains("$count"))
}

fn is_operator(word: &str) -> bool {
    OPERATORS.iter().any(|operator| operator.eq_ignore_ascii_case(word))
}

fn option(english: &English, name: &str, after: &[Token<'_>]) -> Option<Note> {
    match name.to_ascii_lowercase().trim_start_matches('\\') {
        "$filter" => filter(english, after),
        "$orderby" => Some(Note::OrderBy),
        "$search" => Some(Note::Search),
        "$expand" => Some(Note::Expand),
        _ => None,
    }
}

/// The operators in the parentheses that follow, or named by "with the `eq` operator". Support that is
/// limited to parts of the value ("on **city**") is no support for the property.
fn filter(english: &English, after: &[Token<'_>]) -> Option<Note> {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    let between = english.find(Says::BeforeOperators, after).map_or(0, |it| it.end);
    let after = match after.get(between) {
        Some(open) if open.is_mark("(") => &after[between..],
        _ => after,
    };
    let (operators, rest) = match after.first() {
        Some(open) if open.is_mark("(") => {
            let close = after.iter().position(|token| token.is_mark(")")).unwrap_or(after.len());
            (operators(english, &after[1..close]), after.get(close + 1..).unwrap_or(&[]))
        }
        Some(with) if is(with, Class::NamesOperators) => (operators(english, after), &[][..]),
        // "Only with `eq`."
        Some(only)
            if is(only, Class::LimitsSupport)
                && after.get(1).is_some_and(|next| is(next, Class::NamesOperators)) =>
        {
            (operators(english, &after[1..]), &[][..])
        }
        Some(_) if english.says(Says::OnNull, after) => (vec![NULL.to_owned()], &[][..]),
        _ => (Vec::new(), after),
    };
    let limited = rest.first().is_some_and(|next| is(next, Class::LimitsSupport))
        && !english.says(Says::OnThis, rest);
    (!limited).then_some(Note::Filter(operators))
}

/// The operators of each part: parts end at commas, and at "and" or "or".
fn operators(english: &English, tokens: &[Token<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let parts = tokens.split(|token| token.is_mark(",") || english.is(token.word, Class::Or));
    for operator in parts.flat_map(|tokens| part(english, tokens)) {
        if !found.contains(&operator) {
            found.push(operator);
        }
    }
    found
}

/// "`eq`", "`eq` on `null` values", "`/$count eq 0`", "counting empty collections".
fn part(english: &English, tokens: &[Token<'_>]) -> Vec<String> {
    if tokens.iter().any(is_null) {
        return vec![NULL.to_owned()];
    }
    let counts = |token: &Token<'_>| {
        english.is(token.word, Class::Counting) || token.text.contains("$count")
    };
    if tokens.iter().any(counts) {
        return vec![COUNT.to_owned()];
    }
    let words = tokens.iter().filter(|token| matches!(token.kind, Kind::Code | Kind::Word));
    let words = words.flat_map(|token| token.text.split([',', ' ']));
    let known = words.filter_map(|word| {
        OPERATORS.iter().find(|operator| operator.eq_ignore_ascii_case(word.trim()))
    });
    known.map(|operator| (*operator).to_owned()).collect()
}

fn is_null(token: &Token<'_>) -> bool {
    token.text.eq_ignore_ascii_case(NULL)
}
