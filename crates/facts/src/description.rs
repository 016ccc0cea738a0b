//! Reads a description cell: its words, its usable facts, and the values it lists.

use page::Text;

use crate::notes::{self, Told};
use crate::origin::Origin;
use crate::prose::{Prose, cut};
use crate::types::Part;
use crate::{Description, Fact, Note, Rule, words};

#[cfg(test)]
mod tests;

const RULE: Rule = "description";

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
    let words = cut_up(text, found.told, origin.path);
    let words = (!text.is_empty()).then(|| Fact::new(words, text.span, RULE));
    Read { words, notes: found.notes, values: notes::values(prose) }
}

/// Cuts a text into the sentences that are told and what stands between them.
fn cut_up(text: &Text, told: Vec<Told>, page_path: &str) -> Description {
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
    Description::of(parts)
}
