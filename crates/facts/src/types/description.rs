//! What a description says in words, and which of its sentences notes hold.

use text::{DocText, Words};

use super::Note;
use crate::blocks::blocks;

/// What a description says in words, in parts: what was turned into notes can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    parts: Vec<Part>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) words: Words,
    /// The notes that hold all it says; none where it says more.
    pub(crate) told: Vec<Note>,
}

impl Description {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// All of it.
    pub fn text(&self) -> DocText {
        let parts = self.parts.iter().map(|part| part.words.clone());
        blocks(Words::new().join(parts, ""), None)
    }

    /// The words without the sentences that say nothing but notes that are `told` elsewhere.
    pub fn untold(&self, told: impl Fn(&Note) -> bool) -> DocText {
        let mut kept = Words::new();
        for part in &self.parts {
            if part.told.is_empty() || !part.told.iter().all(&told) {
                kept.append(part.words.clone());
            }
        }
        let is_mark_only = !kept.plain().contains(char::is_alphanumeric);
        blocks(if is_mark_only { Words::new() } else { kept }, None)
    }

    /// Of these parts.
    pub(crate) fn of(parts: Vec<Part>) -> Self {
        Self { parts }
    }
}
