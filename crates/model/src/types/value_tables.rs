//! Member tables that are no enumerations.
//!
//! A resource page may give the values of a string property in a table of their own. The table looks
//! like an enumeration's, but the cell of the property, which has the same name, says `String`, and no
//! cell of any page names a type that is called so.

use std::collections::BTreeSet;

use facts::{EnumFacts, Mention, PageFacts, PropertyFacts};

use super::index::simple_name;
use super::scalar::scalar;
use super::stated::Statements;
use crate::{ItemType, Scalar};

/// Moves such tables from the enumerations to the values of properties.
pub(crate) fn set_apart<'a>(found: &mut Statements<'a, String>, pages: &[&PageFacts]) {
    let named: BTreeSet<String> = pages
        .iter()
        .flat_map(|page| mentions(page))
        .map(|mention| simple_name(&mention.name).to_ascii_lowercase())
        .collect();
    let strings: BTreeSet<(&str, String)> = pages
        .iter()
        .flat_map(|page| string_properties(page).map(|it| (page.path.as_str(), it)))
        .collect();
    let beside_property = |(page, facts): &(&PageFacts, &EnumFacts)| {
        let name = simple_name(&facts.name.value).to_ascii_lowercase();
        !named.contains(&name) && strings.contains(&(page.path.as_str(), name))
    };
    let keys: Vec<String> = found
        .enums
        .iter()
        .filter(|(_, stated)| stated.statements.iter().any(beside_property))
        .map(|(key, _)| key.clone())
        .collect();
    for stated in keys.iter().filter_map(|key| found.enums.remove(key)) {
        let name = stated.name.name.to_ascii_lowercase();
        for (page, facts) in stated.statements {
            found.values.entry((&page.path, name.clone())).or_default().push(facts);
        }
    }
}

/// The properties of the page's types whose cell says `String`, in lower case.
fn string_properties(page: &PageFacts) -> impl Iterator<Item = String> {
    let rows = page.types.iter().flat_map(|facts| &facts.properties);
    let is_string = |row: &&PropertyFacts| {
        let mentions = row.ty.iter().flat_map(|cell| &cell.value.mentions);
        let mut items = mentions.filter_map(|mention| scalar(&mention.name));
        items.any(|item| item == ItemType::Scalar(Scalar::String))
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
