//! "Flags enum.", "multi-valued enumeration", "any combination of": several values at once.

use super::add;
use crate::prose::{Prose, Token, find, has_any, is_phrase};
use crate::{Fact, Note, Rule};

const RULE: Rule = "flags";

const PHRASES: &[&str] = &[
    "flags enum",
    "flags enumeration",
    "flagged enum",
    "flagged enumeration",
    "multi-valued enumeration",
    "multi-valued enum",
    "multivalued enumeration",
    "multivalued enum",
    "multi-value enumeration",
    "bitwise combination",
    "bit field",
    "any combination of",
    "a combination of the following",
    "can be combined",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        if states(sentence) {
            add(notes, Note::Flags, sentence, RULE);
        }
    }
}

/// Whether a sentence says that values can be combined.
pub(crate) fn states(sentence: &[Token<'_>]) -> bool {
    if has_any(sentence, &["not", "cannot", "can't"]) {
        return false;
    }
    is_phrase(sentence, "multi-valued")
        || is_phrase(sentence, "multivalued")
        || PHRASES.iter().any(|phrase| find(sentence, phrase).is_some())
}
