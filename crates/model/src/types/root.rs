//! The base type that pages leave unsaid.
//!
//! OData services often give all entity types one abstract root that declares the key and nothing else.
//! Some pages name it, most do not. Where the docs show such a root, entity types that state no base and
//! have the same key are taken to derive from it. A type whose stated base is not documented does state
//! one.

use std::collections::{BTreeMap, BTreeSet};

use facts::Fact;

use super::bases::Bases;
use super::evidence::Keys;
use super::id::TypeId;
use super::kinds::Kinds;
use super::stated::{StatedStruct, Statements};
use crate::StructKind;

/// The root as the base of each entity type that states none; `bases` are the stated ones, `undocumented` the
/// types that state one which nothing documents.
pub(crate) fn infer(
    found: &Statements<'_>,
    keys: &Keys,
    kinds: &Kinds,
    bases: &Bases,
    undocumented: &BTreeSet<TypeId>,
) -> Bases {
    let Some(root) = root(found, keys, bases) else { return Bases::new() };
    let is_silent = |id: &TypeId| {
        *id != root
            && !bases.contains_key(id)
            && !undocumented.contains(id)
            && kinds.get(id) == Some(&StructKind::Entity)
            && key_of(*id, keys) == key_of(root, keys)
    };
    let silent = found.structs.iter().filter(|(id, _)| is_silent(id));
    silent.map(|(id, stated)| (*id, Fact::new(root, stated.span(), "inferred-root"))).collect()
}

/// The type that most types name as their base among those that are abstract, derive from nothing and
/// list just one property, the key. Types of several areas must name it: within one area it is more
/// likely the root of a family.
fn root(found: &Statements<'_>, keys: &Keys, bases: &Bases) -> Option<TypeId> {
    let mut named: BTreeMap<TypeId, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for (id, stated) in &found.structs {
        if let Some(base) = bases.get(id) {
            let (count, areas) = named.entry(base.value).or_default();
            *count += 1;
            areas.insert(area(stated));
        }
    }
    let is_root = |id: &TypeId| {
        let stated = found.structs.get(id);
        stated.is_some_and(|stated| is_abstract(stated) && lists_only(stated, &key_of(*id, keys)))
            && !bases.contains_key(id)
    };
    named
        .into_iter()
        .filter(|(id, (_, areas))| areas.len() > 1 && is_root(id))
        .max_by_key(|(id, (count, _))| (*count, std::cmp::Reverse(*id)))
        .map(|(id, _)| id)
}

fn area<'a>(stated: &StatedStruct<'a>) -> &'a str {
    stated.home().0.area.as_ref().map_or("", |area| area.value.as_str())
}

fn is_abstract(stated: &StatedStruct<'_>) -> bool {
    stated.facts().flat_map(|facts| &facts.is_abstract).any(|fact| fact.value)
}

fn lists_only(stated: &StatedStruct<'_>, key: &[&str]) -> bool {
    let listed: Vec<&str> = stated.rows().map(|row| row.name.value.as_str()).collect();
    listed == key
}

fn key_of(id: TypeId, keys: &Keys) -> Vec<&str> {
    keys.get(&id).map_or_else(|| vec!["id"], |keys| keys.iter().map(String::as_str).collect())
}
