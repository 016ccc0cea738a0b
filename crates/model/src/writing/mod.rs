//! Who may write a property, and what creating an object asks for.
//!
//! Reads the decided types and operations, and what the pages of operations that create or change
//! objects list and show. Knows nothing of Rust.
//!
//! The docs are written for people, who may try: so whatever is in doubt is allowed, and asked of nobody.

mod access;
mod constructor;
mod statements;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use diag::Diagnostic;
use facts::Fact;

use crate::operations::Operations;
use crate::types::{Structure, TypeId, Types};
use crate::{Access, Constructor};

pub(crate) use access::parameter;

/// What a client may do with the objects of one type.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Who may write each field.
    pub(crate) access: Vec<Fact<Access>>,
    /// How an object begins, where a documented operation creates or replaces one.
    pub(crate) constructor: Option<Constructor>,
}

/// The same for all types.
pub(crate) type Writing = BTreeMap<TypeId, Written>;

/// Decides for all properties and types.
pub(crate) fn decide(
    types: &Types<'_>,
    operations: &Operations<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Writing {
    let statements = statements::Statements::new(operations, types);
    let mut of_type = |(id, item): (&TypeId, &Structure<'_>)| {
        let stated = statements.of(*id, types);
        let (access, conflicts) = access::decide(*id, item, &stated);
        diagnostics.extend(conflicts);
        let constructor = constructor::decide(*id, item, &access, &stated);
        let access = access::narrowed(item, access, &stated, constructor.as_ref());
        (*id, Written { access, constructor })
    };
    types.structs.iter().map(&mut of_type).collect()
}
