//! Where values must be told apart by `@odata.type`.
//!
//! A type is polymorphic when something holds values of it (a property, a parameter, a body, a response)
//! and other types derive from it. The roots of very large families are left out: an enum over hundreds
//! of unrelated types would help nobody and slow every build.

use std::collections::{BTreeMap, BTreeSet};

use crate::{BodyContent, ItemType, Operation, Polymorphic, Property, QualifiedName, Struct};

/// Families with more concrete types than this stay without an enum.
const LARGEST_FAMILY: usize = 100;

/// Marks the polymorphic types. Variant names are given later.
pub(crate) fn mark(structs: &mut [Struct], operations: &[Operation]) {
    let held = held(structs, operations);
    let abstract_types: BTreeSet<QualifiedName> =
        structs.iter().filter(|s| s.is_abstract).map(|s| s.name.clone()).collect();
    for item in structs.iter_mut() {
        if item.derived.is_empty() || !held.contains(&item.name) {
            continue;
        }
        let family = std::iter::once(&item.name).chain(&item.derived);
        let concrete = family.filter(|name| !abstract_types.contains(*name));
        let variants: Vec<_> = concrete.map(|name| (String::new(), name.clone())).collect();
        if (1..=LARGEST_FAMILY).contains(&variants.len()) {
            item.polymorphic = Some(Polymorphic { rust_name: String::new(), variants });
        }
    }
    let bases: BTreeMap<QualifiedName, (Option<QualifiedName>, bool)> = structs
        .iter()
        .map(|item| (item.name.clone(), item))
        .map(|(name, item)| {
            (name, (item.base.as_ref().map(|base| base.value.clone()), item.polymorphic.is_some()))
        })
        .collect();
    for item in structs {
        item.is_a = above(&item.name, &bases);
    }
}

/// The polymorphic types above a type, the nearest first.
fn above(
    name: &QualifiedName,
    types: &BTreeMap<QualifiedName, (Option<QualifiedName>, bool)>,
) -> Vec<QualifiedName> {
    let base = |name: &QualifiedName| types.get(name).and_then(|(base, _)| base.clone());
    let chain = std::iter::successors(base(name), base);
    chain.filter(|name| types.get(name).is_some_and(|(_, polymorphic)| *polymorphic)).collect()
}

fn held(structs: &[Struct], operations: &[Operation]) -> BTreeSet<QualifiedName> {
    let fields = structs.iter().flat_map(|item| &item.fields);
    let mut held: BTreeSet<QualifiedName> =
        fields.filter_map(struct_of_property).cloned().collect();
    for operation in operations {
        match operation.body.as_ref().map(|body| &body.content) {
            Some(BodyContent::Value(value)) => held.extend(struct_of(&value.item).cloned()),
            Some(BodyContent::Parameters { fields, .. }) => {
                held.extend(fields.iter().filter_map(struct_of_property).cloned());
            }
            _ => {}
        }
        let returned = operation.response.content.item();
        held.extend(returned.and_then(struct_of).cloned());
    }
    held
}

fn struct_of_property(property: &Property) -> Option<&QualifiedName> {
    struct_of(&property.ty.value.item)
}

fn struct_of(item: &ItemType) -> Option<&QualifiedName> {
    match item {
        ItemType::Struct(name) => Some(name),
        _ => None,
    }
}
