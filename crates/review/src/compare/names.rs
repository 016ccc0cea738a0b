//! Types that go by other names, so that what mentions them is the same.

use std::collections::BTreeMap;

use model::{Api, Enum, ItemType, QualifiedName, ResponseContent, Struct, ValueType};

use crate::pairs::{Pairs, by_key, renames};

/// The new names of types, by their old ones.
pub(super) struct Names(BTreeMap<QualifiedName, QualifiedName>);

/// The structured types of both sides.
pub(super) fn structs<'a>(base: &'a Api, new: &'a Api) -> Pairs<'a, Struct> {
    let mut pairs = by_key(&base.structs, &new.structs, |it| it.name.to_string().to_lowercase());
    pairs.and_alike(renames::structs);
    pairs
}

/// The enumerations of both sides.
pub(super) fn enums<'a>(base: &'a Api, new: &'a Api) -> Pairs<'a, Enum> {
    let mut pairs = by_key(&base.enums, &new.enums, |it| it.name.to_string().to_lowercase());
    pairs.and_alike(renames::enums);
    pairs
}

impl Names {
    pub(super) fn new(base: &Api, new: &Api) -> Self {
        let structs = structs(base, new).both;
        let structs = structs.into_iter().map(|(old, now)| (&old.name, &now.name));
        let enums = enums(base, new).both;
        let enums = enums.into_iter().map(|(old, now)| (&old.name, &now.name));
        let renamed = structs.chain(enums).filter(|(old, now)| old != now);
        Self(renamed.map(|(old, now)| (old.clone(), now.clone())).collect())
    }

    /// The type as the new side calls it.
    pub(super) fn item(&self, item: &ItemType) -> ItemType {
        let now = |name: &QualifiedName| self.0.get(name).unwrap_or(name).clone();
        match item {
            ItemType::Struct(name) => ItemType::Struct(now(name)),
            ItemType::Enum(name) => ItemType::Enum(now(name)),
            other => other.clone(),
        }
    }

    /// The same of a value.
    pub(super) fn value(&self, ty: &ValueType) -> ValueType {
        ValueType { item: self.item(&ty.item), collection: ty.collection }
    }

    /// The same of an answer.
    pub(super) fn response(&self, content: &ResponseContent) -> ResponseContent {
        match content {
            ResponseContent::Value(item) => ResponseContent::Value(self.item(item)),
            ResponseContent::Wrapped(item) => ResponseContent::Wrapped(self.item(item)),
            ResponseContent::Collection(item) => ResponseContent::Collection(self.item(item)),
            other => other.clone(),
        }
    }
}
