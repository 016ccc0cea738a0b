//! How values lie in structs, and what bodies are to the service.
//!
//! Both depend on which types there are, so that they are decided last, and again after a selection.

use std::collections::BTreeMap;

use crate::api::{
    Api, Body, BodyContent, Change, ItemType, Method, OperationKind, Property, PropertyKind,
    QualifiedName, ValueType,
};

/// Structured types that are structs in Rust, and whether an enum holds their values.
type Structs = BTreeMap<QualifiedName, bool>;

/// Decides both for everything in `api`.
pub(crate) fn assign(api: &mut Api) {
    let structs = api.structs.iter().filter(|item| !item.is_json);
    let structs: Structs =
        structs.map(|item| (item.name.clone(), item.polymorphic.is_some())).collect();
    for field in api.structs.iter_mut().flat_map(|item| &mut item.fields) {
        field.boxed = is_boxed(field, &structs);
    }
    for operation in &mut api.operations {
        let (method, kind) = (operation.method, operation.kind);
        if let Some(body) = &mut operation.body {
            body.change = change(method, kind, body, &structs);
            if let BodyContent::Parameters { fields, .. } = &mut body.content {
                for field in fields {
                    field.boxed = is_boxed(field, &structs);
                }
            }
        }
    }
}

/// Objects are boxed: a type may hold itself, a struct does not grow with what it holds, and no page can
/// change the type of a field on another one. An enum over derived types is a pointer already.
/// Collections are boxed where they are relationships, which are rarely there.
fn is_boxed(property: &Property, structs: &Structs) -> bool {
    let ValueType { item, collection } = &property.ty.value;
    match item {
        _ if *collection => property.kind == PropertyKind::Navigation,
        ItemType::Struct(name) => structs.get(name) == Some(&false),
        _ => false,
    }
}

fn change(method: Method, kind: OperationKind, body: &Body, structs: &Structs) -> Option<Change> {
    let is_object = match &body.content {
        BodyContent::Parameters { .. } => {
            return (method == Method::Patch).then_some(Change::Update);
        }
        BodyContent::Value(ValueType { item: ItemType::Struct(name), collection: false }) => {
            structs.contains_key(name)
        }
        _ => false,
    };
    match kind {
        _ if !is_object => None,
        _ if method == Method::Patch => Some(Change::Update),
        OperationKind::Create | OperationKind::Replace => Some(Change::Create),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
