//! Entity type or complex type?
//!
//! Pages do not say it outright, so it is inferred. The first rule that applies decides:
//!
//! 1. a relationship leads to it: entity;
//! 2. it has a base type: as the base;
//! 3. a structural property has this type, and no operation reads it by key or it has no key
//!    property: complex;
//! 4. a key is stated, or its JSON representation marks `id` as an identifier: entity;
//! 5. an operation reads it by key, or reads it and it has an `id`: entity;
//! 6. else: complex.

use std::collections::BTreeMap;

use super::bases::{Bases, chain};
use super::evidence::Uses;
use super::statements::{StatedStruct, Statements};
use crate::{QualifiedName, StructKind};

/// The kind of every structured type. A type above an entity type is one, too.
pub(crate) fn decide(
    found: &Statements<'_>,
    bases: &Bases,
    keys: &BTreeMap<QualifiedName, Vec<String>>,
    uses: &Uses,
) -> BTreeMap<QualifiedName, StructKind> {
    let stated: BTreeMap<&QualifiedName, &StatedStruct<'_>> =
        found.structs.values().map(|stated| (&stated.name, stated)).collect();
    let mut kinds = BTreeMap::new();
    for name in stated.keys() {
        let is_entity = chain(bases, name).any(|name| uses.navigated.contains(name)) || {
            let root = chain(bases, name).last().unwrap_or(name);
            stated.get(root).is_some_and(|root| root_is_entity(root, keys, uses))
        };
        let kind = if is_entity { StructKind::Entity } else { StructKind::Complex };
        kinds.insert((*name).clone(), kind);
    }
    let entities: Vec<QualifiedName> = entities(&kinds).cloned().collect();
    for name in &entities {
        for above in chain(bases, name) {
            kinds.insert(above.clone(), StructKind::Entity);
        }
    }
    kinds
}

fn entities(kinds: &BTreeMap<QualifiedName, StructKind>) -> impl Iterator<Item = &QualifiedName> {
    kinds.iter().filter(|(_, kind)| **kind == StructKind::Entity).map(|(name, _)| name)
}

fn root_is_entity(
    stated: &StatedStruct<'_>,
    keys: &BTreeMap<QualifiedName, Vec<String>>,
    uses: &Uses,
) -> bool {
    let name = &stated.name;
    let key = keys.get(name).and_then(|keys| keys.first()).map_or("id", String::as_str);
    let by_key = uses.read_by_key.contains(name);
    let lists_key = lists(stated, key);
    if uses.embedded.contains(name) && !(by_key && lists_key) {
        return false;
    }
    keys.contains_key(name)
        || marks_identifier(stated)
        || by_key
        || (lists_key && uses.read.contains(name))
}

fn lists(stated: &StatedStruct<'_>, property: &str) -> bool {
    let rows = stated.statements.iter().flat_map(|(_, facts)| &facts.properties);
    rows.into_iter().any(|row| row.name.value.eq_ignore_ascii_case(property))
}

/// The JSON representation shows `"id": "String (identifier)"`.
fn marks_identifier(stated: &StatedStruct<'_>) -> bool {
    let members = stated.statements.iter().flat_map(|(_, facts)| &facts.json);
    members.into_iter().any(|member| {
        member.name.value == "id"
            && member.ty.as_deref().is_some_and(|ty| ty.to_ascii_lowercase().contains("identifier"))
    })
}
