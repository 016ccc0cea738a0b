//! A call as an expression: the way down the path tree, the operation, the query.

use model::examples::{Argument, Call, QueryOption};
use model::{Example, ItemType, Operation, Parameter, Scalar};

use super::{Context, query};
use crate::operations;
use crate::tokens::{ident, string};

/// `api().users().by_id("1").messages().list().top(5)`
pub(super) fn expression(context: Context<'_>, call: &Call<'_>, example: &Example) -> String {
    let mut text = "api()".to_owned();
    for step in &call.steps {
        let node = &context.api.nodes[step.node.0];
        let arguments: Vec<String> = step.arguments.iter().map(argument).collect();
        text.push_str(&format!(".{}({})", ident(&node.accessor), arguments.join(", ")));
    }
    let operation = call.operation;
    let arguments = arguments(context, call, example).join(", ");
    text.push_str(&format!(".{}({arguments})", ident(&operation.rust_name)));
    if let Some(name) = call.of_type.as_ref().and_then(|name| context.names.get(name)) {
        text.push_str(&format!(".of_type::<{}>()", name.exact()));
    }
    let options = call.query.iter().filter(|option| !is_argument(operation, option));
    text.extend(options.map(|option| query::option(context, option)));
    // What is asked of the objects is asked before only their number is.
    text.push_str(if call.total { ".total()" } else { "" });
    text
}

fn argument(argument: &Argument) -> String {
    value(argument.ty, &argument.value)
}

/// A literal, or a text that is parsed.
pub(super) fn value(ty: Scalar, text: &str) -> String {
    match ty {
        Scalar::String | Scalar::Binary | Scalar::Stream => string(text),
        Scalar::Boolean
        | Scalar::Byte
        | Scalar::SByte
        | Scalar::Int16
        | Scalar::Int32
        | Scalar::Int64 => text.to_owned(),
        _ => format!("{}.parse().expect(\"a value of the type\")", string(text)),
    }
}

/// The arguments of the operation: parameters as the example gives them, then the body, which is no part
/// of what is compared.
fn arguments(context: Context<'_>, call: &Call<'_>, example: &Example) -> Vec<String> {
    let operation = call.operation;
    let query = operation.query.iter().filter(|it| it.required).map(|it| {
        let given = call.query.iter().find_map(|option| other(option, it));
        parameter(context, it, given.unwrap_or("x"))
    });
    let headers = operation.headers.iter().filter(|it| it.required).map(|it| {
        let given =
            example.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&it.wire_name));
        parameter(context, it, given.map_or("x", |(_, value)| value))
    });
    let body = operation.body.as_ref();
    let body = body.map(|body| operations::sample_body(operation, body, context.names));
    query.chain(headers).chain(body).collect()
}

fn parameter(context: Context<'_>, parameter: &Parameter, text: &str) -> String {
    match &parameter.ty.item {
        ItemType::Enum(name) if !parameter.ty.collection => match context.names.get(name) {
            Some(name) if !name.flags => format!("&{}::from({})", name.exact(), string(text)),
            _ => string(text),
        },
        ItemType::Scalar(scalar) if !parameter.ty.collection => value(*scalar, text),
        _ => string(text),
    }
}

/// The value of a query option that is an argument of the method.
fn other<'o>(option: &'o QueryOption, parameter: &Parameter) -> Option<&'o str> {
    match option {
        QueryOption::Other { name, value } if name.eq_ignore_ascii_case(&parameter.wire_name) => {
            Some(value)
        }
        _ => None,
    }
}

fn is_argument(operation: &Operation, option: &QueryOption) -> bool {
    operation.query.iter().any(|it| it.required && other(option, it).is_some())
}
