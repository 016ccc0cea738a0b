//! What a sentence of a request body section says is sent.
//!
//! Reads one sentence; [`strongest`] picks among several. Must not see tables.

use super::super::mentions;
use super::super::sentences::Sentence;
use crate::{BodyStatement, Fact};

/// What the sentence says; `None` when it only explains something.
pub(super) fn read(sentence: &Sentence, page_path: &str) -> Option<BodyStatement> {
    let text = sentence.plain();
    let lower = text.to_lowercase();
    if refuses(&lower) {
        return Some(BodyStatement::None);
    }
    if says(
        &lower,
        &["binary", "byte stream", "zip ", "html content", "mime content", "raw content"],
    ) {
        return Some(BodyStatement::Binary(media_type(&text)));
    }
    let about_body =
        says(&lower, &["body", "json", "supply", "provide", "include", "specify", "request"]);
    if says(&lower, &["not included in", "aren't included in"]) {
        return None;
    }
    if !about_body {
        return bare_type(sentence, &text, page_path);
    }
    Some(positive(sentence, &lower, page_path))
}

/// "A [user](…)." and no more.
fn bare_type(sentence: &Sentence, text: &str, page_path: &str) -> Option<BodyStatement> {
    let linked = sentence.runs.iter().any(|run| run.link.is_some());
    let found = mentions::in_sentence(sentence, page_path);
    let bare = linked && text.split_whitespace().count() <= 4 && !found.types.is_empty();
    bare.then_some(BodyStatement::Representation(found.types))
}

fn positive(sentence: &Sentence, lower: &str, page_path: &str) -> BodyStatement {
    const FIELDS: &[&str] = &[
        "relevant fields",
        "relevant properties",
        "should be updated",
        "to be updated",
        "to update",
        "only the values",
        "that need",
        "new value for",
        "can be updated",
    ];
    const PARAMETERS: &[&str] =
        &["parameter", "following properties", "following required", "with the following"];
    const IDENTIFIERS: &[&str] =
        &["identifier of", "the id of", "the ids of", "odata.id", "odata id of", "reference to"];
    if says(lower, IDENTIFIERS) {
        return BodyStatement::Other;
    }
    let found = mentions::in_sentence(sentence, page_path);
    let whole =
        says(lower, &["representation", "json body", "new ", "modified ", "array of", "object"]);
    let supplies = says(lower, &["supply", "provide", "include", "representation", "contain"]);
    if says(lower, PARAMETERS) && !says(lower, &["representation of a", "representation of the ["])
    {
        return BodyStatement::Parameters;
    }
    if says(lower, FIELDS)
        && !says(lower, &["json representation of a", "json representation of the "])
    {
        return BodyStatement::RelevantFields;
    }
    match whole && supplies && !found.types.is_empty() {
        true => BodyStatement::Representation(found.types),
        false => BodyStatement::Other,
    }
}

fn says(lower: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| lower.contains(phrase))
}

/// "Do not supply a request body", "No request body is required", "Empty.", "None."
fn refuses(lower: &str) -> bool {
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| !word.is_empty())
        .collect();
    let is_object = |word: &&&str| matches!(**word, "body" | "content" | "anything" | "payload");
    let refused = (0..words.len()).any(|at| {
        let negated = match words[at..] {
            ["do" | "does", "not", verb, ..] => is_verb(verb).then_some(at + 3),
            ["don't" | "doesn't" | "don’t" | "doesn’t", verb, ..] => {
                is_verb(verb).then_some(at + 2)
            }
            ["no", "need", "to", verb, ..] => is_verb(verb).then_some(at + 4),
            ["no", ..] => Some(at + 1),
            _ => None,
        };
        negated.is_some_and(|after| words[after..].iter().take(4).any(|word| is_object(&word)))
    });
    let not_needed =
        says(lower, &["body is not necessary", "body is not required", "body will be ignored"]);
    let conditional = lower.starts_with("if ");
    !conditional && (refused || not_needed || matches!(words[..], ["none" | "empty"]))
}

fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "supply"
            | "provide"
            | "specify"
            | "include"
            | "have"
            | "require"
            | "add"
            | "send"
            | "accept"
            | "need"
            | "use"
            | "take"
    )
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
