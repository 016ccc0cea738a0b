//! `components.schemas`: one schema per structured type and enumeration, by qualified name.

use std::collections::BTreeSet;

use model::{
    Api, Docs, Enum, ItemType, Mutability, Polymorphic, Property, PropertyKind, QualifiedName,
    QueryCapabilities, Scalar, Struct,
};
use serde_json::{Value, json};
use text::Notice;

use super::values::{Values, any_of_them, component, nullable, reference};
use crate::json::Object;

pub(super) fn schemas(api: &Api, values: &Values) -> Object {
    let known: BTreeSet<&QualifiedName> = api.structs.iter().map(|item| &item.name).collect();
    let enums = api.enums.iter().map(|item| (component(&item.name), enum_schema(item)));
    let structs =
        api.structs.iter().map(|item| (component(&item.name), struct_schema(item, &known, values)));
    let several = api.structs.iter().filter_map(|item| {
        let polymorphic = item.polymorphic.as_ref()?;
        let name = any_of_them(&item.name, polymorphic);
        Some((component(&name), polymorphic_schema(item, polymorphic)))
    });
    let mut all: Vec<(String, Object)> = enums.chain(structs).chain(several).collect();
    all.sort_by(|left, right| left.0.cmp(&right.0));
    all.into_iter().fold(Object::new(), |schemas, (key, schema)| schemas.with(&key, schema))
}

fn enum_schema(item: &Enum) -> Object {
    let values: Vec<Object> = item
        .members
        .iter()
        .map(|member| {
            Object::new()
                .with("value", member.wire_name.as_str())
                .with_some("x-value", member.value)
                .with_text("description", &member.docs.text.to_string())
        })
        .collect();
    let listed = Object::new()
        .with("name", item.name.name.as_str())
        .with("modelAsString", true)
        .with("values", values);
    let schema = Object::new().with("type", "string").with("x-ms-enum", listed);
    let flags = item.flags.then(|| Object::new().with("isFlags", true));
    with_docs(schema.with_some("x-ms-enum-flags", flags), &item.docs, item.deprecated.as_ref())
}

/// A value of the type or of one derived from it; `@odata.type` tells which. Values of a type that the
/// docs do not list, or without `@odata.type`, are described by the type itself.
fn polymorphic_schema(item: &Struct, polymorphic: &Polymorphic) -> Object {
    let name_of = |name: &QualifiedName| format!("#{name}");
    let derived: Vec<&QualifiedName> =
        polymorphic.variants.iter().map(|(_, name)| name).filter(|it| **it != item.name).collect();
    let discriminated = |name: &QualifiedName, rule: Object, required: Vec<&str>| {
        let told = Object::new()
            .with("properties", Object::new().with("@odata.type", rule))
            .with_list("required", required);
        Object::new().with("allOf", vec![Object::new().with("$ref", reference(name)), told])
    };
    if derived.is_empty() {
        return Object::new().with("$ref", reference(&item.name));
    }
    let others: Vec<String> = derived.iter().map(|name| name_of(name)).collect();
    let no_other = Object::new().with("not", Object::new().with("enum", others));
    let own = discriminated(&item.name, no_other, Vec::new());
    let one = |name: &QualifiedName| {
        let rule = Object::new().with("const", name_of(name));
        discriminated(name, rule, vec!["@odata.type"])
    };
    let all: Vec<Object> =
        std::iter::once(own).chain(derived.iter().map(|name| one(name))).collect();
    Object::new().with("oneOf", all)
}

fn struct_schema(item: &Struct, known: &BTreeSet<&QualifiedName>, values: &Values) -> Object {
    let own = item.fields.iter().filter(|field| field.is_own_of(item)).fold(
        type_discriminator(item),
        |properties, field| {
            let is_key = item.keys.contains(&field.wire_name);
            properties.with(&field.wire_name, property_schema(field, is_key, values))
        },
    );
    let object = Object::new()
        .with("type", "object")
        .with_object("properties", own)
        .with_list("x-key", item.keys.clone())
        .with_flag("x-open-type", item.is_open)
        .with_flag("x-abstract", item.is_abstract)
        .with_some("discriminator", discriminator(item));
    let object = with_docs(object, &item.docs, item.deprecated.as_ref());
    let base = item.base.as_ref().map(|base| &base.value).filter(|base| known.contains(base));
    match base {
        Some(base) => {
            let base = Object::new().with("$ref", reference(base));
            Object::new().with("allOf", vec![base, object])
        }
        None => object,
    }
}

