//! Puts structured types together: fields of the bases first, keys, what derives from what.
//!
//! Everything has been decided before; this only arranges it.

use std::collections::BTreeMap;

use super::bases::{Bases, chain};
use super::field::Field;
use super::id::TypeId;
use super::outline::Outline;
use super::own::{ByType, Decided};
use super::stated::StatedStruct;
use crate::{ItemType, StructKind};
use facts::Fact;

/// The key property of entity types that state none, where they have it.
const USUAL_KEY: &str = "id";

/// An entity or complex type, decided but for what depends on operations.
#[derive(Clone, Debug)]
pub(crate) struct Structure<'a> {
    /// What pages state of it.
    pub(crate) stated: StatedStruct<'a>,
    /// Entity or complex.
    pub(crate) kind: StructKind,
    /// The base type.
    pub(crate) base: Option<Fact<TypeId>>,
    /// Types below it, sorted.
    pub(crate) derived: Vec<TypeId>,
    /// No instance has exactly this type.
    pub(crate) is_abstract: bool,
    /// Instances may carry further properties.
    pub(crate) is_open: bool,
    /// The docs use its name as a word for any JSON.
    pub(crate) is_json: bool,
    /// Key properties.
    pub(crate) keys: Vec<String>,
    /// All properties: those of the bases first.
    pub(crate) fields: Vec<Field<'a>>,
}

/// All structured types.
pub(crate) type Structs<'a> = BTreeMap<TypeId, Structure<'a>>;

impl<'a> Structure<'a> {
    /// The property of this name, in any case.
    pub(crate) fn field(&self, name: &str) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.wire_name.eq_ignore_ascii_case(name))
    }

    /// `property` is part of its key.
    pub(crate) fn is_key(&self, property: &str) -> bool {
        self.keys.iter().any(|key| key == property)
    }
}

/// Arranges all structured types.
pub(crate) fn arrange<'a>(outline: &Outline<'a>, properties: &ByType<'a>) -> Structs<'a> {
    let derived = derived(&outline.bases);
    let below = |id: &TypeId| derived.get(id).cloned().unwrap_or_default();
    let structs = outline.found.structs.keys();
    structs.map(|id| (*id, structure(*id, below(id), outline, properties))).collect()
}

fn structure<'a>(
    id: TypeId,
    derived: Vec<TypeId>,
    outline: &Outline<'a>,
    properties: &ByType<'a>,
) -> Structure<'a> {
    let stated = &outline.found.structs[&id];
    let kind = outline.kinds.get(&id).copied().unwrap_or(StructKind::Complex);
    let fields = flatten(id, outline, properties);
    let mut is_abstract = stated.facts().flat_map(|facts| &facts.is_abstract);
    Structure {
        kind,
        base: outline.bases.get(&id).cloned(),
        derived,
        is_abstract: is_abstract.next().is_some_and(|fact| fact.value),
        is_open: is_open(id, outline),
        is_json: fields.is_empty()
            && outline.index.primitive(&stated.name.name) == Some(ItemType::Untyped),
        keys: keys(id, kind, &fields, outline),
        fields,
        stated: stated.clone(),
    }
}

/// A type derived from an open type is open as well (OData CSDL 4.01, section 6.3).
fn is_open(id: TypeId, outline: &Outline<'_>) -> bool {
    let mut stated = outline.chain(id).filter_map(|id| outline.found.structs.get(&id));
    stated.any(|it| it.facts().flat_map(|facts| &facts.is_open).any(|fact| fact.value))
}

/// Fields from the root down. What a type nearer to this one says about an inherited property wins.
fn flatten<'a>(id: TypeId, outline: &Outline<'_>, properties: &ByType<'a>) -> Vec<Field<'a>> {
    let chain: Vec<&Decided<'a>> = outline.chain(id).filter_map(|id| properties.get(&id)).collect();
    let mut fields: Vec<&Field<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for decided in chain.into_iter().rev() {
        for restated in &decided.restated {
            if let Some(place) = places.get(restated.wire_name) {
                fields[*place] = restated;
            }
        }
        for own in &decided.own {
            places.insert(own.wire_name, fields.len());
            fields.push(own);
        }
    }
    fields.into_iter().cloned().collect()
}

/// The key: the nearest statement up the chain, else `id` where an entity type has it.
fn keys(id: TypeId, kind: StructKind, fields: &[Field<'_>], outline: &Outline<'_>) -> Vec<String> {
    if kind == StructKind::Complex {
        return Vec::new();
    }
    let spelled = |key: &String| {
        let field = fields.iter().find(|field| field.wire_name.eq_ignore_ascii_case(key));
        field.map_or(key.as_str(), |field| field.wire_name).to_owned()
    };
    match outline.chain(id).find_map(|id| outline.keys.get(&id)) {
        Some(keys) => keys.iter().map(spelled).collect(),
        None => {
            let id = fields.iter().find(|field| field.wire_name == USUAL_KEY);
            id.map(|id| id.wire_name.to_owned()).into_iter().collect()
        }
    }
}

/// All types below each type, sorted.
fn derived(bases: &Bases) -> BTreeMap<TypeId, Vec<TypeId>> {
    let mut derived: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    for id in bases.keys() {
        for above in chain(bases, *id).skip(1) {
            derived.entry(above).or_default().push(*id);
        }
    }
    derived
}
