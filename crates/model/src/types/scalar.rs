//! Primitive types of the docs as values.

use facts::Primitive;

use super::id::Item;
use crate::{ItemType, Scalar};

/// The type that holds values of a primitive type.
pub(crate) fn scalar(primitive: Primitive) -> Item {
    ItemType::Scalar(match primitive {
        Primitive::Binary => Scalar::Binary,
        Primitive::Boolean => Scalar::Boolean,
        Primitive::Byte => Scalar::Byte,
        Primitive::Date => Scalar::Date,
        Primitive::DateTimeOffset => Scalar::DateTimeOffset,
        Primitive::Decimal => Scalar::Decimal,
        Primitive::Double => Scalar::Double,
        Primitive::Duration => Scalar::Duration,
        Primitive::Guid => Scalar::Guid,
        Primitive::Int16 => Scalar::Int16,
        Primitive::Int32 => Scalar::Int32,
        Primitive::Int64 => Scalar::Int64,
        Primitive::SByte => Scalar::SByte,
        Primitive::Single => Scalar::Single,
        Primitive::Stream => Scalar::Stream,
        Primitive::String => Scalar::String,
        Primitive::TimeOfDay => Scalar::TimeOfDay,
        Primitive::Untyped => return ItemType::Untyped,
    })
}
