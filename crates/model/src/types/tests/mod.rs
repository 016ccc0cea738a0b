//! Facts of types to the model, as one reads it.

mod bases;
mod enums;
mod families;
mod identifiers;
mod kinds;
mod names;
mod notation;
mod properties;
mod references;

use diag::{Diagnostic, Sources};

use crate::{
    Api, Built, ItemType, Links, Options, Property, PropertyKind, Select, Struct, StructKind,
    ValueType, build,
};

/// The types that facts in the test notation become, without their fields' details.
fn model(text: &str) -> String {
    let (sources, api, _) = built(text);
    drop(sources);
    let structs = api.structs.iter().map(structure);
    let enums = api.enums.iter().map(|item| {
        let members: Vec<&str> = item.members.iter().map(|m| m.wire_name.as_str()).collect();
        format!("enum {}: {}\n", item.name, members.join(" "))
    });
    structs.chain(enums).collect()
}

/// What is reported about facts in the test notation.
fn reports(text: &str) -> String {
    let (sources, _, diagnostics) = built(text);
    let rendered: Vec<String> = diagnostics.iter().map(|d| diag::render(d, &sources)).collect();
    rendered.join("\n")
}

pub(crate) fn built(text: &str) -> (Sources, Api, Vec<Diagnostic>) {
    selected(text, &Select::default())
}

/// The part of it that `selection` keeps.
pub(crate) fn selected(text: &str, selection: &Select) -> (Sources, Api, Vec<Diagnostic>) {
    published(text, Links::default(), selection)
}

/// The same where pages are published.
pub(crate) fn published(
    text: &str,
    links: Links,
    selection: &Select,
) -> (Sources, Api, Vec<Diagnostic>) {
    let Built { api, diagnostics, .. } = build_published(text, links, selection);
    (notation::read(text).0, api, diagnostics)
}

/// All that is built of the part that `selection` keeps.
pub(crate) fn build_selected(text: &str, selection: &Select) -> Built {
    build_published(text, Links::default(), selection)
}

fn build_published(text: &str, links: Links, selection: &Select) -> Built {
    let (sources, pages) = notation::read(text);
    let options = Options {
        version: "v1.0".to_owned(),
        module: "v1_0".to_owned(),
        base_url: "https://example.com/v1.0".to_owned(),
        default_namespace: "harbor".to_owned(),
        primitives: facts::Dialect::graph().primitives().clone(),
        plurals: facts::Dialect::graph().plurals().clone(),
        links,
        sources: &sources,
        parallel: true,
    };
    build(&pages, &options, selection)
}

fn structure(item: &Struct) -> String {
    let kind = match item.kind {
        StructKind::Entity => "entity",
        StructKind::Complex => "complex",
    };
    let base = item.base.as_ref().map(|base| format!(" : {} ({})", base.value.name, base.rule));
    let key =
        if item.keys.is_empty() { String::new() } else { format!(" key {}", item.keys.join(",")) };
    let fields: String =
        item.fields.iter().map(|field| format!("    {}\n", property(item, field))).collect();
    let json = if item.is_json { " any JSON" } else { "" };
    format!("{kind} {}{}{key}{json}\n{fields}", item.name, base.unwrap_or_default())
}

fn property(item: &Struct, field: &Property) -> String {
    let arrow = match field.kind {
        PropertyKind::Structural => ":",
        PropertyKind::Navigation => " ->",
    };
    let from = if field.is_own_of(item) {
        String::new()
    } else {
        format!(" of {}", field.declared_in.as_ref().unwrap().name)
    };
    format!("{}{arrow} {}{from} ({})", field.wire_name, value(&field.ty.value), field.ty.rule)
}

fn value(ty: &ValueType) -> String {
    let item = match &ty.item {
        ItemType::Scalar(scalar) => format!("{scalar:?}"),
        ItemType::Enum(name) => format!("enum {name}"),
        ItemType::Struct(name) => name.to_string(),
        ItemType::Untyped => "any".to_owned(),
    };
    if ty.collection { format!("[{item}]") } else { item }
}
