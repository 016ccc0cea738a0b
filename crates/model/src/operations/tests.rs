//! Fragments of facts to operations, as one reads them.

mod bodies;
mod build;
mod grafts;
mod kept;
mod keys;
mod names;
mod paths;
mod responses;
mod routes;

use diag::{Diagnostic, Sources, render};
use facts::PageFacts;

use build::Doc;

use crate::{
    Api, BodyContent, ItemType, Operation, Parameter, Property, ResponseContent, ValueType,
};

/// One operation per paragraph: what it does, its routes, what goes in and comes out; then what was
/// reported.
fn operations(pages: Vec<Doc>) -> String {
    let sources = Sources::default();
    let (api, diagnostics) = built(pages, &sources);
    let shown = api.operations.iter().map(|operation| paragraph(operation, &api));
    let reported = diagnostics.iter().map(|diagnostic| render(diagnostic, &sources));
    shown.chain(reported).collect::<Vec<String>>().join("\n")
}

/// The model alone.
fn api(pages: Vec<Doc>) -> Api {
    built(pages, &Sources::default()).0
}

fn built(pages: Vec<Doc>, sources: &Sources) -> (Api, Vec<Diagnostic>) {
    let pages: Vec<PageFacts> = pages.into_iter().map(|page| page.0).collect();
    let built = crate::build(&pages, &build::options(sources), &crate::Select::default());
    (built.api, built.diagnostics)
}

fn paragraph(operation: &Operation, api: &Api) -> String {
    let mut lines: Vec<String> = operation
        .routes
        .iter()
        .map(|route| {
            let node = &api.nodes[route.node.0];
            format!(
                "{:?} {} .{}.{}()",
                operation.method, route.template, node.accessor, operation.rust_name
            )
        })
        .collect();
    let body = operation.body.as_ref().map_or(String::new(), |body| content(&body.content) + " ");
    lines.push(format!("    {:?} {body}-> {}", operation.kind, returned(operation)));
    let parameters = operation.headers.iter().chain(&operation.query);
    lines.extend(parameters.map(|it| format!("    {}", parameter(it))));
    lines.extend(
        operation.query_options.iter().map(|names| format!("    options {}", names.join(" "))),
    );
    lines.push(format!("    {} of {}", operation.file.join("/"), operation.pages.join(", ")));
    lines.join("\n")
}

fn returned(operation: &Operation) -> String {
    let statuses: Vec<String> = operation.response.statuses.iter().map(u16::to_string).collect();
    let content = match &operation.response.content {
        ResponseContent::Empty => "nothing".to_owned(),
        ResponseContent::Value(item) => name(item),
        ResponseContent::Wrapped(item) => format!("{{{}}}", name(item)),
        ResponseContent::Collection(item) => format!("{}[]", name(item)),
        ResponseContent::Stream => "stream".to_owned(),
        ResponseContent::Untyped => "any".to_owned(),
    };
    format!("{} {content} ({})", statuses.join(" "), operation.response.rule)
}

fn content(content: &BodyContent) -> String {
    match content {
        BodyContent::Value(value) => typed(value),
        BodyContent::Parameters { rust_name, fields } => {
            let fields: Vec<String> = fields.iter().map(field).collect();
            format!("{rust_name} {{ {} }}", fields.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn field(field: &Property) -> String {
    format!("{}: {}", field.rust_name, typed(&field.ty.value))
}

fn parameter(parameter: &Parameter) -> String {
    let mark = if parameter.required { "" } else { "?" };
    format!("{} {}{mark}: {}", parameter.wire_name, parameter.rust_name, typed(&parameter.ty))
}

fn typed(value: &ValueType) -> String {
    format!("{}{}", name(&value.item), if value.collection { "[]" } else { "" })
}

fn name(item: &ItemType) -> String {
    match item {
        ItemType::Scalar(scalar) => format!("{scalar:?}"),
        ItemType::Enum(name) | ItemType::Struct(name) => name.name.clone(),
        ItemType::Untyped => "any".to_owned(),
    }
}
