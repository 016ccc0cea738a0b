//! Request bodies and success responses.

use model::{
    Body, BodyContent, ItemType, Operation, OperationKind, Property, ResponseContent, ValueType,
};

use crate::json::Object;

use super::schemas::property_schema;
use super::values::{Values, link};

pub(super) fn request_body(body: &Body, values: &Values) -> Object {
    let content = match &body.content {
        BodyContent::Value(ty) => json(values.value(ty)),
        BodyContent::Parameters { fields, .. } => json(parameters_schema(fields, values)),
        BodyContent::Reference => json(reference_schema()),
        BodyContent::Binary(media_type) => binary(media_type),
        BodyContent::Untyped => json(Object::new()),
    };
    Object::new().with("required", true).with("content", content)
}

fn parameters_schema(fields: &[Property], values: &Values) -> Object {
    let is_required =
        |field: &&Property| field.required.as_ref().is_some_and(|stated| stated.value);
    let required: Vec<String> =
        fields.iter().filter(is_required).map(|field| field.wire_name.clone()).collect();
    let properties = fields.iter().fold(Object::new(), |properties, field| {
        properties.with(&field.wire_name, property_schema(field, false, values))
    });
    Object::new()
        .with("type", "object")
        .with("properties", properties)
        .with_list("required", required)
}

fn reference_schema() -> Object {
    Object::new()
        .with("type", "object")
        .with("properties", Object::new().with("@odata.id", link()))
        .with("required", vec!["@odata.id"])
}

/// Responses by status: success with its content, redirects with their header.
pub(super) fn responses(operation: &Operation, values: &Values) -> Object {
    let response = &operation.response;
    let held = content(&response.content, operation.kind, values);
    // Bytes behind a redirect do not come with the status of another form.
    let redirected = response.content == ResponseContent::Stream
        && response.statuses.iter().any(|status| (300..400).contains(status));
    let with_others = |status: u16| {
        let others = response.alternatives.iter().filter(|it| it.statuses.contains(&status));
        let others = others.filter_map(|it| content(&it.content, operation.kind, values));
        let mut all: Vec<Object> = others.collect();
        if all.is_empty() || !redirected {
            all.extend(held.clone());
        }
        let members = all.into_iter().flat_map(Object::into_members);
        members.fold(None, |all: Option<Object>, (media, it)| {
            Some(all.unwrap_or_default().with(&media, it))
        })
    };
    let is_success = |status: &u16| (200..300).contains(status);
    let redirects = response.statuses.iter().filter(|status| (300..400).contains(*status));
    let responses = redirects.fold(Object::new(), |responses, status| {
        responses.with(&status.to_string(), redirect(*status))
    });
    if !response.statuses.iter().any(is_success) {
        let success = Object::new().with("description", "Success");
        return responses.with("2XX", success.with_some("content", held));
    }
    response.statuses.iter().filter(|status| is_success(status)).fold(
        responses,
        |responses, status| {
            responses.with(&status.to_string(), success(*status, with_others(*status)))
        },
    )
}

fn success(status: u16, held: Option<Object>) -> Object {
    let held = held.filter(|_| !matches!(status, 204 | 205));
    Object::new().with("description", reason(status)).with_some("content", held)
}

fn redirect(status: u16) -> Object {
    let location = Object::new().with("schema", link());
    Object::new()
        .with("description", reason(status))
        .with("headers", Object::new().with("Location", location))
}

fn content(content: &ResponseContent, kind: OperationKind, values: &Values) -> Option<Object> {
    match content {
        ResponseContent::Empty => None,
        ResponseContent::Value(item) => Some(json(values.item(item))),
        ResponseContent::Wrapped(item) => Some(json(wrapped(values.item(item)))),
        ResponseContent::Collection(item) => Some(json(page_of(item, kind, values))),
        ResponseContent::Stream => Some(binary(BodyContent::UNSTATED_BYTES)),
        ResponseContent::Untyped => Some(json(Object::new())),
    }
}

/// A scalar or enumeration travels in an object.
fn wrapped(value: Object) -> Object {
    Object::new().with("type", "object").with("properties", Object::new().with("value", value))
}

fn page_of(item: &ItemType, kind: OperationKind, values: &Values) -> Object {
    let items = values.value(&ValueType { item: item.clone(), collection: true });
    let properties = Object::new()
        .with("value", items)
        .with("@odata.nextLink", link())
        .with_some("@odata.deltaLink", (kind == OperationKind::Delta).then(link));
    Object::new().with("type", "object").with("properties", properties)
}

fn json(schema: Object) -> Object {
    Object::new().with("application/json", Object::new().with("schema", schema))
}

fn binary(media_type: &str) -> Object {
    let schema = Object::new().with("type", "string").with("format", "binary");
    Object::new().with(media_type, Object::new().with("schema", schema))
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        300..400 => "Redirect",
        _ => "Success",
    }
}
