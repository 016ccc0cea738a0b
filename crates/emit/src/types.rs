//! Types of values as Rust.

use std::fmt::{self, Display, Formatter};

use model::{ItemType, Property, Scalar, ValueType};

use crate::code::{Code, Module, Named, Piece, code};
use crate::names::Names;
use crate::syntax;

/// A type as tables and signatures spell it and as structs hold it: a path with at most one argument.
pub(crate) struct Type {
    path: Code,
    argument: Option<Box<Type>>,
}

impl Type {
    /// A type of the standard library: `Vec`.
    fn std(name: &'static str) -> Self {
        Code::fixed(name).into()
    }

    /// A type of the runtime crate.
    pub(crate) fn rt(name: &'static str) -> Self {
        code!("{}::{}", Module::Rt, Code::fixed(name)).into()
    }

    /// The same with an argument.
    pub(crate) fn of(self, argument: impl Into<Self>) -> Self {
        Self { argument: Some(Box::new(argument.into())), ..self }
    }

    /// The type as syntax.
    pub(crate) fn syntax(&self) -> syn::Type {
        syntax::type_at(self.path.text(), self.argument.as_deref().map(Self::syntax))
    }
}

impl From<Code> for Type {
    fn from(path: Code) -> Self {
        Self { path, argument: None }
    }
}

impl Display for Type {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match &self.argument {
            None => self.path.fmt(formatter),
            Some(argument) => write!(formatter, "{}<{argument}>", self.path),
        }
    }
}

impl Piece for Type {
    fn add_names(&self, named: &mut Named) {
        self.path.add_names(named);
        if let Some(argument) = &self.argument {
            argument.add_names(named);
        }
    }
}

/// The type of a field: `Option<Vec<Box<str>>>`.
pub(crate) fn field_type(property: &Property, names: &Names<'_>) -> Type {
    let value = value_type(&property.ty.value, names);
    Type::std("Option").of(if property.boxed { Type::std("Box").of(value) } else { value })
}

/// The type of a value that is there.
pub(crate) fn value_type(ty: &ValueType, names: &Names<'_>) -> Type {
    let item = item_type(&ty.item, names);
    if ty.collection { Type::std("Vec").of(item) } else { item }
}

/// The type of one value. A type that the API does not hold is any JSON.
pub(crate) fn item_type(item: &ItemType, names: &Names<'_>) -> Type {
    let named = match item {
        ItemType::Scalar(Scalar::String) => return Type::std("Box").of(Type::std("str")),
        ItemType::Scalar(scalar) => return scalar_type(*scalar),
        ItemType::Untyped => None,
        ItemType::Enum(name) | ItemType::Struct(name) => names.get(name),
    };
    match named {
        Some(name) if name.flags => Type::rt("Flags").of(name.exact.clone()),
        Some(name) => name.any.clone().into(),
        None => Type::rt("Value"),
    }
}

/// The type itself, without those derived from it.
pub(crate) fn exact_type(item: &ItemType, names: &Names<'_>) -> Type {
    let named = match item {
        ItemType::Struct(name) | ItemType::Enum(name) => names.get(name),
        ItemType::Scalar(_) | ItemType::Untyped => None,
    };
    named.map_or_else(|| item_type(item, names), |name| name.exact.clone().into())
}

/// The type of an argument that is written as text into a path, a query or a header.
pub(crate) fn argument_type(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Binary | Scalar::Stream | Scalar::String => Type::std("&str"),
        _ => scalar_type(scalar),
    }
}

fn scalar_type(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Binary | Scalar::Stream => Type::rt("Bytes"),
        Scalar::Boolean => Type::std("bool"),
        Scalar::Byte => Type::std("u8"),
        Scalar::Date => Type::rt("Date"),
        Scalar::DateTimeOffset => Type::rt("Timestamp"),
        Scalar::Decimal => Type::rt("Decimal"),
        Scalar::Double => Type::std("f64"),
        Scalar::Duration => Type::rt("Duration"),
        Scalar::Guid => Type::rt("Uuid"),
        Scalar::Int16 => Type::std("i16"),
        Scalar::Int32 => Type::std("i32"),
        Scalar::Int64 => Type::std("i64"),
        Scalar::SByte => Type::std("i8"),
        Scalar::Single => Type::std("f32"),
        Scalar::String => Type::std("str"),
        Scalar::TimeOfDay => Type::rt("Time"),
    }
}
