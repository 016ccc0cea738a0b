//! Which type each structured type derives from.
//!
//! What somebody corrected decides. Else four statements count, in this order: the annotation's `baseType`, a sentence
//! ("Inherits from"), "Inherited from" in rows, and what a base type's own page says of the types derived from it. Where
//! no page states anything, what answers show counts (`shown`), which is reported. Rows name every ancestor, and
//! annotations often the root of all, so a more derived type outweighs its ancestors. What disagrees with the winner
//! without being one of its ancestors is reported, and so is an annotation or sentence that names an ancestor, because
//! these name the base itself.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};
use facts::{Fact, Mention, PageFacts};

use super::corrected::Corrected;
use super::id::TypeId;
use super::index::TypeIndex;
use super::shown;
use super::stated::{StatedStruct, Statements};

/// Base types by derived type.
pub(crate) type Bases = BTreeMap<TypeId, Fact<TypeId>>;

/// The stated base of every type that has one, without cycles; and the types whose stated base nothing
/// documents, or that somebody says to have none.
pub(crate) fn decide(
    found: &Statements<'_>,
    pages: &[&PageFacts],
    index: &TypeIndex,
    corrected: &Corrected<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Bases, BTreeSet<TypeId>) {
    let all = claims_by_type(found, index);
    let mut bases = Bases::new();
    let mut undocumented = BTreeSet::new();
    for (id, claims) in &all {
        if let Some(base) = corrected.base(*id) {
            match base {
                Some(base) => drop(bases.insert(*id, base)),
                None => drop(undocumented.insert(*id)),
            }
        } else if let Some(base) = winner(claims, &all) {
            let conflicts = conflicts(base, claims, &all);
            diagnostics.extend(conflicts.map(|claim| conflicting(*id, base, claim, index)));
            bases.insert(*id, base.clone());
        }
    }
    let may_derive = |id: TypeId, base: TypeId| {
        let is_silent = all.get(&id).is_some_and(Vec::is_empty) && !states_any(id, found);
        is_silent && corrected.base(id).is_none() && !is_claimed_above(id, base, &all)
    };
    for (id, base) in shown::bases(found, pages, index, may_derive) {
        let (derived, above) = (index.name(id), index.name(base.value));
        let message =
            format!("`{derived}` is taken for a kind of `{above}`, whose place it has here");
        let report = Diagnostic::new(codes::INFERRED_BASE, base.span, message);
        diagnostics.push(report.help("state its base type on its page"));
        bases.insert(id, base);
    }
    diagnostics.extend(break_cycles(&mut bases, index));
    diagnostics.extend(limit_depth(&mut bases, index));
    for (id, stated) in found.structs.iter().filter(|(id, _)| !bases.contains_key(id)) {
        if corrected.base(*id).is_some() {
            continue;
        }
        if let Some(claim) = undocumented_claim(stated, index) {
            diagnostics.push(unknown_base(&stated.name.name, claim));
            undocumented.insert(*id);
        }
    }
    (bases, undocumented)
}

fn claims_by_type(found: &Statements<'_>, index: &TypeIndex) -> Claims {
    let own = found.structs.iter().map(|(id, stated)| (*id, claims(*id, stated, index)));
    let mut all: Claims = own.collect();
    for (id, stated) in &found.structs {
        for (derived, claim) in claims_below(*id, stated, index) {
            if let Some(known) = all.get_mut(&derived) {
                known.push(claim);
            }
        }
    }
    all
}

/// Whether a page states a base type, be it one that nothing documents.
fn states_any(id: TypeId, found: &Statements<'_>) -> bool {
    found.structs.get(&id).is_some_and(|stated| stated.facts().any(|facts| !facts.bases.is_empty()))
}

/// A statement of a base type that nothing documents.
fn undocumented_claim<'a>(
    stated: &StatedStruct<'a>,
    index: &TypeIndex,
) -> Option<&'a Fact<Mention>> {
    let mut claims = stated.facts().flat_map(|facts| &facts.bases);
    claims.find(|claim| index.resolve(&claim.value, stated.namespace()).is_none())
}

fn unknown_base(name: &str, claim: &Fact<Mention>) -> Diagnostic {
    Diagnostic::new(
        codes::UNKNOWN_BASE,
        claim.span,
        format!("nothing documents `{}`, the base type of `{name}`", claim.value.name),
    )
    .help("the type is read without a base type")
}

/// The type itself, its base, the base's base, up to the root.
pub(crate) fn chain(bases: &Bases, id: TypeId) -> impl Iterator<Item = TypeId> {
    std::iter::successors(Some(id), |id| bases.get(id).map(|base| base.value))
}

/// All base claims of one type that resolve to another structured type, strongest first.
fn claims(id: TypeId, stated: &StatedStruct<'_>, index: &TypeIndex) -> Vec<Fact<TypeId>> {
    let facts = stated.facts().flat_map(|facts| &facts.bases);
    facts.filter_map(|claim| other_type(id, claim, stated, index)).collect()
}

/// What the page of a base type says about the types derived from it: the weakest statement.
fn claims_below(
    id: TypeId,
    stated: &StatedStruct<'_>,
    index: &TypeIndex,
) -> impl Iterator<Item = (TypeId, Fact<TypeId>)> {
    let facts = stated.facts().flat_map(|facts| &facts.derived);
    facts.filter_map(move |claim| {
        let derived = other_type(id, claim, stated, index)?;
        Some((derived.value, Fact { value: id, ..derived }))
    })
}

