//! What an operation returns.
//!
//! The precedence, for reading, creating and changing what a path addresses:
//! 1. What HTTP and OData fix: `$ref` and `DELETE` return nothing unless a sentence names a type, `$count`
//!    a number, `$value` bytes.
//! 2. The page's sentence, its annotation, its JSON body, in this order (`stated`).
//! 3. The path corrects them where its types are documented: whether one or many come back, and when a page
//!    names a base of the addressed type or a type derived from it. A page that names an unrelated type
//!    keeps it, with a report.
//!
//! Operations that the path only names (actions, functions) return what the page says.

use diag::Diagnostic;

use super::lineage::are_kin;
use super::shapes::{Role, Shape};
use super::stated::{Content, Stated};
use crate::types::TypeIndex;
use crate::{ItemType, Method, OperationKind, Response, ResponseContent, Scalar, ValueType};

/// The response of an operation of `kind` at a place of this `shape`.
pub(super) fn response(
    method: Method,
    kind: OperationKind,
    shape: &Shape,
    stated: &Stated,
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> Response {
    let content = match kind {
        OperationKind::Count => ResponseContent::Value(ItemType::Scalar(Scalar::Int32)),
        OperationKind::Media if method == Method::Get => ResponseContent::Stream,
        OperationKind::Reference if method == Method::Get => reference(shape, stated),
        OperationKind::Reference => ResponseContent::Empty,
        OperationKind::Delete => deleted(stated),
        OperationKind::Action | OperationKind::Function | OperationKind::Media => plain(stated),
        OperationKind::Delta => delta(shape, stated),
        OperationKind::List
        | OperationKind::Get
        | OperationKind::Create
        | OperationKind::Update
        | OperationKind::Replace => addressed(method, shape, stated, types, diagnostics),
    };
    Response { statuses: stated.statuses.clone(), content, span: stated.span, rule: stated.rule }
}

/// What the page says, and nothing else. A success without a word about content has none.
fn plain(stated: &Stated) -> ResponseContent {
    match &stated.content {
        Some(Content::Typed { items, collection }) => value(&items[0], *collection),
        Some(Content::Stream) => ResponseContent::Stream,
        Some(Content::Json { .. }) => ResponseContent::Untyped,
        Some(Content::Empty) | None => ResponseContent::Empty,
    }
}

fn deleted(stated: &Stated) -> ResponseContent {
    match &stated.content {
        Some(Content::Typed { .. }) => plain(stated),
        _ => ResponseContent::Empty,
    }
}

fn reference(shape: &Shape, stated: &Stated) -> ResponseContent {
    match (&stated.content, &shape.value) {
        (Some(Content::Typed { .. }), _) => plain(stated),
        (_, Some(found)) => value(&found.item, found.collection),
        (_, None) => ResponseContent::Untyped,
    }
}

/// Changes come as a collection, whatever words the page uses.
fn delta(shape: &Shape, stated: &Stated) -> ResponseContent {
    match (&stated.content, &shape.value) {
        (Some(Content::Typed { items, .. }), _) => ResponseContent::Collection(items[0].clone()),
        (_, Some(found)) => ResponseContent::Collection(found.item.clone()),
        (_, None) => ResponseContent::Untyped,
    }
}

/// What reading, creating or changing the addressed thing returns.
fn addressed(
    method: Method,
    shape: &Shape,
    stated: &Stated,
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> ResponseContent {
    let reads = method == Method::Get;
    let several = |said: bool| reads && shape.value.as_ref().map_or(said, |value| value.collection);
    match (&stated.content, &shape.value) {
        (Some(Content::Empty), _) if !reads => ResponseContent::Empty,
        (Some(Content::Stream), _) => ResponseContent::Stream,
        (Some(Content::Typed { items, collection }), Some(found)) => {
            let item = reconcile(items, found, shape.role, stated, types, diagnostics);
            value(item, several(*collection))
        }
        (Some(Content::Typed { items, collection }), None) => {
            value(&items[0], several(*collection))
        }
        (Some(Content::Json { .. }), Some(found)) => value(&found.item, several(false)),
        (_, Some(found)) if reads => value(&found.item, found.collection),
        (Some(Content::Json { .. }), None) => ResponseContent::Untyped,
        (None, Some(found)) if method == Method::Post => value(&found.item, false),
        (_, None) if reads => ResponseContent::Untyped,
        (Some(Content::Empty) | None, _) => ResponseContent::Empty,
    }
}

/// The stated type, unless the path leads to a relative of it.
fn reconcile<'s>(
    items: &'s [ItemType],
    found: &'s ValueType,
    role: Role,
    stated: &Stated,
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> &'s ItemType {
    if items.iter().any(|item| are_kin(item, &found.item, types)) {
        return &found.item;
    }
    if role == Role::Documented {
        diagnostics.push(
            Diagnostic::warning(
                "conflicting-response",
                stated.span,
                format!(
                    "the page says it returns {}, the path leads to {}",
                    name(&items[0]),
                    name(&found.item)
                ),
            )
            .help("the page is believed; correct it or the type that the path passes"),
        );
    }
    &items[0]
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
        item => ResponseContent::Value(item.clone()),
    }
}
