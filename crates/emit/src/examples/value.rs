//! Values of examples as expressions.

use model::examples::{Members, Named, Object, Raw, Value};
use model::{ItemType, Property, Scalar};
use proc_macro2::Literal;

use super::context::Context;
use super::literal::literal;
use crate::code::{Code, Module, code};
use crate::tokens::{ident, raw_string, string};
use crate::types;

/// Where a value goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A field of a struct, or an element in one: the value must have the very type.
    Field,
    /// A property that is set: text needs no box, and what is parsed says its type.
    Property,
}

/// A value of type `ty`.
pub(super) fn expression(context: Context<'_>, ty: &ItemType, value: &Value, place: Place) -> Code {
    match value {
        Value::Scalar(scalar, text) => self::scalar(context, *scalar, text, ty, place),
        Value::Enum(name, members) => enumeration(context, name, members),
        Value::Object(object) => self::object(context, object),
        Value::List(elements) if elements.is_empty() => Code::fixed("Vec::new()"),
        Value::List(elements) => {
            let elements = elements.iter().map(|it| expression(context, ty, it, place));
            code!("Vec::from([{}])", Code::join(elements, ", "))
        }
        Value::Json(text) => json(text),
    }
}

fn scalar(context: Context<'_>, scalar: Scalar, text: &str, ty: &ItemType, place: Place) -> Code {
    match scalar {
        Scalar::String if place == Place::Field => code!("{}.into()", string(text)),
        Scalar::Binary | Scalar::Stream => {
            let why = "expect(\"base64\")";
            code!("{}::Bytes::from_base64({}).{}", Module::Rt, string(text), Code::fixed(why))
        }
        Scalar::Double | Scalar::Single => match text.parse() {
            Ok(number) => code!("{}", Literal::f64_unsuffixed(number)),
            Err(_) => code!("{}", string(text)),
        },
        _ => {
            let target = types::item_type(ty, context.names);
            literal(scalar, text, (place == Place::Property).then_some(&target))
        }
    }
}

fn enumeration(context: Context<'_>, name: &model::QualifiedName, members: &[Named]) -> Code {
    let (Some(item), Some(ty)) = (context.calls.enumeration(name), context.names.get(name)) else {
        return Code::default();
    };
    let member = |member: &Named| match member {
        Named::Documented(index) => {
            code!("{}::{}", &ty.exact, ident(&item.members[*index].rust_name))
        }
        Named::Other(text) => code!("{}::from({})", &ty.exact, string(text)),
    };
    let all = Code::join(members.iter().map(member), ", ");
    if item.flags { code!("{}::Flags::from_iter([{}])", Module::Rt, all) } else { all }
}

fn object(context: Context<'_>, object: &Object) -> Code {
    let item = context.calls.structure(&object.ty).expect("an object is of a type of the API");
    let name = &context.names.get(&item.name).expect("a type has a name").exact;
    let value = structure(context, name, &item.fields, &object.members);
    match object.within.as_ref().and_then(|name| context.names.get(name)) {
        Some(family) => code!("{}::from({})", &family.any, value),
        None => value,
    }
}

/// `models::Recipient { email_address: Some(…), ..Default::default() }`
pub(super) fn structure(
    context: Context<'_>,
    name: &Code,
    fields: &[Property],
    members: &Members,
) -> Code {
    if members.fields.is_empty() && members.raw.is_empty() {
        return code!("{}::default()", name);
    }
    let mut parts: Vec<Code> = members
        .fields
        .iter()
        .map(|(index, value)| {
            let field = &fields[*index];
            let value = expression(context, &field.ty.value.item, value, Place::Field);
            let value = if field.boxed { code!("Box::new({})", value) } else { value };
            code!("{}: Some({})", ident(&field.rust_name), value)
        })
        .collect();
    if !members.raw.is_empty() {
        let member = |(name, raw): &(String, Raw)| code!("({}, {})", string(name), any(raw));
        let all = Code::join(members.raw.iter().map(member), ", ");
        parts.push(code!("additional: {}::Additional::from_iter([{}])", Module::Rt, all));
    }
    // The rest is nothing where every field has a value.
    if members.fields.len() < fields.len() || members.raw.is_empty() {
        parts.push(Code::fixed("..Default::default()"));
    }
    code!("{} {{ {} }}", name, Code::join(parts, ", "))
}

/// Any JSON as a value.
pub(super) fn json(text: &str) -> Code {
    code!("{}.parse::<{}::Value>().expect(\"JSON\")", raw_string(text), Module::Rt)
}

/// The same where anything that can be written as JSON will do.
pub(super) fn raw(raw: &Raw) -> Code {
    match raw {
        Raw::Null => Code::fixed("()"),
        Raw::Bool(value) => Code::fixed(if *value { "true" } else { "false" }),
        Raw::Integer(number) => code!("{}", Literal::i64_unsuffixed(*number)),
        Raw::Text(text) => code!("{}", string(text)),
        Raw::Json(text) => json(text),
    }
}

/// The same where all elements have one type.
fn any(raw: &Raw) -> Code {
    match raw {
        Raw::Null => code!("{}::Value::Null", Module::Rt),
        Raw::Json(text) => json(text),
        raw => code!("{}::Value::from({})", Module::Rt, self::raw(raw)),
    }
}
