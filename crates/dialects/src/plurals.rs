//! How nouns form their plural.

use serde::{Deserialize, Serialize};

use crate::merge::Merge;

/// The plural of nouns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct PluralsFile {
    /// What the plural ends with, and the singular in its place: `["ies", "y"]`. The first that fits makes the singular
    /// of a word; each may make its plural. Whole words are endings too: `["people", "person"]`.
    pub endings: Vec<(String, String)>,
    /// What words in the singular end with that look like a plural: `ss`.
    pub singulars: Vec<String>,
}

impl Merge for PluralsFile {
    /// Endings go before those that are there.
    fn merge(&mut self, more: &Self) {
        self.endings.splice(0..0, more.endings.iter().cloned());
        self.singulars.merge(&more.singulars);
    }
}
