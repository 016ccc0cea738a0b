//! Where the types of an API are in the crate.

use std::collections::BTreeMap;

use model::{Api, Gate, ItemType, QualifiedName, RustItem};
use proc_macro2::Ident;
use text::Words;

use crate::code::{Code, Module, code};
use crate::tokens::ident;

/// The place of every type by its wire name.
#[derive(PartialEq, Eq)]
pub(crate) struct Names<'a> {
    types: BTreeMap<&'a QualifiedName, TypeName<'a>>,
    /// The version's module.
    version: Ident,
}

/// A type as other items name it.
#[derive(PartialEq, Eq)]
pub(crate) struct TypeName<'a> {
    item: &'a RustItem,
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
            (&item.name, TypeName { item: &item.rust, exact, any, gate: &item.gate, flags: false })
        });
        let enums = api.enums.iter().map(|item| {
            let exact = path(&item.rust, &item.rust.name);
            let (any, gate, flags) = (exact.clone(), &item.gate, item.flags);
            (&item.name, TypeName { item: &item.rust, exact, any, gate, flags })
        });
        Self { types: structs.chain(enums).collect(), version: ident(&api.module) }
    }

    /// The version's module.
    pub(crate) fn version(&self) -> &Ident {
        &self.version
    }

    /// The type of this wire name; `None` when the API does not hold it.
    pub(crate) fn get(&self, name: &QualifiedName) -> Option<&TypeName<'a>> {
        self.types.get(name)
    }

    /// The type as a comment in `file` links to it. A comment imports nothing, so that elsewhere the link has
    /// the whole path.
    pub(crate) fn link(&self, name: &TypeName<'_>, file: &[String]) -> Words {
        if name.item.file == file {
            return Words::new().item(&name.item.name);
        }
        let path = code!("crate::{}::{}", &self.version, &name.exact);
        Words::new().item_called(&name.item.name, path.text())
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
