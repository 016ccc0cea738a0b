//! Claims about operations to the path tree and finished [`Operation`]s.

mod accessors;
mod claims;
mod placeholders;
mod spelling;
mod template;
#[cfg(test)]
mod tests;
mod tree;

use diag::Diagnostic;
use facts::PageFacts;

use crate::types::TypeIndex;
use crate::{Operation, Options, PathNode};

/// Builds the path tree and the operations of one version.
pub(crate) fn build(
    pages: &[PageFacts],
    types: &TypeIndex,
    _options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PathNode>, Vec<Operation>) {
    let (nodes, _groups) = claims::collect(pages, types, diagnostics);
    (nodes, Vec::new())
}
