//! Claims about operations to the path tree and decided operations.
//!
//! The paths of all request lines grow into one tree (`claims`, `template`, `grafts`, `tree`); the documented types
//! tell what its nodes address (`shapes`); then each method of each node is decided and the routes that
//! one page documents become one operation (`draft`).

mod accessors;
mod alternatives;
mod body;
mod body_names;
mod call;
mod claim;
mod claims;
mod conditions;
mod constants;
mod decided;
mod draft;
mod eventual;
mod examples;
mod fields;
mod files;
mod further;
mod grafts;
mod kind;
mod lineage;
mod media_type;
mod merge;
mod narrowed;
mod parameters;
mod paths;
mod permissions;
mod placeholders;
mod response;
mod shapes;
mod spelling;
mod stated;
mod template;
#[cfg(test)]
mod tests;
mod tree;
mod values;

use std::collections::BTreeSet;

use diag::Diagnostic;
use facts::PageFacts;

use crate::types::Types;

pub(crate) use alternatives::Alternative;
pub(crate) use body::Sent;
pub(crate) use decided::Operations;
pub(crate) use draft::{Draft, Offer};
pub(crate) use eventual::needed as eventual;
pub(crate) use examples::examples;
pub(crate) use fields::Parameters;
pub(crate) use further::Further;
pub(crate) use parameters::StatedParameter;
pub(crate) use paths::Paths;
pub(crate) use permissions::permissions;

/// Decides the path tree and the operations of one version.
pub(crate) fn decide<'a>(
    pages: &[&'a PageFacts],
    types: &Types<'_>,
    parallel: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Operations<'a> {
    let mut found = Vec::new();
    let (nodes, groups) = claims::collect(pages, &types.index, parallel, &mut found);
    let shapes = shapes::shapes(&nodes, &groups, types);
    let paths = Paths { nodes, shapes };
    let files = files::Files::new(pages);
    let drafts = draft::drafts(groups, &paths, &files, types, parallel, &mut found);
    let body_names = body_names::body_names(&drafts, &paths, &types.index, &mut found);
    let mut further = further::further(&drafts, types, &mut found);
    let constants = constants::constants(&drafts, &mut further, &paths.nodes, &mut found);
    found.extend(conditions::differences(&drafts, &further, &constants));
    diagnostics.extend(each_once(found));
    Operations { paths, drafts, further, body_names, constants }
}

/// A page is read once for each of its routes, so it is reported as often.
fn each_once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut is_new = |it: &Diagnostic| seen.insert((it.span, it.code, it.message.clone()));
    found.into_iter().filter(|it| is_new(it)).collect()
}
