//! The version of the generated package, stepped by a review.
//!
//! It is written into the configuration, where people see it and change it, and not worked out while generating: what is
//! generated follows from the docs and the configuration alone, also where there is no history, or a part of it.

use std::fs;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use review::Review;

use crate::config::{Config, invalid};
use crate::shown::shown;

/// What became of the version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Versioned {
    /// It stays.
    Kept(String),
    /// The configuration has another one.
    Stepped {
        /// The one that it had.
        from: String,
        /// The one that it has.
        to: String,
    },
}

/// The keys that lead to the version.
const KEY: [&str; 3] = ["output", "package", "version"];

impl Config {
    /// Writes the version that follows from a review into the file of this configuration. It is worked out from that of
    /// the base, so that doing so twice steps once; one that is as high already stays.
    ///
    /// # Errors
    /// The configuration states no version, or it cannot be written.
    pub fn step_version(&self, review: &Review) -> Result<Versioned> {
        let file = &self.file;
        let now = &self.output.package.version;
        let Some(place) = self.place_of_version() else {
            let path = shown(&file.path);
            bail!(
                "{path} states no `version` in `[output.package]`; write the first one, such as \"0.1.0\""
            );
        };
        // A base without a configuration has no version from which to step.
        let Some(next) = review.next_version() else { return Ok(Versioned::Kept(now.clone())) };
        if numbers(now) >= numbers(&next) {
            return Ok(Versioned::Kept(now.clone()));
        }
        let mut text = file.text.clone();
        text.replace_range(place, &format!("\"{next}\""));
        let failed = || format!("cannot write {}", shown(&file.path));
        fs::write(&file.path, text).with_context(failed)?;
        Ok(Versioned::Stepped { from: now.clone(), to: next })
    }

    /// Whether the file of this configuration states the version.
    pub(crate) fn states_version(&self) -> bool {
        self.place_of_version().is_some()
    }

    fn place_of_version(&self) -> Option<Range<usize>> {
        invalid::exact_place(&self.file.text, &KEY)
    }
}

/// What versions are compared by; what stands behind the numbers is a step towards them.
fn numbers(version: &str) -> Option<(u64, u64, u64)> {
    semver::Version::parse(version).ok().map(|it| (it.major, it.minor, it.patch))
}
