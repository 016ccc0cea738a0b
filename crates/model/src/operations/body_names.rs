//! Names of the structs that hold an operation's parameters.
//!
//! `UserSendMailBody`: the type that the operation is bound to, the operation, `Body`.

use diag::Diagnostic;

use super::placeholders::singular;
use crate::names::{Wish, distinct, type_name};
use crate::types::simple_name;
use crate::{
    BodyContent, ItemType, NodeId, Operation, OperationKind, PathNode, PathSegment, Shape,
};

/// Names the structs of all `operations`, all different.
pub(super) fn name_bodies(
    operations: &mut [Operation],
    nodes: &[PathNode],
    shapes: &[Shape],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let wishes: Vec<Wish> = operations
        .iter()
        .filter(|operation| has_parameters(operation))
        .map(|operation| Wish {
            rust: wanted(operation, nodes, shapes),
            wire: operation.routes[0].template.clone(),
            span: operation.span,
        })
        .collect();
    let mut names = distinct(&wishes, diagnostics).into_iter();
    for body in operations.iter_mut().filter_map(|operation| operation.body.as_mut()) {
        if let BodyContent::Parameters { rust_name, .. } = &mut body.content {
            *rust_name = names.next().expect("there is one name for each struct of parameters");
        }
    }
}

fn has_parameters(operation: &Operation) -> bool {
    let content = operation.body.as_ref().map(|body| &body.content);
    matches!(content, Some(BodyContent::Parameters { .. }))
}

fn wanted(operation: &Operation, nodes: &[PathNode], shapes: &[Shape]) -> String {
    let node = operation.routes[0].node;
    let (owner, verb) = match operation.kind {
        OperationKind::Create => (node, "create".to_owned()),
        OperationKind::Update => (node, "update".to_owned()),
        OperationKind::Replace => (node, "replace".to_owned()),
        _ => (nodes[node.0].parent.unwrap_or(node), noun(node, nodes)),
    };
    let owner = match shapes[owner.0].value.as_ref().map(|value| &value.item) {
        Some(ItemType::Struct(name)) => name.name.clone(),
        _ => singular(&noun(owner, nodes)),
    };
    let owner = if owner.eq_ignore_ascii_case(&verb) { String::new() } else { owner };
    type_name(&format!("{owner} {verb} body"))
}

/// The nearest literal or function name at or above a node.
pub(super) fn noun(node: NodeId, nodes: &[PathNode]) -> String {
    let mut at = Some(node);
    while let Some(id) = at {
        if let PathSegment::Literal(name) | PathSegment::Function { name, .. } =
            &nodes[id.0].segment
        {
            return simple_name(name).trim_start_matches('$').to_owned();
        }
        at = nodes[id.0].parent;
    }
    String::new()
}
