//! Methods whose names somebody has pinned, and answers that somebody has corrected.

use std::collections::BTreeSet;

use diag::{Diagnostic, codes};
use facts::{Correction, Effect};

use super::super::paths::Paths;
use super::super::response::{shown, written};
use super::Offer;
use crate::names::{field_name, pin};
use crate::types::Types;

/// Gives the offers the names that corrections of their pages say, and reports those that fit none.
pub(super) fn pin(offers: &mut [Offer<'_>], paths: &Paths) -> Vec<Diagnostic> {
    let mut pins = pin::Pins::default();
    for index in 0..offers.len() {
        for correction in meant(&offers[index]).filter(pin::is_pin) {
            let mut names = beside(&offers[index], offers, paths);
            pins.give(correction, &mut names, 0, field_name);
            offers[index].rust_name = names.swap_remove(0);
        }
    }
    pins.misfits().collect()
}

/// The name of an offer, then those of the other methods of its node.
fn beside(offer: &Offer<'_>, offers: &[Offer<'_>], paths: &Paths) -> Vec<String> {
    let others = offers.iter().filter(|it| it.node() == offer.node());
    let others = others.filter(|it| it.group.method != offer.group.method);
    let below = paths.nodes.iter().filter(|node| node.parent == Some(offer.node()));
    let names = others.map(|it| it.rust_name.clone());
    let names = names.chain(below.map(|node| node.accessor.clone()));
    // Each node is made by a function of this name.
    let all = [offer.rust_name.clone()].into_iter().chain(names);
    all.chain(["new".to_owned()]).collect()
}

/// The reports of corrected answers that no offer gives.
pub(super) fn returns(offers: &[Offer<'_>], types: &Types<'_>) -> Vec<Diagnostic> {
    let given: BTreeSet<_> = offers.iter().map(|offer| offer.response.span).collect();
    let mut reports = Vec::new();
    let mut seen = BTreeSet::new();
    for offer in offers {
        for it in meant(offer).filter(|it| !given.contains(&it.at)) {
            if let Effect::Returns { returns, .. } = &it.effect
                && seen.insert(it.at)
            {
                let is_known = written(returns, offer.call.claim.namespace(), &types.index);
                reports.push(misfit(
                    it,
                    is_known.is_some(),
                    &shown(&offer.response.value, &types.index),
                ));
            }
        }
    }
    reports
}

fn misfit(it: &Correction, is_known: bool, decided: &str) -> Diagnostic {
    if !is_known {
        let message = format!("nothing documents the type `{}`", diag::printable(&it.now));
        return Diagnostic::new(codes::STALE_OVERRIDE, it.at, message)
            .help("write a type that the docs have, or `nothing`, `stream` or `json`");
    }
    let message = format!(
        "the operation returns `{decided}` by what the docs state, not `{}`",
        diag::printable(&it.said)
    );
    Diagnostic::new(codes::STALE_OVERRIDE, it.expected_at, message)
        .help("look at the page again; then correct the entry, or remove it")
}

/// The corrections of an offer's page that mean it.
fn meant<'a>(offer: &Offer<'a>) -> impl Iterator<Item = &'a Correction> + use<'a> {
    let claim = offer.call.claim;
    claim.page.corrections.iter().filter(move |it| claim.is_meant_by(it))
}
