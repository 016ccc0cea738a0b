//! Adding what one file says to what another one does: lists add, other values replace.

use std::collections::BTreeMap;

/// What a later file can add to.
pub trait Merge {
    /// Adds what `more` says.
    fn merge(&mut self, more: &Self);
}

impl<T: Clone> Merge for Vec<T> {
    fn merge(&mut self, more: &Self) {
        self.extend_from_slice(more);
    }
}

impl<T: Clone> Merge for Option<T> {
    fn merge(&mut self, more: &Self) {
        if more.is_some() {
            self.clone_from(more);
        }
    }
}

impl<K: Clone + Ord, V: Default + Merge> Merge for BTreeMap<K, V> {
    fn merge(&mut self, more: &Self) {
        for (key, more) in more {
            self.entry(key.clone()).or_default().merge(more);
        }
    }
}

/// Adds field by field.
macro_rules! merge {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::merge::Merge for $name {
            fn merge(&mut self, more: &Self) {
                let Self { $($field),* } = self;
                $($crate::merge::Merge::merge($field, &more.$field);)*
            }
        }
    };
}

pub(crate) use merge;
