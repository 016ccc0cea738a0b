//! Who may write a property, and what creating an object asks for.
//!
//! Reads the decided types and operations, and what the pages of operations that create or change
//! objects list and show; sets [`Property::access`](crate::Property::access) and
//! [`Struct::constructor`](crate::Struct::constructor). Knows nothing of Rust.
//!
//! The docs are written for people, who may try: so whatever is in doubt is allowed, and asked of nobody.

mod access;
mod constructor;
mod statements;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use diag::{Diagnostic, Span};
use facts::PageFacts;

use crate::types::TypeIndex;
use crate::{BodyContent, Fact, Mutability, Operation, Property, QualifiedName, Struct};

pub(crate) use statements::Statements;

/// Who may write a property, decided from all statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// The client, at any time; it may clear it as well.
    Writable,
    /// The client, at any time, but it always has a value.
    NotNull,
    /// The client, when it creates the object.
    CreateOnly,
    /// Never the client.
    ReadOnly,
}

/// How an object that a client creates begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constructor {
    /// The wire names of the properties that must be given, in the order of the fields.
    pub required: Vec<Fact<String>>,
}

impl Property {
    /// What limits a client, decided from all statements.
    pub fn limit(&self) -> Option<Mutability> {
        match self.access.value {
            Access::ReadOnly => Some(Mutability::ReadOnly),
            Access::CreateOnly => Some(Mutability::CreateOnly),
            Access::Writable | Access::NotNull => {
                let stated = self.mutability.as_ref().map(|fact| fact.value);
                stated.filter(|value| *value == Mutability::WriteOnly)
            }
        }
    }
}

/// What pages of operations state of the properties of the types they send.
pub(crate) fn collect<'a>(
    pages: &'a [PageFacts],
    operations: &[Operation],
    index: &TypeIndex,
) -> Statements<'a> {
    statements::collect(pages, operations, index)
}

/// Decides for all properties and types.
pub(crate) fn decide(
    structs: &mut [Struct],
    operations: &mut [Operation],
    statements: &Statements<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let bases: BTreeMap<QualifiedName, QualifiedName> = structs
        .iter()
        .filter_map(|item| Some((item.name.clone(), item.base.as_ref()?.value.clone())))
        .collect();
    for item in structs {
        let stated = statements.of(&item.name, &bases);
        access::decide(item, &stated, diagnostics);
        item.constructor = constructor::decide(item, &stated);
        access::keep(item, &stated);
    }
    for body in operations.iter_mut().filter_map(|operation| operation.body.as_mut()) {
        if let BodyContent::Parameters { fields, .. } = &mut body.content {
            fields.iter_mut().for_each(access::parameter);
        }
    }
}

/// Writable, as everything is of which the docs say nothing.
pub(crate) fn unstated(span: Span) -> Fact<Access> {
    Fact { value: Access::Writable, span, rule: "unstated" }
}
