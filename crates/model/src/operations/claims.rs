//! What pages claim, by method and node.
//!
//! Reads the request lines of all pages and of their examples; returns the path tree and, for each method of
//! each node, the pages that document it. Decides nothing about bodies or responses.

use std::collections::BTreeMap;

use diag::{Diagnostic, codes};
use facts::{Method, PageFacts, RequestLine, Segment};

use super::claim::{Claim, Group, about_operations, lines_by_method};
use super::template::{Step, steps};
use super::tree::{DraftId, Node, Tree};
use super::values;
use super::{grafts, parameters};
use crate::NodeId;
use crate::threads::in_halves;
use crate::types::TypeIndex;

/// The tree over all request lines, and the claims about its nodes, sorted by node and method.
pub(super) fn collect<'a>(
    pages: &[&'a PageFacts],
    types: &TypeIndex,
    parallel: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Node>, Vec<Group<'a>>) {
    let mut tree = Tree::new();
    let mut found: Vec<(DraftId, Claim<'a>)> = Vec::new();
    let read = |claim: Claim<'a>| {
        let steps = steps(&claim.line.value.segments, claim.facts, types);
        let is_value = |step| values::may_be_value(step, claim.facts, types);
        let has_values = steps.iter().any(is_value);
        (steps, claim, has_values)
    };
    let mut twice = Vec::new();
    let once = claims(pages).filter(|claim| {
        let is_twice = calls_again(claim);
        twice.extend(is_twice.then(|| arguments_twice(claim)));
        !is_twice
    });
    let once: Vec<Claim<'a>> = once.collect();
    diagnostics.extend(twice);
    let paths = in_halves(parallel, once, read).into_iter();
    let paths = paths.filter(|(steps, ..)| !steps.is_empty());
    let (valued, paths): (Vec<_>, Vec<_>) = paths.partition(|(.., has_values)| *has_values);
    for (steps, claim, _) in paths {
        found.push((tree.insert(&steps, claim.line.span), claim));
    }
    // All keys are known now.
    for (steps, claim, _) in valued {
        let is_value = |step: &Step| values::may_be_value(step, claim.facts, types);
        let (draft, keyed) = tree.insert_keyed(&steps, claim.line.span, is_value);
        diagnostics.extend(keyed.into_iter().map(|text| value_in_path(text, &claim)));
        found.push((draft, claim));
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

/// Whether another line of the page has the same call, with the arguments in parentheses that this one has in its query:
/// `/report?by={by}` and `/report(by='{by}')`.
fn calls_again(claim: &Claim<'_>) -> bool {
    let line = &claim.line.value;
    let names = parameters::names_in(line);
    let Some((Segment::Literal(name), path)) = line.segments.split_last() else { return false };
    let calls = |other: &RequestLine| match other.segments.split_last() {
        Some((Segment::Call { name: called, arguments }, before)) => {
            let has = |name: &String| arguments.iter().any(|(it, _)| it.eq_ignore_ascii_case(name));
            other.method == line.method
                && called.eq_ignore_ascii_case(name)
                && before == path
                && names.iter().all(has)
        }
        _ => false,
    };
    !names.is_empty() && claim.facts.requests.iter().any(|other| calls(&other.value))
}

fn arguments_twice(claim: &Claim<'_>) -> Diagnostic {
    let message = "another line of this page has these arguments in parentheses";
    Diagnostic::new(codes::ARGUMENTS_TWICE, claim.line.span, message)
        .help("that one is used; both are one call")
}

fn value_in_path(text: &str, claim: &Claim<'_>) -> Diagnostic {
    let message = format!("`{text}` stands in this path where others have a key");
    Diagnostic::new(codes::VALUE_IN_PATH, claim.line.span, message)
        .help("it is taken for a value of that key; write a placeholder such as `{id}`")
}

/// All request lines.
fn claims<'a>(pages: &[&'a PageFacts]) -> impl Iterator<Item = Claim<'a>> {
    about_operations(pages).flat_map(|(page, facts)| {
        let lines = lines_by_method(facts);
        facts.requests.iter().map(move |line| Claim { page, facts, line, lines })
    })
}
