//! The types of values.

use super::QualifiedName;

/// The type of a property, parameter, body or response. `N` is what types go by: their names in a decided API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValueType<N = QualifiedName> {
    /// One value's type.
    pub item: ItemType<N>,
    /// A collection of such values.
    pub collection: bool,
}

/// The type of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemType<N = QualifiedName> {
    /// A primitive.
    Scalar(Scalar),
    /// An enumeration of this API.
    Enum(N),
    /// A structured type of this API.
    Struct(N),
    /// Any JSON.
    Untyped,
}

impl<N> ItemType<N> {
    /// One value of the type.
    #[must_use]
    pub fn one(self) -> ValueType<N> {
        ValueType { item: self, collection: false }
    }

    /// The structured type that it is.
    #[must_use]
    pub fn structure(&self) -> Option<&N> {
        match self {
            Self::Struct(name) => Some(name),
            Self::Scalar(_) | Self::Enum(_) | Self::Untyped => None,
        }
    }

    /// The type of this API that it is.
    #[must_use]
    pub fn named(&self) -> Option<&N> {
        match self {
            Self::Struct(name) | Self::Enum(name) => Some(name),
            Self::Scalar(_) | Self::Untyped => None,
        }
    }
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
