//! Headers, and parameters of queries, paths and functions.

use diag::Diagnostic;
use facts::written::Position;
use facts::{Effect, OperationFacts, PageFacts, ParameterFacts, ParameterPlace};

use crate::claim::{Claims, ClaimsMut};
use crate::entry::Change;
use crate::pick::{Candidate, Place, all_but};
use crate::value;

/// Corrects the parameter that the entry means.
pub(crate) fn correct(place: Place<'_>, page: &mut PageFacts) -> Result<(), Diagnostic> {
    let (entry, whole) = (place.entry, facts::whole(page.page));
    let rows = page.operation.iter().flat_map(rows);
    let all: Vec<Candidate> = rows.map(|row| Claims::from(row).candidate(&entry.change)).collect();
    let index = place.pick(&all)?;
    let Some(facts) = &mut page.operation else { return Ok(()) };
    if matches!(entry.change, Change::Ignore) {
        let mut stays = all_but(index);
        facts.headers.retain(|_| stays());
        facts.parameters.retain(|_| stays());
        page.corrections.push(entry.correction(whole, Effect::LeftOut));
        return Ok(());
    }
    let mut all_rows = facts.headers.iter_mut().chain(&mut facts.parameters);
    let Some(row) = all_rows.nth(index) else { return Ok(()) };
    let is_header = row.place == ParameterPlace::Header;
    if is_header
        && matches!(entry.change, Change::Name)
        && !Position::Header.allows(&entry.now.value)
    {
        return Err(value::fault(entry.now.span, "this is no name of a header"));
    }
    ClaimsMut { name: &mut row.name, ty: &mut row.ty, notes: &mut row.notes }.put(entry);
    let effect = if matches!(entry.change, Change::Name) { Effect::Name } else { Effect::Claim };
    page.corrections.push(entry.correction(all[index].at, effect));
    Ok(())
}

fn rows(facts: &OperationFacts) -> impl Iterator<Item = &ParameterFacts> {
    facts.headers.iter().chain(&facts.parameters)
}
