//! The items of paths and operations.

use model::{Api, Change, NodeId, Operation, PathNode};

use super::{Form, Item, Parameter, Subject, models};
use crate::names::Names;
use crate::operations::{body_parameters, signature};
use crate::paths::below_paths;
use crate::{entries, types};

pub(super) fn push(items: &mut Vec<Item>, api: &Api, names: &Names<'_>) {
    if !api.nodes.is_empty() {
        items.extend(root());
    }
    items.extend(api.nodes.iter().flat_map(|node| path_node(api, node)));
    for operation in &api.operations {
        of_operation(items, api, operation, names);
    }
}

fn root() -> [Item; 4] {
    let item = |path: &str, form| Item::new(path, Subject::Root, form);
    let function = |returns: &str, parameters| Form::Function {
        parameters,
        returns: returns.to_owned(),
        call: None,
    };
    let names = Parameter { name: "names".to_owned(), ty: "rt::filter::TypeNames".to_owned() };
    [
        item("Api", Form::Struct),
        item("Api::BASE_URL", Form::Static),
        item("Api::with_type_names", function("Self", vec![names])),
        item("api", function("Api", Vec::new())),
    ]
}

/// The struct of a node, and the method of its parent that leads there.
fn path_node(api: &Api, node: &PathNode) -> [Item; 2] {
    let item = |path: String, form| {
        Item::new(path, Subject::Path(node.template.clone()), form).gated(&node.gate)
    };
    let own = format!("paths::{}", below_paths(node));
    let above = node.parent.map_or_else(
        || "Api".to_owned(),
        |parent| format!("paths::{}", below_paths(&api.nodes[parent.0])),
    );
    let parameters = node.segment.parameters().iter().filter(|it| it.fixed.is_none());
    let parameter = |it: &model::PathParameter| Parameter {
        name: it.rust_name.clone(),
        ty: types::argument_type(it.ty).to_string(),
    };
    let accessor = Form::Function {
        parameters: parameters.map(parameter).collect(),
        returns: own.clone(),
        call: Some(call(api, node.parent, &node.accessor)),
    };
    let leads = item(format!("{above}::{}", node.accessor), accessor);
    [item(own, Form::Struct), leads]
}

/// `users().by_id(…).get`
fn call(api: &Api, above: Option<NodeId>, method: &str) -> String {
    let way = above.map(|node| format!("{}.", entries::way(api, node)));
    way.unwrap_or_default() + method
}

fn of_operation(items: &mut Vec<Item>, api: &Api, operation: &Operation, names: &Names<'_>) {
    let item = |path: String, form| {
        let subject = Subject::Operation(operation.constant.clone());
        Item::new(path, subject, form).gated(&operation.gate)
    };
    items.push(item(format!("operations::{}", operation.constant), Form::Static));
    if let Some((name, fields)) = body_parameters(operation) {
        let at = format!("operations::{name}");
        items.push(item(at.clone(), Form::Struct));
        let change = operation.body.as_ref().and_then(|body| body.change);
        let has_constants = change == Some(Change::Update);
        models::body_fields(items, &at, &operation.constant, fields, has_constants, names);
    }
    let signature = signature::of(operation, names);
    let parameter =
        |it: &signature::Argument| Parameter { name: it.name.to_string(), ty: it.ty.to_string() };
    let parameters: Vec<Parameter> = signature.arguments.iter().map(parameter).collect();
    let returns = signature.response.to_string();
    for route in &operation.routes {
        let node = &api.nodes[route.node.0];
        let form = Form::Function {
            parameters: parameters.clone(),
            returns: returns.clone(),
            call: Some(call(api, Some(route.node), &operation.rust_name)),
        };
        let path = format!("paths::{}::{}", below_paths(node), operation.rust_name);
        items.push(item(path, form).deprecated(operation.deprecated.as_ref()));
    }
}
