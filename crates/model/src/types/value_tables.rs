//! Member tables that are no enumerations.
//!
//! A resource page may give the values of a string property in a table of their own. The table looks
//! like an enumeration's, but the cell of the property, which has the same name, says `String`, and either no
//! cell of any page names a type that is called so, or another page lists the members of that type. Only the
//! statement of that page is set apart, not the name.

use std::collections::BTreeSet;

use facts::{EnumFacts, Mention, PageFacts, Primitive, Primitives, PropertyFacts};

use super::index::simple_name;
use super::stated::Statements;

/// Moves such tables from the enumerations to the values of properties.
pub(crate) fn set_apart<'a>(
    found: &mut Statements<'a, String>,
    pages: &[&PageFacts],
    primitives: &Primitives,
) {
    let named: BTreeSet<String> = pages
        .iter()
        .flat_map(|page| mentions(page))
        .map(|mention| simple_name(&mention.name).to_ascii_lowercase())
        .collect();
    let strings: BTreeSet<(&str, String)> = pages
        .iter()
        .flat_map(|page| string_properties(page, primitives).map(|it| (page.path.as_str(), it)))
        .collect();
    let is_beside = |(page, facts): &(&PageFacts, &EnumFacts)| {
        let name = simple_name(&facts.name.value).to_ascii_lowercase();
        strings.contains(&(page.path.as_str(), name))
    };
    let keys: Vec<String> = found.enums.keys().cloned().collect();
    for key in keys {
        let stated = &found.enums[&key];
        let name = stated.name.name.to_ascii_lowercase();
        let (beside, others): (Vec<_>, Vec<_>) =
            stated.statements.iter().copied().partition(is_beside);
        // The only table of a type that cells name is the type's, wherever it stands.
        if beside.is_empty() || others.is_empty() && named.contains(&name) {
            continue;
        }
        // Elsewhere the same values are listed once more, of a type that nothing has.
        let is_repeated = |(_, facts): &(&PageFacts, &EnumFacts)| {
            !named.contains(&name) && beside.iter().any(|(_, own)| members(own) == members(facts))
        };
        let (repeated, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_repeated);
        let beside = beside.into_iter().chain(repeated);
        for (page, facts) in beside {
            found.values.entry((&page.path, name.clone())).or_default().push(facts);
        }
        match found.enums.get_mut(&key) {
            Some(stated) if !others.is_empty() => stated.statements = others,
            _ => drop(found.enums.remove(&key)),
        }
    }
}

/// The members' names in lower case.
fn members(facts: &EnumFacts) -> BTreeSet<String> {
    facts.members.iter().map(|member| member.name.value.to_ascii_lowercase()).collect()
}

/// The properties of the page's types whose cell says `String`, in lower case.
fn string_properties(page: &PageFacts, primitives: &Primitives) -> impl Iterator<Item = String> {
    let rows = page.types.iter().flat_map(|facts| &facts.properties);
    let is_string = |row: &&PropertyFacts| {
        let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
        let mut meanings = mentions.filter_map(|mention| primitives.meaning(&mention.name));
        meanings.any(|meaning| meaning == Primitive::String)
    };
    rows.filter(is_string).map(|row| row.name.value.to_ascii_lowercase())
}

/// Every type that a cell of the page names.
fn mentions(page: &PageFacts) -> impl Iterator<Item = &Mention> {
    let rows = page.types.iter().flat_map(|facts| &facts.properties);
    let body = page.operation.iter().flat_map(|operation| &operation.body.properties);
    let parameters = page.operation.iter().flat_map(|operation| &operation.parameters);
    let cells = rows.chain(body).filter_map(|row| row.ty.as_ref());
    let cells = cells.chain(parameters.filter_map(|row| row.ty.as_ref()));
    cells.flat_map(|cell| &cell.value.mentions)
}
