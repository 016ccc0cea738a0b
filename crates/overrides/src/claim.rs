//! What rows of properties and of parameters have in common.

use diag::Span;
use facts::{CORRECTED, Description, Fact, Note, ParameterFacts, PropertyFacts, TypeCell};

use crate::entry::{Change, Entry};
use crate::lists::{operators_in, presence_in, put_operators, put_presence};
use crate::pick::Candidate;

/// The claims of a row.
pub(crate) struct Claims<'a> {
    name: &'a Fact<String>,
    ty: Option<&'a Fact<TypeCell>>,
    description: Option<&'a Fact<Description>>,
    notes: &'a [Fact<Note>],
}

/// The same, to be corrected.
pub(crate) struct ClaimsMut<'a> {
    pub name: &'a mut Fact<String>,
    pub ty: &'a mut Option<Fact<TypeCell>>,
    pub notes: &'a mut Vec<Fact<Note>>,
}

impl<'a> From<&'a PropertyFacts> for Claims<'a> {
    fn from(row: &'a PropertyFacts) -> Self {
        let PropertyFacts { name, ty, description, notes, .. } = row;
        Self { name, ty: ty.as_ref(), description: description.as_ref(), notes }
    }
}

impl<'a> From<&'a ParameterFacts> for Claims<'a> {
    fn from(row: &'a ParameterFacts) -> Self {
        let ParameterFacts { name, ty, description, notes, .. } = row;
        Self { name, ty: ty.as_ref(), description: description.as_ref(), notes }
    }
}

impl Claims<'_> {
    /// The row as an entry may mean it that corrects this.
    pub(crate) fn candidate(&self, change: &Change) -> Candidate {
        Candidate {
            name: self.name.value.clone(),
            at: self.name.span,
            said: self.said(change),
            is_corrected: self.is_corrected(change),
        }
    }

    /// What the row says of what is corrected. A row that is left out says its type, or else its words.
    fn said(&self, change: &Change) -> String {
        let ty = || self.ty.map(|cell| cell.value.text.clone());
        match change {
            Change::Type(_) => ty().unwrap_or_default(),
            Change::Presence(_) => presence_in(self.notes),
            Change::Operators(_) => operators_in(self.notes),
            Change::Ignore => ty().or_else(|| self.words()).unwrap_or_default(),
            _ => self.name.value.clone(),
        }
    }

    fn words(&self) -> Option<String> {
        self.description.map(|words| words.value.text().to_string())
    }

    /// Whether another entry has corrected it.
    fn is_corrected(&self, change: &Change) -> bool {
        let is_note = |right: fn(&Note) -> bool| {
            self.notes.iter().any(|note| note.rule == CORRECTED && right(&note.value))
        };
        match change {
            Change::Type(_) => self.ty.is_some_and(|cell| cell.rule == CORRECTED),
            Change::Operators(_) => is_note(|note| matches!(note, Note::Filter(_))),
            Change::Presence(_) => is_note(|note| !matches!(note, Note::Filter(_))),
            _ => self.name.rule == CORRECTED,
        }
    }
}

impl ClaimsMut<'_> {
    /// Puts what is right in the place of the claim. A name stays where it is: it says which row it is.
    pub(crate) fn put(self, entry: &Entry) {
        let at: Span = entry.now.span;
        match &entry.change {
            Change::Type(cell) => *self.ty = Some(Fact::new(cell.clone(), at, CORRECTED)),
            Change::Presence(right) => put_presence(self.notes, right, at),
            Change::Operators(right) => put_operators(self.notes, right, at),
            Change::Name => {
                *self.name = Fact::new(entry.now.value.clone(), self.name.span, CORRECTED)
            }
            _ => {}
        }
    }
}
