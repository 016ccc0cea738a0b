//! Where the types of an API are in the crate.

use std::collections::BTreeMap;

use model::{Api, Gate, ItemType, QualifiedName, RustItem};

use crate::code::{Code, Module, code};
use crate::tokens::ident;

/// The place of every type by its wire name.
pub(crate) struct Names<'a>(BTreeMap<&'a QualifiedName, TypeName<'a>>);

/// A type as other items name it.
pub(crate) struct TypeName<'a> {
    /// The type itself: `models::User`.
    pub(crate) exact: Code,
    /// The type that holds a value of it or of a derived type: `models::AnyDirectoryObject`.
    pub(crate) any: Code,
    /// The features that it needs.
    pub(crate) gate: &'a Gate,
    /// An enumeration whose members can be combined.
    pub(crate) flags: bool,
}

impl<'a> Names<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let structs = api.structs.iter().filter(|item| !item.is_json).map(|item| {
            let exact = path(&item.rust, &item.rust.name);
            let family = item.polymorphic.as_ref().map(|it| path(&item.rust, &it.rust_name));
            let any = family.unwrap_or_else(|| exact.clone());
            (&item.name, TypeName { exact, any, gate: &item.gate, flags: false })
        });
        let enums = api.enums.iter().map(|item| {
            let exact = path(&item.rust, &item.rust.name);
            let (any, gate, flags) = (exact.clone(), &item.gate, item.flags);
            (&item.name, TypeName { exact, any, gate, flags })
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

/// The path below the version's module; the first of a type's modules is `models`.
fn path(item: &RustItem, name: &str) -> Code {
    let below = item.module.iter().skip(1).map(String::as_str).chain([name]);
    code!("{}::{}", Module::Models, Code::join(below.map(ident), "::"))
}
