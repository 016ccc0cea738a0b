//! What pages claim, by method and node.
//!
//! Reads the request lines of all pages and of their examples; returns the path tree and, for each method of
//! each node, the pages that document it. Decides nothing about bodies or responses.

use std::collections::BTreeMap;

use diag::Diagnostic;
use facts::{Method, PageFacts};

use super::claim::{Claim, Group, about_operations, lines_by_method};
use super::grafts;
use super::template::steps;
use super::tree::{DraftId, Node, Tree};
use crate::NodeId;
use crate::types::TypeIndex;

/// The tree over all request lines, and the claims about its nodes, sorted by node and method.
pub(super) fn collect<'a>(
    pages: &[&'a PageFacts],
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Node>, Vec<Group<'a>>) {
    let mut tree = Tree::new();
    let mut found: Vec<(DraftId, Claim<'a>)> = Vec::new();
    for claim in claims(pages) {
        let steps = steps(&claim.line.value.segments, claim.facts, types);
        if !steps.is_empty() {
            found.push((tree.insert(&steps, claim.line.span), claim));
        }
    }
    found.extend(grafts::shown(pages, &mut tree, &found, types));
    let grown = tree.finish(types, diagnostics);
    let mut groups: BTreeMap<(NodeId, Method), Vec<Claim<'a>>> = BTreeMap::new();
    for (draft, claim) in found {
        if let Some(node) = grown.node(draft) {
            groups.entry((node, claim.method())).or_default().push(claim);
        }
    }
    let groups = groups.into_iter().map(|((node, method), claims)| Group { node, method, claims });
    (grown.nodes, groups.collect())
}

/// All request lines.
fn claims<'a>(pages: &[&'a PageFacts]) -> impl Iterator<Item = Claim<'a>> {
    about_operations(pages).flat_map(|(page, facts)| {
        let lines = lines_by_method(facts);
        facts.requests.iter().map(move |line| Claim { page, facts, line, lines })
    })
}
