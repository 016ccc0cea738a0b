//! Base types and kinds that somebody has corrected.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use facts::{CORRECTED, Correction, Effect, Fact, Mention};

use super::id::TypeId;
use super::index::TypeIndex;
use super::stated::{StatedStruct, Statements};
use crate::StructKind;

/// What an entry says where a type has no base type.
pub(super) const NONE: &str = "none";

/// What somebody decided of structured types.
#[derive(Debug, Default)]
pub(crate) struct Corrected<'a> {
    pub(super) bases: BTreeMap<TypeId, (&'a Correction, Option<TypeId>)>,
    pub(super) kinds: BTreeMap<TypeId, (&'a Correction, StructKind)>,
}

impl<'a> Corrected<'a> {
    /// What the pages' corrections say; reports names that no type has.
    pub(crate) fn new(
        found: &Statements<'a>,
        index: &TypeIndex,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut corrected = Self::default();
        for (id, stated) in &found.structs {
            for it in corrections(stated) {
                match it.effect {
                    Effect::Base => match type_of(&it.now, it.at, stated, index) {
                        Ok(base) => {
                            corrected.bases.insert(*id, (it, base));
                        }
                        Err(report) => diagnostics.push(report),
                    },
                    Effect::Kind => {
                        corrected.kinds.insert(*id, (it, kind(&it.now)));
                    }
                    _ => {}
                }
            }
        }
        corrected
    }

    /// Nothing is corrected.
    pub(crate) fn is_empty(&self) -> bool {
        self.bases.is_empty() && self.kinds.is_empty()
    }

    /// The base type of a type, or that it has none.
    pub(crate) fn base(&self, id: TypeId) -> Option<Option<Fact<TypeId>>> {
        let (correction, base) = self.bases.get(&id)?;
        Some(base.map(|base| Fact::new(base, correction.at, CORRECTED)))
    }

    /// The kind of a type.
    pub(crate) fn kind(&self, id: TypeId) -> Option<StructKind> {
        self.kinds.get(&id).map(|(_, kind)| *kind)
    }

    /// The kinds of all types that have one.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (TypeId, StructKind)> {
        self.kinds.iter().map(|(id, (_, kind))| (*id, *kind))
    }
}

/// The corrections that are about the type itself.
fn corrections<'a>(stated: &StatedStruct<'a>) -> impl Iterator<Item = &'a Correction> + use<'a> {
    let statements = stated.statements.clone();
    statements.into_iter().flat_map(|(page, facts)| {
        let subject = facts.names.first().map(|name| name.span);
        page.corrections.iter().filter(move |it| Some(it.subject) == subject)
    })
}

fn kind(word: &str) -> StructKind {
    if word == "entity" { StructKind::Entity } else { StructKind::Complex }
}

/// The type that a correction names for the base type; `None` where it says that there is none.
pub(super) fn type_of(
    name: &str,
    at: Span,
    stated: &StatedStruct<'_>,
    index: &TypeIndex,
) -> Result<Option<TypeId>, Diagnostic> {
    if name == NONE {
        return Ok(None);
    }
    let mention = Mention { name: name.to_owned(), link: None };
    index.structure(&mention, stated.namespace()).map(Some).ok_or_else(|| {
        let message = format!("nothing documents a structured type `{name}`");
        Diagnostic::new(codes::STALE_OVERRIDE, at, message).help("write a type that the docs have")
    })
}

/// The report that something else is decided than is expected.
pub(crate) fn stale(correction: &Correction, decided: &str) -> Diagnostic {
    let message = format!(
        "the {} is `{decided}` by what the docs state, not `{}`",
        correction.what, correction.said
    );
    Diagnostic::new(codes::STALE_OVERRIDE, correction.expected_at, message)
        .help("look at the page again; then correct the entry, or remove it")
}

/// The report that the same is decided without a correction.
pub(crate) fn useless(correction: &Correction) -> Diagnostic {
    let message =
        format!("the {} is `{}` without this correction", correction.what, correction.now);
    Diagnostic::new(codes::USELESS_OVERRIDE, correction.at, message)
        .label("this is what the docs come to themselves")
        .help("they have been mended: remove the correction")
}
