//! What a node of the path tree addresses.

use super::{QualifiedName, ValueType};
use serde::Serialize;

/// What a node addresses. `N` is what types go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Shape<N = QualifiedName> {
    /// The part it plays.
    pub role: Role,
    /// What reading it returns, where known.
    #[serde(rename = "type")]
    pub value: Option<ValueType<N>>,
}

/// The part that a node plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A documented property, or what is reached from one by key, path or cast.
    Documented,
    /// Something that only its own pages speak of.
    Inferred,
    /// An action or a function.
    Operation,
    /// `$ref`
    Reference,
    /// `$value`
    Media,
    /// `$count`
    Count,
}
