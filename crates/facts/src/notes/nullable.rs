//! "Nullable." and "Not nullable."; "`null` if …" says when, not whether.

use super::add;
use crate::prose::{Prose, is_phrase};
use crate::{Fact, Note, Rule};

const RULE: Rule = "nullable";

const NULLABLE: &[&str] = &[
    "nullable",
    "is nullable",
    "it is nullable",
    "this property is nullable",
    "can be null",
    "this property can be null",
    "this can be null",
    "may be null",
];

const NOT_NULLABLE: &[&str] = &[
    "not nullable",
    "non-nullable",
    "non nullable",
    "is not nullable",
    "it is not nullable",
    "this property is not nullable",
    "cannot be null",
    "can't be null",
    "must not be null",
    "this property cannot be null",
    "the value cannot be null",
    "may not be null",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for clause in prose.clauses() {
        if NOT_NULLABLE.iter().any(|phrase| is_phrase(clause, phrase)) {
            add(notes, Note::Nullable(false), clause, RULE);
        } else if NULLABLE.iter().any(|phrase| is_phrase(clause, phrase)) {
            add(notes, Note::Nullable(true), clause, RULE);
        }
    }
}
