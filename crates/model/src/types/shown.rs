//! Base types that pages show and do not state.
//!
//! An example answers with a value of one type where the docs promise another: `"@odata.type": "#dock.ferry"` in a
//! property that holds a `boat`. Then a `ferry` is a `boat`, if its own rows list all properties of one: what names a
//! wrong type by a slip does not. Looks only at types whose base type no page states.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use facts::{ExampleFacts, Fact, Json, JsonEntry, OperationFacts, PageFacts, Rule};

use super::id::TypeId;
use super::index::TypeIndex;
use super::stated::Statements;
use super::statements::stated_namespace;
use crate::examples::ODATA_TYPE;

const RULE: Rule = "example-in-place";

/// One property, the key, is no sign of kinship.
const FEWEST_PROPERTIES: usize = 2;

/// By type, the first sign that it is shown in the place of another, which is the value. `may_derive` says of a type
/// whether pages leave it open that it derives from another.
pub(crate) fn bases(
    found: &Statements<'_>,
    pages: &[&PageFacts],
    index: &TypeIndex,
    may_derive: impl Fn(TypeId, TypeId) -> bool,
) -> BTreeMap<TypeId, Fact<TypeId>> {
    let mut shown = Shown { found, index, signs: Vec::new() };
    for page in pages {
        if let Some(operation) = &page.operation {
            shown.operation(operation, stated_namespace(page));
        }
    }
    let mut bases = BTreeMap::new();
    for (id, promised) in shown.signs {
        if may_derive(id, promised.value) && lists_all_of(found, id, promised.value) {
            bases.entry(id).or_insert(promised);
        }
    }
    bases
}

/// Whether the rows of `id` have the names of all of `other`, and more of them than a key.
fn lists_all_of(found: &Statements<'_>, id: TypeId, other: TypeId) -> bool {
    let names = |id: TypeId| -> BTreeSet<String> {
        let rows = found.structs.get(&id).into_iter().flat_map(|stated| stated.rows());
        rows.map(|row| row.name.value.to_ascii_lowercase()).collect()
    };
    let (own, others) = (names(id), names(other));
    others.len() >= FEWEST_PROPERTIES && own.is_superset(&others)
}

/// Types shown in the place of others.
struct Shown<'b, 'a> {
    found: &'b Statements<'a>,
    index: &'b TypeIndex,
    /// The type shown, and what is promised there.
    signs: Vec<(TypeId, Fact<TypeId>)>,
}

impl Shown<'_, '_> {
    fn operation(&mut self, facts: &OperationFacts, namespace: &str) {
        let marked = facts.response.annotations.iter().filter_map(|fact| {
            let name = fact.value.odata_type.as_deref()?;
            Some((fact.span, self.named(name, namespace)?))
        });
        let marked: BTreeMap<Span, TypeId> = marked.collect();
        for example in &facts.examples {
            self.example(example, &marked, namespace);
        }
    }

    fn example(
        &mut self,
        example: &ExampleFacts,
        marked: &BTreeMap<Span, TypeId>,
        namespace: &str,
    ) {
        let Some(response) = &example.response else { return };
        let (Some(json), Some(id)) = (&response.value.json, marked.get(&response.span)) else {
            return;
        };
        let of_page = match json {
            Json::Object(entries) => entries.iter().find(|entry| entry.name == "value"),
            _ => None,
        };
        match of_page.map(|entry| &entry.value) {
            Some(items @ Json::Array(_)) => self.value(items, *id, namespace),
            _ => self.value(json, *id, namespace),
        }
    }

    /// A value where one of the type `promised` is due.
    fn value(&mut self, json: &Json, promised: TypeId, namespace: &str) {
        match json {
            Json::Array(items) => {
                items.iter().for_each(|item| self.value(item, promised, namespace));
            }
            Json::Object(entries) => self.object(entries, promised, namespace),
            _ => {}
        }
    }

    fn object(&mut self, entries: &[JsonEntry], promised: TypeId, namespace: &str) {
        let mut id = promised;
        for entry in entries.iter().filter(|entry| entry.name == ODATA_TYPE) {
            let Json::String(name) = &entry.value else { continue };
            if let Some(named) = self.named(name, namespace) {
                if named != promised {
                    self.signs.push((named, Fact::new(promised, entry.span, RULE)));
                }
                id = named;
            }
        }
        for entry in entries {
            if let Some(held) = self.held(id, &entry.name) {
                self.value(&entry.value, held, namespace);
            }
        }
    }

    fn named(&self, name: &str, namespace: &str) -> Option<TypeId> {
        self.index.resolve_name(name, namespace)?.structure().copied()
    }

    /// The type that rows of a type give a property, if it is one.
    fn held(&self, id: TypeId, property: &str) -> Option<TypeId> {
        let stated = self.found.structs.get(&id)?;
        let row = stated.rows().find(|row| row.name.value.eq_ignore_ascii_case(property))?;
        match &row.ty.as_ref()?.value.mentions[..] {
            [only] => self.index.structure(only, stated.namespace()),
            _ => None,
        }
    }
}
