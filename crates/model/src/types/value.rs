//! Type cells to value types.

use facts::{JsonMember, TypeCell};

use super::id::Type;
use super::index::TypeIndex;
use crate::ValueType;

/// What a type cell means on a page of `namespace`: its first mention that resolves. `None` when none does.
pub(crate) fn value_type(cell: &TypeCell, index: &TypeIndex, namespace: &str) -> Option<Type> {
    let item = cell.mentions.iter().find_map(|mention| index.resolve(mention, namespace))?;
    Some(ValueType { item, collection: cell.collection })
}

/// What a member of a JSON representation shows of its type. `None` for a value that shows nothing.
pub(crate) fn json_type(member: &JsonMember, index: &TypeIndex, namespace: &str) -> Option<Type> {
    let shown = member.ty.as_deref()?.trim_start_matches('#');
    let item = index.primitive(shown).or_else(|| index.resolve_name(shown, namespace))?;
    Some(ValueType { item, collection: member.collection })
}
