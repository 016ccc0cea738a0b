//! What changed between two readings of API docs, and what it means.
//!
//! Reads the decided [`Api`]s of both sides and returns [`Change`]s in terms of the API: types, properties,
//! members, operations, parameters, permissions. Each has its places and lines in the docs, what it is in Rust
//! before and after, and a [`Verdict`] for source, wire and behaviour. Knows what the generated crate offers by
//! [`emit::surface`], and below which heading a place stands by [`page::heading_above`]; reads no files and parses
//! no Markdown.

mod areas;
mod change;
mod compare;
mod entity;
mod finish;
mod follows;
mod ids;
mod pairs;
mod place;
pub mod print;
mod review;
mod rust;
mod verdict;
mod versions;

#[cfg(test)]
mod tests;

use diag::Sources;
use model::Api;

pub use change::{Aspect, Cause, Change, Difference, Kind, Origin, RustChange, What};
pub use place::Lines;
pub use review::{Review, Section};
pub use verdict::{Behaviour, Condition, Source, Step, Steps, Verdict, Wire};

/// One reading of the docs.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The versions.
    pub apis: &'a [Api],
    /// What their spans point into.
    pub sources: &'a Sources,
}

/// All changes from one reading to another: versions by their names, and the features of the crate.
#[must_use]
pub fn compare(base: Side<'_>, new: Side<'_>) -> Vec<Change> {
    versions::compare(base, new)
}

/// The change of the package's name, if it is another one.
#[must_use]
pub fn package(base: &str, new: &str) -> Option<Change> {
    versions::package(base, new)
}

/// All changes from one version to another one, which may be of the same reading.
#[must_use]
pub fn compare_versions(base: (&Api, &Sources), new: (&Api, &Sources)) -> Vec<Change> {
    let mut entities = compare::entities(base.0, new.0);
    rust::add(&mut entities, base.0, new.0);
    areas::add(&mut entities, base.0, new.0);
    follows::add(&mut entities, base.0, new.0);
    finish::changes(entities, &new.0.version, base.1, new.1)
}
