//! What the reports of decisions say became of the claim at their place.

use std::collections::BTreeMap;

use diag::codes::{
    ARGUMENTS_TWICE, BASE_CHAIN_TOO_LONG, BASE_CYCLE, CONFLICTING_ACCESS, CONFLICTING_BASE,
    CONFLICTING_COLLECTION, CONFLICTING_INHERITED_TYPE, CONFLICTING_PAGES, CONFLICTING_RESPONSE,
    CONFLICTING_SORT, CONFLICTING_TYPE, UNKNOWN_BASE, UNKNOWN_TYPE,
};
use diag::{Code, Diagnostic, Span};

use super::Became;
use super::rules::{NO_BASE, UNDOCUMENTED};

/// The reports that say that the claim at their place decided nothing. All others are of claims that count all the same:
/// members of several tables are taken together, and a relationship to a complex type stays one.
const LOST: [(Code, Became); 13] = [
    (ARGUMENTS_TWICE, Became::Outweighed),
    (BASE_CHAIN_TOO_LONG, Became::LeftOut(NO_BASE)),
    (BASE_CYCLE, Became::LeftOut(NO_BASE)),
    (CONFLICTING_ACCESS, Became::Outweighed),
    (CONFLICTING_BASE, Became::Outweighed),
    (CONFLICTING_COLLECTION, Became::Outweighed),
    (CONFLICTING_INHERITED_TYPE, Became::Outweighed),
    (CONFLICTING_PAGES, Became::Outweighed),
    (CONFLICTING_RESPONSE, Became::Outweighed),
    (CONFLICTING_SORT, Became::Outweighed),
    (CONFLICTING_TYPE, Became::Outweighed),
    (UNKNOWN_BASE, Became::LeftOut(UNDOCUMENTED)),
    (UNKNOWN_TYPE, Became::LeftOut(UNDOCUMENTED)),
];

/// What became of the claims that lost, by place.
pub(super) fn lost(diagnostics: &[Diagnostic]) -> BTreeMap<Span, Became> {
    let became = |it: &Diagnostic| LOST.iter().find(|(code, _)| *code == it.code);
    diagnostics.iter().filter_map(|it| Some((it.span, became(it)?.1))).collect()
}
