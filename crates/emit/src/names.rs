//! Where the types of an API are in the crate.

use std::collections::BTreeMap;

use model::{Api, Gate, ItemType, QualifiedName, RustItem};

/// The place of every type by its wire name.
pub(crate) struct Names<'a>(BTreeMap<&'a QualifiedName, TypeName<'a>>);

/// A type as other items name it.
pub(crate) struct TypeName<'a> {
    item: &'a RustItem,
    /// The features that it needs.
    pub(crate) gate: &'a Gate,
    /// The enum that also holds values of derived types.
    any: Option<&'a str>,
    /// An enumeration whose members can be combined.
    pub(crate) flags: bool,
}

impl<'a> Names<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let structs = api.structs.iter().filter(|item| !item.is_json).map(|item| {
            let any = item.polymorphic.as_ref().map(|family| family.rust_name.as_str());
            (&item.name, TypeName { item: &item.rust, gate: &item.gate, any, flags: false })
        });
        let enums = api.enums.iter().map(|item| {
            let (gate, flags) = (&item.gate, item.flags);
            (&item.name, TypeName { item: &item.rust, gate, any: None, flags })
        });
        Self(structs.chain(enums).collect())
    }

    /// The type of this wire name; `None` when the API does not hold it.
    pub(crate) fn get(&self, name: &QualifiedName) -> Option<&TypeName<'a>> {
        self.0.get(name)
    }

    /// The features that a mention of the type needs; none for one that the API does not hold.
    pub(crate) fn gate(&self, name: &QualifiedName) -> Gate {
        self.get(name).map(|name| name.gate.clone()).unwrap_or_default()
    }

    /// The same for one value's type.
    pub(crate) fn item_gate(&self, item: &ItemType) -> Gate {
        match item {
            ItemType::Scalar(_) | ItemType::Untyped => Gate::default(),
            ItemType::Enum(name) | ItemType::Struct(name) => self.gate(name),
        }
    }
}

impl TypeName<'_> {
    /// The type itself: `models::User`.
    pub(crate) fn exact(&self) -> String {
        self.path(&self.item.name)
    }

    /// The type that holds a value of it or of a derived type: `models::AnyDirectoryObject`.
    pub(crate) fn any(&self) -> String {
        self.path(self.any.unwrap_or(&self.item.name))
    }

    /// Whether values of derived types are told apart.
    pub(crate) fn is_polymorphic(&self) -> bool {
        self.any.is_some()
    }

    fn path(&self, name: &str) -> String {
        format!("{}::{name}", self.item.module.join("::"))
    }
}
