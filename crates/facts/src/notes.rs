//! Usable facts in descriptions, one file per family of phrases.
//!
//! Each rule takes a description as [`Prose`] and returns the notes it is sure of. A phrase with a
//! condition ("read-only when …") states nothing about the property as such and is left to people.

use crate::prose::{Prose, Token, has_any, span};
use crate::{Fact, Note, Rule};

mod default;
mod deprecated;
mod filter;
mod flags;
mod inherited;
mod key;
mod nullable;
mod read_only;
mod required;
mod returned;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use deprecated::states as states_deprecation;
pub(crate) use flags::states as states_flags;
pub(crate) use inherited::mention_after;
pub(crate) use values::values;

/// All notes of a description on the page at `page_path`.
pub(crate) fn notes(prose: &Prose<'_>, page_path: &str) -> Vec<Fact<Note>> {
    let mut notes = Vec::new();
    read_only::read(prose, &mut notes);
    nullable::read(prose, &mut notes);
    required::read(prose, &mut notes);
    key::read(prose, &mut notes);
    filter::read(prose, &mut notes);
    returned::read(prose, &mut notes);
    default::read(prose, &mut notes);
    deprecated::read(prose, &mut notes);
    inherited::read(prose, page_path, &mut notes);
    flags::read(prose, &mut notes);
    notes
}

/// Adds a note once.
fn add(notes: &mut Vec<Fact<Note>>, note: Note, at: &[Token<'_>], rule: Rule) {
    if let Some(span) = span(at)
        && !notes.iter().any(|known| known.value == note)
    {
        notes.push(Fact::new(note, span, rule));
    }
}

/// Words that make a statement hold only sometimes.
const CONDITIONS: &[&str] = &[
    "if",
    "when",
    "unless",
    "where",
    "while",
    "after",
    "once",
    "until",
    "whether",
    "otherwise",
    "indicates",
    "only",
];

fn is_conditional(sentence: &[Token<'_>]) -> bool {
    has_any(sentence, CONDITIONS)
}
