//! Where values must be told apart by `@odata.type`.
//!
//! A type is polymorphic when something holds values of it (a property, a parameter, a body, a response)
//! and other types derive from it. The roots of very large families are left out: an enum over hundreds
//! of unrelated types would help nobody and slow every build.

use std::collections::{BTreeMap, BTreeSet};

use super::decided::Types;
use super::id::TypeId;

/// Families with more concrete types than this stay without an enum.
const LARGEST_FAMILY: usize = 100;

/// The polymorphic types with the concrete types of each, itself first.
#[derive(Debug)]
pub(crate) struct Families(BTreeMap<TypeId, Vec<TypeId>>);

impl Families {
    /// The families of the types that something holds; `held` are those that operations hold.
    pub(crate) fn new(types: &Types<'_>, held: impl Iterator<Item = TypeId>) -> Self {
        let fields = types.structs.values().flat_map(|item| &item.fields);
        let in_fields = fields.filter_map(|field| field.ty.value.item.structure().copied());
        let held: BTreeSet<TypeId> = in_fields.chain(held).collect();
        let family = |id: TypeId| {
            let item = types.structure(id).filter(|item| !item.derived.is_empty())?;
            let members = std::iter::once(id).chain(item.derived.iter().copied());
            let is_concrete = |id: &TypeId| types.structure(*id).is_some_and(|it| !it.is_abstract);
            let concrete: Vec<TypeId> = members.filter(is_concrete).collect();
            (1..=LARGEST_FAMILY).contains(&concrete.len()).then_some((id, concrete))
        };
        Self(held.into_iter().filter_map(family).collect())
    }

    /// The concrete types of a polymorphic type.
    pub(crate) fn of(&self, id: TypeId) -> Option<&[TypeId]> {
        self.0.get(&id).map(Vec::as_slice)
    }

    /// All families, by their base.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TypeId, &[TypeId])> {
        self.0.iter().map(|(id, family)| (*id, family.as_slice()))
    }
}
