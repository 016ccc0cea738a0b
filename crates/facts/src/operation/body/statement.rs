//! What a sentence of a request body section says is sent.
//!
//! Reads one sentence; [`strongest`] picks among several. Must not see tables.

use super::super::mentions;
use crate::english::{Class, English, Says};
use crate::origin::Origin;
use crate::prose::wording;
use crate::token::Token;
use crate::{BodyStatement, Fact};

/// What the sentence says; `None` when it only explains something.
pub(super) fn read(sentence: &[Token<'_>], origin: Origin<'_>) -> Option<BodyStatement> {
    let says = |says| origin.english().says(says, sentence);
    if says(Says::NoBody) && !says(Says::MannerOfBody) && !is_case(origin.english(), sentence) {
        return Some(BodyStatement::None);
    }
    if says(Says::BinaryBody) {
        return Some(BodyStatement::Binary(media_type(&wording(sentence))));
    }
    if says(Says::LeftOutOfBody) {
        return None;
    }
    if says(Says::AboutBody) {
        return Some(positive(sentence, origin));
    }
    bare_type(sentence, origin)
}

/// "A [user](…)." and no more.
fn bare_type(sentence: &[Token<'_>], origin: Origin<'_>) -> Option<BodyStatement> {
    let linked = sentence.iter().any(|token| token.link.is_some());
    let found = mentions::in_sentence(sentence, origin);
    let bare = linked && sentence.len() <= 4 && !found.types.is_empty();
    bare.then_some(BodyStatement::Representation(found.types))
}

fn positive(sentence: &[Token<'_>], origin: Origin<'_>) -> BodyStatement {
    let says = |says| origin.english().says(says, sentence);
    let of_type = says(Says::RepresentationOfType);
    if says(Says::BodyIdentifies) {
        BodyStatement::Other
    } else if says(Says::BodyParameters) && !of_type {
        BodyStatement::Parameters
    } else if says(Says::BodyFields) && !of_type {
        BodyStatement::RelevantFields
    } else {
        let types = mentions::in_sentence(sentence, origin).types;
        match says(Says::BodyHolds) && says(Says::BodySupplied) && !types.is_empty() {
            true => BodyStatement::Representation(types),
            false => BodyStatement::Other,
        }
    }
}

/// Whether the sentence speaks of one case: "If the pen is new, …".
fn is_case(english: &English, sentence: &[Token<'_>]) -> bool {
    sentence.iter().any(|token| english.is(token.word, Class::Case))
}

/// `image/jpeg` and the like.
fn media_type(text: &str) -> Option<String> {
    let is_media = |word: &&str| {
        word.split_once('/').is_some_and(|(kind, rest)| {
            matches!(kind, "application" | "text" | "image" | "audio" | "video" | "multipart")
                && !rest.is_empty()
        })
    };
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(is_media)
        .map(str::to_owned)
}

/// "However, you can specify properties in the request body." Bytes that may be sent instead are no body of the usual
/// form.
pub(super) fn offers(
    statement: &BodyStatement,
    sentence: &[Token<'_>],
    origin: Origin<'_>,
) -> bool {
    !matches!(statement, BodyStatement::Binary(_))
        && origin.english().says(Says::OffersBody, sentence)
}

/// Without the statement that no body is needed, where a later one offers one. Each is told whether it does.
pub(super) fn unless_offered(
    statements: Vec<(bool, Fact<BodyStatement>)>,
) -> Vec<Fact<BodyStatement>> {
    let last_offer = statements.iter().rposition(|(offers, _)| *offers);
    let outweighed = |at: usize, it: &Fact<BodyStatement>| {
        it.value == BodyStatement::None && last_offer.is_some_and(|offer| at < offer)
    };
    let kept = statements.into_iter().enumerate().filter(|(at, (_, it))| !outweighed(*at, it));
    kept.map(|(_, (_, statement))| statement).collect()
}

/// The statement that tells most: a type over parameters over fields. "Does not require a body" yields
/// to those, but not to a binary form that may be sent instead.
pub(super) fn strongest(statements: Vec<Fact<BodyStatement>>) -> Option<Fact<BodyStatement>> {
    let rank = |statement: &BodyStatement| match statement {
        BodyStatement::Representation(_) => 5,
        BodyStatement::Parameters => 4,
        BodyStatement::RelevantFields => 3,
        BodyStatement::None => 2,
        BodyStatement::Binary(_) => 1,
        BodyStatement::Other => 0,
    };
    let mut best: Option<Fact<BodyStatement>> = None;
    for statement in statements {
        if best.as_ref().is_none_or(|best| rank(&statement.value) > rank(&best.value)) {
            best = Some(statement);
        }
    }
    best
}
