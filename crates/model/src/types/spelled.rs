//! How JSON spells properties that rows have in another case.
//!
//! JSON is what services send, and knows cases: a row `ID` of a type whose answers all have `id` would never be found
//! there. Where any JSON of the type has the name as the row does, or one page alone has the other case, the row is believed,
//! unless it only begins with a capital as a word of a heading does.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::id::TypeId;
use super::shown_members::{ENOUGH_PAGES, Shown};
use super::stated::Statements;

/// By type and lower-case name, the one other case in which JSON has it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spelled<'a>(BTreeMap<(TypeId, String), &'a str>);

/// The cases in which a name is shown, with the paths of the pages that do.
type Cases<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

impl<'a> Spelled<'a> {
    /// What the `members` of answers, and the JSON representations, show.
    pub(crate) fn new(found: &Statements<'a>, members: &[Shown<'a>]) -> Self {
        let mut shown: BTreeMap<(TypeId, String), Cases<'a>> = BTreeMap::new();
        let mut note = |id: TypeId, name: &'a str, page: &'a str| {
            let cases = shown.entry((id, name.to_ascii_lowercase())).or_default();
            cases.entry(name).or_default().insert(page);
        };
        for (id, stated) in &found.structs {
            for (page, facts) in &stated.statements {
                facts.json.iter().for_each(|member| note(*id, &member.name.value, &page.path));
            }
        }
        members.iter().for_each(|shown| note(shown.id, &shown.entry.name, shown.page));
        let mut spelled = BTreeMap::new();
        for (id, stated) in &found.structs {
            let names: BTreeSet<&str> = stated.rows().map(|row| row.name.value.as_str()).collect();
            for name in &names {
                let place = (*id, name.to_ascii_lowercase());
                let Some(shown) = shown.get(&place) else { continue };
                // Rows that differ in case alone are properties of their own.
                let is_row = shown.keys().any(|it| names.contains(it));
                if let (false, [(only, pages)]) = (is_row, Vec::from_iter(shown).as_slice())
                    && (pages.len() >= ENOUGH_PAGES || is_capitalised(name, only))
                {
                    spelled.insert(place, **only);
                }
            }
        }
        Self(spelled)
    }

    /// The name of a property in JSON, where it is another than that of its row.
    pub(crate) fn instead(&self, owner: TypeId, row: &str) -> Option<&'a str> {
        self.0.get(&(owner, row.to_ascii_lowercase())).copied()
    }
}

/// Whether a row has a name as headings write words, with capitals at its start that JSON lacks: `ID` and `State` of `id`
/// and `state`.
fn is_capitalised(row: &str, shown: &str) -> bool {
    let capitals = row.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(row.len());
    let (start, rest) = row.split_at(capitals);
    !start.is_empty() && start.to_ascii_lowercase() + rest == shown
}
