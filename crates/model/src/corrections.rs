//! Corrections of the docs: what they are about, how they are told, and whether anything rests on them.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::{Correction, Effect, OperationFacts, PageFacts};
use text::{Block, Words};

use crate::names::TypeNames;
use crate::names::pin::is_pin;
use crate::operations::Operations;
use crate::types::{Field, Types};
use crate::{Docs, Method};

/// All corrections of one version.
#[derive(Debug, Default)]
pub(crate) struct Corrections<'a> {
    /// By the path of their page and their subject, because pages share the rows of what they include.
    by_subject: BTreeMap<(&'a str, Span), Vec<&'a Correction>>,
}

impl<'a> Corrections<'a> {
    /// Those of all `pages`.
    pub(crate) fn new(pages: &[&'a PageFacts]) -> Self {
        let mut by_subject: BTreeMap<(&str, Span), Vec<&Correction>> = BTreeMap::new();
        for page in pages {
            for it in &page.corrections {
                by_subject.entry((&page.path, it.subject)).or_default().push(it);
            }
        }
        Self { by_subject }
    }

    /// Those of what is named at `subject` on the page of this path.
    pub(crate) fn of<'s>(
        &'s self,
        page: &'s str,
        subject: Span,
    ) -> impl Iterator<Item = &'a Correction> + use<'s, 'a> {
        self.by_subject.get(&(page, subject)).into_iter().flatten().copied()
    }

    /// The Rust names that are pinned of what is named at these places.
    pub(crate) fn pins<'s>(
        &'s self,
        places: impl IntoIterator<Item = (&'s str, Span)>,
    ) -> impl Iterator<Item = &'a Correction> {
        places.into_iter().flat_map(|(page, at)| self.of(page, at)).filter(is_pin)
    }

    /// The reports of those that no answer rests on.
    pub(crate) fn unused(
        &self,
        types: &Types<'_>,
        operations: &Operations<'_>,
        names: &TypeNames,
    ) -> Vec<Diagnostic> {
        if self.by_subject.is_empty() {
            return Vec::new();
        }
        let used = used(types, operations);
        let has_type = |page: &str, subject: Span| {
            let mut named = types.structs.values().flat_map(|item| item.stated.named_at());
            named.any(|place| place == (page, subject))
        };
        let has_draft =
            |it: &Correction| operations.drafts.iter().any(|draft| draft.is_decided_by(it));
        let is_used = |page: &str, it: &Correction| match it.effect {
            // The name itself is what rests on it.
            Effect::LeftOut | Effect::Name => true,
            Effect::Claim | Effect::Type(_) | Effect::Route => used.contains(&it.at),
            Effect::Base | Effect::Kind => has_type(page, it.subject),
            Effect::Returns { .. } => has_draft(it),
            Effect::RustName { .. } => names.is_pinned_at(it.at) || has_draft(it),
        };
        let all =
            self.by_subject.iter().flat_map(|((page, _), all)| all.iter().map(|it| (*page, *it)));
        all.filter(|(page, it)| !is_used(page, it)).map(|(_, it)| unused(it)).collect()
    }
}

fn unused(it: &Correction) -> Diagnostic {
    let message = format!("nothing rests on the {} that this corrects", it.what);
    Diagnostic::new(codes::USELESS_OVERRIDE, it.at, message)
        .help("a base type or another page decides: correct it there, or remove the correction")
}

/// The places of claims that answers rest on, among them all that can be corrected.
fn used(types: &Types<'_>, operations: &Operations<'_>) -> BTreeSet<Span> {
    let fields = types.structs.values().flat_map(|item| &item.fields);
    let fields = fields.chain(operations.drafts.iter().flat_map(|draft| draft.parameters()));
    let mut used: BTreeSet<Span> = fields.flat_map(Field::answers).collect();
    for draft in &operations.drafts {
        let facts = draft.facts();
        used.extend(permissions(facts));
        let parameters = facts.headers.iter().chain(&facts.parameters);
        used.extend(parameters.clone().filter_map(|row| Some(row.ty.as_ref()?.span)));
        used.extend(parameters.flat_map(|row| &row.notes).map(|note| note.span));
        // Who may write what is told by the tables of bodies, also where these have a type of their own.
        let body = || facts.body.properties.iter();
        used.extend(body().flat_map(|row| &row.notes).map(|note| note.span));
        if draft.method() == Method::Get {
            used.extend(body().filter_map(|row| Some(row.ty.as_ref()?.span)));
        }
        used.extend(draft.claims().map(|claim| claim.line.span));
    }
    used.extend(operations.further.iter().flat_map(|it| permissions(it.facts)));
    used
}

fn permissions(facts: &OperationFacts) -> impl Iterator<Item = Span> {
    facts.permissions.iter().flat_map(|table| &table.rows).map(|row| row.span)
}

/// Adds a line for each correction to the docs of the item that it is about.
pub(crate) fn tell<'a>(docs: &mut Docs, corrections: impl Iterator<Item = &'a Correction>) {
    // What several places lead to is told once.
    let mut told = BTreeSet::new();
    for it in corrections.filter(|it| told.insert(it.at)) {
        docs.text.push(Block::paragraph(words(it)));
    }
}

fn words(it: &Correction) -> Words {
    let words = Words::new().text("Corrected: ");
    let words = match it.effect {
        Effect::LeftOut => words.code(&it.said).text(" is left out"),
        _ => {
            let words = or_nothing(words.text(&format!("{} ", it.what)), &it.now);
            or_nothing(words.text(" instead of "), &it.said)
        }
    };
    words.text(&format!(" ({})", it.why))
}

fn or_nothing(words: Words, text: &str) -> Words {
    if text.is_empty() { words.text("none") } else { words.code(text) }
}
