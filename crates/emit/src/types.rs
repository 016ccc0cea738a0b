//! Types of values as Rust.

use model::{ItemType, Property, PropertyKind, Scalar, ValueType};

use crate::names::Names;

/// The type of a field: `Option<Vec<Box<str>>>`.
pub(crate) fn field_type(property: &Property, names: &Names<'_>) -> String {
    let value = value_type(&property.ty.value, names);
    if is_boxed(property, names) {
        format!("Option<Box<{value}>>")
    } else {
        format!("Option<{value}>")
    }
}

/// Objects are boxed: a type may hold itself, a struct does not grow with what it holds, and no page can
/// change the type of a field on another one. An enum over derived types is a pointer already.
/// Collections are boxed where they are relationships, which are rarely there.
fn is_boxed(property: &Property, names: &Names<'_>) -> bool {
    let ty = &property.ty.value;
    if ty.collection {
        return property.kind == PropertyKind::Navigation;
    }
    match &ty.item {
        ItemType::Struct(name) => names.get(name).is_some_and(|name| !name.is_polymorphic()),
        _ => false,
    }
}

/// The type of a value that is there.
pub(crate) fn value_type(ty: &ValueType, names: &Names<'_>) -> String {
    let item = item_type(&ty.item, names);
    if ty.collection { format!("Vec<{item}>") } else { item }
}

/// The type of one value. A type that the API does not hold is any JSON.
pub(crate) fn item_type(item: &ItemType, names: &Names<'_>) -> String {
    let named = match item {
        ItemType::Scalar(scalar) => return scalar_type(*scalar).to_owned(),
        ItemType::Untyped => None,
        ItemType::Enum(name) | ItemType::Struct(name) => names.get(name),
    };
    match named {
        Some(name) if name.flags => format!("rt::Flags<{}>", name.exact()),
        Some(name) => name.any(),
        None => "rt::Value".to_owned(),
    }
}

/// The type of an argument that is written as text into a path, a query or a header.
pub(crate) fn argument_type(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Binary | Scalar::Stream | Scalar::String => "&str",
        _ => scalar_type(scalar),
    }
}

fn scalar_type(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Binary | Scalar::Stream => "rt::Bytes",
        Scalar::Boolean => "bool",
        Scalar::Byte => "u8",
        Scalar::Date => "rt::Date",
        Scalar::DateTimeOffset => "rt::Timestamp",
        Scalar::Decimal => "rt::Decimal",
        Scalar::Double => "f64",
        Scalar::Duration => "rt::Span",
        Scalar::Guid => "rt::Uuid",
        Scalar::Int16 => "i16",
        Scalar::Int32 => "i32",
        Scalar::Int64 => "i64",
        Scalar::SByte => "i8",
        Scalar::Single => "f32",
        Scalar::String => "Box<str>",
        Scalar::TimeOfDay => "rt::Time",
    }
}
