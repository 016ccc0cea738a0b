//! Properties that examples show as arrays, although their rows say nothing of several values.
//!
//! An array could not be read as one value. One value in any example is believed, and so is the row where one page alone
//! shows an array and the JSON representation none, which is rather a slip in the example, or where what an array holds
//! is not of the stated type.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::Json;

use super::id::{Item, TypeId};
use super::shown_members::{ENOUGH_PAGES, Shown};
use crate::{ItemType, Scalar};

pub(crate) const RULE: facts::Rule = "shown-arrays";

/// By type and lower-case name, the arrays that examples show, where none shows one value.
#[derive(Clone, Debug, Default)]
pub(crate) struct ShownArrays<'a>(BTreeMap<(TypeId, String), Arrays<'a>>);

#[derive(Clone, Debug, Default)]
struct Arrays<'a> {
    /// The paths of the pages.
    pages: BTreeSet<&'a str>,
    /// What they hold.
    values: Vec<&'a Json>,
}

impl<'a> ShownArrays<'a> {
    /// What the `members` of answers show.
    pub(crate) fn new(members: &[Shown<'a>]) -> Self {
        let mut shown: BTreeMap<_, Option<Arrays<'a>>> = BTreeMap::new();
        for Shown { page, id, entry } in members {
            let place = (*id, entry.name.to_ascii_lowercase());
            match &entry.value {
                Json::Null => {}
                Json::Array(values) => {
                    let arrays = shown.entry(place).or_insert_with(|| Some(Arrays::default()));
                    if let Some(arrays) = arrays {
                        arrays.pages.insert(page);
                        arrays.values.extend(values);
                    }
                }
                _ => {
                    shown.insert(place, None);
                }
            }
        }
        let arrays = shown.into_iter().filter_map(|(place, arrays)| Some((place, arrays?)));
        Self(arrays.collect())
    }

    /// Whether a property of this type has several values although its rows say nothing of it. `represented` is whether it
    /// has in the JSON representation, if that has it.
    pub(crate) fn outweigh(
        &self,
        (owner, name): (TypeId, &str),
        item: Item,
        represented: Option<bool>,
    ) -> bool {
        let Some(arrays) = self.0.get(&(owner, name.to_ascii_lowercase())) else { return false };
        let enough = match represented {
            Some(true) => 1,
            None => ENOUGH_PAGES,
            Some(false) => return false,
        };
        arrays.pages.len() >= enough && arrays.values.iter().all(|value| may_be(value, item))
    }
}

/// Whether a value in an array may be one of this type, which is no array in JSON itself.
fn may_be(value: &Json, item: Item) -> bool {
    match item {
        ItemType::Struct(_) => matches!(value, Json::Object(_)),
        ItemType::Enum(_) | ItemType::Scalar(Scalar::String | Scalar::Guid) => {
            matches!(value, Json::String(_))
        }
        _ => false,
    }
}
