//! Usable facts in descriptions.
//!
//! What a clause or sentence states by its words alone stands in `english.toml` of the dialects; the files below
//! read what takes more than words: operators, values, names. A statement with a condition ("read-only
//! when …") says nothing about the property as such and is left to people.

use std::ops::Range;

use dialects::Gives;

use crate::english::{Class, English};
use crate::origin::Origin;
use crate::prose::{Kind, Prose, Token, span};
use crate::{Fact, Note, Rule};

mod default;
mod deprecated;
mod filter;
mod inherited;
mod length;
#[cfg(test)]
mod tests;
mod values;

pub use filter::{BESIDE_OPERATORS, OPERATORS};
pub(crate) use inherited::mention_after;
pub(crate) use length::of_type_cell;
pub(crate) use values::values;

/// What a description says that a machine can use.
#[derive(Default)]
pub(crate) struct Notes {
    /// Each once.
    pub(crate) notes: Vec<Fact<Note>>,
    /// What says nothing but notes, in order.
    pub(crate) told: Vec<Told>,
}

/// What says nothing but notes: a sentence, or the last clauses of one.
pub(crate) struct Told {
    /// Where it starts and ends among all characters of the text.
    pub(crate) place: Range<usize>,
    pub(crate) notes: Vec<Note>,
}

/// All notes of a description.
pub(crate) fn notes(prose: &Prose<'_>, origin: Origin<'_>) -> Notes {
    let mut all = Notes::default();
    for range in prose.ranges() {
        let mut sentence = Sentence::new(&prose.tokens[range.clone()]);
        for stated in prose.stated(range) {
            match note(stated.gives) {
                // Nothing that is printed says these, so that the words stay.
                Some((note @ (Note::Key | Note::Optional | Note::Flags), rule)) => {
                    sentence.add_part(note, stated.range, rule);
                }
                Some((note, rule)) => sentence.add(note, stated.range, rule),
                None if stated.gives == Gives::Deprecated => {
                    deprecated::read(prose, range, stated.range, &mut sentence);
                }
                None => sentence.cover(&stated.range),
            }
        }
        filter::read(prose.english, &mut sentence);
        default::read(prose.english, &mut sentence);
        length::read(prose.english, &mut sentence);
        inherited::read(origin, &mut sentence);
        all.take(prose.english, sentence, prose.place(range));
    }
    all
}

fn note(gives: Gives) -> Option<(Note, Rule)> {
    Some(match gives {
        Gives::ReadOnly => (Note::ReadOnly, "read-only"),
        Gives::CreateOnly => (Note::CreateOnly, "read-only"),
        Gives::WriteOnly => (Note::WriteOnly, "read-only"),
        Gives::Nullable => (Note::Nullable(true), "nullable"),
        Gives::NotNullable => (Note::Nullable(false), "nullable"),
        Gives::Required => (Note::Required, "required"),
        Gives::RequiredOnCreate => (Note::RequiredOnCreate, "required"),
        Gives::Optional => (Note::Optional, "required"),
        Gives::Key => (Note::Key, "key"),
        Gives::SelectOnly => (Note::SelectOnly, "returned"),
        Gives::ReturnedByDefault => (Note::ReturnedByDefault, "returned"),
        Gives::Flags => (Note::Flags, "flags"),
        Gives::Deprecated | Gives::SetOnCreate => return None,
    })
}

/// A sentence and what was read from it.
struct Sentence<'t, 'a> {
    tokens: &'t [Token<'a>],
    /// With their first tokens.
    notes: Vec<(usize, Fact<Note>)>,
    /// Which tokens the notes hold.
    covered: Vec<bool>,
}

impl<'t, 'a> Sentence<'t, 'a> {
    fn new(tokens: &'t [Token<'a>]) -> Self {
        Self { tokens, notes: Vec::new(), covered: vec![false; tokens.len()] }
    }

    /// Adds a note that these tokens state and that holds all they say.
    fn add(&mut self, note: Note, range: Range<usize>, rule: Rule) {
        self.cover(&range);
        self.add_part(note, range, rule);
    }

    /// Adds a note that holds a part of what these tokens say.
    fn add_part(&mut self, note: Note, range: Range<usize>, rule: Rule) {
        if let Some(span) = span(&self.tokens[range.clone()]) {
            self.notes.push((range.start, Fact::new(note, span, rule)));
        }
    }

    fn cover(&mut self, range: &Range<usize>) {
        self.covered[range.clone()].fill(true);
    }

    /// The sentence, or what stands in it behind a comma, if it says nothing but notes. `place` is the
    /// sentence's.
    fn told(&self, english: &English, place: Range<usize>) -> Option<Told> {
        let joins = |token: &Token<'_>| {
            token.kind == Kind::Mark || english.is(token.word, Class::JoinsNotes)
        };
        let rest = self.tokens.iter().zip(&self.covered).rev();
        let told = rest.take_while(|(token, is_covered)| **is_covered || joins(token)).count();
        let first = self.tokens.len() - told;
        let mut commas = (first..self.tokens.len()).filter(|at| self.tokens[*at].is_mark(","));
        let (start, place) = match first {
            0 => (0, place),
            _ => {
                let begins = |at: &usize| self.notes.iter().any(|(start, _)| *start == at + 1);
                let comma = commas.find(begins)?;
                (comma, self.tokens[comma].start..self.tokens.last()?.end)
            }
        };
        let notes = self.notes.iter().filter(|(at, _)| *at >= start);
        let notes: Vec<Note> = notes.map(|(_, fact)| fact.value.clone()).collect();
        (!notes.is_empty()).then_some(Told { place, notes })
    }
}

impl Notes {
    fn take(&mut self, english: &English, sentence: Sentence<'_, '_>, place: Range<usize>) {
        self.told.extend(sentence.told(english, place));
        for (_, fact) in sentence.notes {
            let is_known = |known: &Fact<Note>| {
                known.value == fact.value || is_first_only(&known.value) && known.rule == fact.rule
            };
            if !self.notes.iter().any(is_known) {
                self.notes.push(fact);
            }
        }
    }
}

/// Of several such notes, the first counts.
fn is_first_only(note: &Note) -> bool {
    matches!(note, Note::Default(_) | Note::Deprecated(_) | Note::MaxLength(_))
}
