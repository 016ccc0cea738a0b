//! The type of a property whose cell somebody corrected.

use diag::{Diagnostic, codes};
use facts::{CORRECTED, Correction, Effect, Fact, PropertyFacts};

use super::super::field::{Row, cell_type, untyped};
use super::super::id::Type;
use super::Evidence;

/// The corrected type, which nothing outweighs; reports a correction that is none.
pub(super) fn decide(
    evidence: &Evidence<'_, '_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Fact<Type>> {
    let (row, cell) = evidence.rows.iter().find_map(|row| {
        let cell = row.facts.ty.as_ref().filter(|cell| cell.rule == CORRECTED)?;
        Some((row.facts, cell))
    })?;
    let Some(ty) = cell_type(row, &evidence.outline.index, evidence.namespace()) else {
        let message = format!("nothing documents the type `{}`", cell.value.text);
        let report = Diagnostic::new(codes::STALE_OVERRIDE, cell.span, message);
        diagnostics.push(report.help("write a type that the docs have, or a primitive one"));
        return Some(untyped(row));
    };
    let rows: Vec<Row<'_>> = evidence.rows.iter().map(|row| as_stated(*row, evidence)).collect();
    let uncorrected = super::decide(&Evidence { rows: &rows, ..*evidence }, &mut Vec::new());
    if uncorrected.value == ty.value {
        let name = &row.name.value;
        let message = format!("`{name}` has this type without the correction");
        diagnostics.push(
            Diagnostic::new(codes::USELESS_OVERRIDE, ty.span, message)
                .label(format!("read by `{}`", uncorrected.rule))
                .help("it changes nothing: remove the correction"),
        );
    }
    Some(ty)
}

/// The row as its page states it.
fn as_stated<'a>(row: Row<'a>, evidence: &Evidence<'_, 'a>) -> Row<'a> {
    let was = row.facts.ty.as_ref().filter(|cell| cell.rule == CORRECTED).and_then(|cell| {
        let stated = &evidence.outline.found.structs[&evidence.owner];
        let mut corrections = stated.pages().flat_map(|page| &page.corrections);
        corrections.find(|it| it.at == cell.span).and_then(was)
    });
    Row { facts: was.unwrap_or(row.facts), ..row }
}

fn was(correction: &Correction) -> Option<&PropertyFacts> {
    match &correction.effect {
        Effect::Type(was) => Some(was),
        _ => None,
    }
}
