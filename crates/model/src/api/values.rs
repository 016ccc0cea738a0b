//! The types of values.

use std::fmt;

use super::QualifiedName;
use serde::Serialize;

/// The type of a property, parameter, body or response. `N` is what types go by: their names in a decided API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ValueType<N = QualifiedName> {
    /// One value's type.
    #[serde(flatten)]
    pub item: ItemType<N>,
    /// A collection of such values.
    pub collection: bool,
}

/// The type of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", content = "name", rename_all = "camelCase")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Scalar {
    #[serde(rename = "Edm.Binary")]
    Binary,
    #[serde(rename = "Edm.Boolean")]
    Boolean,
    #[serde(rename = "Edm.Byte")]
    Byte,
    #[serde(rename = "Edm.Date")]
    Date,
    #[serde(rename = "Edm.DateTimeOffset")]
    DateTimeOffset,
    #[serde(rename = "Edm.Decimal")]
    Decimal,
    #[serde(rename = "Edm.Double")]
    Double,
    #[serde(rename = "Edm.Duration")]
    Duration,
    #[serde(rename = "Edm.Guid")]
    Guid,
    #[serde(rename = "Edm.Int16")]
    Int16,
    #[serde(rename = "Edm.Int32")]
    Int32,
    #[serde(rename = "Edm.Int64")]
    Int64,
    #[serde(rename = "Edm.SByte")]
    SByte,
    #[serde(rename = "Edm.Single")]
    Single,
    #[serde(rename = "Edm.Stream")]
    Stream,
    #[serde(rename = "Edm.String")]
    String,
    #[serde(rename = "Edm.TimeOfDay")]
    TimeOfDay,
}

/// The name in OData: `Edm.String`.
impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
