//! A call as an expression: the way down the path tree, the operation, the query.

use model::examples::{Call, QueryOption};
use model::{ItemType, Operation, Parameter};

use super::context::Context;
use super::literal::literal;
use super::{body, query};
use crate::code::{Code, code};
use crate::tokens::{ident, string};

/// `api().users().by_id("1").messages().list().top(5)`; a body is in a variable of that name.
pub(super) fn expression(context: Context<'_>, call: &Call, has_body: bool) -> Code {
    let mut text = Code::fixed("api()");
    for step in &call.steps {
        let node = &context.api.nodes[step.node.0];
        let arguments = step.arguments.iter().map(|it| literal(it.ty, &it.value, None));
        text.push(&code!(".{}({})", ident(&node.accessor), Code::join(arguments, ", ")));
    }
    let operation = &context.api.operations[call.operation];
    let arguments = Code::join(arguments(context, call, operation, has_body), ", ");
    text.push(&code!(".{}({})", ident(&operation.rust_name), arguments));
    if let Some(name) = call.of_type.as_ref().and_then(|name| context.names.get(name)) {
        text.push(&code!(".of_type::<{}>()", &name.exact));
    }
    for option in call.query.iter().filter(|option| !is_argument(operation, option)) {
        text.push(&query::option(context, option));
    }
    // What is asked of the objects is asked before only their number is.
    text.push(&Code::fixed(if call.total { ".total()" } else { "" }));
    text
}

/// The arguments of the operation: parameters, for each of which the call has a value, then the body.
fn arguments(
    context: Context<'_>,
    call: &Call,
    operation: &Operation,
    has_body: bool,
) -> Vec<Code> {
    let query = operation.query.iter().filter(|it| it.required).map(|it| {
        let given = call.query.iter().find_map(|option| other(option, it));
        parameter(context, it, given.unwrap_or_default())
    });
    let headers = operation.headers.iter().filter(|it| it.required).map(|it| {
        let given = call.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&it.wire_name));
        parameter(context, it, given.map_or("", |(_, value)| value))
    });
    let body = if has_body { Some(Code::fixed("&body")) } else { body::sample(context, operation) };
    query.chain(headers).chain(body).collect()
}

fn parameter(context: Context<'_>, parameter: &Parameter, text: &str) -> Code {
    match &parameter.ty.item {
        ItemType::Enum(name) if !parameter.ty.collection => match context.names.get(name) {
            Some(name) if !name.flags => code!("&{}::from({})", &name.exact, string(text)),
            _ => code!("{}", string(text)),
        },
        ItemType::Scalar(scalar) if !parameter.ty.collection => literal(*scalar, text, None),
        _ => code!("{}", string(text)),
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
