//! Which type each structured type derives from.
//!
//! Four statements count, in this order: the annotation's `baseType`, a sentence ("Inherits from"),
//! "Inherited from" in rows, and what a base type's own page says of the types derived from it. Rows name
//! every ancestor, so among them the most derived one counts. What disagrees with the winner without
//! being one of its ancestors is reported.

use std::collections::{BTreeMap, BTreeSet};

use diag::Diagnostic;
use facts::{Fact, Mention};

use super::statements::{StatedStruct, Statements};
use super::{Resolution, TypeIndex};
use crate::{QualifiedName, Sourced};

/// Base types by derived type.
pub(crate) type Bases = BTreeMap<QualifiedName, Sourced<QualifiedName>>;

/// The stated base of every type that has one, without cycles; and the types whose stated base nothing
/// documents.
pub(crate) fn decide(
    found: &Statements<'_>,
    index: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Bases, BTreeSet<QualifiedName>) {
    let mut claims: BTreeMap<&QualifiedName, Vec<Sourced<QualifiedName>>> =
        found.structs.values().map(|stated| (&stated.name, claims(stated, index))).collect();
    for (derived, claim) in found.structs.values().flat_map(|stated| claims_below(stated, index)) {
        if let Some(known) = claims.get_mut(&derived) {
            known.push(claim);
        }
    }
    let ancestry = ancestry(&claims);
    let mut bases = Bases::new();
    for (name, claims) in &claims {
        if let Some(base) = winner(claims, &ancestry) {
            report_conflicts(name, base, claims, &ancestry, diagnostics);
            bases.insert((*name).clone(), base.clone());
        }
    }
    break_cycles(&mut bases, diagnostics);
    let undocumented = found.structs.values().filter(|stated| !bases.contains_key(&stated.name));
    let undocumented = undocumented.filter_map(|stated| {
        let claim = undocumented_claim(stated, index)?;
        diagnostics.push(unknown_base(&stated.name, claim));
        Some(stated.name.clone())
    });
    let undocumented = undocumented.collect();
    (bases, undocumented)
}

/// A statement of a base type that nothing documents.
fn undocumented_claim<'a>(
    stated: &StatedStruct<'a>,
    index: &TypeIndex,
) -> Option<&'a Fact<Mention>> {
    let mut claims = stated.statements.iter().flat_map(|(_, facts)| &facts.bases);
    let namespace = &stated.name.namespace;
    claims.find(|claim| index.resolve(&claim.value, namespace) == Resolution::Unknown)
}

fn unknown_base(name: &QualifiedName, claim: &Fact<Mention>) -> Diagnostic {
    Diagnostic::warning(
        "unknown-base",
        claim.span,
        format!("nothing documents `{}`, the base type of `{}`", claim.value.name, name.name),
    )
    .help("the type is read without a base type")
}

/// The type itself, its base, the base's base, up to the root.
pub(crate) fn chain<'a>(
    bases: &'a Bases,
    name: &'a QualifiedName,
) -> impl Iterator<Item = &'a QualifiedName> {
    std::iter::successors(Some(name), |name| bases.get(*name).map(|base| &base.value))
}

/// All base claims of one type that resolve to another structured type, strongest first.
fn claims(stated: &StatedStruct<'_>, index: &TypeIndex) -> Vec<Sourced<QualifiedName>> {
    let namespace = &stated.name.namespace;
    let facts = stated.statements.iter().flat_map(|(_, facts)| &facts.bases);
    facts
        .filter_map(|claim: &Fact<Mention>| match index.resolve(&claim.value, namespace) {
            Resolution::Struct(value) if value != stated.name => {
                Some(Sourced { value, span: claim.span, rule: claim.rule })
            }
            _ => None,
        })
        .collect()
}

