//! What pages claim, by method and node.
//!
//! Reads the request lines of all pages and of their examples; returns the path tree and, for each method of
//! each node, the pages that document it. Decides nothing about bodies or responses.

use std::collections::BTreeMap;

use diag::Diagnostic;
use facts::{Fact, OperationFacts, PageFacts, RequestLine};

use super::grafts;
use super::template::{Step, steps};
use super::tree::{DraftId, Tree};
use crate::types::TypeIndex;
use crate::{Method, NodeId, PathNode};

/// Longer paths are not offered: each segment is a call in a row.
const MOST_SEGMENTS: usize = 64;

/// One request line of one page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    /// The page.
    pub page: &'a PageFacts,
    /// What it states.
    pub facts: &'a OperationFacts,
    /// The line.
    pub line: &'a Fact<RequestLine>,
    /// How many request lines the page has, by method.
    pub lines: [usize; Method::ALL.len()],
}

impl Claim<'_> {
    /// The method of the request line.
    pub(super) fn method(&self) -> Method {
        self.line.value.method
    }

    /// How many request lines of its method its page has.
    pub(super) fn breadth(&self) -> usize {
        self.lines[self.method() as usize]
    }
}

/// All claims about one method of one node, in the order of the pages' paths. Never empty.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    /// The node.
    pub node: NodeId,
    /// The method.
    pub method: Method,
    /// The claims.
    pub claims: Vec<Claim<'a>>,
}

/// The tree over all request lines, and the claims about its nodes, sorted by node and method.
pub(super) fn collect<'a>(
    pages: &'a [PageFacts],
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<PathNode>, Vec<Group<'a>>) {
    let mut tree = Tree::new();
    let mut found: Vec<(DraftId, Claim<'a>)> = Vec::new();
    for claim in claims(pages) {
        let steps = steps(&claim.line.value.segments, claim.facts, types);
        if is_offered(&steps, claim, diagnostics) {
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
fn claims(pages: &[PageFacts]) -> impl Iterator<Item = Claim<'_>> {
    in_order(pages).flat_map(|(page, facts)| {
        let lines = lines_by_method(facts);
        facts.requests.iter().map(move |line| Claim { page, facts, line, lines })
    })
}

/// How many request lines a page has, by method.
pub(super) fn lines_by_method(facts: &OperationFacts) -> [usize; Method::ALL.len()] {
    let mut lines = [0; Method::ALL.len()];
    for line in &facts.requests {
        lines[line.value.method as usize] += 1;
    }
    lines
}

/// The pages about operations by path: the order in which they were given does not matter.
pub(super) fn in_order(pages: &[PageFacts]) -> impl Iterator<Item = (&PageFacts, &OperationFacts)> {
    let mut in_order: Vec<&PageFacts> = pages.iter().collect();
    in_order.sort_by(|one, other| one.path.cmp(&other.path));
    in_order.into_iter().filter_map(|page| Some((page, page.operation.as_ref()?)))
}

fn is_offered(steps: &[Step], claim: Claim<'_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if steps.len() > MOST_SEGMENTS {
        diagnostics.push(
            Diagnostic::warning(
                "path-too-long",
                claim.line.span,
                format!("the path has {} segments", steps.len()),
            )
            .help(format!("paths of more than {MOST_SEGMENTS} segments are left out")),
        );
    }
    (1..=MOST_SEGMENTS).contains(&steps.len())
}
