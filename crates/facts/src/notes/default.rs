//! "Default value is `x`.", "Defaults to false.", "`x` (default)".

use std::ops::Range;

use super::Sentence;
use crate::english::{Class, English, Says};
use crate::prose::{Kind, Token};
use crate::{Note, Rule};

const RULE: Rule = "default";

pub(super) fn read(english: &English, sentence: &mut Sentence<'_, '_>) {
    let tokens = sentence.tokens;
    let stated = (!is_case(english, tokens)).then(|| stated(english, tokens)).flatten();
    if let Some((value, range)) = stated {
        let note = Note::Default(value.to_owned());
        // "If not set, …" goes with the note; what else it may depend on stays.
        let (before, is_case) = (&tokens[..range.start], begins_case(english, tokens));
        if english.says(Says::IfNotGiven, before) {
            sentence.add(note, 0..range.end, RULE);
        } else if is_case && !before.is_empty() {
            sentence.add_part(note, range, RULE);
        } else {
            sentence.add(note, range, RULE);
        }
        return;
    }
    let mark = english.find(Says::DefaultMark, tokens);
    if let Some((value, mark)) = mark.and_then(|mark| Some((marked(tokens, mark.start)?, mark))) {
        sentence.add_part(Note::Default(value.to_owned()), mark, RULE);
    }
}

/// The value that the words for a default stand before or around, and the tokens that say so.
fn stated<'a>(english: &English, tokens: &[Token<'a>]) -> Option<(&'a str, Range<usize>)> {
    let leads = [Says::DefaultIs, Says::DefaultBare].into_iter();
    let mut found = leads.filter_map(|says| Some((says, english.find(says, tokens)?)));
    let before = found.find_map(|(says, lead)| {
        let value = tokens.get(lead.end)?;
        // "The default value `x`" names one only as code.
        if says == Says::DefaultBare && value.kind != Kind::Code {
            return None;
        }
        let text = value_text(english, value, &tokens[lead.end + 1..])?;
        Some((text, lead.start..lead.end + 1))
    });
    before.or_else(|| {
        let around = english.find(Says::DefaultAround, tokens)?;
        let value = tokens[around.clone()].iter().find(|token| token.is_marked())?;
        let after = &tokens[around.end..];
        let ends = after.first().is_none_or(|next| next.kind == Kind::Mark)
            && !after.iter().any(|token| english.is(token.word, Class::Condition));
        (ends || english.says(Says::NotGiven, after)).then_some((value.text, around))
    })
}

/// "If the type is `x`, this defaults to `y`" speaks of one case; "If not set, …" and "By default, …" of the default.
fn is_case(english: &English, sentence: &[Token<'_>]) -> bool {
    begins_case(english, sentence)
        && !english.says(Says::NotGiven, sentence)
        && english.find(Says::DefaultBare, sentence).is_none_or(|lead| lead.start > 0)
}

fn begins_case(english: &English, sentence: &[Token<'_>]) -> bool {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    sentence
        .first()
        .is_some_and(|first| is(first, Class::Condition) || is(first, Class::Restriction))
}

/// Whether what follows a value says that it is the default in some cases only: "for old pens", but not "if omitted".
fn limits(english: &English, after: &[Token<'_>]) -> bool {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    after.first().is_some_and(|next| is(next, Class::Condition) || is(next, Class::LimitsDefault))
        && !english.says(Says::NotGiven, after)
}

fn value_text<'a>(english: &English, value: &Token<'a>, after: &[Token<'a>]) -> Option<&'a str> {
    let next = after.first();
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    if limits(english, after) || value.text.eq_ignore_ascii_case("null") {
        return None;
    }
    let ends = next.is_none_or(|next| {
        matches!(next.kind, Kind::Mark | Kind::Break) || is(next, Class::GoesOn)
    });
    match value.kind {
        Kind::Code | Kind::Quoted => Some(value.text.trim_matches(['\'', '"'])),
        Kind::Word if ends && !is(value, Class::NoValue) => Some(value.text),
        _ => None,
    }
}

/// The value before "(default)".
fn marked<'a>(sentence: &[Token<'a>], mark: usize) -> Option<&'a str> {
    let value = sentence.get(mark.checked_sub(1)?)?;
    let listed = mark < 2 || sentence[mark - 2].kind == Kind::Mark;
    let states = match value.kind {
        Kind::Code | Kind::Quoted => true,
        Kind::Word => listed,
        Kind::Mark | Kind::Break => false,
    };
    (states && !value.text.eq_ignore_ascii_case("null")).then_some(value.text)
}
