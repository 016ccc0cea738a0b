//! "Key.", "Primary key.", "Key of the entity."

use super::add;
use crate::prose::{Prose, clauses, is_phrase, starts_with};
use crate::{Fact, Note, Rule};

const RULE: Rule = "key";

const KEY: &[&str] = &[
    "key",
    "primary key",
    "entity key",
    "the key",
    "is the key",
    "key property",
    "unique key",
    "the primary key",
    "key of the entity",
    "key of this entity",
    "key of the object",
    "key of the setting",
    "this is the key",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        // A dictionary's "Key for …" or "Key used to …" is a property like any other.
        if starts_with(sentence, "key for") || starts_with(sentence, "key used") {
            continue;
        }
        for clause in clauses(sentence) {
            if KEY.iter().any(|phrase| is_phrase(clause, phrase)) {
                add(notes, Note::Key, clause, RULE);
            }
        }
    }
}
