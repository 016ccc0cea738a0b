//! Claims about operations to the path tree and finished [`Operation`]s.
//!
//! The paths of all request lines grow into one tree (`claims`, `template`, `grafts`, `tree`); the documented types
//! tell what its nodes address (`shapes`); then each method of each node is decided and the routes that
//! one page documents become one operation (`operation`).

mod accessors;
mod body;
mod body_names;
mod claims;
mod constants;
mod eventual;
mod examples;
mod fields;
mod files;
mod grafts;
mod kind;
mod lineage;
mod merge;
mod operation;
mod parameters;
mod permissions;
mod placeholders;
mod response;
mod shapes;
mod spelling;
mod stated;
mod template;
#[cfg(test)]
mod tests;
mod titles;
mod tree;

use std::collections::BTreeSet;

use diag::Diagnostic;
use facts::PageFacts;

use crate::types::TypeIndex;
use crate::{Operation, Options, PathNode};

/// Builds the path tree and the operations of one version.
pub(crate) fn build(
    pages: &[PageFacts],
    types: &TypeIndex,
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PathNode>, Vec<Operation>) {
    let mut found = Vec::new();
    let (mut nodes, groups) = claims::collect(pages, types, &mut found);
    let shapes = shapes::shapes(&nodes, &groups, types);
    let files = files::Files::new(pages);
    let context =
        operation::Context { nodes: &nodes, shapes: &shapes, types, files: &files, options };
    let mut operations = operation::operations(&groups, context, &mut found);
    body_names::name_bodies(&mut operations, &nodes, &shapes, &mut found);
    constants::name_constants(&mut operations, &nodes, &mut found);
    diagnostics.extend(each_once(found));
    for (node, shape) in nodes.iter_mut().zip(shapes) {
        node.shape = shape;
    }
    (nodes, operations)
}

/// A page is read once for each of its routes, so it is reported as often.
fn each_once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut is_new = |it: &Diagnostic| seen.insert((it.span, it.code, it.message.clone()));
    found.into_iter().filter(|it| is_new(it)).collect()
}
