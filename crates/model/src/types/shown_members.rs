//! What examples of answers show of the types that their pages promise, and of those that these hold.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use facts::{Json, JsonEntry, PageFacts};

use super::evidence::returned;
use super::id::TypeId;
use super::index::TypeIndex;
use super::stated::Statements;
use super::statements::stated_namespace;
use crate::ItemType;
use crate::examples::ODATA_TYPE;

/// One example may be wrong by a slip; as many pages outweigh a row.
pub(super) const ENOUGH_PAGES: usize = 2;

/// A member of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    /// The path of the page.
    pub(super) page: &'a str,
    /// The type that the object names, or that is stated for it: by the page, or by the row of the member around it.
    pub(super) id: TypeId,
    /// The member.
    pub(super) entry: &'a JsonEntry,
}

/// By the names of a type's rows in lower case, the structured types that their cells name, if each names one.
type Rows = BTreeMap<String, Option<TypeId>>;

/// Each member of an answer, at the top, of a page's items or of objects in these, with the type of the
/// object, if most members of the object are rows of that type.
pub(super) fn all<'a>(
    found: &Statements<'_>,
    pages: &[&'a PageFacts],
    index: &TypeIndex,
) -> Vec<Shown<'a>> {
    let mut members = Vec::new();
    let mut by_type: BTreeMap<TypeId, Rows> = BTreeMap::new();
    for page in pages {
        let Some(operation) = &page.operation else { continue };
        let ids: BTreeSet<TypeId> =
            returned(operation, stated_namespace(page), index).into_iter().collect();
        let answers = operation.examples.iter().filter_map(|it| it.response.as_ref());
        let shown: Vec<_> =
            answers.filter_map(|it| it.value.json.as_ref()).flat_map(items).collect();
        let mut open: VecDeque<(TypeId, &[JsonEntry])> =
            ids.iter().flat_map(|id| shown.iter().map(|entries| (*id, *entries))).collect();
        while let Some((id, entries)) = open.pop_front() {
            let Some(id) = shown_type(entries, id, stated_namespace(page), index) else { continue };
            let rows = by_type.entry(id).or_insert_with(|| rows(found, id, index));
            if !is_of(entries, rows) {
                continue;
            }
            for entry in entries {
                members.push(Shown { page: &page.path, id, entry });
                if let Some(Some(inner)) = rows.get(&entry.name.to_ascii_lowercase()) {
                    open.extend(objects(&entry.value).map(|entries| (*inner, entries)));
                }
            }
        }
    }
    members
}

/// The type that an object names, else the one that is stated; none where it names one that is not known.
fn shown_type(
    entries: &[JsonEntry],
    stated: TypeId,
    namespace: &str,
    index: &TypeIndex,
) -> Option<TypeId> {
    let Some(named) = entries.iter().find(|entry| entry.name == ODATA_TYPE) else {
        return Some(stated);
    };
    let Json::String(name) = &named.value else { return None };
    match index.resolve_name(name.trim_start_matches('#'), namespace)? {
        ItemType::Struct(id) => Some(id),
        _ => None,
    }
}

fn rows(found: &Statements<'_>, id: TypeId, index: &TypeIndex) -> Rows {
    let mut rows = Rows::new();
    for (page, facts) in found.structs.get(&id).iter().flat_map(|it| &it.statements) {
        for row in &facts.properties {
            let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
            let named = mentions.filter_map(|it| index.structure(it, stated_namespace(page)));
            let named: BTreeSet<TypeId> = named.collect();
            let structure = named.first().copied().filter(|_| named.len() == 1);
            rows.entry(row.name.value.to_ascii_lowercase()).or_insert(structure);
        }
    }
    rows
}

/// The object that an answer holds, or those of its page, which may be the array alone.
fn items(json: &Json) -> Vec<&[JsonEntry]> {
    let value = match json {
        Json::Object(entries) => entries.iter().find(|entry| entry.name == "value"),
        _ => None,
    };
    match value.map(|entry| &entry.value) {
        Some(page @ Json::Array(_)) => objects(page).collect(),
        _ => objects(json).collect(),
    }
}

/// The object that a value is, or those of an array.
fn objects(json: &Json) -> impl Iterator<Item = &[JsonEntry]> {
    let values = match json {
        Json::Array(values) => values.as_slice(),
        one => std::slice::from_ref(one),
    };
    values.iter().filter_map(|value| match value {
        Json::Object(entries) => Some(entries.as_slice()),
        _ => None,
    })
}

/// Most members have the name of a row.
fn is_of(entries: &[JsonEntry], rows: &Rows) -> bool {
    let members = || entries.iter().filter(|entry| !entry.name.contains('@'));
    let known = members().filter(|it| rows.contains_key(&it.name.to_ascii_lowercase())).count();
    known * 2 > members().count()
}
