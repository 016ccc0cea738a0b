//! Names of the constants that hold what the docs say of an operation.
//!
//! `USER_LIST` for the page `user-list.md`. A page about several operations gives its name to the one
//! whose request line comes first; the others add what sets them apart.

use std::collections::BTreeMap;

use diag::Diagnostic;

use super::body_names::noun;
use super::files::stem;
use crate::names::{Wish, constant_name, distinct};
use crate::{Operation, PathNode};

/// Names the constants of all `operations`, all different. The name depends on the operation's own page
/// and those that want the same name.
pub(super) fn name_constants(
    operations: &mut [Operation],
    nodes: &[PathNode],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut pages: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, operation) in operations.iter().enumerate() {
        pages.entry(&operation.page).or_default().push(index);
    }
    let mut named: Vec<(usize, Wish)> = Vec::new();
    for (page, mut members) in pages {
        members.sort_by_key(|index| operations[*index].span.start);
        for (place, index) in members.iter().enumerate() {
            let of_page: Vec<&Operation> = members.iter().map(|it| &operations[*it]).collect();
            let rust =
                constant_name(&format!("{} {}", stem(page), addition(&of_page, place, nodes)));
            let wire = format!("{page}#{place:04}");
            named.push((*index, Wish { rust, wire, span: operations[*index].span }));
        }
    }
    let (indices, wishes): (Vec<usize>, Vec<Wish>) = named.into_iter().unzip();
    for (index, name) in indices.into_iter().zip(distinct(&wishes, diagnostics)) {
        operations[index].constant = name;
    }
}

/// What the operation at `place` of its page adds to the page's name: nothing for the first one, its
/// method if that tells it from all others, otherwise where its path ends; or the last step of it, where the
/// page's name ends so too.
fn addition(of_page: &[&Operation], place: usize, nodes: &[PathNode]) -> String {
    let operation = of_page[place];
    if place == 0 {
        return String::new();
    }
    let same_method = of_page.iter().filter(|other| other.method == operation.method).count();
    match same_method {
        1 => operation.method.as_str().to_ascii_lowercase(),
        _ => {
            let node = operation.routes[0].node;
            let noun = noun(node, nodes);
            let repeats = |noun: &str| stem(&operation.page).ends_with(&format!("-{noun}"));
            if repeats(&noun.to_lowercase()) { nodes[node.0].accessor.clone() } else { noun }
        }
    }
}
