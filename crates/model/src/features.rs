//! The cargo features of the generated crate, and which items need one.
//!
//! Reads a decided [`Api`], writes the [`Gate`] of its types, operations and path nodes. Each API version
//! is a feature, and so is each area of the docs. Operations need the feature of their area, and types
//! that of theirs, unless another area's operations or properties mention them: then they are always
//! there. Relationships, which lead anywhere, do not count: one that leads to a type that is not there is
//! itself not there.
//!
//! On the whole of v1.0, a quarter of the types is always there. A type that two areas mention could have
//! been put behind either of them, which leaves a sixth; compiling a single area then takes 0.3 s less
//! out of 1.5, but a mention on one page would change the gate of types on many others more often.

mod gates;

use std::collections::BTreeSet;

use crate::Api;

pub(crate) use gates::assign;

/// Features that are neither a version's nor an area's.
const OTHERS: &[&str] = &["areas", "client", "default", "identity"];

/// The features of which one must be on for an item to be there; none for an item that always is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

impl<const N: usize> From<[&str; N]> for Gate {
    fn from(features: [&str; N]) -> Self {
        Self(features.map(str::to_owned).into())
    }
}

/// The features of a crate that holds `apis`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// One for each version.
    pub versions: Vec<String>,
    /// The versions that are there unless a user chooses: all but the beta, which changes without notice.
    pub default_versions: Vec<String>,
    /// One for each area of any version.
    pub areas: Vec<String>,
}

/// Collects the features of all versions.
#[must_use]
pub fn features(apis: &[Api]) -> Features {
    let versions: Vec<String> = apis.iter().map(version_feature).collect();
    let stable: Vec<String> = versions.iter().filter(|it| *it != "beta").cloned().collect();
    let areas: BTreeSet<String> = apis.iter().flat_map(|api| &api.areas).cloned().collect();
    Features {
        default_versions: if stable.is_empty() { versions.clone() } else { stable },
        versions,
        areas: areas.into_iter().collect(),
    }
}

/// The feature of a version: its module's name where that looks like a version's (`beta`, `v1_0`), otherwise with
/// a suffix, so that no area and no other feature is called so.
#[must_use]
pub fn version_feature(api: &Api) -> String {
    if is_version(&api.module) { api.module.clone() } else { format!("{}_version", api.module) }
}

fn is_version(name: &str) -> bool {
    let number = name.strip_prefix('v').unwrap_or_default();
    name == "beta" || number.starts_with(|c: char| c.is_ascii_digit())
}

/// The feature of the area whose items are in the file: its folder, with a suffix where another feature is or could be
/// called so.
fn feature(file: &[String]) -> Option<String> {
    let [_, folder, _, ..] = file else { return None };
    let taken = OTHERS.contains(&folder.as_str())
        || is_version(folder)
        || ["_area", "_version"].iter().any(|suffix| folder.ends_with(suffix));
    Some(if taken { format!("{folder}_area") } else { folder.clone() })
}

#[cfg(test)]
mod tests;
