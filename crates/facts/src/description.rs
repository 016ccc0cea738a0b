//! Reads a description cell: its words, its usable facts, and the values it lists.

use page::Text;
use text::{DocText, Words};

use crate::notes::{self, Told};
use crate::origin::Origin;
use crate::prose::{Prose, cut};
use crate::{Fact, Note, Rule, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "description";

/// What a description says in words, in parts: what was turned into notes can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    words: Words,
    /// The notes that hold all it says; none where it says more.
    told: Vec<Note>,
}

impl Description {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// All of it.
    pub fn text(&self) -> DocText {
        let parts = self.parts.iter().map(|part| part.words.clone());
        words::blocks(Words::new().join(parts, ""), None)
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
        words::blocks(if is_mark_only { Words::new() } else { kept }, None)
    }

    /// Cuts a text into the sentences that are told and what stands between them.
    fn new(text: &Text, told: Vec<Told>, page_path: &str) -> Self {
        let mut parts = Vec::with_capacity(told.len() * 2 + 1);
        let mut from = 0;
        let mut add = |from: usize, to: usize, told: Vec<Note>| {
            let words = words::linked(&cut(text, from..to), page_path);
            if !words.runs().is_empty() {
                parts.push(Part { words, told });
            }
        };
        let mut told = told.into_iter().peekable();
        while let Some(Told { place, notes }) = told.next() {
            // The next one may begin with the mark that ends this one.
            let end = told.peek().map_or(place.end, |next| place.end.min(next.place.start));
            add(from, place.start, Vec::new());
            add(place.start, end, notes);
            from = end;
        }
        add(from, usize::MAX, Vec::new());
        Self { parts }
    }
}

/// A description, read.
pub(crate) struct Read {
    /// Its words; `None` when there are none.
    pub(crate) words: Option<Fact<Description>>,
    /// What a machine can use.
    pub(crate) notes: Vec<Fact<Note>>,
    /// The values it lists.
    pub(crate) values: Vec<Fact<String>>,
}

/// Reads a description.
pub(crate) fn read(text: &Text, origin: Origin<'_>) -> Read {
    read_prose(&Prose::new(text, origin.english()), origin)
}

/// Reads a description that is cut up.
pub(crate) fn read_prose(prose: &Prose<'_>, origin: Origin<'_>) -> Read {
    let text = prose.text;
    let found = notes::notes(prose, origin);
    let words = Description::new(text, found.told, origin.path);
    let words = (!text.is_empty()).then(|| Fact::new(words, text.span, RULE));
    Read { words, notes: found.notes, values: notes::values(prose) }
}
