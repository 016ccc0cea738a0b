//! What an operation returns.
//!
//! The precedence, for reading, creating and changing what a path addresses:
//! 1. What HTTP and OData fix: 204 and 205 have no content, whatever the page shows; `$ref` and `DELETE`
//!    return nothing unless a sentence names a type, `$count` a number, `$value` bytes.
//! 2. The page's sentence, its annotation, its JSON body, in this order (`stated`).
//! 3. The path corrects them: whether one or many come back, and which relative of the type that a page
//!    names. Where every step of the path is a documented property, it also overrules a page that names an
//!    unrelated type, with a report: such pages were copied from others more often than properties were.
//!
//! Operations that the path only names (actions, functions) return what the page says.

use diag::{Diagnostic, Span};

use super::lineage::are_kin;
use super::stated::{Content, Said, Stated};
use crate::types::TypeIndex;
use crate::{
    ItemType, Method, OperationKind, Response, ResponseContent, Role, Scalar, Shape, ValueType,
};

/// What the decision about a response needs.
#[derive(Clone, Copy)]
pub(super) struct Returning<'a> {
    /// The method.
    pub method: Method,
    /// What the operation does.
    pub kind: OperationKind,
    /// What its path addresses.
    pub shape: &'a Shape,
    /// What the page says.
    pub stated: &'a Stated,
    /// All types.
    pub types: &'a TypeIndex,
}

/// The response of an operation.
pub(super) fn response(it: Returning<'_>, diagnostics: &mut Vec<Diagnostic>) -> Response {
    let found = it.shape.value.as_ref();
    let said = it.stated.about(found.map(|value| &value.item), it.types);
    let strongest = it.stated.content();
    let content = match it.kind {
        _ if it.method != Method::Get && it.stated.is_without_content() => ResponseContent::Empty,
        OperationKind::Count => ResponseContent::Value(ItemType::Scalar(Scalar::Int32)),
        OperationKind::Media if it.method == Method::Get => ResponseContent::Stream,
        OperationKind::Reference if it.method == Method::Get => reference(found, strongest),
        OperationKind::Reference => ResponseContent::Empty,
        OperationKind::Delete => deleted(strongest),
        OperationKind::Action | OperationKind::Function | OperationKind::Media => plain(strongest),
        OperationKind::Delta => delta(found, strongest),
        OperationKind::List
        | OperationKind::Get
        | OperationKind::Create
        | OperationKind::Update
        | OperationKind::Replace => addressed(it, said, diagnostics),
    };
    let (span, rule) = it.stated.place(said);
    Response { statuses: it.stated.statuses.clone(), content, span, rule }
}

/// What the page says, and nothing else. A success without a word about content has none.
fn plain(stated: Option<&Content>) -> ResponseContent {
    match stated {
        Some(Content::Typed { items, collection }) => value(&items[0], *collection),
        Some(Content::Stream) => ResponseContent::Stream,
        Some(Content::Json { .. }) => ResponseContent::Untyped,
        Some(Content::Empty) | None => ResponseContent::Empty,
    }
}

fn deleted(stated: Option<&Content>) -> ResponseContent {
    match stated {
        Some(Content::Typed { .. }) => plain(stated),
        _ => ResponseContent::Empty,
    }
}

fn reference(found: Option<&ValueType>, stated: Option<&Content>) -> ResponseContent {
    match (stated, found) {
        (Some(Content::Typed { .. }), _) => plain(stated),
        (_, Some(found)) => value(&found.item, found.collection),
        (_, None) => ResponseContent::Untyped,
    }
}

/// Changes come as a collection, whatever words the page uses.
fn delta(found: Option<&ValueType>, stated: Option<&Content>) -> ResponseContent {
    match (stated, found) {
        (Some(Content::Typed { items, .. }), _) => ResponseContent::Collection(items[0].clone()),
        (_, Some(found)) => ResponseContent::Collection(found.item.clone()),
        (_, None) => ResponseContent::Untyped,
    }
}

/// What reading, creating or changing the addressed thing returns.
fn addressed(
    it: Returning<'_>,
    said: Option<&Said>,
    diagnostics: &mut Vec<Diagnostic>,
) -> ResponseContent {
    let reads = it.method == Method::Get;
    let found = it.shape.value.as_ref();
    let several = |stated: bool| reads && found.map_or(stated, |value| value.collection);
    match (said.map(|said| &said.content), found) {
        (Some(Content::Empty), _) if !reads => ResponseContent::Empty,
        (Some(Content::Stream), _) => ResponseContent::Stream,
        (Some(Content::Typed { items, collection }), Some(found)) => {
            let (span, _) = it.stated.place(said);
            let item = reconcile(items, found, it, span, diagnostics);
            value(item, several(*collection))
        }
        (Some(Content::Typed { items, collection }), None) => {
            value(&items[0], several(*collection))
        }
        (Some(Content::Json { .. }), Some(found)) => value(&found.item, several(false)),
        (_, Some(found)) if reads => value(&found.item, found.collection),
        (Some(Content::Json { .. }), None) => ResponseContent::Untyped,
        (None, Some(found)) if it.method == Method::Post => value(&found.item, false),
        (_, None) if reads => ResponseContent::Untyped,
        (Some(Content::Empty) | None, _) => ResponseContent::Empty,
    }
}

/// The addressed type where the path is documented or the page names a relative of it, else the stated one.
fn reconcile<'s>(
    items: &'s [ItemType],
    found: &'s ValueType,
    it: Returning<'_>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> &'s ItemType {
    if items.iter().any(|item| are_kin(item, &found.item, it.types)) {
        return &found.item;
    }
    if it.shape.role != Role::Documented {
        return &items[0];
    }
    let (said, led) = (name(&items[0]), name(&found.item));
    diagnostics.push(
        Diagnostic::warning(
            "conflicting-response",
            span,
            format!("the page says that {said} is returned, the path leads to {led}"),
        )
        .help("the path is believed; correct the page, or the property that the path passes"),
    );
    &found.item
}

/// Reports the statements that lost against the response of the only operation of their page.
pub(super) fn report_losers(
    response: &Response,
    stated: &Stated,
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(item) = response.content.item() else { return };
    let losers = stated.against(item, types).filter(|(_, span)| *span != response.span);
    diagnostics.extend(losers.map(|(other, span)| {
        let (other, item) = (name(other), name(item));
        Diagnostic::warning(
            "conflicting-response",
            span,
            format!("{other} is stated here, {item} is returned by a stronger statement"),
        )
        .help("a sentence goes before the annotation of an example, that before its JSON")
    }));
}

fn name(item: &ItemType) -> String {
    match item {
        ItemType::Scalar(scalar) => format!("`{scalar:?}`"),
        ItemType::Enum(name) | ItemType::Struct(name) => format!("`{name}`"),
        ItemType::Untyped => "any JSON".to_owned(),
    }
}

fn value(item: &ItemType, collection: bool) -> ResponseContent {
    match item {
        ItemType::Scalar(Scalar::Stream) => ResponseContent::Stream,
        item if collection => ResponseContent::Collection(item.clone()),
        item @ (ItemType::Scalar(_) | ItemType::Enum(_)) => ResponseContent::Wrapped(item.clone()),
        item => ResponseContent::Value(item.clone()),
    }
}
