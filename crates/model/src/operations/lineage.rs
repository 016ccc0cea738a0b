//! How structured types descend from one another.
//!
//! Reads bases. Knows no pages and no paths.

use crate::ItemType;
use crate::types::{Item, Types};

/// One of the two is the other, or derives from it.
pub(super) fn are_kin(one: Item, other: Item, types: &Types<'_>) -> bool {
    match (one, other) {
        (ItemType::Struct(one), ItemType::Struct(other)) => {
            types.chain(one).any(|it| it == other) || types.chain(other).any(|it| it == one)
        }
        _ => one == other,
    }
}

/// The type that all `items` are or derive from, the nearest one.
pub(super) fn common_base(items: &[Item], types: &Types<'_>) -> Option<Item> {
    let (first, rest) = items.split_first()?;
    let ItemType::Struct(first) = first else {
        return rest.iter().all(|item| item == first).then_some(*first);
    };
    let is_above = |base, item: &Item| match item {
        ItemType::Struct(id) => types.chain(*id).any(|it| it == base),
        _ => false,
    };
    let mut bases = types.chain(*first);
    bases.find(|base| rest.iter().all(|item| is_above(*base, item))).map(ItemType::Struct)
}
