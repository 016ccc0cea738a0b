//! Properties that examples show as arrays, although their rows say nothing of several values.
//!
//! An array could not be read as one value. One value in any example is believed, and so is the row where one page alone
//! shows an array and the JSON representation none: that is rather a slip in the example.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::Json;

use super::id::TypeId;
use super::shown_members::{ENOUGH_PAGES, Shown};

pub(crate) const RULE: facts::Rule = "shown-arrays";

/// By type and lower-case name, on how many pages examples show arrays, where none shows one value.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShownArrays(BTreeMap<(TypeId, String), usize>);

impl ShownArrays {
    /// What the `members` of answers show.
    pub(crate) fn new(members: &[Shown<'_>]) -> Self {
        let mut shown: BTreeMap<_, Option<BTreeSet<&str>>> = BTreeMap::new();
        for Shown { page, id, entry } in members {
            let place = (*id, entry.name.to_ascii_lowercase());
            match &entry.value {
                Json::Null => {}
                Json::Array(_) => {
                    if let Some(pages) = shown.entry(place).or_insert_with(|| Some(BTreeSet::new()))
                    {
                        pages.insert(page);
                    }
                }
                _ => {
                    shown.insert(place, None);
                }
            }
        }
        let counted = shown.into_iter().filter_map(|(place, pages)| Some((place, pages?.len())));
        Self(counted.collect())
    }

    /// Whether a property has several values although its rows say nothing of it. `represented` is whether it has in
    /// the JSON representation, if that has it.
    pub(crate) fn outweigh(
        &self,
        (owner, name): (TypeId, &str),
        represented: Option<bool>,
    ) -> bool {
        let pages = self.0.get(&(owner, name.to_ascii_lowercase())).copied().unwrap_or_default();
        let enough = match represented {
            Some(true) => 1,
            None => ENOUGH_PAGES,
            Some(false) => return false,
        };
        pages >= enough
    }
}
