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
use crate::QualifiedName;

/// Base types by derived type.
pub(crate) type Bases = BTreeMap<QualifiedName, Fact<QualifiedName>>;

/// The stated base of every type that has one, without cycles; and the types whose stated base nothing
/// documents.
pub(crate) fn decide(
    found: &Statements<'_>,
    index: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Bases, BTreeSet<QualifiedName>) {
    let mut all: Claims<'_> =
        found.structs.values().map(|stated| (&stated.name, claims(stated, index))).collect();
    for (derived, claim) in found.structs.values().flat_map(|stated| claims_below(stated, index)) {
        if let Some(known) = all.get_mut(&derived) {
            known.push(claim);
        }
    }
    let mut bases = Bases::new();
    for (name, claims) in &all {
        if let Some(base) = winner(claims, &all) {
            report_conflicts(name, base, claims, &all, diagnostics);
            bases.insert((*name).clone(), base.clone());
        }
    }
    break_cycles(&mut bases, diagnostics);
    limit_depth(&mut bases, diagnostics);
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
fn claims(stated: &StatedStruct<'_>, index: &TypeIndex) -> Vec<Fact<QualifiedName>> {
    let namespace = &stated.name.namespace;
    let facts = stated.statements.iter().flat_map(|(_, facts)| &facts.bases);
    facts
        .filter_map(|claim: &Fact<Mention>| match index.resolve(&claim.value, namespace) {
            Resolution::Struct(value) if value != stated.name => {
                Some(Fact { value, span: claim.span, rule: claim.rule })
            }
            _ => None,
        })
        .collect()
}

/// What the page of a base type says about the types derived from it: the weakest statement.
fn claims_below(
    stated: &StatedStruct<'_>,
    index: &TypeIndex,
) -> Vec<(QualifiedName, Fact<QualifiedName>)> {
    let facts = stated.statements.iter().flat_map(|(_, facts)| &facts.derived);
    facts
        .filter_map(|claim| match index.resolve(&claim.value, &stated.name.namespace) {
            Resolution::Struct(derived) if derived != stated.name => {
                let value = stated.name.clone();
                Some((derived, Fact { value, span: claim.span, rule: claim.rule }))
            }
            _ => None,
        })
        .collect()
}

/// All claims by derived type.
type Claims<'a> = BTreeMap<&'a QualifiedName, Vec<Fact<QualifiedName>>>;

/// The first claim, unless a later one of the same rule is more derived.
fn winner<'a>(
    claims: &'a [Fact<QualifiedName>],
    all: &Claims<'_>,
) -> Option<&'a Fact<QualifiedName>> {
    let first = claims.first()?;
    let mut best = first;
    for rival in claims.iter().filter(|claim| claim.rule == first.rule) {
        if is_ancestor(&best.value, &rival.value, all) {
            best = rival;
        }
    }
    Some(best)
}

/// `upper` is above `lower`, and not the other way round as well.
fn is_ancestor(upper: &QualifiedName, lower: &QualifiedName, all: &Claims<'_>) -> bool {
    is_claimed_above(upper, lower, all) && !is_claimed_above(lower, upper, all)
}

/// Whether claims lead from `lower` up to `upper`, within the depth that counts.
fn is_claimed_above(upper: &QualifiedName, lower: &QualifiedName, all: &Claims<'_>) -> bool {
    let mut seen: BTreeSet<&QualifiedName> = BTreeSet::new();
    let mut level = vec![lower];
    for _ in 0..MOST_LEVELS {
        let claims = level.iter().filter_map(|name| all.get(*name)).flatten();
        level = claims.map(|claim| &claim.value).filter(|name| seen.insert(name)).collect();
        if level.contains(&upper) {
            return true;
        }
    }
    false
}

fn report_conflicts(
    name: &QualifiedName,
    winner: &Fact<QualifiedName>,
    claims: &[Fact<QualifiedName>],
    all: &Claims<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut reported = BTreeSet::new();
    for claim in claims {
        let agrees = claim.value == winner.value
            || is_ancestor(&claim.value, &winner.value, all)
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
    for last in cycles(bases) {
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

/// The last type of each cycle, in the order of their first types.
fn cycles(bases: &Bases) -> Vec<QualifiedName> {
    let mut found = Vec::new();
    // By which walk each type was first seen: one that meets its own steps goes in a circle.
    let mut seen: BTreeMap<&QualifiedName, usize> = BTreeMap::new();
    for (walk, name) in bases.keys().enumerate() {
        for step in chain(bases, name) {
            let Some(earlier) = seen.insert(step, walk) else { continue };
            if earlier == walk {
                let others = chain(bases, step).skip(1).take_while(|other| *other != step);
                found.extend(others.chain([step]).max().cloned());
            }
            break;
        }
    }
    found
}

/// More types in a chain than this say nothing of an API, and each holds the properties of all above it: the deepest
/// chain known in real docs has a quarter of them.
pub(crate) const MOST_LEVELS: usize = 32;

/// Cuts chains that are too long, so that the properties that types inherit stay in proportion to those stated.
fn limit_depth(bases: &mut Bases, diagnostics: &mut Vec<Diagnostic>) {
    let mut depths: BTreeMap<QualifiedName, usize> = BTreeMap::new();
    let names: Vec<QualifiedName> = bases.keys().cloned().collect();
    for name in names {
        let mut above: Vec<QualifiedName> = Vec::new();
        let mut at = Some(name);
        while let Some(name) = at.take_if(|name| !depths.contains_key(name)) {
            at = bases.get(&name).map(|base| base.value.clone());
            above.push(name);
        }
        let mut depth = at.and_then(|name| depths.get(&name).copied()).unwrap_or(0);
        for name in above.into_iter().rev() {
            depth += 1;
            if depth > MOST_LEVELS {
                depth = 1;
                diagnostics.extend(bases.remove(&name).map(|cut| too_deep(&name, &cut)));
            }
            depths.insert(name, depth);
        }
    }
}

fn too_deep(name: &QualifiedName, cut: &Fact<QualifiedName>) -> Diagnostic {
    let message = format!("`{name}` has more than {} types above it", MOST_LEVELS - 1);
    Diagnostic::warning("base-chain-too-long", cut.span, message)
        .help(format!("`{name}` is read without its base type `{}`", cut.value))
}
