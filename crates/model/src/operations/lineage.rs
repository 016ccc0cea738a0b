//! How structured types descend from one another.
//!
//! Reads bases from the index. Knows no pages and no paths.

use crate::types::TypeIndex;
use crate::{ItemType, QualifiedName};

/// The type itself, then its bases up to the root. Circles end where they close.
pub(super) fn ancestry(name: &QualifiedName, types: &TypeIndex) -> Vec<QualifiedName> {
    let mut line = vec![name.clone()];
    while let Some(base) = line
        .last()
        .and_then(|last| types.structure(last))
        .and_then(|structure| structure.base.as_ref())
        .map(|base| base.value.clone())
        .filter(|base| !line.contains(base))
    {
        line.push(base);
    }
    line
}

/// One of the two is the other, or derives from it.
pub(super) fn are_kin(one: &ItemType, other: &ItemType, types: &TypeIndex) -> bool {
    match (one, other) {
        (ItemType::Struct(one), ItemType::Struct(other)) => {
            ancestry(one, types).contains(other) || ancestry(other, types).contains(one)
        }
        _ => one == other,
    }
}

/// The type that all `items` are or derive from, the nearest one.
pub(super) fn common_base(items: &[ItemType], types: &TypeIndex) -> Option<ItemType> {
    let (first, rest) = items.split_first()?;
    let ItemType::Struct(first) = first else {
        return rest.iter().all(|item| item == first).then(|| first.clone());
    };
    let lines: Option<Vec<Vec<QualifiedName>>> = rest
        .iter()
        .map(|item| match item {
            ItemType::Struct(name) => Some(ancestry(name, types)),
            _ => None,
        })
        .collect();
    let lines = lines?;
    ancestry(first, types)
        .into_iter()
        .find(|base| lines.iter().all(|line| line.contains(base)))
        .map(ItemType::Struct)
}
