//! "[Deprecated] …", "This property is deprecated …", "Do not use."

use super::add;
use crate::prose::{Kind, Prose, Token, find, has_any, is_phrase, starts_with, wording};
use crate::{Fact, Note, Rule};

const RULE: Rule = "deprecated";

const STATEMENTS: &[&str] = &[
    "is deprecated",
    "are deprecated",
    "been deprecated",
    "being deprecated",
    "be deprecated",
    "is obsolete",
    "is now obsolete",
    "is now deprecated",
    "is being retired",
    "has been retired",
    "do not use this",
    "don't use this",
];

/// What the sentence must speak of for the statement to be about the property itself.
const SUBJECTS: &[&str] = &[
    "this",
    "it",
    "property",
    "setting",
    "value",
    "field",
    "parameter",
    "attribute",
    "relationship",
    "api",
    "method",
    "function",
    "action",
    "resource",
    "type",
    "enum",
    "member",
    "do",
    "don't",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    let mut sentences = prose.sentences().peekable();
    while let Some(sentence) = sentences.next() {
        if states(sentence) {
            let mut wording = wording(sentence);
            if sentence.len() < 4
                && let Some(next) = sentences.peek()
            {
                wording = format!("{wording}. {}", crate::prose::wording(next));
            }
            add(notes, Note::Deprecated(wording), sentence, RULE);
            return;
        }
    }
}

/// Whether a sentence says that its subject is deprecated.
pub(crate) fn states(sentence: &[Token<'_>]) -> bool {
    let doubtful = has_any(sentence, &["whether", "if", "or"])
        || sentence.first().is_some_and(|first| first.is_any(&["indicates", "flag", "specifies"]));
    if doubtful && !marked(sentence) {
        return false;
    }
    marked(sentence)
        || is_phrase(sentence, "deprecated")
        || is_phrase(sentence, "obsolete")
        || is_phrase(sentence, "do not use")
        || is_phrase(sentence, "don't use")
        || find(sentence, "to be deprecated").is_some()
        || STATEMENTS.iter().any(|phrase| {
            find(sentence, phrase).is_some_and(|at| at == 0 || has_any(&sentence[..at], SUBJECTS))
        })
}

/// "[Deprecated] …", "(deprecated) …", "Deprecated: …", "Deprecated – …".
fn marked(sentence: &[Token<'_>]) -> bool {
    let bracket = sentence.first().is_some_and(|first| first.is_mark("[") || first.is_mark("("));
    let start = if bracket { &sentence[1..] } else { sentence };
    let follows = start.get(1).is_some_and(|next| {
        next.kind == Kind::Mark && matches!(next.text, "]" | ")" | ":" | "-" | "–" | "—" | ",")
    });
    starts_with(start, "deprecated") && follows
}
