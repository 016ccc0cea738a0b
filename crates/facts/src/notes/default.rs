//! "Default value is `x`.", "Defaults to false.", "`x` (default)".

use super::add;
use crate::prose::{Kind, Prose, Token, find, is_phrase};
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
        let stated = LEADS.iter().find_map(|lead| after_lead(sentence, lead));
        if let Some(value) = stated.or_else(|| marked(sentence)) {
            add(notes, Note::Default(value.to_owned()), sentence, RULE);
            return;
        }
    }
}

/// The value that follows a lead-in and ends its clause.
fn after_lead<'a>(sentence: &[Token<'a>], lead: &str) -> Option<&'a str> {
    let at = find(sentence, lead)?;
    let mut after = &sentence[at + lead.split(' ').count()..];
    let needs_sign = matches!(lead, "default" | "default value");
    match after.first() {
        Some(sign) if sign.is_mark(":") || sign.is_mark("=") => after = &after[1..],
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

/// The value before "(default)".
fn marked<'a>(sentence: &[Token<'a>]) -> Option<&'a str> {
    let at = sentence.windows(3).position(|window| {
        window[0].is_mark("(") && window[1].is("default") && window[2].is_mark(")")
    })?;
    let value = sentence.get(at.checked_sub(1)?)?;
    let listed = at < 2 || sentence[at - 2].kind == Kind::Mark;
    match value.kind {
        Kind::Code | Kind::Quoted if !value.text.eq_ignore_ascii_case("null") => Some(value.text),
        Kind::Word if listed && !value.text.eq_ignore_ascii_case("null") => Some(value.text),
        _ => None,
    }
}
