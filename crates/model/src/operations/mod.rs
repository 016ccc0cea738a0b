//! Claims about operations to the path tree and finished [`Operation`]s.

use diag::Diagnostic;
use facts::PageFacts;

use crate::types::TypeIndex;
use crate::{Operation, Options, PathNode};

/// Builds the path tree and the operations of one version.
pub(crate) fn build(
    _pages: &[PageFacts],
    _types: &TypeIndex,
    _options: &Options<'_>,
    _diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PathNode>, Vec<Operation>) {
    (Vec::new(), Vec::new())
}
