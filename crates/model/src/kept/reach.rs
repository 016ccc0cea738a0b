//! The types that a part of an API needs, and why it needs each.
//!
//! Properties, bases and the types of polymorphic values are always needed. Relationships are followed as often
//! as the selection says: they lead from everything to everything.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::PropertyKind;
use crate::types::{Families, TypeId, Types};

/// Why a type is kept: what the shortest way to it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nothing is left out.
    Everything,
    /// A pattern names it.
    Pattern(String),
    /// The operation at this place takes or returns it.
    Operation(usize),
    /// The property of this name of a type has values of it.
    Property(TypeId, String),
    /// A type is derived from it.
    Base(TypeId),
    /// Values of this type may be of it.
    Derived(TypeId),
}

struct Step {
    id: TypeId,
    why: Why,
    /// Whether there are values that are declared as of this type, so that derived ones may stand for it.
    has_values: bool,
}

/// Everything that `seeds` need, with the reasons; nothing in `excluded` and what only that needs.
pub(super) fn reach(
    types: &Types<'_>,
    families: &Families,
    seeds: impl Iterator<Item = (TypeId, Why)>,
    excluded: &BTreeSet<TypeId>,
    mut depth: usize,
) -> BTreeMap<TypeId, Why> {
    let mut reached = BTreeMap::new();
    let mut with_values = BTreeSet::new();
    let mut open: VecDeque<Step> =
        seeds.map(|(id, why)| Step { id, why, has_values: true }).collect();
    loop {
        let mut beyond = VecDeque::new();
        while let Some(Step { id, why, has_values }) = open.pop_front() {
            if excluded.contains(&id) {
                continue;
            }
            let is_new = !reached.contains_key(&id);
            reached.entry(id).or_insert(why);
            let Some(item) = types.structure(id) else { continue };
            if is_new {
                for field in &item.fields {
                    let Some(ty) = field.ty.value.item.named() else { continue };
                    let why = Why::Property(id, field.wire_name.to_owned());
                    let step = Step { id: *ty, why, has_values: true };
                    match field.kind {
                        PropertyKind::Structural => open.push_back(step),
                        PropertyKind::Navigation => beyond.push_back(step),
                    }
                }
                let base = item.base.iter();
                open.extend(base.map(|it| Step {
                    id: it.value,
                    why: Why::Base(id),
                    has_values: false,
                }));
            }
            if has_values && families.of(id).is_some() && with_values.insert(id) {
                let derived = item.derived.iter();
                open.extend(derived.map(|it| Step {
                    id: *it,
                    why: Why::Derived(id),
                    has_values: true,
                }));
            }
        }
        if depth == 0 || beyond.is_empty() {
            return reached;
        }
        depth -= 1;
        open = beyond;
    }
}
