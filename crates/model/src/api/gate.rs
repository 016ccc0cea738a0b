//! Which cargo features an item needs.

use serde::Serialize;
use std::collections::BTreeSet;

/// The features of which one must be on for an item to be there; none for an item that always is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gate(BTreeSet<String>);

impl Gate {
    /// The features, sorted.
    pub fn features(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether the item is always there.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.is_empty()
    }

    /// What is left to be asked inside of an item that is itself behind `outer`.
    #[must_use]
    pub fn within(&self, outer: &Self) -> Self {
        let is_implied = !outer.is_open() && outer.0.is_subset(&self.0);
        if is_implied { Self::default() } else { self.clone() }
    }

    /// The gate of what holds items behind either gate.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        if self.is_open() || other.is_open() {
            return Self::default();
        }
        Self(self.0.union(&other.0).cloned().collect())
    }
}

impl<S: Into<String>> FromIterator<S> for Gate {
    fn from_iter<I: IntoIterator<Item = S>>(features: I) -> Self {
        Self(features.into_iter().map(Into::into).collect())
    }
}

impl<const N: usize> From<[&str; N]> for Gate {
    fn from(features: [&str; N]) -> Self {
        Self(features.map(str::to_owned).into())
    }
}
