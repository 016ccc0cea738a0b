//! [`facts::PageFacts`] to [`Api`]: everything is decided here.
//!
//! Resolves references, settles contradictions by one written precedence, tells entity types from
//! complex ones, merges what several pages say of one operation, and assigns every Rust name, module and
//! file in one pass. After this stage nothing consults the docs again. Knows Rust's naming rules, no
//! Rust syntax.

mod api;
mod docs;
mod names;
mod operations;
mod options;
mod select;
mod types;

use diag::Diagnostic;
use facts::PageFacts;

pub use api::*;
pub use names::module_name;
pub use options::{Links, Options};
pub use select::{Selection, select};

/// Builds one version of the API from the facts of its pages. The order of the pages does not matter.
pub fn build(pages: &[PageFacts], options: &Options<'_>) -> (Api, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let index = types::build(pages, options, &mut diagnostics);
    let (nodes, operations) = operations::build(pages, &index, options, &mut diagnostics);
    let (mut structs, mut enums) = index.into_types();
    types::finish(&mut structs, &operations);
    names::assign(&mut structs, &mut enums, options, &mut diagnostics);
    let api = Api {
        version: options.version.clone(),
        module: options.module.clone(),
        base_url: options.base_url.clone(),
        structs,
        enums,
        nodes,
        operations,
    };
    (api, diagnostics)
}
