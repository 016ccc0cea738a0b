//! Rows of property tables, and of the tables of request bodies.

use diag::{Diagnostic, Span};
use facts::{Effect, PageFacts, PropertyFacts};

use crate::claim::{Claims, ClaimsMut};
use crate::entry::Change;
use crate::pick::{Candidate, Place, all_but};

/// Corrects the row that the entry means.
pub(crate) fn correct(place: Place<'_>, page: &mut PageFacts) -> Result<(), Diagnostic> {
    let entry = place.entry;
    let all: Vec<Candidate> =
        rows(page).map(|(_, row)| Claims::from(row).candidate(&entry.change)).collect();
    let index = place.pick(&all)?;
    let subject = all[index].at;
    if matches!(entry.change, Change::Ignore) {
        let owner = rows(page).nth(index).map_or(subject, |(owner, _)| owner);
        leave_out(page, index);
        page.corrections.push(entry.correction(owner, Effect::LeftOut));
        return Ok(());
    }
    let Some(row) = rows_mut(page).nth(index) else { return Ok(()) };
    let effect = match entry.change {
        Change::RustName => Effect::RustName { request: None },
        Change::Type(_) => Effect::Type(Box::new(row.clone())),
        Change::Name => Effect::Name,
        _ => Effect::Claim,
    };
    ClaimsMut { name: &mut row.name, ty: &mut row.ty, notes: &mut row.notes }.put(entry);
    page.corrections.push(entry.correction(subject, effect));
    Ok(())
}

/// All rows of a page, each with the place where its type is named, or that of the whole page.
fn rows(page: &PageFacts) -> impl Iterator<Item = (Span, &PropertyFacts)> {
    let whole = facts::whole(page.page);
    let of_types = page.types.iter().flat_map(move |facts| {
        let owner = facts.names.first().map_or(whole, |name| name.span);
        facts.properties.iter().map(move |row| (owner, row))
    });
    let bodies = page.operation.iter().flat_map(|facts| &facts.body.properties);
    of_types.chain(bodies.map(move |row| (whole, row)))
}

fn rows_mut(page: &mut PageFacts) -> impl Iterator<Item = &mut PropertyFacts> {
    let of_types = page.types.iter_mut().flat_map(|facts| &mut facts.properties);
    let operation = page.operation.iter_mut();
    of_types.chain(operation.flat_map(|facts| &mut facts.body.properties))
}

/// Takes the row of this index away.
fn leave_out(page: &mut PageFacts, index: usize) {
    let mut stays = all_but(index);
    page.types.iter_mut().for_each(|facts| facts.properties.retain(|_| stays()));
    if let Some(facts) = &mut page.operation {
        facts.body.properties.retain(|_| stays());
    }
}
