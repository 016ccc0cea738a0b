//! Claims about types to decided [`Types`].
//!
//! Each answer is made once, from those before it: names (`statements`, `index`), enumerations, bases and kinds
//! (`outline`), the properties of each type (`own`), and what all of it comes to (`structs`).

mod answers;
mod bases;
mod corrected;
mod decided;
mod enums;
mod evidence;
mod families;
mod field;
mod id;
mod index;
mod kinds;
mod misfits;
mod outline;
mod own;
mod property_type;
mod root;
mod sampled;
mod scalar;
mod shown;
mod shown_arrays;
mod shown_members;
mod spelled;
mod stated;
mod statements;
mod structs;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod value_tables;

use diag::Diagnostic;
use facts::PageFacts;

use crate::Options;

pub(crate) use decided::Types;
pub(crate) use enums::{Enumeration, ListedMember};
pub(crate) use families::Families;
pub(crate) use field::{Field, Row, find, nullable};
pub(crate) use id::{Item, Type, TypeId};
pub(crate) use index::{TypeIndex, simple_name};
pub(crate) use statements::stated_namespace;
pub(crate) use structs::Structure;
pub(crate) use value::value_type;

/// Decides the types of all `pages`.
pub(crate) fn decide<'a>(
    pages: &[&'a PageFacts],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Types<'a> {
    let gathered = statements::collect(pages, options, diagnostics);
    let mut entries = statements::entries(&gathered);
    let stated = TypeIndex::new(entries.clone(), options);
    let listed = enums::listed(pages, &stated, options);
    entries.extend(enums::entries(&listed));
    let index = TypeIndex::new(entries, options);
    let found = statements::by_type(gathered, &index);
    let enums = enums::decide(&found, &listed, &index, diagnostics);
    let outline = outline::Outline::new(found, pages, index, &enums, diagnostics);
    let properties = own::decide(&outline, diagnostics);
    let structs = structs::arrange(&outline, &properties);
    Types { index: outline.index, structs, enums }
}
