//! Corrections of base types and kinds, against what is decided without them.

use diag::Diagnostic;

use super::bases::Bases;
use super::corrected::{Corrected, NONE, stale, type_of, useless};
use super::id::TypeId;
use super::index::TypeIndex;
use super::kinds::Kinds;
use super::stated::Statements;
use crate::StructKind;

/// The reports of those that expect something else than is decided without them, or the same.
pub(super) fn misfits(
    corrected: &Corrected<'_>,
    found: &Statements<'_>,
    (bases, kinds): (&Bases, &Kinds),
    index: &TypeIndex,
) -> Vec<Diagnostic> {
    let mut misfits = Vec::new();
    for (id, (correction, base)) in &corrected.bases {
        let decided = bases.get(id).map(|base| base.value);
        let name = |id: Option<TypeId>| id.map_or(NONE.to_owned(), |id| index.name(id).to_string());
        match type_of(&correction.said, correction.expected_at, &found.structs[id], index) {
            Err(report) => misfits.push(report),
            Ok(_) if decided == *base => misfits.push(useless(correction)),
            Ok(said) if said != decided => misfits.push(stale(correction, &name(decided))),
            Ok(_) => {}
        }
    }
    for (id, (correction, right)) in &corrected.kinds {
        let decided = kinds.get(id).copied().unwrap_or(StructKind::Complex);
        if decided == *right {
            misfits.push(useless(correction));
        }
    }
    misfits
}
