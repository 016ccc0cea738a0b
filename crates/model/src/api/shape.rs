//! What a node of the path tree addresses.

use super::ValueType;

/// What a node addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The part it plays.
    pub role: Role,
    /// What reading it returns, where known.
    pub value: Option<ValueType>,
}

/// The part that a node plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// A documented property, or what is reached from one by key, path or cast.
    Documented,
    /// Something that only its own pages speak of.
    #[default]
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
