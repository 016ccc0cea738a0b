//! Several members of an enumeration, in one text.

use std::collections::BTreeSet;

/// The names in such a text.
pub(crate) fn member_names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// Whether two texts on the wire name the same members.
pub(crate) fn same_members(a: &str, b: &str) -> bool {
    a == b || member_names(a).collect::<BTreeSet<_>>() == member_names(b).collect::<BTreeSet<_>>()
}
