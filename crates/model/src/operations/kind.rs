//! What an operation does, and the name of its method.
//!
//! Reads the method, what the path addresses and what the page says of the response. Two operations of one
//! node differ in their HTTP method and so in their names.

use super::shapes::{Shape, is_delta};
use super::stated::{Content, Stated};
use crate::types::simple_name;
use crate::{ItemType, Method, OperationKind, PathSegment, Role, Scalar};

/// The kind of an operation on a node of this `shape`, reached by `segment`.
pub(super) fn kind(
    method: Method,
    segment: &PathSegment,
    shape: &Shape,
    stated: &Stated,
) -> OperationKind {
    match shape.role {
        Role::Reference => OperationKind::Reference,
        Role::Count => OperationKind::Count,
        _ if method == Method::Delete => OperationKind::Delete,
        Role::Media => OperationKind::Media,
        Role::Operation => match method {
            Method::Get if leads_to_delta(segment) => OperationKind::Delta,
            Method::Get => OperationKind::Function,
            Method::Post | Method::Patch | Method::Put => OperationKind::Action,
            _ => plain(method, shape, stated),
        },
        Role::Documented | Role::Inferred if is_stream(shape) => OperationKind::Media,
        Role::Documented | Role::Inferred => plain(method, shape, stated),
    }
}

fn plain(method: Method, shape: &Shape, stated: &Stated) -> OperationKind {
    let collection = shape.value.as_ref().is_some_and(|value| value.collection);
    match method {
        Method::Get | Method::Head | Method::Options => {
            if collection || (shape.value.is_none() && says_collection(stated)) {
                OperationKind::List
            } else {
                OperationKind::Get
            }
        }
        Method::Post => {
            if collection || creates(stated) {
                OperationKind::Create
            } else {
                OperationKind::Action
            }
        }
        Method::Patch => OperationKind::Update,
        Method::Put => OperationKind::Replace,
        Method::Delete => OperationKind::Delete,
    }
}

fn leads_to_delta(segment: &PathSegment) -> bool {
    match segment {
        PathSegment::Literal(name) | PathSegment::Function { name, .. } => {
            is_delta(simple_name(name))
        }
        _ => false,
    }
}

fn is_stream(shape: &Shape) -> bool {
    shape.value.as_ref().is_some_and(|value| value.item == ItemType::Scalar(Scalar::Stream))
}

fn says_collection(stated: &Stated) -> bool {
    matches!(
        stated.content(),
        Some(Content::Typed { collection: true, .. } | Content::Json { collection: true })
    )
}

fn creates(stated: &Stated) -> bool {
    stated.statuses.contains(&201)
}

/// The Rust method: `users().by_id(id).messages().list()`.
pub(super) fn rust_name(method: Method, kind: OperationKind, is_collection: bool) -> &'static str {
    match (method, kind) {
        (Method::Get, OperationKind::List) => "list",
        (Method::Get, OperationKind::Reference) if is_collection => "list",
        (Method::Get, _) => "get",
        (Method::Post, OperationKind::Create) => "create",
        (Method::Post, OperationKind::Reference) => "add",
        (Method::Post, _) => "post",
        (Method::Put, OperationKind::Reference) => "set",
        (Method::Put, _) => "put",
        (Method::Patch, _) => "update",
        (Method::Delete, OperationKind::Reference) => "remove",
        (Method::Delete, _) => "delete",
        (Method::Head, _) => "head_request",
        (Method::Options, _) => "options_request",
    }
}
