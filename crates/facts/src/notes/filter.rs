//! "Supports `$filter` (`eq`, `ne`) and `$orderby`."

use super::add;
use crate::prose::{Kind, Prose, Token};
use crate::{Fact, Note, Rule};

const RULE: Rule = "filter";

/// Operators as OData writes them.
const OPERATORS: &[&str] = &[
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

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        let Some(start) = sentence.iter().position(|token| token.is("supports")) else { continue };
        let statement = &sentence[start..];
        for (index, token) in statement.iter().enumerate() {
            if let Some(note) = option(token.text, &statement[index + 1..]) {
                add(notes, note, statement, RULE);
            }
        }
    }
}

fn option(name: &str, after: &[Token<'_>]) -> Option<Note> {
    match name.to_ascii_lowercase().trim_start_matches('\\') {
        "$filter" => filter(after),
        "$orderby" => Some(Note::OrderBy),
        "$search" => Some(Note::Search),
        "$expand" => Some(Note::Expand),
        _ => None,
    }
}

/// The operators in the parentheses that follow, or named by "with the `eq` operator". Support that is
/// limited to parts of the value ("on **city**", "on `null` values") is no support for the property.
fn filter(after: &[Token<'_>]) -> Option<Note> {
    let (operators, rest) = match after.first() {
        Some(open) if open.is_mark("(") => {
            let close = after.iter().position(|token| token.is_mark(")")).unwrap_or(after.len());
            (operators(&after[1..close]), after.get(close + 1..).unwrap_or(&[]))
        }
        Some(with) if with.is("with") => (operators(after), &[][..]),
        _ => (Vec::new(), after),
    };
    let limited =
        rest.first().is_some_and(|next| next.is_any(&["on", "only", "when", "if", "where"]));
    (!limited).then_some(Note::Filter(operators))
}

fn operators(tokens: &[Token<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let candidates = tokens.iter().filter(|token| matches!(token.kind, Kind::Code | Kind::Word));
    for word in candidates.flat_map(|token| token.text.split([',', ' '])) {
        let known = OPERATORS.iter().find(|operator| operator.eq_ignore_ascii_case(word.trim()));
        if let Some(operator) = known
            && !found.iter().any(|before| before == operator)
        {
            found.push((*operator).to_owned());
        }
    }
    found
}
