//! Pages that document operations for which other pages speak.
//!
//! Several pages may document one route, each for a type of its own or for another product. One of them speaks for the
//! route ([`merge`](super::merge)); what the others say of permissions, clouds and examples is theirs and goes under a
//! name of its own. Where such a page says that something else comes back, that is reported.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{OperationFacts, PageFacts};

use super::claim::Claim;
use super::draft::Draft;
use super::lineage::are_kin;
use super::response::name;
use super::stated::{self, Content, Stated};
use crate::types::Types;

/// A page that speaks for no operation.
#[derive(Debug)]
pub(crate) struct Further<'a> {
    /// The page.
    pub(crate) page: &'a PageFacts,
    /// What it states.
    pub(crate) facts: &'a OperationFacts,
    /// The success codes that it names.
    pub(crate) statuses: Vec<u16>,
    /// The operations that it documents, by their places; never empty.
    pub(crate) drafts: Vec<usize>,
    /// The constant that holds what it says.
    pub(crate) constant: String,
}

/// All such pages, sorted by path; their constants have no names yet.
pub(super) fn further<'a>(
    drafts: &[Draft<'a>],
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Further<'a>> {
    let speaking: BTreeSet<&str> = drafts.iter().map(|it| it.page().path.as_str()).collect();
    let mut silent: BTreeMap<&str, (Claim<'a>, Vec<usize>)> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        for claim in draft.claims().filter(|it| !speaking.contains(it.page.path.as_str())) {
            let (_, places) = silent.entry(&claim.page.path).or_insert((claim, Vec::new()));
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    let further = silent.into_values().map(|(claim, places)| {
        let stated = stated::read(&claim, types);
        let of_page: Vec<&Draft<'_>> = places.iter().map(|place| &drafts[*place]).collect();
        diagnostics.extend(contradiction(&stated, &of_page, types));
        let Claim { page, facts, .. } = claim;
        let (statuses, constant) = (stated.statuses, String::new());
        Further { page, facts, statuses, drafts: places, constant }
    });
    further.collect()
}

/// The report of a page that says that something comes back which none of its operations returns.
fn contradiction(stated: &Stated, drafts: &[&Draft<'_>], types: &Types<'_>) -> Option<Diagnostic> {
    let Some(Content::Typed { items, .. }) = stated.content() else { return None };
    let returned = drafts.iter().map(|draft| draft.response().value.item().copied());
    let mut returned = returned.peekable();
    let first = (*returned.peek()?)?;
    if returned.flatten().any(|it| items.iter().any(|item| are_kin(*item, it, types))) {
        return None;
    }
    let (said, led) = (name(items[0], &types.index), name(first, &types.index));
    let (span, _) = stated.place(stated.strongest());
    let message = format!("this page says that {said} is returned, its operation returns {led}");
    let speaker = &drafts[0].page().path;
    Some(
        Diagnostic::new(codes::CONFLICTING_PAGES, span, message)
            .help(format!("`{speaker}` documents the same route and is believed")),
    )
}
