//! "Maximum length is 64 characters.", and in type cells "string, maximum size 20", `String(20)`.

use std::ops::Range;

use page::Text;

use super::Sentence;
use crate::english::{Class, English, Says};
use crate::origin::Origin;
use crate::prose::{Kind, Prose, Token, span};
use crate::type_grammar::{TypeGrammar, TypeWord};
use crate::{Fact, Note, Rule};

#[cfg(test)]
mod tests;

const RULE: Rule = "max-length";

pub(super) fn read(english: &English, sentence: &mut Sentence<'_, '_>) {
    let tokens = sentence.tokens;
    let limits = |token: &Token<'_>| english.is(token.word, Class::Condition);
    if tokens.iter().any(limits) {
        return;
    }
    if let Some(unit) = english.find(Says::MaxLengthBehind, tokens)
        && let Some((length, first)) = number_before(&tokens[..unit.start])
        && tokens[..first].iter().all(|token| english.is(token.word, Class::BeforeLimit))
    {
        return sentence.add_part(Note::MaxLength(length), first..unit.end, RULE);
    }
    if let Some((length, stated)) = stated(english, tokens, |lead, unit| {
        let of_length = lead.iter().any(|token| english.is(token.word, Class::Length));
        match unit {
            Some(unit) => is_characters(english, unit) || of_length && unit.kind == Kind::Mark,
            None => of_length,
        }
    }) {
        let begins =
            tokens[..stated.start].iter().all(|token| english.is(token.word, Class::BeforeLimit));
        let whole = begins && tokens[stated.end..].iter().all(|token| token.kind == Kind::Mark);
        if whole {
            sentence.add(Note::MaxLength(length), 0..stated.end, RULE);
        } else {
            sentence.add_part(Note::MaxLength(length), stated, RULE);
        }
    }
}

/// What a type cell says of the length of a text.
pub(crate) fn of_type_cell(cell: &Text, origin: Origin<'_>) -> Option<Fact<Note>> {
    let english = origin.english();
    let prose = Prose::new(cell, english);
    let tokens = &prose.tokens[..];
    let of_text = |_: &[Token<'_>], unit: Option<&Token<'_>>| {
        unit.is_none_or(|unit| unit.kind != Kind::Word || is_characters(english, unit))
    };
    let said = stated(english, tokens, of_text).or_else(|| in_brackets(tokens, origin.grammar()));
    let (length, range) = said?;
    Some(Fact::new(Note::MaxLength(length), span(&tokens[range])?, RULE))
}

/// The number behind the words for a limit, if what follows it (or nothing) fits, and the tokens that say so.
fn stated(
    english: &English,
    tokens: &[Token<'_>],
    fits: impl Fn(&[Token<'_>], Option<&Token<'_>>) -> bool,
) -> Option<(u32, Range<usize>)> {
    let lead = english.find(Says::MaxLength, tokens)?;
    let (length, digits) = number(tokens.get(lead.end..)?)?;
    let unit = tokens.get(lead.end + digits);
    let end =
        lead.end + digits + usize::from(unit.is_some_and(|unit| is_characters(english, unit)));
    fits(&tokens[lead.clone()], unit).then_some((length, lead.start..end))
}

/// `String(20)`, `Code[20]`: a word and a number in brackets.
fn in_brackets(tokens: &[Token<'_>], grammar: &TypeGrammar) -> Option<(u32, Range<usize>)> {
    let at = tokens.windows(4).position(|it| {
        let brackets =
            it[1].is_mark("(") && it[3].is_mark(")") || it[1].is_mark("[") && it[3].is_mark("]");
        let text = it[0].kind == Kind::Word && grammar.is(it[0].text, TypeWord::Text);
        text && brackets && number(&it[2..3]).is_some()
    })?;
    Some((number(&tokens[at + 2..at + 3])?.0, at..at + 4))
}

/// The number that the tokens begin with, and how many tokens it takes: `1,024` takes three.
fn number(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let is_number = |token: &Token<'_>| token.text.bytes().all(|byte| byte.is_ascii_digit());
    let first = tokens.first().filter(|token| is_number(token))?;
    let mut digits = first.text.to_owned();
    let mut taken = 1;
    while let [comma, group, ..] = &tokens[taken..]
        && comma.is_mark(",")
        && !comma.apart
        && !group.apart
        && group.text.len() == 3
        && is_number(group)
    {
        digits.push_str(group.text);
        taken += 2;
    }
    digits.parse().ok().filter(|length| *length > 0).map(|length| (length, taken))
}

/// The number that the tokens end with, and where it begins.
fn number_before(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let ends = |at: &usize| {
        number(&tokens[*at..]).filter(|(_, taken)| at + taken == tokens.len()).is_some()
    };
    let first = (0..tokens.len()).find(ends)?;
    number(&tokens[first..]).map(|(length, _)| (length, first))
}

fn is_characters(english: &English, token: &Token<'_>) -> bool {
    english.is(token.word, Class::Characters)
}
