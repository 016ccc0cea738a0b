//! Types of values as Rust.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

use model::{ItemType, Property, PropertyKind, Scalar, ValueType};

use crate::names::Names;
use crate::syntax;

/// A type as tables and signatures spell it and as structs hold it: a path with at most one argument.
pub(crate) struct Type {
    path: Cow<'static, str>,
    argument: Option<Box<Type>>,
}

impl Type {
    fn new(path: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), argument: None }
    }

    /// The generic type at `path` of this one.
    fn inside(self, path: &'static str) -> Self {
        Self { path: path.into(), argument: Some(Box::new(self)) }
    }

    /// The type as syntax.
    pub(crate) fn syntax(&self) -> syn::Type {
        syntax::type_at(&self.path, self.argument.as_deref().map(Self::syntax))
    }
}

impl Display for Type {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match &self.argument {
            None => formatter.write_str(&self.path),
            Some(argument) => write!(formatter, "{}<{argument}>", self.path),
        }
    }
}

/// The type of a field: `Option<Vec<Box<str>>>`.
pub(crate) fn field_type(property: &Property, names: &Names<'_>) -> Type {
    let value = value_type(&property.ty.value, names);
    let value = if is_boxed(property, names) { value.inside("Box") } else { value };
    value.inside("Option")
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
pub(crate) fn value_type(ty: &ValueType, names: &Names<'_>) -> Type {
    let item = item_type(&ty.item, names);
    if ty.collection { item.inside("Vec") } else { item }
}

/// The type of one value. A type that the API does not hold is any JSON.
pub(crate) fn item_type(item: &ItemType, names: &Names<'_>) -> Type {
    let named = match item {
        ItemType::Scalar(Scalar::String) => return Type::new("str").inside("Box"),
        ItemType::Scalar(scalar) => return Type::new(scalar_type(*scalar)),
        ItemType::Untyped => None,
        ItemType::Enum(name) | ItemType::Struct(name) => names.get(name),
    };
    match named {
        Some(name) if name.flags => Type::new(name.exact()).inside("rt::Flags"),
        Some(name) => Type::new(name.any()),
        None => Type::new("rt::Value"),
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
        Scalar::String => "str",
        Scalar::TimeOfDay => "rt::Time",
    }
}
