//! Operation objects: names, words, parameters and permissions.

use std::collections::BTreeSet;

use model::{Api, FurtherPage, ItemType, Operation, Parameter, Permissions, Route};
use serde_json::{Value, json};

use super::content::{request_body, responses};
use super::schemas::with_docs;
use super::values::Values;
use crate::json::Object;
use crate::paths::ancestry;

pub(super) fn operation(
    api: &Api,
    values: &Values,
    operation: &Operation,
    route: &Route,
) -> Object {
    let body = operation.body.as_ref();
    let object = Object::new()
        .with("operationId", operation_id(api, operation, route))
        .with_text("summary", &operation.title)
        .with_list("tags", tag(route).into_iter().collect::<Vec<_>>());
    with_docs(object, &operation.docs, operation.deprecated.as_ref())
        .with_list("parameters", parameters(operation, values))
        .with_some("requestBody", body.map(|body| request_body(body, values)))
        .with("responses", responses(operation, values))
        .with("x-operation-kind", json!(operation.kind))
        .with_list(
            "x-ms-permissions",
            operation.permissions.iter().map(permissions).collect::<Vec<_>>(),
        )
        .with_list("x-national-clouds", operation.clouds.clone())
        .with_some("x-preview", operation.preview.then_some(true))
        .with_some("x-documented-query", route.query.as_deref())
        .with_list("x-further-queries", route.further_queries.clone())
        .with_list("x-documented-in", operation.pages.clone())
        .with_list("x-further-pages", further(api, operation))
}

/// A further operation that OpenAPI cannot tell from the first one at its path.
pub(super) fn alternative(values: &Values, operation: &Operation, route: &Route) -> Object {
    let body = operation.body.as_ref();
    Object::new()
        .with("summary", operation.title.as_str())
        .with_some("x-documented-query", route.query.as_deref())
        .with_some("requestBody", body.map(|body| request_body(body, values)))
        .with("responses", responses(operation, values))
        .with("x-operation-kind", json!(operation.kind))
        .with_list("x-documented-in", operation.pages.clone())
}

/// What pages say of it that speak for no operation.
fn further(api: &Api, operation: &Operation) -> Vec<Object> {
    let of_operation =
        api.further.iter().filter(|page| page.operations.contains(&operation.constant));
    let object = |page: &FurtherPage| {
        let object =
            Object::new().with("page", page.page.as_str()).with_text("summary", &page.title);
        with_docs(object, &page.docs, page.deprecated.as_ref()).with_list(
            "x-ms-permissions",
            page.permissions.iter().map(permissions).collect::<Vec<_>>(),
        )
    };
    of_operation.map(object).collect()
}

/// The calls that lead to the operation in Rust, which are unique: `users.by_id.messages.list`.
fn operation_id(api: &Api, operation: &Operation, route: &Route) -> String {
    let nodes = ancestry(api, route.node);
    let accessors = nodes.iter().map(|node| node.accessor.as_str());
    let calls: Vec<&str> = accessors
        .chain([operation.rust_name.as_str()])
        .map(|name| name.trim_start_matches("r#"))
        .collect();
    calls.join(".")
}

/// The first segment of the path.
fn tag(route: &Route) -> Option<String> {
    let first = route.template.split('/').find(|segment| !segment.is_empty())?;
    let end = first.find(['(', ':']).unwrap_or(first.len());
    Some(first[..end].to_owned())
}

fn parameters(operation: &Operation, values: &Values) -> Vec<Object> {
    let mut seen = BTreeSet::new();
    let options = operation.query_options.iter().flatten();
    let options = options.map(|name| (("query", name.to_lowercase()), query_option(name)));
    let query = operation.query.iter().map(|it| parameter_entry("query", it, values));
    let headers = operation.headers.iter().map(|it| parameter_entry("header", it, values));
    let shown = operation.eventual.is_some().then(consistency_level);
    options
        .chain(query)
        .chain(headers)
        .chain(shown)
        .filter(|(key, _)| seen.insert(key.clone()))
        .map(|(_, object)| object)
        .collect()
}

/// What a parameter is known by: where it stands, and its name in lower case.
type ParameterKey = (&'static str, String);

/// The header that some pages show in examples only.
fn consistency_level() -> (ParameterKey, Object) {
    let object = Object::new()
        .with("name", "ConsistencyLevel")
        .with("in", "header")
        .with("schema", Object::new().with("type", "string"));
    (("header", "consistencylevel".to_owned()), object)
}

fn parameter_entry(
    place: &'static str,
    parameter: &Parameter,
    values: &Values,
) -> (ParameterKey, Object) {
    let schema = values.value(&parameter.ty);
    let constant = parameter.constant.as_ref().and_then(|text| constant(text, parameter, &schema));
    let schema = schema.with_some("const", constant);
    let object = Object::new()
        .with("name", parameter.wire_name.as_str())
        .with("in", place)
        .with_flag("required", parameter.must_be_sent())
        .with_text("description", &parameter.docs.text.to_string())
        .with("schema", schema);
    ((place, parameter.wire_name.to_lowercase()), object)
}

/// What a constant parameter is in JSON, if that is of its schema.
fn constant(text: &str, parameter: &Parameter, schema: &Object) -> Option<Value> {
    let is_text = Value::from(schema.clone())["type"] == "string";
    match parameter.ty.item {
        _ if parameter.ty.collection => None,
        ItemType::Scalar(_) if !is_text => serde_json::from_str(text).ok(),
        ItemType::Scalar(_) | ItemType::Enum(_) => Some(text.into()),
        _ => None,
    }
}

fn query_option(name: &str) -> Object {
    let text = || Object::new().with("type", "string");
    let object = Object::new().with("name", name).with("in", "query");
    match name {
        "$select" | "$expand" | "$orderby" => object
            .with("explode", false)
            .with("schema", Object::new().with("type", "array").with("items", text())),
        "$top" | "$skip" => {
            object.with("schema", Object::new().with("type", "integer").with("minimum", 0))
        }
        "$count" => object.with("schema", Object::new().with("type", "boolean")),
        _ => object.with("schema", text()),
    }
}

fn permissions(case: &Permissions) -> Value {
    Object::new()
        .with_some("scope", case.scope.as_deref())
        .with_some("delegatedWork", case.delegated_work.clone())
        .with_some("delegatedPersonal", case.delegated_personal.clone())
        .with_some("application", case.application.clone())
        .with_flag("ordered", case.ordered)
        .into()
}