/// What the page of a base type says about the types derived from it: the weakest statement.
fn claims_below(
    stated: &StatedStruct<'_>,
    index: &TypeIndex,
) -> Vec<(QualifiedName, Sourced<QualifiedName>)> {
    let facts = stated.statements.iter().flat_map(|(_, facts)| &facts.derived);
    facts
        .filter_map(|claim| match index.resolve(&claim.value, &stated.name.namespace) {
            Resolution::Struct(derived) if derived != stated.name => {
                let value = stated.name.clone();
                Some((derived, Sourced { value, span: claim.span, rule: claim.rule }))
            }
            _ => None,
        })
        .collect()
}

/// For each type, every type that any claim makes its ancestor.
fn ancestry<'a>(
    claims: &'a BTreeMap<&'a QualifiedName, Vec<Sourced<QualifiedName>>>,
) -> BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>> {
    claims
        .keys()
        .map(|name| {
            let mut seen = BTreeSet::new();
            let mut open: Vec<&QualifiedName> = vec![name];
            while let Some(next) = open.pop() {
                for claim in claims.get(next).into_iter().flatten() {
                    if seen.insert(&claim.value) {
                        open.push(&claim.value);
                    }
                }
            }
            (*name, seen)
        })
        .collect()
}

type Ancestry<'a> = BTreeMap<&'a QualifiedName, BTreeSet<&'a QualifiedName>>;

/// The first claim, unless a later one of the same rule is more derived.
fn winner<'a>(
    claims: &'a [Sourced<QualifiedName>],
    ancestry: &Ancestry<'_>,
) -> Option<&'a Sourced<QualifiedName>> {
    let first = claims.first()?;
    let mut best = first;
    for rival in claims.iter().filter(|claim| claim.rule == first.rule) {
        if is_ancestor(&best.value, &rival.value, ancestry) {
            best = rival;
        }
    }
    Some(best)
}

/// `upper` is above `lower`, and not the other way round as well.
fn is_ancestor(upper: &QualifiedName, lower: &QualifiedName, ancestry: &Ancestry<'_>) -> bool {
    let above =
        |a: &QualifiedName, b: &QualifiedName| ancestry.get(b).is_some_and(|set| set.contains(a));
    above(upper, lower) && !above(lower, upper)
}

fn report_conflicts(
    name: &QualifiedName,
    winner: &Sourced<QualifiedName>,
    claims: &[Sourced<QualifiedName>],
    ancestry: &Ancestry<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut reported = BTreeSet::new();
    for claim in claims {
        let agrees = claim.value == winner.value
            || is_ancestor(&claim.value, &winner.value, ancestry)
            || !reported.insert(&claim.value);
        if !agrees {
            diagnostics.push(
                Diagnostic::warning(
                    "conflicting-base",
                    claim.span,
                    format!("`{}` is stated as the base type of `{}`", claim.value.name, name.name),
                )
                .help(format!("`{}` is used, read by `{}`", winner.value.name, winner.rule)),
            );
        }
    }
}

/// Cuts every cycle at its alphabetically last type, so that the cut depends on the cycle alone.
fn break_cycles(bases: &mut Bases, diagnostics: &mut Vec<Diagnostic>) {
    let names: Vec<QualifiedName> = bases.keys().cloned().collect();
    for name in names {
        while let Some(last) = cycle_from(bases, &name) {
            if let Some(cut) = bases.remove(&last) {
                diagnostics.push(
                    Diagnostic::error(
                        "base-cycle",
                        cut.span,
                        format!("`{last}` derives from itself through `{}`", cut.value),
                    )
                    .help(format!("`{last}` is read without a base type")),
                );
            }
        }
    }
}

/// The last type of the cycle that the bases of `name` run into, if they do.
fn cycle_from(bases: &Bases, name: &QualifiedName) -> Option<QualifiedName> {
    let mut path: Vec<&QualifiedName> = Vec::new();
    for step in chain(bases, name) {
        if let Some(start) = path.iter().position(|seen| *seen == step) {
            return path[start..].iter().max().map(|last| (*last).clone());
        }
        path.push(step);
    }
    None
}
