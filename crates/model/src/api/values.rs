//! The types of values.

use super::QualifiedName;

/// The type of a property, parameter, body or response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValueType {
    /// One value's type.
    pub item: ItemType,
    /// A collection of such values.
    pub collection: bool,
}

/// The type of one value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemType {
    /// A primitive.
    Scalar(Scalar),
    /// An enumeration of this API.
    Enum(QualifiedName),
    /// A structured type of this API.
    Struct(QualifiedName),
    /// Any JSON.
    Untyped,
}

/// OData primitive types (OData CSDL 4.01, section 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Scalar {
    Binary,
    Boolean,
    Byte,
    Date,
    DateTimeOffset,
    Decimal,
    Double,
    Duration,
    Guid,
    Int16,
    Int32,
    Int64,
    SByte,
    Single,
    Stream,
    String,
    TimeOfDay,
}
