//! Corrections that no answer rests on.

use std::collections::BTreeSet;

use diag::{Diagnostic, Span, codes};
use facts::{Correction, Effect, OperationFacts};

use super::Corrections;
use crate::Method;
use crate::names::TypeNames;
use crate::operations::Operations;
use crate::types::{Field, Types};

/// The reports of those that no answer rests on.
pub(crate) fn unused(
    corrections: &Corrections<'_>,
    types: &Types<'_>,
    operations: &Operations<'_>,
    names: &TypeNames,
) -> Vec<Diagnostic> {
    if corrections.by_subject.is_empty() {
        return Vec::new();
    }
    let used = used(types, operations);
    let has_type = |page: &str, subject: Span| {
        let mut named = types.structs.values().flat_map(|item| item.stated.named_at());
        named.any(|place| place == (page, subject))
    };
    let has_draft = |it: &Correction| operations.drafts.iter().any(|draft| draft.is_decided_by(it));
    let is_used = |page: &str, it: &Correction| match it.effect {
        // The name itself is what rests on it.
        Effect::LeftOut | Effect::Name => true,
        Effect::Claim | Effect::Type(_) | Effect::Route => used.contains(&it.at),
        Effect::Base | Effect::Kind => has_type(page, it.subject),
        Effect::Returns { .. } => has_draft(it),
        Effect::RustName { .. } => names.is_pinned_at(it.at) || has_draft(it),
    };
    let all = corrections
        .by_subject
        .iter()
        .flat_map(|((page, _), all)| all.iter().map(|it| (*page, *it)));
    all.filter(|(page, it)| !is_used(page, it)).map(|(_, it)| report(it)).collect()
}

fn report(it: &Correction) -> Diagnostic {
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
