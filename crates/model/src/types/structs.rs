//! Puts structured types together: fields of the bases first, keys, what derives from what.
//!
//! Everything has been decided before; this only arranges it.

use std::collections::BTreeMap;

use facts::PageFacts;

use super::bases::{Bases, chain};
use super::own::Decided;
use super::scalar;
use super::statements::{StatedStruct, Statements};
use crate::{
    Docs, Gate, ItemType, Options, Property, QualifiedName, RustItem, Struct, StructKind, docs,
};

/// The key property of entity types that state none, where they have it.
const USUAL_KEY: &str = "id";

/// The decisions that a structured type consists of.
#[derive(Clone, Copy)]
pub(crate) struct Decisions<'a> {
    /// All statements.
    pub(crate) found: &'a Statements<'a>,
    /// Bases.
    pub(crate) bases: &'a Bases,
    /// Properties.
    pub(crate) properties: &'a Decided,
    /// Stated keys.
    pub(crate) keys: &'a BTreeMap<QualifiedName, Vec<String>>,
    /// Entity or complex.
    pub(crate) kinds: &'a BTreeMap<QualifiedName, StructKind>,
    /// The build's options.
    pub(crate) options: &'a Options<'a>,
}

/// Builds all structured types, sorted by name, without Rust names.
pub(crate) fn build(decisions: Decisions<'_>) -> Vec<Struct> {
    let derived = derived(decisions.bases);
    let mut structs: Vec<Struct> = decisions
        .found
        .structs
        .values()
        .map(|stated| Struct {
            derived: derived.get(&stated.name).cloned().unwrap_or_default(),
            ..build_one(stated, decisions)
        })
        .collect();
    structs.sort_by(|a, b| a.name.cmp(&b.name));
    structs
}

fn build_one(stated: &StatedStruct<'_>, decisions: Decisions<'_>) -> Struct {
    let name = stated.name.clone();
    let (page, home) = stated.statements[0];
    let facts = || stated.statements.iter().map(|(_, facts)| facts);
    let principal = page.types.first().is_some_and(|first| std::ptr::eq(first, home));
    let kind = decisions.kinds.get(&name).copied().unwrap_or(StructKind::Complex);
    let fields = flatten(&name, decisions);
    Struct {
        kind,
        base: decisions.bases.get(&name).cloned(),
        derived: Vec::new(),
        is_abstract: facts().flat_map(|f| &f.is_abstract).next().is_some_and(|f| f.value),
        is_open: is_open(&name, decisions),
        is_json: fields.is_empty() && scalar(&name.name) == Some(ItemType::Untyped),
        keys: keys(&name, kind, &fields, decisions),
        fields,
        polymorphic: None,
        is_a: Vec::new(),
        constructor: None,
        rust: RustItem::default(),
        docs: docs_of(page, home.names[0].span, principal, decisions.options),
        deprecated: page.deprecated.as_ref().filter(|_| principal).map(docs::notice),
        area: page.area.as_ref().map(|area| area.value.clone()).unwrap_or_default(),
        gate: Gate::default(),
        span: home.names[0].span,
        rule: home.names[0].rule,
        name,
    }
}

/// A type derived from an open type is open as well (OData CSDL 4.01, section 6.3).
fn is_open(name: &QualifiedName, decisions: Decisions<'_>) -> bool {
    chain(decisions.bases, name).any(|name| {
        let stated = decisions.found.structs.get(&name.to_string().to_ascii_lowercase());
        let statements = stated.into_iter().flat_map(|stated| &stated.statements);
        statements.flat_map(|(_, facts)| &facts.is_open).any(|fact| fact.value)
    })
}

/// A page's introduction documents the type that the page is about; further types have none.
fn docs_of(page: &PageFacts, span: diag::Span, principal: bool, options: &Options<'_>) -> Docs {
    docs::docs(page.summary.as_ref().filter(|_| principal), span, &page.path, options)
}

/// Fields from the root down. What a type nearer to this one says about an inherited property wins.
fn flatten(name: &QualifiedName, decisions: Decisions<'_>) -> Vec<Property> {
    let mut chain: Vec<&QualifiedName> = chain(decisions.bases, name).collect();
    chain.reverse();
    let mut fields: Vec<Property> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for name in chain {
        for restated in decisions.properties.restated.get(name).into_iter().flatten() {
            if let Some(place) = places.get(&restated.wire_name) {
                fields[*place] = restated.clone();
            }
        }
        for own in decisions.properties.own.get(name).into_iter().flatten() {
            places.insert(own.wire_name.clone(), fields.len());
            fields.push(own.clone());
        }
    }
    fields
}

/// The key: the nearest statement up the chain, else `id` where an entity type has it.
fn keys(
    name: &QualifiedName,
    kind: StructKind,
    fields: &[Property],
    decisions: Decisions<'_>,
) -> Vec<String> {
    if kind == StructKind::Complex {
        return Vec::new();
    }
    let stated = chain(decisions.bases, name).find_map(|name| decisions.keys.get(name));
    let spelled = |key: &String| {
        let field = fields.iter().find(|field| field.wire_name.eq_ignore_ascii_case(key));
        field.map_or_else(|| key.clone(), |field| field.wire_name.clone())
    };
    match stated {
        Some(keys) => keys.iter().map(spelled).collect(),
        None => {
            let id = fields.iter().find(|field| field.wire_name == USUAL_KEY);
            id.map(|id| id.wire_name.clone()).into_iter().collect()
        }
    }
}

/// All types below each type, sorted.
fn derived(bases: &Bases) -> BTreeMap<QualifiedName, Vec<QualifiedName>> {
    let mut derived: BTreeMap<QualifiedName, Vec<QualifiedName>> = BTreeMap::new();
    for name in bases.keys() {
        for above in chain(bases, name).skip(1) {
            derived.entry(above.clone()).or_default().push(name.clone());
        }
    }
    derived
}
