//! All operations of one version.

use super::draft::Draft;
use super::further::Further;
use super::paths::Paths;
use crate::types::TypeId;

/// The path tree, the operations and their names.
#[derive(Debug)]
pub(crate) struct Operations<'a> {
    /// The path tree.
    pub(crate) paths: Paths,
    /// The operations, sorted by file and first route.
    pub(crate) drafts: Vec<Draft<'a>>,
    /// The pages that speak for none of them, sorted by path.
    pub(crate) further: Vec<Further<'a>>,
    /// The name of the struct of each operation that has parameters.
    pub(crate) body_names: Vec<Option<String>>,
    /// The constant of each operation.
    pub(crate) constants: Vec<String>,
}

impl Operations<'_> {
    /// The structured types of which bodies and responses hold values.
    pub(crate) fn held(&self) -> impl Iterator<Item = TypeId> {
        self.drafts.iter().flat_map(Draft::held)
    }
}
