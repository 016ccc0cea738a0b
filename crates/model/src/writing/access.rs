//! Who may write a property.
//!
//! | Statement, strongest first | Access |
//! |---|---|
//! | it is a key | as the rows below say, but never changed: services ignore it (OData 4.01 protocol, section 11.4.3); a list of all properties names it too, so a list counts only with an example that sends it, or none that could |
//! | a page that changes such objects lists it, and not as read-only | writable |
//! | the type's page calls it read-only, but a page that creates such objects lists it or shows it sent | as created |
//! | the type's page calls it read-only | read-only |
//! | the type's page says that it is set once | as created |
//! | nothing | writable |
//!
//! Pages that send a base type speak of the types derived from it too.
//! Examples of changes do not count, because they often repeat the whole object; nor do the capabilities
//! that annotations state, which deny what pages show.
//!
//! What is writable cannot be cleared where a page says that it is not nullable, or where creating the
//! object asks for it. A collection can always be made empty.

use std::collections::BTreeMap;

use diag::Diagnostic;
use facts::{Note, PropertyFacts};

use super::statements::{Sending, says};
use super::{Access, unstated};
use crate::{Fact, Mutability, OperationKind, Property, Struct};

/// Decides for all fields of a type, of which `stated` speak.
pub(super) fn decide(
    item: &mut Struct,
    stated: &[&Sending<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for field in &mut item.fields {
        let key = item.keys.contains(&field.wire_name);
        let mentions = Mentions::new(field, key, stated);
        if field.declared_in == item.name && !key {
            diagnostics.extend(conflict(field, &mentions));
        }
        field.access = access(field, key, &mentions);
    }
}

/// Takes clearing away where a property always has a value.
pub(super) fn keep(item: &mut Struct, stated: &[&Sending<'_>]) {
    let required = item.constructor.iter().flat_map(|it| &it.required);
    let required: BTreeMap<&str, &Fact<String>> =
        required.map(|it| (it.value.as_str(), it)).collect();
    for field in &mut item.fields {
        let key = item.keys.contains(&field.wire_name);
        let updated = Mentions::new(field, key, stated).updated;
        let asked = required.get(field.wire_name.as_str()).copied();
        narrow(field, updated, asked);
    }
}

/// A parameter of a call is there to be given.
pub(super) fn parameter(field: &mut Property) {
    narrow(field, None, None);
}

/// Where pages list a property, unless as one that the client does not write.
#[derive(Clone, Copy)]
struct Mentions<'a> {
    /// For a change.
    updated: Option<&'a PropertyFacts>,
    /// For creation.
    created: Option<&'a PropertyFacts>,
    /// An example creates an object with it.
    shown: bool,
}

impl<'a> Mentions<'a> {
    fn new(field: &Property, key: bool, stated: &[&Sending<'a>]) -> Self {
        let listed = |update: bool| {
            let pages = stated.iter().filter(|it| (it.kind == OperationKind::Update) == update);
            let pages = pages.filter(|it| !key || it.gives(&field.wire_name));
            let mut rows = pages.filter_map(|it| it.row(&field.wire_name));
            rows.find(|row| !(says(row, &Note::ReadOnly) || update && says(row, &Note::CreateOnly)))
        };
        let creating = stated.iter().filter(|it| it.kind != OperationKind::Update);
        Self {
            updated: listed(true),
            created: listed(false),
            shown: creating.into_iter().any(|it| it.shows(&field.wire_name)),
        }
    }
}

fn access(field: &Property, key: bool, mentions: &Mentions<'_>) -> Fact<Access> {
    let stated = field.mutability.as_ref();
    let read_only = stated.filter(|fact| fact.value == Mutability::ReadOnly);
    let listed = |value, row: &PropertyFacts, rule| Fact { value, span: row.name.span, rule };
    match (read_only, mentions) {
        _ if !key && let Some(row) = mentions.updated => {
            listed(Access::Writable, row, "update-table")
        }
        (Some(_), Mentions { created: Some(row), .. }) => {
            listed(Access::CreateOnly, row, "create-table")
        }
        (Some(fact), Mentions { shown: true, .. }) if !key => {
            Fact { value: Access::CreateOnly, span: fact.span, rule: "create-example" }
        }
        (Some(fact), _) => Fact { value: Access::ReadOnly, span: fact.span, rule: fact.rule },
        _ if key => Fact { value: Access::CreateOnly, span: field.span, rule: "key" },
        _ => stated
            .filter(|fact| fact.value == Mutability::CreateOnly)
            .map(|fact| Fact { value: Access::CreateOnly, span: fact.span, rule: fact.rule })
            .unwrap_or_else(|| unstated(field.span)),
    }
}

fn narrow(field: &mut Property, row: Option<&PropertyFacts>, required: Option<&Fact<String>>) {
    if field.access.value != Access::Writable || field.ty.value.collection {
        return;
    }
    let nullable = row.and_then(nullable).or_else(|| field.nullable.clone());
    let access = match (&nullable, required) {
        (Some(stated), _) if stated.value => return,
        (Some(stated), _) => (stated.span, stated.rule),
        (None, Some(asked)) => (asked.span, asked.rule),
        (None, None) => return,
    };
    field.access = Fact { value: Access::NotNull, span: access.0, rule: access.1 };
}

fn nullable(row: &PropertyFacts) -> Option<Fact<bool>> {
    row.notes.iter().find_map(|note| match note.value {
        Note::Nullable(value) => Some(Fact { value, span: note.span, rule: note.rule }),
        _ => None,
    })
}

/// The report for a property that one page lets the client write and another does not.
fn conflict(field: &Property, mentions: &Mentions<'_>) -> Option<Diagnostic> {
    let stated = field.mutability.as_ref()?;
    let (row, what) = match (stated.value, mentions) {
        (Mutability::ReadOnly | Mutability::CreateOnly, Mentions { updated: Some(row), .. }) => {
            (row, "changes")
        }
        (Mutability::ReadOnly, Mentions { created: Some(row), .. }) => (row, "creates"),
        _ => return None,
    };
    let message = format!("`{}` is listed for a call that {what} the object", row.name.value);
    let stated = match stated.value {
        Mutability::CreateOnly => "set once",
        _ => "read-only",
    };
    Some(
        Diagnostic::note("conflicting-access", row.name.span, message)
            .label(format!("the page of the type says that it is {stated}"))
            .help("the list counts: a client may write the property there"),
    )
}
