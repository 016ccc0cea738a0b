//! Types that go by other names, so that what mentions them is the same.

use std::collections::BTreeMap;

use model::{ItemType, QualifiedName, ResponseContent, ValueType};

use super::Types;

/// The new names of types, by their old ones.
pub(super) struct Names(BTreeMap<QualifiedName, QualifiedName>);

impl Names {
    pub(super) fn new(types: &Types<'_>) -> Self {
        let structs = types.structs.both.iter().map(|(old, now)| (&old.name, &now.name));
        let enums = types.enums.both.iter().map(|(old, now)| (&old.name, &now.name));
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
