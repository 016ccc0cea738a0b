//! Names of the constants that hold what the docs say of an operation.
//!
//! `USER_LIST` for the page `user-list.md`. A page about several operations gives its name to the one
//! whose request line comes first; the others add what sets them apart.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span};

use super::draft::Draft;
use super::files::stem;
use super::further::Further;
use super::tree::{Node, noun};
use crate::names::{Wish, constant_name, distinct};

/// The constant of each of the `drafts`, all different; and those of `further` pages, which take what is left. The
/// name depends on the operation's own page and those that want the same name.
pub(super) fn constants(
    drafts: &[Draft<'_>],
    further: &mut [Further<'_>],
    nodes: &[Node],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut pages: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        pages.entry(&draft.page().path).or_default().push(index);
    }
    let mut named: Vec<(usize, Wish)> = Vec::new();
    for (page, mut members) in pages {
        members.sort_by_key(|index| drafts[*index].span().start);
        let of_page: Vec<&Draft<'_>> = members.iter().map(|it| &drafts[*it]).collect();
        for (place, index) in members.iter().enumerate() {
            let words = format!("{} {}", stem(page), addition(&of_page, place, nodes));
            let wire = format!("{page}#{place:04}");
            let span = drafts[*index].span();
            named.push((*index, Wish { rust: constant_name(&words), wire, span }));
        }
    }
    let (indices, mut wishes): (Vec<usize>, Vec<Wish>) = named.into_iter().unzip();
    wishes.extend(further.iter().map(wish_of_page));
    let mut names = distinct(&wishes, diagnostics);
    for (page, name) in further.iter_mut().zip(names.split_off(indices.len())) {
        page.constant = name;
    }
    indices.into_iter().zip(names).collect::<BTreeMap<usize, String>>().into_values().collect()
}

/// A page that speaks for no operation takes no name from one: what it is called sorts behind all of those.
fn wish_of_page(further: &Further<'_>) -> Wish {
    let (path, title) = (&further.page.path, further.page.title.as_ref());
    let line = further.facts.requests.first().map(|line| line.span);
    Wish {
        rust: constant_name(&stem(path)),
        wire: format!("~{path}"),
        span: line.or(title.map(|it| it.span)).unwrap_or(Span::new(further.page.page, 0, 0)),
    }
}

/// What the operation at `place` of its page adds to the page's name: nothing for the first one, its
/// method if that tells it from all others, otherwise where its path ends; or the last step of it, where the
/// page's name ends so too.
fn addition(of_page: &[&Draft<'_>], place: usize, nodes: &[Node]) -> String {
    let draft = of_page[place];
    if place == 0 {
        return String::new();
    }
    let method = draft.method();
    let same_method = of_page.iter().filter(|other| other.method() == method).count();
    if same_method == 1 {
        return method.as_str().to_ascii_lowercase();
    }
    let noun = noun(draft.node(), nodes);
    let end = format!("-{}", noun.to_lowercase());
    let repeats = stem(&draft.page().path).ends_with(&end);
    if repeats { nodes[draft.node().0].accessor.clone() } else { noun }
}
