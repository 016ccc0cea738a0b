//! Operations of both sides, which have no names on the wire.

use std::collections::BTreeSet;

use model::{Operation, PathNode, PathSegment};

use super::{Pairs, by_key};

/// Operations of one page and method are the same, also where the page has moved; of others those with the same
/// requests, and those that share most.
pub(crate) fn pairs<'a>(base: &'a [Operation], new: &'a [Operation]) -> Pairs<'a, Operation> {
    let mut pairs = by_key(base, new, |it| (it.page.clone(), it.method, it.rust_name.clone()));
    pairs.and_by_key(|it| (file_name(&it.page).to_owned(), it.method, it.rust_name.clone()));
    pairs.and_by_key(|it| (it.method, templates(it)));
    pairs.and_alike(|base, new| {
        if base.method != new.method {
            return None;
        }
        let (old, now) = (templates(base), templates(new));
        let shared = u32::try_from(old.intersection(&now).count()).unwrap_or(u32::MAX);
        (shared > 0).then_some(shared)
    });
    pairs.and_alike(|base, new| (base.page == new.page && same_routes(base, new)).then_some(1));
    pairs
}

/// `user-get.md`, in whichever folder.
pub(crate) fn file_name(page: &str) -> &str {
    page.rsplit('/').next().unwrap_or(page)
}

/// A page that changes the method of its requests still documents the same operation.
fn same_routes(base: &Operation, new: &Operation) -> bool {
    templates(base) == templates(new) || base.method == new.method
}

/// The paths without the names of placeholders, which callers do not write.
pub(crate) fn templates(operation: &Operation) -> BTreeSet<String> {
    operation.routes.iter().map(|route| nameless(&route.template)).collect()
}

/// `/users/{}/messages` for `/users/{user-id}/messages`.
pub(crate) fn nameless(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut depth = 0_usize;
    for c in template.chars() {
        match c {
            '{' => {
                depth += 1;
                text.push_str(if depth == 1 { "{" } else { "" });
            }
            '}' => {
                depth = depth.saturating_sub(1);
                text.push_str(if depth == 0 { "}" } else { "" });
            }
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    text
}

/// Nodes of both sides that stand at one place.
pub(crate) fn nodes<'a>(base: &'a [PathNode], new: &'a [PathNode]) -> Pairs<'a, PathNode> {
    by_key(base, new, |it| (nameless(&it.template), sort(&it.segment)))
}

/// A key and a fixed segment may be written alike.
fn sort(segment: &PathSegment) -> u8 {
    match segment {
        PathSegment::Literal(_) => 0,
        PathSegment::Key(_) => 1,
        PathSegment::PositionalKey(_) => 2,
        PathSegment::KeyPredicate(_) => 3,
        PathSegment::Function { .. } => 4,
        PathSegment::ItemPath(_) => 5,
    }
}