/// The member that tells derived types apart, where others derive from this one.
fn type_discriminator(item: &Struct) -> Object {
    if item.derived.is_empty() {
        return Object::new();
    }
    Object::new().with("@odata.type", Object::new().with("type", "string"))
}

fn discriminator(item: &Struct) -> Option<Object> {
    let own = (!item.is_abstract).then_some(&item.name);
    let mapping = own
        .into_iter()
        .chain(&item.derived)
        .fold(Object::new(), |mapping, name| mapping.with(&format!("#{name}"), reference(name)));
    let discriminator = Object::new().with("propertyName", "@odata.type").with("mapping", mapping);
    (!item.derived.is_empty()).then_some(discriminator)
}

/// The schema of a property or of an action's parameter. As in CSDL, one value may be null unless the docs
/// rule it out or it is a key; a collection only where they say so.
pub(super) fn property_schema(property: &Property, is_key: bool, values: &Values) -> Object {
    let schema = with_max_length(values.value(&property.ty.value), property);
    let unstated = !property.ty.value.collection && !is_key;
    let may_be_null = property.nullable.as_ref().map_or(unstated, |stated| stated.value);
    let schema = if may_be_null { nullable(schema) } else { schema };
    let required = property.required.as_ref().is_some_and(|stated| stated.value);
    let schema = with_mutability(schema, property)
        .with_flag("x-ms-navigationProperty", property.kind == PropertyKind::Navigation)
        .with_flag("x-required-on-create", required)
        .with_some("x-returned", property.returned.as_ref().map(|stated| json!(stated.value)))
        .with_object("x-query-capabilities", query_capabilities(&property.query))
        .with_some("default", default_value(property))
        .with_list("examples", property.values.clone());
    with_docs(schema, &property.docs, property.deprecated.as_ref())
}

/// The items of a collection are not reached here, so that its limit stays in the words.
fn with_max_length(schema: Object, property: &Property) -> Object {
    let ty = &property.ty.value;
    let is_text = !ty.collection && ty.item == ItemType::Scalar(Scalar::String);
    let length = property.max_length.as_ref().filter(|_| is_text);
    schema.with_some("maxLength", length.map(|length| length.value))
}

fn with_mutability(schema: Object, property: &Property) -> Object {
    match property.limit() {
        Some(Mutability::ReadOnly) => schema.with("readOnly", true),
        Some(Mutability::WriteOnly) => schema.with("writeOnly", true),
        Some(Mutability::CreateOnly) => schema.with("x-ms-mutability", vec!["create", "read"]),
        None => schema,
    }
}

fn query_capabilities(query: &QueryCapabilities) -> Object {
    Object::new()
        .with_some("filter", query.filter.as_ref().map(|stated| stated.value.clone()))
        .with_some("orderBy", query.order_by.as_ref().map(|stated| stated.value))
        .with_some("search", query.search.as_ref().map(|stated| stated.value))
        .with_some("expand", query.expand.as_ref().map(|stated| stated.value))
}

/// The default as a JSON value of the property's type; none where the words do not fit it.
fn default_value(property: &Property) -> Option<Value> {
    let text = property.default.as_ref()?.value.as_str();
    if text == "null" {
        return Some(Value::Null);
    }
    match &property.ty.value.item {
        _ if property.ty.value.collection => None,
        ItemType::Scalar(Scalar::Boolean) => {
            text.to_lowercase().parse::<bool>().ok().map(Value::from)
        }
        ItemType::Scalar(
            Scalar::Byte | Scalar::SByte | Scalar::Int16 | Scalar::Int32 | Scalar::Int64,
        ) => text.parse::<i64>().ok().map(Value::from),
        ItemType::Scalar(Scalar::Decimal | Scalar::Double | Scalar::Single) => {
            text.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from)
        }
        ItemType::Scalar(_) | ItemType::Enum(_) => Some(Value::from(text)),
        ItemType::Struct(_) | ItemType::Untyped => None,
    }
}

pub(super) fn with_docs(schema: Object, docs: &Docs, deprecated: Option<&Notice>) -> Object {
    let docs_page = docs.url.as_ref().map(|url| Object::new().with("url", url.as_str()));
    schema
        .with_text("description", &docs.text.to_string())
        .with_some("externalDocs", docs_page)
        .with_some("x-documented-in", docs.source.as_deref())
        .with_flag("deprecated", deprecated.is_some())
        .with_text("x-deprecation", deprecated.map_or("", Notice::as_str))
}
