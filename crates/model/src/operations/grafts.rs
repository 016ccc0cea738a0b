//! Routes that only an example shows.
//!
//! A page lists the paths of its operation, and an example then uses another one: below a node that other
//! pages document, with the same end. Such a path is as documented as the listed ones, except that its keys
//! are values. Reads the request lines of examples and the tree of all listed paths; returns further claims.

use std::collections::BTreeSet;

use facts::{OperationFacts, PageFacts};

use super::claim::{Claim, about_operations, lines_by_method};
use super::template::{Step, steps};
use super::tree::{DraftId, KEY, Tree};
use crate::types::TypeIndex;
use crate::{Method, PathSegment};

/// Adds the paths that examples show beyond the claimed ones to the tree.
pub(super) fn shown<'a>(
    pages: &[&'a PageFacts],
    tree: &mut Tree,
    claimed: &[(DraftId, Claim<'a>)],
    types: &TypeIndex,
) -> Vec<(DraftId, Claim<'a>)> {
    let listed: BTreeSet<(DraftId, Method)> =
        claimed.iter().map(|(draft, claim)| (*draft, claim.method())).collect();
    // All are found in the listed paths, so that no example depends on another one.
    let mut found = Vec::new();
    for (page, facts) in about_operations(pages) {
        let lines = lines_by_method(facts);
        for line in facts.examples.iter().filter_map(|example| example.line.as_ref()) {
            let claim = Claim { page, facts, line, lines };
            let path = steps(&line.value.segments, facts, types);
            let ends = ends(facts, claim.method(), types);
            found.extend(graft(tree, &path, &ends, claim.method(), &listed).map(|it| (it, claim)));
        }
    }
    let grow = |(graft, claim): (Graft, Claim<'a>)| {
        (tree.extend(graft.at, &graft.steps, claim.line.span), claim)
    };
    found.into_iter().map(grow).collect()
}

/// The paths that the page lists for the method.
fn ends(facts: &OperationFacts, method: Method, types: &TypeIndex) -> Vec<Vec<Step>> {
    let lines = facts.requests.iter().map(|line| (line.value.method, line));
    lines
        .filter(|(listed, _)| *listed == method)
        .map(|(_, line)| steps(&line.value.segments, facts, types))
        .collect()
}

/// Steps to be added below a node.
struct Graft {
    at: DraftId,
    steps: Vec<Step>,
}

/// What is missing of `path`, where it leaves the listed paths latest; nothing if it ends as none of `ends`
/// does, or at an operation that is listed.
fn graft(
    tree: &Tree,
    path: &[Step],
    ends: &[Vec<Step>],
    method: Method,
    listed: &BTreeSet<(DraftId, Method)>,
) -> Option<Graft> {
    // What the page itself spells out is no value.
    let fixed = ends.iter().flatten().filter(|step| may_be_key(step));
    let fixed: BTreeSet<&str> = fixed.map(|step| step.identity.as_str()).collect();
    let mut reached = reached(tree, path, &fixed);
    let whole = |(_, depth): &&(DraftId, usize)| *depth == path.len();
    if reached.iter().filter(whole).any(|(at, _)| listed.contains(&(*at, method))) {
        return None;
    }
    // At the same depth the way along fixed segments comes first.
    reached.sort_by_key(|(_, depth)| std::cmp::Reverse(*depth));
    reached.into_iter().filter(|(_, depth)| *depth > 0).find_map(|(at, depth)| {
        let steps = ends.iter().find_map(|end| same_end(path, depth, end))?;
        Some(Graft { at, steps })
    })
}

/// Every node on a way that the path begins with, and how many of its steps lead there. No key has one of the values
/// `fixed`.
fn reached(tree: &Tree, path: &[Step], fixed: &BTreeSet<&str>) -> Vec<(DraftId, usize)> {
    let mut reached = vec![(Tree::ROOT, 0)];
    let mut next = 0;
    while let Some((at, depth)) = reached.get(next).copied() {
        next += 1;
        let Some(step) = path.get(depth) else { continue };
        let exact = tree.known_child(at, &step.identity);
        let is_value = may_be_key(step) && !fixed.contains(step.identity.as_str());
        let key = tree.known_child(at, KEY).filter(|_| is_value && exact.is_none());
        reached.extend(exact.into_iter().chain(key).map(|child| (child, depth + 1)));
    }
    reached
}

fn may_be_key(step: &Step) -> bool {
    matches!(&step.segment, PathSegment::Literal(text) if !text.starts_with('$'))
}

/// The listed steps that say what `path` says from `depth` on, if the path ends as `end` does: at least
/// in its last fixed step and what follows it.
fn same_end(path: &[Step], depth: usize, end: &[Step]) -> Option<Vec<Step>> {
    let is_fixed = |step: &Step| step.identity != KEY && step.identity != ":";
    let from_last_fixed = end.len() - end.iter().rposition(is_fixed)?;
    let length = from_last_fixed.max(path.len() - depth);
    if length > end.len() || length > path.len() {
        return None;
    }
    let pairs = path[path.len() - length..].iter().zip(&end[end.len() - length..]);
    let steps: Vec<Step> =
        pairs.map(|(shown, listed)| agree(shown, listed)).collect::<Option<_>>()?;
    Some(steps[length - (path.len() - depth)..].to_vec())
}

/// The step that both mean. An example may give the arguments that the list forgets.
fn agree(shown: &Step, listed: &Step) -> Option<Step> {
    if shown.identity == listed.identity || listed.identity == KEY && may_be_key(shown) {
        return Some(listed.clone());
    }
    let (PathSegment::Function { name, parameters }, PathSegment::Literal(_)) =
        (&shown.segment, &listed.segment)
    else {
        return None;
    };
    let name_only = shown.identity.split('(').next()?;
    if name_only != listed.identity {
        return None;
    }
    let mut parameters = parameters.clone();
    // What an example fills in is only an example.
    parameters.iter_mut().for_each(|parameter| parameter.fixed = None);
    let segment = PathSegment::Function { name: name.clone(), parameters };
    Some(Step { identity: shown.identity.clone(), segment })
}
