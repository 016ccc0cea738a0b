//! Entity type or complex type?
//!
//! Pages do not say it outright, so it is inferred, unless somebody has corrected it, of the type or of its nearest
//! base for which somebody has. The first rule that applies decides:
//!
//! 1. relationships lead to it or to a type above it, and not fewer rows than those of structural properties that have
//!    that type: entity. That the type is read by key counts for three such rows, and so does a stated key;
//! 2. it has a base type: as the topmost one;
//! 3. a structural property has this type, and no operation reads it by key or it has no key
//!    property: complex;
//! 4. a key is stated, or its JSON representation marks `id` as an identifier: entity;
//! 5. an operation reads it by key, or reads it and it has an `id`: entity;
//! 6. else: complex.
//!
//! A type above an entity type is one, too.
//! Rows of relationships that lose against the others are reported.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};

use super::bases::{Bases, chain};
use super::corrected::Corrected;
use super::evidence::{Keys, Uses};
use super::id::TypeId;
use super::stated::{StatedStruct, Statements};
use crate::StructKind;

/// The kinds of structured types.
pub(crate) type Kinds = BTreeMap<TypeId, StructKind>;

/// The kind of every structured type. A type above an entity type is one, too.
pub(crate) fn decide(
    found: &Statements<'_>,
    bases: &Bases,
    keys: &Keys,
    uses: &Uses,
    corrected: &Corrected<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Kinds {
    let is_entity = |id: &TypeId| {
        if let Some(kind) = chain(bases, *id).find_map(|above| corrected.kind(above)) {
            return kind == StructKind::Entity;
        }
        chain(bases, *id).any(|above| is_navigated(above, keys, uses)) || {
            let root = chain(bases, *id).last().unwrap_or(*id);
            let stated = found.structs.get(&root);
            stated.is_some_and(|stated| root_is_entity(root, stated, keys, uses))
        }
    };
    let entities: Vec<TypeId> = found.structs.keys().copied().filter(is_entity).collect();
    let complex = found.structs.keys().map(|id| (*id, StructKind::Complex));
    let above = entities.into_iter().flat_map(|id| chain(bases, id));
    let kinds: Kinds =
        complex.chain(above.map(|id| (id, StructKind::Entity))).chain(corrected.kinds()).collect();
    let lost = kinds
        .iter()
        .filter(|(id, kind)| **kind == StructKind::Complex && corrected.kind(**id).is_none());
    diagnostics.extend(lost.flat_map(|(id, _)| losers(*id, found, uses)));
    kinds
}

/// How many rows it outweighs that an operation reads a type by its key, or that a key is stated.
const KEY_WEIGHT: usize = 3;

/// Relationships lead to the type, and too few structural properties have it to say otherwise.
fn is_navigated(id: TypeId, keys: &Keys, uses: &Uses) -> bool {
    let count = |rows: &BTreeMap<TypeId, Vec<Span>>| rows.get(&id).map_or(0, Vec::len);
    let (navigated, embedded) = (count(&uses.navigated), count(&uses.embedded));
    let has_key = usize::from(uses.read_by_key.contains(&id)) + usize::from(keys.contains_key(&id));
    navigated > 0 && navigated + KEY_WEIGHT * has_key >= embedded
}

/// The reports of relationships to a complex type.
fn losers(id: TypeId, found: &Statements<'_>, uses: &Uses) -> Vec<Diagnostic> {
    let name = &found.structs[&id].name.name;
    let others = uses.embedded.get(&id).map_or(0, Vec::len);
    let report = |span: &Span| {
        let message = format!("a relationship leads to `{name}`, which {others} properties hold");
        Diagnostic::new(codes::CONFLICTING_KIND, *span, message)
            .help("it is read as a complex type; relationships lead to entity types only")
    };
    uses.navigated.get(&id).into_iter().flatten().map(report).collect()
}

fn root_is_entity(id: TypeId, stated: &StatedStruct<'_>, keys: &Keys, uses: &Uses) -> bool {
    let key = keys.get(&id).and_then(|keys| keys.first()).map_or("id", String::as_str);
    let by_key = uses.read_by_key.contains(&id);
    let lists_key = stated.rows().any(|row| row.name.value.eq_ignore_ascii_case(key));
    if uses.embedded.contains_key(&id) && !(by_key && lists_key) {
        return false;
    }
    keys.contains_key(&id)
        || marks_identifier(stated)
        || by_key
        || (lists_key && uses.read.contains(&id))
}

/// The JSON representation shows `"id": "String (identifier)"`.
fn marks_identifier(stated: &StatedStruct<'_>) -> bool {
    let mut members = stated.facts().flat_map(|facts| &facts.json);
    members.any(|member| member.name.value == "id" && member.is_identifier())
}
