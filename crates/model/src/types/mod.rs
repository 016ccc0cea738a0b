//! Claims about types to finished [`Struct`](crate::Struct)s and [`Enum`](crate::Enum)s.

mod index;
mod property;
mod scalar;
mod statements;
mod value;

use diag::Diagnostic;
use facts::PageFacts;

use crate::Options;
pub(crate) use index::{Resolution, Sort, TypeIndex, simple_name};
pub(crate) use property::{RowContext, cell_type, described, property};
pub(crate) use scalar::scalar;
pub(crate) use value::{json_type, value_type};

/// Builds the index with all types of one version.
pub(crate) fn build(
    pages: &[PageFacts],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> TypeIndex {
    let found = statements::collect(pages, options, diagnostics);
    statements::index(&found, options)
}
