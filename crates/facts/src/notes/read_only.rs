//! "Read-only.", "This property is read-only.", "cannot be changed after creation", "Write-only."

use super::{add, is_conditional};
use crate::prose::{Prose, Token, clauses, find, has_any, is_phrase, starts_with};
use crate::{Fact, Note, Rule};

const RULE: Rule = "read-only";

const READ_ONLY: &[&str] = &[
    "read-only",
    "read only",
    "readonly",
    "non-editable",
    "is read-only",
    "is read only",
    "is readonly",
    "it is read-only",
    "it is read only",
    "this is read-only",
    "this is read only",
    "it's read-only",
    "this property is read-only",
    "this property is read only",
    "this property is readonly",
    "property is read-only",
    "this value is read-only",
    "the value is read-only",
    "this field is read-only",
    "the property is read-only",
    "a read-only property",
    "read-only property",
    "this attribute is read-only",
];

/// "Read-only collection of …", "This is a read-only GUID", "This read-only field …".
const ADJECTIVE: &[&str] = &[
    "read-only",
    "this is a read-only",
    "this is a read only",
    "a read-only",
    "this read-only",
    "is a read-only",
    "this property is read-only",
    "this property is read only",
    "the property is read-only",
    "this setting is read-only",
    "is read-only",
];

const UNCHANGEABLE: &[&str] = &[
    "cannot be changed",
    "cannot be modified",
    "cannot be updated",
    "can not be changed",
    "can't be changed",
    "can't be modified",
    "can't be updated",
    "can’t be changed",
    "immutable",
    "cannot be edited",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        if let Some(note) = unchangeable(sentence) {
            add(notes, note, sentence, RULE);
            continue;
        }
        for clause in clauses(sentence) {
            if exact(clause) && !follows_condition(sentence) {
                add(notes, Note::ReadOnly, clause, RULE);
            } else if is_phrase(clause, "write-only") || is_phrase(clause, "write only") {
                add(notes, Note::WriteOnly, clause, RULE);
            }
        }
        if adjective(sentence) {
            add(notes, Note::ReadOnly, sentence, RULE);
        }
    }
}

fn exact(clause: &[Token<'_>]) -> bool {
    READ_ONLY.iter().any(|phrase| is_phrase(clause, phrase))
}

/// A condition before the clause rules over it: "Once set, this property is read-only".
fn follows_condition(sentence: &[Token<'_>]) -> bool {
    sentence.first().is_some_and(|first| {
        first.is_any(&["if", "when", "once", "after", "whether", "indicates", "unless", "for"])
    }) || has_any(sentence, &["if", "when", "unless"])
}

fn adjective(sentence: &[Token<'_>]) -> bool {
    let Some(start) = ADJECTIVE.iter().filter(|phrase| starts_with(sentence, phrase)).max() else {
        return false;
    };
    let after = &sentence[start.split(' ').count()..];
    let restricted = after.first().is_some_and(|next| {
        next.is_any(&["for", "in", "on", "by", "access", "mode", "link", "permission", "view"])
    });
    !after.is_empty() && !restricted && !is_conditional(sentence)
}

/// "cannot be changed" and its kin: for good, or once the object exists.
fn unchangeable(sentence: &[Token<'_>]) -> Option<Note> {
    if system_generated(sentence) {
        return Some(Note::ReadOnly);
    }
    let (at, phrase) = UNCHANGEABLE
        .iter()
        .chain(&["read-only", "read only"])
        .find_map(|phrase| find(sentence, phrase).map(|at| (at, *phrase)))?;
    let before = &sentence[..at];
    let after = &sentence[at + phrase.split(' ').count()..];
    let creation =
        |part: &[Token<'_>]| has_any(part, &["creation", "created", "creating", "create", "set"]);
    let later =
        has_any(after, &["after", "once", "later"]) && (creation(after) || after.len() == 1);
    let set_before = has_any(before, &["once", "during", "when", "while"]) && creation(before);
    if later || (set_before && !has_any(before, &["if", "whether", "indicates"])) {
        return Some(Note::CreateOnly);
    }
    if phrase == "immutable" {
        let own =
            before.is_empty() || before.iter().all(|t| t.is_any(&["is", "and", "key", "this"]));
        return (own && !is_conditional(sentence)).then_some(Note::CreateOnly);
    }
    let subject = before.last()?;
    let of_itself = subject.is_any(&["it", "this", "value", "property", "and"]);
    let free = after.is_empty() || after[0].is_any(&["and", "directly", "manually"]);
    let states_both = phrase.starts_with("read");
    (of_itself && free && !states_both && !conditional_start(before)).then_some(Note::ReadOnly)
}

fn conditional_start(before: &[Token<'_>]) -> bool {
    has_any(before, &["if", "when", "whether", "indicates", "unless", "where"])
}

fn system_generated(sentence: &[Token<'_>]) -> bool {
    (starts_with(sentence, "system generated") || starts_with(sentence, "system-generated"))
        && !is_conditional(sentence)
}
