//! What is decided of types before their properties.

use facts::PageFacts;

use super::bases::{self, Bases, chain};
use super::corrected::Corrected;
use super::enums::{ByMembers, Enums};
use super::evidence::{self, Keys, Uses};
use super::id::TypeId;
use super::index::TypeIndex;
use super::kinds::{self, Kinds};
use super::misfits::misfits;
use super::root;
use super::sampled::Sampled;
use super::shown_arrays::ShownArrays;
use super::shown_members;
use super::spelled::Spelled;
use super::stated::Statements;
use diag::Diagnostic;

/// Names, statements, bases and kinds of all types; each answer rests on those above it.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    /// All types by name.
    pub(crate) index: TypeIndex,
    /// All statements.
    pub(crate) found: Statements<'a>,
    /// Enumerations by members.
    pub(crate) by_members: ByMembers,
    /// Stated keys.
    pub(crate) keys: Keys,
    /// How the types are used.
    pub(crate) uses: Uses,
    /// What examples show in place of numbers.
    pub(crate) sampled: Sampled<'a>,
    /// What examples show several values of.
    pub(crate) arrays: ShownArrays<'a>,
    /// How JSON spells what rows have in another case.
    pub(crate) spelled: Spelled<'a>,
    /// Base types.
    pub(crate) bases: Bases,
    /// Entity or complex.
    pub(crate) kinds: Kinds,
}

impl<'a> Outline<'a> {
    /// Decides all of it.
    pub(crate) fn new(
        found: Statements<'a>,
        pages: &[&'a PageFacts],
        index: TypeIndex,
        enums: &Enums<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let by_members = ByMembers::new(enums);
        let keys = evidence::stated_keys(&found);
        let uses = evidence::uses(&found, pages, &index);
        let members = shown_members::all(&found, pages, &index);
        let sampled = Sampled::new(&found, &members, &index);
        let arrays = ShownArrays::new(&members);
        let spelled = Spelled::new(&found, &members);
        let corrected = Corrected::new(&found, &index, diagnostics);
        let decide = |corrected: &Corrected<'_>, diagnostics: &mut Vec<Diagnostic>| {
            let (stated, undocumented) =
                bases::decide(&found, pages, &index, corrected, diagnostics);
            let kinds = kinds::decide(&found, &stated, &keys, &uses, corrected, diagnostics);
            let inferred = root::infer(&found, &keys, &kinds, &stated, &undocumented);
            (stated.into_iter().chain(inferred).collect::<Bases>(), kinds)
        };
        if !corrected.is_empty() {
            let (bases, kinds) = decide(&Corrected::default(), &mut Vec::new());
            diagnostics.extend(misfits(&corrected, &found, (&bases, &kinds), &index));
        }
        let (bases, kinds) = decide(&corrected, diagnostics);
        Self { index, found, by_members, keys, uses, sampled, arrays, spelled, bases, kinds }
    }

    /// The type itself, its base, the base's base, up to the root.
    pub(crate) fn chain(&self, id: TypeId) -> impl Iterator<Item = TypeId> {
        chain(&self.bases, id)
    }
}
