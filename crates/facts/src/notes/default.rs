//! "Default value is `x`.", "Defaults to false.", "`x` (default)".

use super::add;
use crate::prose::{Kind, Prose, Token, find, has_any, is_phrase};
use crate::{Fact, Note, Rule};

const RULE: Rule = "default";

const LEADS: &[&str] = &[
    "default value is",
    "default value of",
    "default is",
    "defaults is",
    "defaults to",
    "default to",
    "default value",
    "default",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        if is_case(sentence) {
            continue;
        }
        let stated = LEADS.iter().find_map(|lead| after_lead(sentence, lead));
        if let Some(value) = stated.or_else(|| marked(sentence)) {
            add(notes, Note::Default(value.to_owned()), sentence, RULE);
            return;
        }
    }
}

/// "If the type is `x`, this defaults to `y`" speaks of one case; "If not set, …" of the default.
fn is_case(sentence: &[Token<'_>]) -> bool {
    sentence.first().is_some_and(|first| first.is_any(&["if", "when", "for"]))
        && !has_any(
            sentence,
            &["not", "isn't", "omitted", "unspecified", "missing", "empty", "blank"],
        )
}

/// The value that follows a lead-in and ends its clause.
fn after_lead<'a>(sentence: &[Token<'a>], lead: &str) -> Option<&'a str> {
    let at = find(sentence, lead)?;
    let mut after = &sentence[at + lead.split(' ').count()..];
    let needs_sign = matches!(lead, "default" | "default value");
    match after.first() {
        Some(sign) if sign.is_mark(":") || sign.is_mark("=") => after = &after[1..],
        Some(value) if lead == "default value" && value.kind == Kind::Code => {}
        _ if needs_sign => return None,
        _ => {}
    }
    for filler in ["the single value", "the value", "to"] {
        let count = filler.split(' ').count();
        if after.get(..count).is_some_and(|start| is_phrase(start, filler)) {
            after = &after[count..];
            break;
        }
    }
    let (value, after) = after.split_first()?;
    value_text(value, after)
}

fn value_text<'a>(value: &Token<'a>, after: &[Token<'a>]) -> Option<&'a str> {
    let conditional =
        after.first().is_some_and(|next| next.is_any(&["when", "if", "for", "unless"]));
    if conditional || value.text.eq_ignore_ascii_case("null") {
        return None;
    }
    let ends = after.first().is_none_or(|next| {
        matches!(next.kind, Kind::Mark | Kind::Break) || next.is_any(&["and", "which"])
    });
    match value.kind {
        Kind::Code | Kind::Quoted => Some(value.text.trim_matches(['\'', '"'])),
        Kind::Word if ends && !vague(value) => Some(value.text),
        _ => None,
    }
}

/// Words that name no value.
fn vague(value: &Token<'_>) -> bool {
    value.is_any(&["empty", "enabled", "disabled", "none", "blank", "a", "the", "this", "not"])
}

/// The value before "(default)", "(the default)" or "(default value)".
fn marked<'a>(sentence: &[Token<'a>]) -> Option<&'a str> {
    let at = (0..sentence.len()).find(|at| {
        let inside = &sentence[at + 1..];
        sentence[*at].is_mark("(")
            && ["default", "the default", "default value", "the default value"].iter().any(
                |phrase| {
                    let length = phrase.split(' ').count();
                    inside.get(..length).is_some_and(|words| is_phrase(words, phrase))
                        && inside.get(length).is_some_and(|token| token.is_mark(")"))
                },
            )
    })?;
    let value = sentence.get(at.checked_sub(1)?)?;
    let listed = at < 2 || sentence[at - 2].kind == Kind::Mark;
    match value.kind {
        Kind::Code | Kind::Quoted if !value.text.eq_ignore_ascii_case("null") => Some(value.text),
        Kind::Word if listed && !value.text.eq_ignore_ascii_case("null") => Some(value.text),
        _ => None,
    }
}
