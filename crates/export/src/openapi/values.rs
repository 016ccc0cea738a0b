//! Schemas of values: scalars, references to components, collections.

use std::collections::BTreeMap;

use model::{Api, ItemType, Polymorphic, QualifiedName, Scalar, ValueType};
use serde_json::Value;

use crate::json::Object;

/// How values are described: those of a type that others derive from are one of several.
pub(super) struct Values<'a> {
    polymorphic: BTreeMap<&'a QualifiedName, &'a Polymorphic>,
}

impl<'a> Values<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let one = |it: &'a model::Struct| Some((&it.name, it.polymorphic.as_ref()?));
        Self { polymorphic: api.structs.iter().filter_map(one).collect() }
    }

    pub(super) fn value(&self, ty: &ValueType) -> Object {
        let item = self.item(&ty.item);
        if ty.collection { Object::new().with("type", "array").with("items", item) } else { item }
    }

    pub(super) fn item(&self, item: &ItemType) -> Object {
        match item {
            ItemType::Scalar(scalar) => scalar_schema(*scalar),
            ItemType::Enum(name) => Object::new().with("$ref", reference(name)),
            ItemType::Struct(name) => {
                let several = self.polymorphic.get(name).map(|it| any_of_them(name, it));
                Object::new().with("$ref", reference(several.as_ref().unwrap_or(name)))
            }
            ItemType::Untyped => Object::new(),
        }
    }
}

/// The name of the schema for values of the type and of those derived from it.
pub(super) fn any_of_them(name: &QualifiedName, polymorphic: &Polymorphic) -> QualifiedName {
    QualifiedName { namespace: name.namespace.clone(), name: polymorphic.rust_name.clone() }
}

/// A URL, which may be relative to the request's (OData JSON format, section 4.5).
pub(super) fn link() -> Object {
    Object::new().with("type", "string").with("format", "uri-reference")
}

/// The schema, or `null`. A reference cannot carry a second type, so it becomes one of two choices.
pub(super) fn nullable(schema: Object) -> Object {
    let mut members = schema.into_members();
    match members.get("type").cloned() {
        Some(ty) => {
            members.insert("type".to_owned(), Value::from(vec![ty, Value::from("null")]));
            Object::from(members)
        }
        None if members.is_empty() => Object::new(),
        None => {
            let null = Object::new().with("type", "null");
            Object::new().with("anyOf", vec![Object::from(members), null])
        }
    }
}

pub(super) fn reference(name: &QualifiedName) -> String {
    format!("#/components/schemas/{}", component(name))
}

/// A component key: OpenAPI allows letters, digits, `.`, `-` and `_`.
pub(super) fn component(name: &QualifiedName) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    name.to_string().chars().map(|c| if allowed(c) { c } else { '_' }).collect()
}

pub(super) fn scalar_schema(scalar: Scalar) -> Object {
    let (ty, format) = match scalar {
        Scalar::Binary => {
            return Object::new().with("type", "string").with("contentEncoding", "base64");
        }
        Scalar::Boolean => return Object::new().with("type", "boolean"),
        Scalar::String => return Object::new().with("type", "string"),
        Scalar::Byte => ("integer", "uint8"),
        Scalar::SByte => ("integer", "int8"),
        Scalar::Int16 => ("integer", "int16"),
        Scalar::Int32 => ("integer", "int32"),
        Scalar::Int64 => ("integer", "int64"),
        Scalar::Decimal => ("number", "decimal"),
        Scalar::Double => ("number", "double"),
        Scalar::Single => ("number", "float"),
        Scalar::Date => ("string", "date"),
        Scalar::DateTimeOffset => ("string", "date-time"),
        Scalar::Duration => ("string", "duration"),
        Scalar::Guid => ("string", "uuid"),
        Scalar::Stream => ("string", "binary"),
        Scalar::TimeOfDay => ("string", "time"),
    };
    Object::new().with("type", ty).with("format", format)
}
