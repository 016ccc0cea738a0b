//! Type cells to value types.

use facts::{JsonMember, TypeCell};

use super::{Resolution, TypeIndex, scalar};
use crate::ValueType;

/// What a type cell means on a page of `namespace`: its first mention that resolves. `None` when none does.
pub(crate) fn value_type(cell: &TypeCell, index: &TypeIndex, namespace: &str) -> Option<ValueType> {
    let resolved = cell.mentions.iter().map(|mention| index.resolve(mention, namespace));
    let known = resolved.into_iter().find(|resolution| *resolution != Resolution::Unknown)?;
    Some(ValueType { item: known.item(), collection: cell.collection })
}

/// What a member of a JSON representation shows of its type. `None` for a value that shows nothing.
pub(crate) fn json_type(
    member: &JsonMember,
    index: &TypeIndex,
    namespace: &str,
) -> Option<ValueType> {
    let shown = member.ty.as_deref()?.trim_start_matches('#');
    let item = match scalar(shown) {
        Some(item) => item,
        None => match index.resolve_name(shown, namespace) {
            Resolution::Unknown => return None,
            known => known.item(),
        },
    };
    Some(ValueType { item, collection: member.collection })
}
