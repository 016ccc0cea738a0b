//! What examples of answers show of the types that their pages promise.

use std::collections::{BTreeMap, BTreeSet};

use facts::{Json, JsonEntry, PageFacts};

use super::evidence::returned;
use super::id::TypeId;
use super::index::TypeIndex;
use super::stated::Statements;
use super::statements::stated_namespace;

/// One example may be wrong by a slip; as many pages outweigh a row.
pub(super) const ENOUGH_PAGES: usize = 2;

/// A member of an answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    /// The path of the page.
    pub(super) page: &'a str,
    /// The type that the page promises.
    pub(super) id: TypeId,
    /// The member.
    pub(super) entry: &'a JsonEntry,
}

/// Hands each member of an answer, at the top or of a page's items, to `visit` with the type that the page promises, if
/// most members of the object are rows of that type. Only of types that are `wanted`.
pub(super) fn each<'a>(
    found: &Statements<'_>,
    pages: &[&'a PageFacts],
    index: &TypeIndex,
    wanted: impl Fn(TypeId) -> bool,
    mut visit: impl FnMut(Shown<'a>),
) {
    let mut names: BTreeMap<TypeId, BTreeSet<String>> = BTreeMap::new();
    for page in pages {
        let Some(operation) = &page.operation else { continue };
        let ids: BTreeSet<TypeId> =
            returned(operation, stated_namespace(page), index).into_iter().collect();
        for id in ids.into_iter().filter(|id| wanted(*id)) {
            let names = names.entry(id).or_insert_with(|| {
                let rows = found.structs.get(&id).into_iter().flat_map(|it| it.rows());
                rows.map(|row| row.name.value.to_ascii_lowercase()).collect()
            });
            let answers = operation.examples.iter().filter_map(|it| it.response.as_ref());
            let shown = answers.filter_map(|it| it.value.json.as_ref()).flat_map(objects);
            let of_type = shown.filter(|entries| is_of(entries, names)).flatten();
            of_type.for_each(|entry| visit(Shown { page: &page.path, id, entry }));
        }
    }
}

/// The object that an answer holds, or those of its page, which may be the array alone.
fn objects(json: &Json) -> Vec<&[JsonEntry]> {
    if let Json::Array(items) = json {
        return items.iter().filter_map(members).collect();
    }
    let Some(entries) = members(json) else { return Vec::new() };
    match entries.iter().find(|entry| entry.name == "value").map(|entry| &entry.value) {
        Some(Json::Array(items)) => items.iter().filter_map(members).collect(),
        _ => vec![entries],
    }
}

fn members(json: &Json) -> Option<&[JsonEntry]> {
    match json {
        Json::Object(entries) => Some(entries),
        _ => None,
    }
}

/// Most members have the name of a row.
fn is_of(entries: &[JsonEntry], names: &BTreeSet<String>) -> bool {
    let members = || entries.iter().filter(|entry| !entry.name.contains('@'));
    let known = members().filter(|it| names.contains(&it.name.to_ascii_lowercase())).count();
    known * 2 > members().count()
}
