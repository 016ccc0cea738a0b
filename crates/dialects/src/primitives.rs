//! The primitive types that words stand for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A primitive type (OData CSDL 4.01, section 3.3), or any JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the standard's own names")]
pub enum Primitive {
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
    /// Any JSON.
    Untyped,
}

/// Words by what they stand for.
pub type Listed = BTreeMap<Primitive, Vec<String>>;
