//! Properties of which no example shows a number, although their rows state one.
//!
//! A row says that a currency's code is `numeric`, and each answer of the docs shows `"USD"` or `""`: such texts cannot
//! be read as the stated type, and a value that comes must have a place. One number in any example is believed, and
//! so is the row where all that stands there is a placeholder, or where one page alone shows a text, and the JSON
//! representation none: that is rather a slip in the example. Looks at objects in answers of which most members are rows
//! of the type that is stated for them.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use facts::{Fact, Json};

use super::id::{Item, Type, TypeId};
use super::index::TypeIndex;
use super::shown_members::{ENOUGH_PAGES, Shown};
use super::stated::{StatedStruct, Statements};
use crate::examples::is_number;
use crate::{ItemType, Scalar};

const RULE: facts::Rule = "shown-texts";

/// By type and lower-case name, a text that examples show where its row states a number and none shows one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sampled<'a>(BTreeMap<(TypeId, String), Texts<'a>>);

/// The texts that examples show for a property.
#[derive(Clone, Debug)]
struct Texts<'a> {
    first: String,
    /// The paths of the pages that show some.
    pages: BTreeSet<&'a str>,
}

impl<'a> Sampled<'a> {
    /// What the `members` of answers show.
    pub(crate) fn new(found: &Statements<'_>, members: &[Shown<'a>], index: &TypeIndex) -> Self {
        let numbers = numbers(found, index);
        let mut walk = Walk { numbers: &numbers, index, shown: BTreeMap::new() };
        members.iter().for_each(|shown| walk.member(shown));
        let texts = walk.shown.into_iter().filter_map(|(place, shown)| Some((place, shown?)));
        Self(texts.collect())
    }

    /// What a property that is stated to be a number is instead, and a text that it is shown with: a text where the JSON
    /// representation says so too, else any JSON, which both can be read as.
    pub(crate) fn outweighed(
        &self,
        (owner, name): (TypeId, &str),
        stated: &Fact<Type>,
        represented: Option<&Fact<Type>>,
    ) -> Option<(Fact<Type>, &str)> {
        let texts = self.0.get(&(owner, name.to_ascii_lowercase()))?;
        let is_text = represented.is_some_and(|it| it.value.item == TEXT);
        if !is_text && texts.pages.len() < ENOUGH_PAGES {
            return None;
        }
        let item = if is_text { TEXT } else { ItemType::Untyped };
        let value = Type { item, ..stated.value };
        let is_one_number = is_numeric(stated.value.item) && !stated.value.collection;
        is_one_number
            .then_some((Fact { value, span: stated.span, rule: RULE }, texts.first.as_str()))
    }
}

const TEXT: Item = ItemType::Scalar(Scalar::String);

/// The rows that state numbers, by type: their names in lower case.
type Numbers = BTreeMap<TypeId, BTreeSet<String>>;

fn numbers(found: &Statements<'_>, index: &TypeIndex) -> Numbers {
    let of_type = |stated: &StatedStruct<'_>| {
        let is_numeric = |row: &&facts::PropertyFacts| {
            let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
            let mut meanings = mentions.filter_map(|it| index.primitive(&it.name));
            meanings.next().is_some_and(is_numeric)
        };
        stated.rows().filter(is_numeric).map(|row| row.name.value.to_ascii_lowercase()).collect()
    };
    let all = found.structs.iter().map(|(id, stated)| (*id, of_type(stated)));
    all.filter(|(_, names): &(_, BTreeSet<_>)| !names.is_empty()).collect()
}

fn is_numeric(item: Item) -> bool {
    use Scalar::{Byte, Decimal, Double, Int16, Int32, Int64, SByte, Single};
    let ItemType::Scalar(scalar) = item else { return false };
    matches!(scalar, Byte | Decimal | Double | Int16 | Int32 | Int64 | SByte | Single)
}

struct Walk<'w, 'a> {
    numbers: &'w Numbers,
    index: &'w TypeIndex,
    /// The texts that examples show; none where one shows a number.
    shown: BTreeMap<(TypeId, String), Option<Texts<'a>>>,
}

impl<'a> Walk<'_, 'a> {
    fn member(&mut self, shown: &Shown<'a>) {
        let Shown { page, id, entry } = *shown;
        let name = entry.name.to_ascii_lowercase();
        if !self.numbers.get(&id).is_some_and(|names| names.contains(&name)) {
            return;
        }
        match &entry.value {
            Json::Null => {}
            Json::String(text) if is_number(text) => {
                self.shown.insert((id, name), None);
            }
            Json::String(text) if self.is_placeholder(text, &name) => {}
            Json::String(text) => {
                let texts = || Some(Texts { first: text.clone(), pages: BTreeSet::new() });
                if let Some(texts) = self.shown.entry((id, name)).or_insert_with(texts) {
                    texts.pages.insert(page);
                }
            }
            _ => {
                self.shown.insert((id, name), None);
            }
        }
    }

    /// A text that stands for a value: `Integer`, `size-value`, `{size}`.
    fn is_placeholder(&self, text: &str, name: &str) -> bool {
        let lower = text.to_ascii_lowercase();
        self.index.primitive(text).is_some()
            || lower.contains(name)
            || lower.contains(['{', '<', '…'])
            || lower.contains("...")
    }
}
