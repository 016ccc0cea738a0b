//! The cargo features of the generated crate, and which items need one.
//!
//! Decides the gate of each type, operation and path node. Each API version is a feature, and so is each area of the docs. Operations need the feature of their area, and types
//! that of theirs, unless another area's operations or properties mention them: then they are always
//! there. Relationships, which lead anywhere, do not count: one that leads to a type that is not there is
//! itself not there.
//!
//! On the whole of v1.0, a quarter of the types is always there. A type that two areas mention could have
//! been put behind either of them, which leaves a sixth; compiling a single area then takes 0.3 s less
//! out of 1.5, but a mention on one page would change the gate of types on many others more often.

mod feature;
mod gates;

use std::collections::BTreeSet;

use crate::Api;
use feature::is_version;

pub(crate) use gates::Gates;

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

#[cfg(test)]
mod tests;
