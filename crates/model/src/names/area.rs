//! Areas of the docs as folders.

use super::ident::module_name;

/// The area of pages that state none.
const NO_AREA: &str = "common";

/// The folder of an area: its words, or `common` for a missing one and for texts that were never filled in.
pub(crate) fn area_folder(area: &str) -> String {
    let words = area.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let unfilled =
        words.clone().any(|word| word.eq_ignore_ascii_case("todo")) || words.clone().count() > 5;
    if unfilled || words.clone().next().is_none() { NO_AREA.to_owned() } else { module_name(area) }
}
