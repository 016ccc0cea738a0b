//! What was emitted before, so that only what is made from something else is emitted again.
//!
//! A file of types or operations has a value of its own that holds all it is made from (`Page`, and what is around it).
//! Nothing else reaches the function that prints it, so that where the values are equal, the texts are.

use std::collections::BTreeMap;

use model::Api;

use crate::Options;
use crate::examples::Printed;

/// What the last run leaves to the next one, beside its files.
#[derive(Debug, Default)]
pub struct Kept {
    /// What the files were made under.
    pub(crate) options: Option<Options>,
    pub(crate) printed: Printed,
}

/// A version as it was emitted before, under the same options.
#[derive(Clone, Copy)]
pub(crate) struct Before<'a> {
    pub(crate) api: &'a Api,
    /// The texts of all files, by their paths.
    pub(crate) texts: &'a BTreeMap<String, String>,
}

impl Before<'_> {
    /// The text of a source file, whose path is given without `.rs`.
    pub(crate) fn text(&self, path: &[String]) -> Option<String> {
        self.texts.get(&source_path(self.api, path)).cloned()
    }
}

/// The path of a source file of a version.
pub(crate) fn source_path(api: &Api, path: &[String]) -> String {
    format!("src/{}/{}.rs", api.module, path.join("/"))
}
