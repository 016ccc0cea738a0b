//! How the model's own structures refer to types.

use crate::{ItemType, ValueType};

/// A documented type: its place in the table of all names, which is sorted, so that ids compare as the names do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TypeId(pub(super) usize);

/// The type of one value, by id.
pub(crate) type Item = ItemType<TypeId>;

/// The type of a value, by id.
pub(crate) type Type = ValueType<TypeId>;
