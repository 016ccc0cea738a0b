//! One API version, decided: what `emit` and the exports print.

mod access;
mod gate;
mod operations;
mod paths;
mod shape;
mod types;
mod values;

use std::fmt;

use serde::Serialize;
use text::DocText;

use crate::examples::Worked;

/// A decided value with the statement that decided it, or from which it was inferred by a rule of the model.
pub use facts::{Fact, Method};

pub use access::{Access, Constructor};
pub use gate::Gate;
pub use operations::{
    Absence, Body, BodyContent, Change, Eventual, Example, Operation, OperationKind, Parameter,
    Permissions, Response, ResponseContent, Route,
};
pub use paths::{NodeId, PathNode, PathParameter, PathSegment};
pub use shape::{Role, Shape};
pub use types::{
    Enum, Member, Mutability, Polymorphic, Property, PropertyKind, QueryCapabilities, Returned,
    Struct, StructKind,
};
pub use values::{ItemType, Scalar, ValueType};

/// One version of the API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Api {
    /// As in the URL: `v1.0`, `beta`.
    pub version: String,
    /// The Rust module: `v1_0`, `beta`.
    #[serde(rename = "rustModule")]
    pub module: String,
    /// The service root the paths are relative to: `https://graph.microsoft.com/v1.0`.
    pub base_url: String,
    /// Structured types, sorted by qualified name.
    #[serde(rename = "types")]
    pub structs: Vec<Struct>,
    /// Enumerations, sorted by qualified name.
    pub enums: Vec<Enum>,
    /// The path tree, sorted by template; parents come before their children.
    pub nodes: Vec<PathNode>,
    /// Operations, sorted by file, then by the first route.
    pub operations: Vec<Operation>,
    /// The cargo features of the areas that its types and operations belong to, sorted.
    pub areas: Vec<String>,
    /// The worked examples as tests, a file for each area.
    #[serde(skip)]
    pub worked: Vec<Worked>,
}

/// A type's name on the wire, spelled as the docs spell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(from = "String"))]
#[serde(into = "String")]
pub struct QualifiedName {
    /// `microsoft.graph`, `microsoft.graph.termStore`
    pub namespace: String,
    /// `group`
    pub name: String,
}

impl QualifiedName {
    /// The whole name in lower case: names that differ in case alone are one.
    pub(crate) fn folded(&self) -> String {
        self.to_string().to_ascii_lowercase()
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.namespace, self.name)
    }
}

impl From<QualifiedName> for String {
    fn from(name: QualifiedName) -> Self {
        name.to_string()
    }
}

/// Where an item goes in the generated crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RustItem {
    /// The public path below the version module: `["models"]`, `["models", "term_store"]`.
    pub module: Vec<String>,
    /// The item's name: `Group`.
    pub name: String,
    /// The file below the version's folder, without `.rs`: `["models", "groups", "group"]`. Items of
    /// one file come from one page.
    pub file: Vec<String>,
}

/// What the docs say, ready to become a doc comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Docs {
    /// The words; links are absolute, and know which item of the API documents what they lead to.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub text: DocText,
    /// The published reference page, where known.
    pub url: Option<String>,
    /// `api-reference/v1.0/resources/user.md#L44`: the statement in the source.
    pub source: Option<String>,
}
