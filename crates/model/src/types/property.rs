//! One row of a property or parameter table to a [`Property`].
//!
//! Looks at the row alone: its cell, its description and what the description says. What other
//! statements add (JSON representation, bases, value lists) is settled by the callers.

use diag::Diagnostic;
use facts::{Fact, Note, PropertyFacts, TableRole};
use text::Notice;

use super::{TypeIndex, value_type};
use crate::writing::unstated;
use crate::{
    ItemType, Mutability, Options, Property, PropertyKind, QualifiedName, QueryCapabilities,
    Returned, ValueType, docs, names,
};

/// Where a row stands, and what reading it needs.
#[derive(Clone, Copy)]
pub(crate) struct RowContext<'a> {
    /// The page's path, relative to the documentation root.
    pub(crate) page: &'a str,
    /// The namespace of the page's own types.
    pub(crate) namespace: &'a str,
    /// All types.
    pub(crate) index: &'a TypeIndex,
    /// The build's options.
    pub(crate) options: &'a Options<'a>,
}

/// The property that a row states, declared in `owner`. A type that cannot be resolved becomes any JSON
/// and is reported.
pub(crate) fn property(
    row: &PropertyFacts,
    owner: &QualifiedName,
    context: RowContext<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Property {
    let ty = cell_type(row, context);
    if ty.is_none() {
        diagnostics.push(unresolved(row));
    }
    Property { ty: ty.unwrap_or_else(|| untyped(row)), ..described(row, owner, context) }
}

/// Everything of a row but its type, which is left untyped.
pub(crate) fn described(
    row: &PropertyFacts,
    owner: &QualifiedName,
    context: RowContext<'_>,
) -> Property {
    let notes = &row.notes;
    Property {
        wire_name: row.name.value.clone(),
        rust_name: names::field_name(&row.name.value),
        declared_in: owner.clone(),
        ty: untyped(row),
        boxed: false,
        kind: kind(row.role),
        nullable: find(notes, nullable),
        required: find(notes, required),
        mutability: find(notes, mutability),
        access: unstated(row.name.span),
        returned: find(notes, returned),
        query: query(notes),
        default: find(notes, default_value),
        values: row.values.iter().map(|value| value.value.clone()).collect(),
        docs: docs::docs(row.description.as_ref(), row.name.span, context.page, context.options),
        deprecated: find(notes, deprecation).map(|wording| wording.value),
        span: row.name.span,
        rule: row.name.rule,
    }
}

/// The type that the row's cell states, if it can be resolved.
pub(crate) fn cell_type(row: &PropertyFacts, context: RowContext<'_>) -> Option<Fact<ValueType>> {
    let cell = row.ty.as_ref()?;
    let value = value_type(&cell.value, context.index, context.namespace)?;
    Some(Fact { value, span: cell.span, rule: cell.rule })
}

/// Any JSON, as a collection if the cell says at least that.
pub(crate) fn untyped(row: &PropertyFacts) -> Fact<ValueType> {
    let collection = row.ty.as_ref().is_some_and(|cell| cell.value.collection);
    Fact {
        value: ValueType { item: ItemType::Untyped, collection },
        span: row.ty.as_ref().map_or(row.name.span, |cell| cell.span),
        rule: "unresolved-type",
    }
}

/// The report for a row whose type nothing tells.
pub(crate) fn unresolved(row: &PropertyFacts) -> Diagnostic {
    let name = &row.name.value;
    match &row.ty {
        None => Diagnostic::warning(
            "missing-type",
            row.name.span,
            format!("no type is stated for `{name}`"),
        ),
        Some(cell) => Diagnostic::warning(
            "unknown-type",
            cell.span,
            format!("nothing documents the type `{}` of `{name}`", cell.value.text),
        ),
    }
    .help("the property takes any JSON value")
}

fn kind(role: TableRole) -> PropertyKind {
    match role {
        TableRole::Relationships => PropertyKind::Navigation,
        TableRole::Properties | TableRole::Parameters => PropertyKind::Structural,
    }
}

/// The first note that `read` understands.
fn find<T>(notes: &[Fact<Note>], read: impl Fn(&Note) -> Option<T>) -> Option<Fact<T>> {
    notes.iter().find_map(|note| {
        read(&note.value).map(|value| Fact { value, span: note.span, rule: note.rule })
    })
}

fn nullable(note: &Note) -> Option<bool> {
    match note {
        Note::Nullable(allowed) => Some(*allowed),
        _ => None,
    }
}

fn required(note: &Note) -> Option<bool> {
    match note {
        Note::Required | Note::RequiredOnCreate => Some(true),
        Note::Optional => Some(false),
        _ => None,
    }
}

fn mutability(note: &Note) -> Option<Mutability> {
    match note {
        Note::ReadOnly => Some(Mutability::ReadOnly),
        Note::CreateOnly => Some(Mutability::CreateOnly),
        Note::WriteOnly => Some(Mutability::WriteOnly),
        _ => None,
    }
}

fn returned(note: &Note) -> Option<Returned> {
    match note {
        Note::SelectOnly => Some(Returned::OnlyOnSelect),
        Note::ReturnedByDefault => Some(Returned::ByDefault),
        _ => None,
    }
}

fn default_value(note: &Note) -> Option<String> {
    match note {
        Note::Default(value) => Some(value.clone()),
        _ => None,
    }
}

fn deprecation(note: &Note) -> Option<Notice> {
    match note {
        Note::Deprecated(wording) => Some(Notice::plain(wording)),
        _ => None,
    }
}

fn query(notes: &[Fact<Note>]) -> QueryCapabilities {
    QueryCapabilities {
        filter: find(notes, |note| match note {
            Note::Filter(operators) => Some(operators.clone()),
            _ => None,
        }),
        order_by: find(notes, |note| (*note == Note::OrderBy).then_some(true)),
        search: find(notes, |note| (*note == Note::Search).then_some(true)),
        expand: find(notes, |note| (*note == Note::Expand).then_some(true)),
    }
}
