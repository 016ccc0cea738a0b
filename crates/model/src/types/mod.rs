//! Claims about types to finished [`Struct`](crate::Struct)s and [`Enum`](crate::Enum)s.

mod bases;
mod enums;
mod evidence;
mod index;
mod kinds;
mod own;
mod plural;
mod polymorphic;
mod property;
mod property_type;
mod root;
mod scalar;
mod statements;
mod structs;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod value_tables;

use diag::Diagnostic;
use facts::PageFacts;

use crate::{Operation, Options, Struct};
pub(crate) use index::{Resolution, TypeIndex, simple_name};
pub(crate) use property::{RowContext, described, property};
pub(crate) use scalar::scalar;
pub(crate) use value::{json_type, value_type};

/// Builds the index with all types of one version. Rust names, polymorphism and boxing are still open:
/// they depend on the operations.
pub(crate) fn build(
    pages: &[PageFacts],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> TypeIndex {
    let found = statements::collect(pages, options, diagnostics);
    let mut index = statements::index(&found, options);
    let listed = enums::listed(pages, &mut index, options);
    let context = RowContext { page: "", namespace: "", index: &index, options };
    let enums = enums::build(&found, &listed, context, diagnostics);
    let structs = structs(&found, pages, &enums, context, diagnostics);
    index.complete(structs, enums);
    index
}

fn structs(
    found: &statements::Statements<'_>,
    pages: &[PageFacts],
    enums: &[crate::Enum],
    context: RowContext<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Struct> {
    let (index, options) = (context.index, context.options);
    let by_members = enums::ByMembers::new(enums);
    let keys = evidence::stated_keys(found);
    let uses = evidence::uses(found, pages, index);
    let (mut bases, undocumented) = bases::decide(found, index, diagnostics);
    let kinds = kinds::decide(found, &bases, &keys, &uses);
    root::infer(found, &keys, &kinds, &undocumented, &mut bases);
    let inputs = own::Inputs {
        found,
        bases: &bases,
        index,
        by_members: &by_members,
        kinds: &kinds,
        uses: &uses,
        options,
    };
    let properties = own::decide(inputs, diagnostics);
    structs::build(structs::Decisions {
        found,
        bases: &bases,
        properties: &properties,
        keys: &keys,
        kinds: &kinds,
        options,
    })
}

/// Settles what depends on the operations: which types are polymorphic.
pub(crate) fn finish(structs: &mut [Struct], operations: &[Operation]) {
    polymorphic::mark(structs, operations);
}
