//! Filter conditions as expressions.

use model::examples::{Comparison, Condition, Literal, Logic, PropertyPath};
use model::{ItemType, Property};

use super::context::Context;
use super::literal;
use super::property_path::path;
use crate::code::{Code, code};
use crate::tokens::string;
use crate::types;

/// `models::User::DISPLAY_NAME.starts_with("A").and(…)`
pub(super) fn expression(context: Context<'_>, condition: &Condition) -> Code {
    match condition {
        Condition::Logic(logic, parts) => {
            let method = Code::fixed(if *logic == Logic::And { "and" } else { "or" });
            let mut parts = parts.iter().map(|part| expression(context, part));
            let first = parts.next().expect("a conjunction has parts");
            parts.fold(first, |text, part| code!("{}.{}({})", text, &method, part))
        }
        Condition::Not(inside) => code!("{}.not()", expression(context, inside)),
        Condition::Compare(property, comparison, literal) => {
            let literal = literal_of(context, property, literal);
            code!("{}{}", path(context, property), compare(*comparison, literal))
        }
        Condition::In(property, literals) => {
            let literals = literals.iter().filter_map(|it| literal_of(context, property, it));
            code!("{}.is_in([{}])", path(context, property), Code::join(literals, ", "))
        }
        Condition::Elements { property, condition: None, .. } => {
            code!("{}.is_not_empty()", path(context, property))
        }
        Condition::Elements { property, any, condition: Some(inside) } => {
            let method = Code::fixed(if *any { "any" } else { "all" });
            code!("{}.{}({})", path(context, property), method, expression(context, inside))
        }
        Condition::Values { property, any, comparison, literal } => {
            let method = Code::fixed(if *any { "any_value" } else { "all_values" });
            let inside = compare(*comparison, literal_of(context, property, literal));
            code!("{}.{}(|it| it{})", path(context, property), method, inside)
        }
    }
}

/// `.eq("x")`; without a literal the comparison is with `null`.
fn compare(comparison: Comparison, literal: Option<Code>) -> Code {
    let Some(literal) = literal else {
        let is_null = comparison == Comparison::Eq;
        return Code::fixed(if is_null { ".is_null()" } else { ".is_not_null()" });
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
    code!(".{}({})", Code::fixed(method), literal)
}

/// What is parsed names its type, because a property may be compared with values of several.
fn literal_of(context: Context<'_>, path: &PropertyPath, literal: &Literal) -> Option<Code> {
    let text = match literal {
        Literal::Null => return None,
        Literal::Text(text) | Literal::Bare(text) => text,
    };
    let ty = &end(context, path)?.ty.value.item;
    Some(match ty {
        ItemType::Enum(name) => {
            code!("{}::from({})", &context.names.get(name)?.exact, string(text))
        }
        ItemType::Scalar(scalar) => {
            literal::literal(*scalar, text, Some(&types::item_type(ty, context.names)))
        }
        _ => code!("{}", string(text)),
    })
}

fn end<'a>(context: Context<'a>, path: &PropertyPath) -> Option<&'a Property> {
    let (owner, index) = path.steps.last()?;
    context.calls.structure(owner)?.fields.get(*index)
}
