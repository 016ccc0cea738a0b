//! How values lie in structs, and what bodies are to the service.

use crate::{Change, Method, OperationKind, PropertyKind};

/// What a value of a type is in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A struct.
    Struct,
    /// An enum over structs.
    Family,
    /// Anything else.
    Other,
}

/// Objects are boxed: a type may hold itself, a struct does not grow with what it holds, and no page can
/// change the type of a field on another one. An enum over derived types is a pointer already.
/// Collections are boxed where they are relationships, which are rarely there.
pub(crate) fn is_boxed(form: Form, collection: bool, kind: PropertyKind) -> bool {
    if collection { kind == PropertyKind::Navigation } else { form == Form::Struct }
}

/// What an object in a body is to one that the service keeps; `None` where it keeps none.
pub(crate) fn change_of_object(method: Method, kind: OperationKind) -> Option<Change> {
    match kind {
        _ if method == Method::Patch => Some(Change::Update),
        OperationKind::Create | OperationKind::Replace => Some(Change::Create),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
