//! One API version, decided: what `emit` and the exports print.

mod access;
mod further;
mod gate;
mod item;
mod operations;
mod paths;
mod shape;
mod types;
mod values;
pub(crate) mod worked;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::OperatorSet;
use worked::Worked;

/// A decided value with the statement that decided it, or from which it was inferred by a rule of the model.
pub use facts::{Fact, Method};

pub use access::{Access, Constructor};
pub use further::FurtherPage;
pub use gate::Gate;
pub use item::{Docs, QualifiedName, RustItem};
pub use operations::{
    Absence, Alternative, Body, BodyContent, Change, Eventual, Example, Operation, OperationKind,
    Parameter, Permissions, Response, ResponseContent, Route,
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
    /// Pages that document operations and speak for none of them, sorted by path.
    pub further: Vec<FurtherPage>,
    /// The cargo features of the areas that its types and operations belong to, sorted.
    pub areas: Vec<String>,
    /// The worked examples as tests, a file for each area.
    #[serde(skip)]
    pub worked: Vec<Worked>,
}

impl Api {
    /// The sets that the properties of this version have.
    pub fn operator_sets(&self) -> BTreeSet<OperatorSet> {
        let bodies = self.operations.iter().filter_map(|operation| operation.body.as_ref());
        let parameters = bodies.flat_map(|body| match &body.content {
            BodyContent::Parameters { fields, .. } => fields.as_slice(),
            _ => &[],
        });
        let fields = self.structs.iter().flat_map(|item| &item.fields);
        fields.chain(parameters).filter_map(|it| it.query.operators.clone()).collect()
    }
}
