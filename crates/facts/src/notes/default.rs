//! "Default value is `x`.", "Defaults to false.", "`x` (default)".

use super::Sentence;
use crate::english::{Class, English, Says};
use crate::prose::{Kind, Token};
use crate::{Note, Rule};

const RULE: Rule = "default";

pub(super) fn read(english: &English, sentence: &mut Sentence<'_, '_>) {
    let tokens = sentence.tokens;
    if is_case(english, tokens) {
        return;
    }
    let leads = [Says::DefaultIs, Says::DefaultBare].into_iter();
    let found = leads.filter_map(|says| Some((says, english.find(says, tokens)?)));
    let stated = found.into_iter().find_map(|(says, lead)| {
        let value = tokens.get(lead.end)?;
        // "The default value `x`" names one only as code.
        if says == Says::DefaultBare && value.kind != Kind::Code {
            return None;
        }
        value_text(english, value, &tokens[lead.end + 1..]).map(|text| (text, lead))
    });
    if let Some((value, lead)) = stated {
        return sentence.add(Note::Default(value.to_owned()), lead.start..lead.end + 1, RULE);
    }
    let mark = english.find(Says::DefaultMark, tokens);
    if let Some((value, mark)) = mark.and_then(|mark| Some((marked(tokens, mark.start)?, mark))) {
        sentence.add_part(Note::Default(value.to_owned()), mark, RULE);
    }
}

/// "If the type is `x`, this defaults to `y`" speaks of one case; "If not set, …" of the default.
fn is_case(english: &English, sentence: &[Token<'_>]) -> bool {
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    sentence
        .first()
        .is_some_and(|first| is(first, Class::Condition) || is(first, Class::Restriction))
        && !sentence.iter().any(|token| is(token, Class::Absent))
}

fn value_text<'a>(english: &English, value: &Token<'a>, after: &[Token<'a>]) -> Option<&'a str> {
    let next = after.first();
    let is = |token: &Token<'_>, class| english.is(token.word, class);
    let limited = |next: &Token<'_>| is(next, Class::Condition) || is(next, Class::LimitsDefault);
    if next.is_some_and(limited) || value.text.eq_ignore_ascii_case("null") {
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
