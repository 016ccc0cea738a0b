//! Filter conditions as expressions.

use model::examples::{Comparison, Condition, Literal, Logic, PropertyPath};
use model::{ItemType, Property};

use super::query::path;
use super::{Context, call};
use crate::tokens::string;

/// `models::User::DISPLAY_NAME.starts_with("A").and(…)`
pub(super) fn expression(context: Context<'_>, condition: &Condition) -> String {
    match condition {
        Condition::Logic(logic, parts) => {
            let method = if *logic == Logic::And { "and" } else { "or" };
            let mut parts = parts.iter().map(|part| expression(context, part));
            let first = parts.next().expect("a conjunction has parts");
            parts.fold(first, |text, part| format!("{text}.{method}({part})"))
        }
        Condition::Not(inside) => format!("{}.not()", expression(context, inside)),
        Condition::Compare(property, comparison, literal) => {
            let literal = literal_of(context, property, literal);
            format!("{}{}", path(context, property), compare(*comparison, literal))
        }
        Condition::In(property, literals) => {
            let literals: Vec<String> =
                literals.iter().filter_map(|it| literal_of(context, property, it)).collect();
            format!("{}.is_in([{}])", path(context, property), literals.join(", "))
        }
        Condition::Elements { property, condition: None, .. } => {
            format!("{}.is_not_empty()", path(context, property))
        }
        Condition::Elements { property, any, condition: Some(inside) } => {
            let method = if *any { "any" } else { "all" };
            format!("{}.{method}({})", path(context, property), expression(context, inside))
        }
        Condition::Values { property, any, comparison, literal } => {
            let method = if *any { "any_value" } else { "all_values" };
            let inside = compare(*comparison, literal_of(context, property, literal));
            format!("{}.{method}(|it| it{inside})", path(context, property))
        }
    }
}

/// `.eq("x")`; without a literal the comparison is with `null`.
fn compare(comparison: Comparison, literal: Option<String>) -> String {
    let Some(literal) = literal else {
        let is_null = comparison == Comparison::Eq;
        return if is_null { ".is_null()" } else { ".is_not_null()" }.to_owned();
    };
    let method = match comparison {
        Comparison::Eq => "eq",
        Comparison::Ne => "ne",
        Comparison::Gt => "gt",
        Comparison::Ge => "ge",
        Comparison::Lt => "lt",
        Comparison::Le => "le",
        Comparison::Has => "has",
        Comparison::StartsWith => "starts_with",
        Comparison::EndsWith => "ends_with",
        Comparison::Contains => "contains",
    };
    format!(".{method}({literal})")
}

fn literal_of(context: Context<'_>, path: &PropertyPath, literal: &Literal) -> Option<String> {
    let text = match literal {
        Literal::Null => return None,
        Literal::Text(text) | Literal::Bare(text) => text,
    };
    let ty = &end(context, path)?.ty.value.item;
    Some(match ty {
        ItemType::Enum(name) => {
            format!("{}::from({})", context.names.get(name)?.exact(), string(text))
        }
        ItemType::Scalar(scalar) => typed(context, path, call::value(*scalar, text)),
        _ => string(text),
    })
}

/// What is parsed must name its type, because a property may be compared with values of several.
fn typed(context: Context<'_>, path: &PropertyPath, value: String) -> String {
    let ty = end(context, path)
        .map(|it| crate::types::item_type(&it.ty.value.item, context.names).to_string())
        .unwrap_or_default();
    value.replace(".parse()", &format!(".parse::<{ty}>()"))
}

fn end<'a>(context: Context<'a>, path: &PropertyPath) -> Option<&'a Property> {
    let (owner, index) = path.steps.last()?;
    context.calls.structure(owner)?.fields.get(*index)
}
