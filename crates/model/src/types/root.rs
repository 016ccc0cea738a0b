//! The base type that pages leave unsaid.
//!
//! OData services often give all entity types one abstract root that declares the key and nothing else.
//! Some pages name it, most do not. Where the docs show such a root, entity types that state no base and
//! have the same key are taken to derive from it. A type whose stated base is not documented does state
//! one.

use std::collections::{BTreeMap, BTreeSet};

use super::bases::Bases;
use super::statements::{StatedStruct, Statements};
use crate::{Fact, QualifiedName, StructKind};

/// Adds the root as the base of entity types that state none.
pub(crate) fn infer(
    found: &Statements<'_>,
    keys: &BTreeMap<QualifiedName, Vec<String>>,
    kinds: &BTreeMap<QualifiedName, StructKind>,
    undocumented: &BTreeSet<QualifiedName>,
    bases: &mut Bases,
) {
    let Some(root) = root(found, keys, bases) else { return };
    let silent: Vec<_> = found
        .structs
        .values()
        .filter(|stated| {
            stated.name != root
                && !bases.contains_key(&stated.name)
                && !undocumented.contains(&stated.name)
                && kinds.get(&stated.name) == Some(&StructKind::Entity)
                && key_of(&stated.name, keys) == key_of(&root, keys)
        })
        .map(|stated| (stated.name.clone(), stated.span()))
        .collect();
    for (name, span) in silent {
        bases.insert(name, Fact { value: root.clone(), span, rule: "inferred-root" });
    }
}

/// The type that most types name as their base among those that are abstract, derive from nothing and
/// list just one property, the key. Types of several areas must name it: within one area it is more
/// likely the root of a family.
fn root(
    found: &Statements<'_>,
    keys: &BTreeMap<QualifiedName, Vec<String>>,
    bases: &Bases,
) -> Option<QualifiedName> {
    let mut named: BTreeMap<&QualifiedName, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for stated in found.structs.values() {
        if let Some(base) = bases.get(&stated.name) {
            let (count, areas) = named.entry(&base.value).or_default();
            *count += 1;
            areas.insert(area(stated));
        }
    }
    let is_root = |name: &QualifiedName| {
        let stated = found.structs.get(&name.to_string().to_ascii_lowercase());
        stated.is_some_and(|stated| is_abstract(stated) && lists_only(stated, &key_of(name, keys)))
            && !bases.contains_key(name)
    };
    named
        .into_iter()
        .filter(|(name, (_, areas))| areas.len() > 1 && is_root(name))
        .max_by_key(|(name, (count, _))| (*count, std::cmp::Reverse(*name)))
        .map(|(name, _)| name.clone())
}

fn area<'a>(stated: &StatedStruct<'a>) -> &'a str {
    stated.statements[0].0.area.as_ref().map_or("", |area| area.value.as_str())
}

fn is_abstract(stated: &StatedStruct<'_>) -> bool {
    stated.statements.iter().flat_map(|(_, facts)| &facts.is_abstract).any(|fact| fact.value)
}

fn lists_only(stated: &StatedStruct<'_>, key: &[&str]) -> bool {
    let rows = stated.statements.iter().flat_map(|(_, facts)| &facts.properties);
    let listed: Vec<&str> = rows.map(|row| row.name.value.as_str()).collect();
    listed == key
}

fn key_of<'a>(
    name: &QualifiedName,
    keys: &'a BTreeMap<QualifiedName, Vec<String>>,
) -> Vec<&'a str> {
    keys.get(name).map_or_else(|| vec!["id"], |keys| keys.iter().map(String::as_str).collect())
}
