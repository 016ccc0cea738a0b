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

use diag::{Diagnostic, codes};
use facts::{Fact, Note, PropertyFacts};

use super::statements::{Sending, says};
use crate::types::{Field, Structure, TypeId, find, nullable};
use crate::{Access, Constructor, Mutability, OperationKind};

/// Decides for all fields of a type, of which `stated` speak.
pub(super) fn decide(
    id: TypeId,
    item: &Structure<'_>,
    stated: &[&Sending<'_>],
) -> (Vec<Fact<Access>>, Vec<Diagnostic>) {
    let mut conflicts = Vec::new();
    let decided = item.fields.iter().map(|field| {
        let key = item.is_key(field.wire_name);
        let mentions = Mentions::new(field, key, stated);
        if field.owner == Some(id) && !key {
            conflicts.extend(conflict(field, &mentions, stated));
        }
        access(field, key, &mentions)
    });
    (decided.collect(), conflicts)
}

/// The same without clearing where a property always has a value.
pub(super) fn narrowed(
    item: &Structure<'_>,
    decided: Vec<Fact<Access>>,
    stated: &[&Sending<'_>],
    constructor: Option<&Constructor>,
) -> Vec<Fact<Access>> {
    let narrowed = item.fields.iter().zip(decided).map(|(field, access)| {
        let updated = Mentions::new(field, item.is_key(field.wire_name), stated).updated;
        let asked = constructor.and_then(|it| it.asks_for(field.wire_name));
        narrow(field, access, updated, asked)
    });
    narrowed.collect()
}

/// A parameter of a call is there to be given.
pub(crate) fn parameter(field: &Field<'_>) -> Fact<Access> {
    narrow(field, unstated(field), None, None)
}

/// Writable, as everything is of which the docs say nothing.
fn unstated(field: &Field<'_>) -> Fact<Access> {
    Fact::new(Access::Writable, field.span(), "unstated")
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
    fn new(field: &Field<'_>, key: bool, stated: &[&Sending<'a>]) -> Self {
        let listed = |update: bool| {
            let pages = stated.iter().filter(|it| (it.kind == OperationKind::Update) == update);
            let pages = pages.filter(|it| !key || it.gives(field.wire_name));
            let mut rows = pages.filter_map(|it| it.row(field.wire_name));
            rows.find(|row| !(says(row, &Note::ReadOnly) || update && says(row, &Note::CreateOnly)))
        };
        let creating = stated.iter().filter(|it| it.kind != OperationKind::Update);
        Self {
            updated: listed(true),
            created: listed(false),
            shown: creating.into_iter().any(|it| it.shows(field.wire_name)),
        }
    }
}

fn access(field: &Field<'_>, key: bool, mentions: &Mentions<'_>) -> Fact<Access> {
    let stated = field.mutability();
    let read_only = stated.as_ref().filter(|fact| fact.value == Mutability::ReadOnly);
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
        _ if key => Fact { value: Access::CreateOnly, span: field.span(), rule: "key" },
        _ => stated
            .filter(|fact| fact.value == Mutability::CreateOnly)
            .map(|fact| Fact { value: Access::CreateOnly, span: fact.span, rule: fact.rule })
            .unwrap_or_else(|| unstated(field)),
    }
}

fn narrow(
    field: &Field<'_>,
    access: Fact<Access>,
    row: Option<&PropertyFacts>,
    required: Option<&Fact<String>>,
) -> Fact<Access> {
    if access.value != Access::Writable || field.ty.value.collection {
        return access;
    }
    let nullable = row.and_then(|row| find(row, nullable)).or_else(|| field.nullable());
    match (nullable, required) {
        (Some(stated), _) if stated.value => access,
        (Some(stated), _) => Fact::new(Access::NotNull, stated.span, stated.rule),
        (None, Some(asked)) => Fact::new(Access::NotNull, asked.span, asked.rule),
        (None, None) => access,
    }
}

/// The report of a note that a list outweighs.
fn conflict(
    field: &Field<'_>,
    mentions: &Mentions<'_>,
    pages: &[&Sending<'_>],
) -> Option<Diagnostic> {
    let stated = field.mutability()?;
    let (row, what) = match (stated.value, mentions) {
        (Mutability::ReadOnly | Mutability::CreateOnly, Mentions { updated: Some(row), .. }) => {
            (row, "changes")
        }
        (Mutability::ReadOnly, Mentions { created: Some(row), .. }) => (row, "creates"),
        _ => return None,
    };
    let name = &row.name.value;
    let lists =
        |page: &&&Sending<'_>| page.row(name).is_some_and(|it| it.name.span == row.name.span);
    let page = pages.iter().find(lists)?.page;
    let said = match stated.value {
        Mutability::CreateOnly => "set once",
        _ => "read-only",
    };
    let message =
        format!("`{name}` is {said} here, but `{page}` lists it for a call that {what} the object");
    Some(
        Diagnostic::new(codes::CONFLICTING_ACCESS, stated.span, message)
            .help("the list counts: a client may write the property there"),
    )
}