/// The structured type that a claim of the type `id` names, if it is another one.
fn other_type(
    id: TypeId,
    claim: &Fact<Mention>,
    stated: &StatedStruct<'_>,
    index: &TypeIndex,
) -> Option<Fact<TypeId>> {
    let value = index.structure(&claim.value, stated.namespace()).filter(|other| *other != id)?;
    Some(Fact { value, span: claim.span, rule: claim.rule })
}

/// All claims by derived type.
type Claims = BTreeMap<TypeId, Vec<Fact<TypeId>>>;

/// The first claim, unless a later one is more derived: it says all that the first one does, and more.
fn winner<'a>(claims: &'a [Fact<TypeId>], all: &Claims) -> Option<&'a Fact<TypeId>> {
    let first = claims.first()?;
    let mut best = first;
    for rival in claims {
        if is_ancestor(best.value, rival.value, all) {
            best = rival;
        }
    }
    Some(best)
}

/// `upper` is above `lower`, and not the other way round as well.
fn is_ancestor(upper: TypeId, lower: TypeId, all: &Claims) -> bool {
    is_claimed_above(upper, lower, all) && !is_claimed_above(lower, upper, all)
}

/// Whether claims lead from `lower` up to `upper`, within the depth that counts.
fn is_claimed_above(upper: TypeId, lower: TypeId, all: &Claims) -> bool {
    let mut seen: BTreeSet<TypeId> = BTreeSet::new();
    let mut level = vec![lower];
    for _ in 0..MOST_LEVELS {
        let claims = level.iter().filter_map(|id| all.get(id)).flatten();
        level = claims.map(|claim| claim.value).filter(|id| seen.insert(*id)).collect();
        if level.contains(&upper) {
            return true;
        }
    }
    false
}

/// The first claim of each type that is neither the winner nor above it; of those above it, what is said to be the base
/// itself by a stronger statement than the winner.
fn conflicts<'a>(
    winner: &'a Fact<TypeId>,
    claims: &'a [Fact<TypeId>],
    all: &'a Claims,
) -> impl Iterator<Item = &'a Fact<TypeId>> {
    let mut reported = BTreeSet::new();
    let place = claims.iter().position(|claim| claim == winner).unwrap_or_default();
    claims.iter().enumerate().filter_map(move |(at, claim)| {
        let is_stronger = at < place && claim.rule != winner.rule;
        let is_loser = claim.value != winner.value
            && (is_stronger || !is_ancestor(claim.value, winner.value, all))
            && reported.insert(claim.value);
        is_loser.then_some(claim)
    })
}

fn conflicting(
    id: TypeId,
    winner: &Fact<TypeId>,
    claim: &Fact<TypeId>,
    index: &TypeIndex,
) -> Diagnostic {
    let name = |id| &index.name(id).name;
    let message = format!("`{}` is stated as the base type of `{}`", name(claim.value), name(id));
    Diagnostic::new(codes::CONFLICTING_BASE, claim.span, message).help(format!(
        "`{}` is used, read by `{}`",
        name(winner.value),
        winner.rule
    ))
}

/// Cuts every cycle at its alphabetically last type, so that the cut depends on the cycle alone.
fn break_cycles(bases: &mut Bases, index: &TypeIndex) -> Vec<Diagnostic> {
    let last = cycles(bases);
    let cut = |last: TypeId| {
        let (name, base) = (index.name(last), bases.remove(&last)?);
        let message = format!("`{name}` derives from itself through `{}`", index.name(base.value));
        Some(
            Diagnostic::new(codes::BASE_CYCLE, base.span, message)
                .help(format!("`{name}` is read without a base type")),
        )
    };
    last.into_iter().filter_map(cut).collect()
}

/// The last type of each cycle, in the order of their first types.
fn cycles(bases: &Bases) -> Vec<TypeId> {
    let mut found = Vec::new();
    // By which walk each type was first seen: one that meets its own steps goes in a circle.
    let mut seen: BTreeMap<TypeId, usize> = BTreeMap::new();
    for (walk, id) in bases.keys().enumerate() {
        for step in chain(bases, *id) {
            let Some(earlier) = seen.insert(step, walk) else { continue };
            if earlier == walk {
                let others = chain(bases, step).skip(1).take_while(|other| *other != step);
                found.extend(others.chain([step]).max());
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
fn limit_depth(bases: &mut Bases, index: &TypeIndex) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut depths: BTreeMap<TypeId, usize> = BTreeMap::new();
    let ids: Vec<TypeId> = bases.keys().copied().collect();
    for id in ids {
        let above: Vec<TypeId> =
            chain(bases, id).take_while(|id| !depths.contains_key(id)).collect();
        let last = above.last().and_then(|last| bases.get(last));
        let mut depth = last.and_then(|base| depths.get(&base.value).copied()).unwrap_or(0);
        for id in above.into_iter().rev() {
            depth += 1;
            if depth > MOST_LEVELS {
                depth = 1;
                diagnostics.extend(bases.remove(&id).map(|cut| too_deep(id, &cut, index)));
            }
            depths.insert(id, depth);
        }
    }
    diagnostics
}

fn too_deep(id: TypeId, cut: &Fact<TypeId>, index: &TypeIndex) -> Diagnostic {
    let (name, base) = (index.name(id), index.name(cut.value));
    let message = format!("`{name}` has more than {} types above it", MOST_LEVELS - 1);
    Diagnostic::new(codes::BASE_CHAIN_TOO_LONG, cut.span, message)
        .help(format!("`{name}` is read without its base type `{base}`"))
}
