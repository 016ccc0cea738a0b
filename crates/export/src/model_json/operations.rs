//! Operations with their routes, bodies, responses and permissions.

use model::{
    Api, Body, BodyContent, Example, Operation, Parameter, PathParameter, PathSegment, Permissions,
    Response, ResponseContent, Route, Shape,
};
use text::Notice;

use crate::json::Object;
use crate::paths::ancestry;
use crate::words;

use super::place::Places;
use super::types::{docs, item_type, property, value_type};

pub(super) fn operation(api: &Api, operation: &Operation, places: &Places) -> Object {
    let all = |parameters: &[Parameter]| -> Vec<Object> {
        parameters.iter().map(|it| parameter(it, places)).collect()
    };
    let routes: Vec<Object> = operation.routes.iter().map(|it| route(api, it, places)).collect();
    let permissions: Vec<Object> =
        operation.permissions.iter().map(|case| permissions(case, places)).collect();
    let examples: Vec<Object> = operation.examples.iter().map(|it| example(it, places)).collect();
    Object::new()
        .with("method", words::method(operation.method))
        .with("kind", words::operation_kind(operation.kind))
        .with("rustName", operation.rust_name.as_str())
        .with("constant", operation.constant.as_str())
        .with("file", format!("{}.rs", operation.file.join("/")))
        .with_text("title", &operation.title)
        .with("routes", routes)
        .with_some("queryOptions", operation.query_options.clone())
        .with_list("query", all(&operation.query))
        .with_list("headers", all(&operation.headers))
        .with_some("body", operation.body.as_ref().map(|it| body(it, places)))
        .with("response", response(&operation.response, places))
        .with_list("permissions", permissions)
        .with_list("examples", examples)
        .with_object("docs", docs(&operation.docs))
        .with_some("deprecated", operation.deprecated.as_ref().map(Notice::as_str))
        .with_text("area", &operation.area)
        .with_list("clouds", operation.clouds.clone())
        .with_some("consistencyLevel", operation.eventual.as_ref().map(|_| true))
        .with_some("preview", operation.preview.then_some(true))
        .with("page", operation.page.as_str())
        .with("pages", operation.pages.clone())
}

fn route(api: &Api, route: &Route, places: &Places) -> Object {
    let nodes = ancestry(api, route.node);
    let segments: Vec<Object> = nodes
        .iter()
        .map(|node| {
            segment(&node.segment)
                .with("accessor", node.accessor.as_str())
                .with("addresses", shape(&node.shape))
        })
        .collect();
    Object::new()
        .with("template", route.template.as_str())
        .with("segments", segments)
        .with_some("query", route.query.as_deref())
        .with_list("furtherQueries", route.further_queries.clone())
        .with("at", places.at(route.span, route.rule))
}

fn shape(shape: &Shape) -> Object {
    Object::new()
        .with("role", words::role(shape.role))
        .with_some("type", shape.value.as_ref().map(value_type))
}

fn segment(segment: &PathSegment) -> Object {
    let all = |parameters: &[PathParameter]| -> Vec<Object> {
        parameters.iter().map(path_parameter).collect()
    };
    match segment {
        PathSegment::Literal(text) => Object::new().with("literal", text.as_str()),
        PathSegment::Key(parameter) => Object::new().with("key", path_parameter(parameter)),
        PathSegment::PositionalKey(parameters) => {
            Object::new().with("positionalKey", all(parameters))
        }
        PathSegment::KeyPredicate(parameters) => {
            Object::new().with("keyPredicate", all(parameters))
        }
        PathSegment::Function { name, parameters } => {
            Object::new().with("function", name.as_str()).with("parameters", all(parameters))
        }
        PathSegment::ItemPath(parameter) => {
            Object::new().with("itemPath", path_parameter(parameter))
        }
    }
}

fn path_parameter(parameter: &PathParameter) -> Object {
    Object::new()
        .with("name", parameter.wire_name.as_str())
        .with("rustName", parameter.rust_name.as_str())
        .with("type", words::scalar(parameter.ty))
        .with_flag("quoted", parameter.quoted)
        .with_text("prefix", &parameter.prefix)
        .with_list("alternatives", parameter.alternatives.clone())
        .with_some("fixed", parameter.fixed.as_deref())
}

fn parameter(parameter: &Parameter, places: &Places) -> Object {
    Object::new()
        .with("name", parameter.wire_name.as_str())
        .with("rustName", parameter.rust_name.as_str())
        .with("type", value_type(&parameter.ty))
        .with_flag("required", parameter.required)
        .with_object("docs", docs(&parameter.docs))
        .with("at", places.at(parameter.span, parameter.rule))
}

fn body(body: &Body, places: &Places) -> Object {
    let content = match &body.content {
        BodyContent::Value(ty) => Object::new().with("holds", "value").with("type", value_type(ty)),
        BodyContent::Parameters { rust_name, fields } => {
            let fields: Vec<Object> = fields.iter().map(|field| property(field, places)).collect();
            Object::new()
                .with("holds", "parameters")
                .with("rustName", rust_name.as_str())
                .with("parameters", fields)
        }
        BodyContent::Reference => Object::new().with("holds", "reference"),
        BodyContent::Binary(media_type) => {
            Object::new().with("holds", "binary").with("mediaType", media_type.as_str())
        }
        BodyContent::Untyped => Object::new().with("holds", "untyped"),
    };
    content.with("at", places.at(body.span, body.rule))
}

fn response(response: &Response, places: &Places) -> Object {
    let holds = match &response.content {
        ResponseContent::Empty => "nothing",
        ResponseContent::Value(_) => "value",
        ResponseContent::Wrapped(_) => "wrapped",
        ResponseContent::Collection(_) => "collection",
        ResponseContent::Stream => "stream",
        ResponseContent::Untyped => "untyped",
    };
    Object::new()
        .with("statuses", response.statuses.clone())
        .with("holds", holds)
        .with_some("type", response.content.item().map(item_type))
        .with("at", places.at(response.span, response.rule))
}

fn permissions(case: &Permissions, places: &Places) -> Object {
    Object::new()
        .with_some("scope", case.scope.as_deref())
        .with_some("delegatedWork", case.delegated_work.clone())
        .with_some("delegatedPersonal", case.delegated_personal.clone())
        .with_some("application", case.application.clone())
        .with_flag("ordered", case.ordered)
        .with("at", places.at(case.span, case.rule))
}

fn example(example: &Example, places: &Places) -> Object {
    let header = |(name, value): &(String, String)| {
        Object::new().with("name", name.as_str()).with("value", value.as_str())
    };
    let response = example.response.as_ref().map(|(status, body)| {
        Object::new().with("status", status.as_str()).with_text("body", body)
    });
    Object::new()
        .with_text("name", &example.name)
        .with("request", example.request.as_str())
        .with_list("headers", example.headers.iter().map(header).collect::<Vec<_>>())
        .with_text("body", &example.body)
        .with_some("response", response)
        .with("at", places.at(example.span, example.rule))
}
