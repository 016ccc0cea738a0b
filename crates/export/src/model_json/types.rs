//! Structured types, enumerations and the types of values.

use model::{
    Access, Api, Constructor, Docs, Enum, Fact, ItemType, Member, Polymorphic, Property,
    QualifiedName, RustItem, Struct, ValueType,
};
use text::Notice;

use crate::json::Object;
use crate::words;

use super::place::Places;

pub(super) fn structure(api: &Api, item: &Struct, places: &Places) -> Object {
    let own = item.fields.iter().filter(|field| field.declared_in == item.name);
    let base = item.base.as_ref().map(|base| places.sourced(base, base.value.to_string()));
    Object::new()
        .with("name", item.name.to_string())
        .with("kind", words::struct_kind(item.kind))
        .with_some("base", base)
        .with_list("derived", names(&item.derived))
        .with_flag("abstract", item.is_abstract)
        .with_flag("open", item.is_open)
        .with_list("keys", item.keys.clone())
        .with("properties", own.map(|field| property(field, places)).collect::<Vec<_>>())
        .with_list("inherited", inherited(api, item, places))
        .with_some("polymorphic", item.polymorphic.as_ref().map(polymorphic))
        .with_some("create", item.constructor.as_ref().map(|it| constructor(it, places)))
        .with("rust", rust_item(&item.rust))
        .with_object("docs", docs(&item.docs))
        .with_some("deprecated", item.deprecated.as_ref().map(Notice::as_str))
        .with_text("area", &item.area)
        .with("at", places.at(item.span, item.rule))
}

/// The inherited properties that may be written otherwise than those of the base type.
fn inherited(api: &Api, item: &Struct, places: &Places) -> Vec<Object> {
    let declared = |field: &Property| {
        let at = api.structs.binary_search_by(|other| other.name.cmp(&field.declared_in)).ok()?;
        api.structs[at].fields.iter().find(|other| other.wire_name == field.wire_name)
    };
    let fields = item.fields.iter().filter(|field| field.declared_in != item.name);
    let differs = fields
        .filter(|field| declared(field).is_some_and(|it| it.access.value != field.access.value));
    differs
        .map(|field| {
            Object::new()
                .with("name", field.wire_name.as_str())
                .with("access", access(&field.access, places))
        })
        .collect()
}

fn access(access: &Fact<Access>, places: &Places) -> Object {
    places.sourced(access, words::access(access.value))
}

fn constructor(constructor: &Constructor, places: &Places) -> Object {
    let required = constructor.required.iter();
    let required: Vec<Object> =
        required.map(|fact| places.sourced(fact, fact.value.as_str())).collect();
    Object::new().with("required", required)
}

fn polymorphic(polymorphic: &Polymorphic) -> Object {
    let variant = |(variant, name): &(String, QualifiedName)| {
        Object::new().with("variant", variant.as_str()).with("type", name.to_string())
    };
    Object::new()
        .with("rustName", polymorphic.rust_name.as_str())
        .with("variants", polymorphic.variants.iter().map(variant).collect::<Vec<_>>())
}

pub(super) fn property(property: &Property, places: &Places) -> Object {
    let flag = |fact: &Option<model::Fact<bool>>| {
        fact.as_ref().map(|fact| places.sourced(fact, fact.value))
    };
    let mutability = property.mutability.as_ref();
    let returned = property.returned.as_ref();
    let default = property.default.as_ref();
    Object::new()
        .with("name", property.wire_name.as_str())
        .with("rustName", property.rust_name.as_str())
        .with("kind", words::property_kind(property.kind))
        .with("type", places.sourced(&property.ty, value_type(&property.ty.value)))
        .with_some("nullable", flag(&property.nullable))
        .with_some("required", flag(&property.required))
        .with_some(
            "mutability",
            mutability.map(|fact| places.sourced(fact, words::mutability(fact.value))),
        )
        .with("access", access(&property.access, places))
        .with_some(
            "returned",
            returned.map(|fact| places.sourced(fact, words::returned(fact.value))),
        )
        .with_object("query", query(property, places))
        .with_some("default", default.map(|fact| places.sourced(fact, fact.value.as_str())))
        .with_list("values", property.values.clone())
        .with_object("docs", docs(&property.docs))
        .with_some("deprecated", property.deprecated.as_ref().map(Notice::as_str))
        .with("at", places.at(property.span, property.rule))
}

fn query(property: &Property, places: &Places) -> Object {
    let query = &property.query;
    let flag = |fact: &Option<model::Fact<bool>>| {
        fact.as_ref().map(|fact| places.sourced(fact, fact.value))
    };
    let filter = query.filter.as_ref();
    Object::new()
        .with_some("filter", filter.map(|fact| places.sourced(fact, fact.value.clone())))
        .with_some("operators", property.operators().map(|set| set.rust_name()))
        .with_some("orderBy", flag(&query.order_by))
        .with_some("search", flag(&query.search))
        .with_some("expand", flag(&query.expand))
        .with_some("bareSelect", flag(&query.bare_select))
}

pub(super) fn enumeration(item: &Enum, places: &Places) -> Object {
    let members: Vec<Object> =
        item.members.iter().map(|member| enum_member(member, places)).collect();
    Object::new()
        .with("name", item.name.to_string())
        .with_flag("flags", item.flags)
        .with("members", members)
        .with("rust", rust_item(&item.rust))
        .with_object("docs", docs(&item.docs))
        .with_some("deprecated", item.deprecated.as_ref().map(Notice::as_str))
        .with_text("area", &item.area)
        .with("at", places.at(item.span, item.rule))
}

fn enum_member(member: &Member, places: &Places) -> Object {
    Object::new()
        .with("name", member.wire_name.as_str())
        .with("rustName", member.rust_name.as_str())
        .with_some("value", member.value)
        .with_object("docs", docs(&member.docs))
        .with("at", places.at(member.span, member.rule))
}

pub(super) fn value_type(ty: &ValueType) -> Object {
    item_type(&ty.item).with_flag("collection", ty.collection)
}

pub(super) fn item_type(item: &ItemType) -> Object {
    let (of, name) = match item {
        ItemType::Scalar(scalar) => ("scalar", words::scalar(*scalar).to_owned()),
        ItemType::Enum(name) => ("enum", name.to_string()),
        ItemType::Struct(name) => ("struct", name.to_string()),
        ItemType::Untyped => ("untyped", "Edm.Untyped".to_owned()),
    };
    Object::new().with("of", of).with("name", name)
}

pub(super) fn docs(docs: &Docs) -> Object {
    Object::new()
        .with_text("text", &docs.text.to_string())
        .with_some("url", docs.url.as_deref())
        .with_some("source", docs.source.as_deref())
}

fn rust_item(item: &RustItem) -> Object {
    Object::new()
        .with("module", item.module.join("::"))
        .with("name", item.name.as_str())
        .with("file", format!("{}.rs", item.file.join("/")))
}

fn names(names: &[QualifiedName]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
