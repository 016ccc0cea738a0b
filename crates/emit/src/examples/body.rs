//! Bodies as expressions.

use model::examples::{Built, Changed, Setting, Value};
use model::{BodyContent, Change, Operation, Property, ValueType};

use super::context::Context;
use super::value::{self, Place};
use crate::code::{Code, Module, code};
use crate::operations;
use crate::tokens::{ident, string};

/// What a call passes a reference to.
pub(super) fn expression(context: Context<'_>, built: &Built, operation: &Operation) -> Code {
    match built {
        Built::Changed(changed) => self::changed(context, changed, operation),
        Built::Value(ty, value) => alone(context, ty, value),
        Built::Parameters(members) => {
            let BodyContent::Parameters { rust_name, fields } = content(operation) else {
                return Code::default();
            };
            let name = code!("{}::{}", Module::Operations, ident(rust_name));
            value::structure(context, &name, fields, members)
        }
        Built::Reference(url) => code!("{}::Reference::new({})", Module::Rt, string(url)),
        Built::Json(text) => value::json(text),
    }
}

fn content(operation: &Operation) -> &BodyContent {
    operation.body.as_ref().map_or(&BodyContent::Untyped, |body| &body.content)
}

/// A body that is no object of the service's: lists are slices, and text is a `str`.
fn alone(context: Context<'_>, ty: &ValueType, value: &Value) -> Code {
    match value {
        Value::List(elements) => {
            let item = |it| value::expression(context, &ty.item, it, Place::Property);
            code!("[{}]", Code::join(elements.iter().map(item), ", "))
        }
        value => value::expression(context, &ty.item, value, Place::Property),
    }
}

/// A change and the type whose constants it is made of.
struct Of<'a> {
    name: Code,
    fields: &'a [Property],
}

fn changed(context: Context<'_>, changed: &Changed, operation: &Operation) -> Code {
    let owner = changed.of.as_ref().and_then(|name| context.calls.structure(name));
    let of = match (owner, content(operation)) {
        (Some(owner), _) => {
            let name = context.names.get(&owner.name).expect("a type has a name");
            Of { name: name.exact.clone(), fields: &owner.fields }
        }
        (None, BodyContent::Parameters { rust_name, fields }) => {
            Of { name: code!("{}::{}", Module::Operations, ident(rust_name)), fields }
        }
        (None, _) => Of { name: Code::default(), fields: &[] },
    };
    let mut text = match (&changed.created, changed.change) {
        (Some(arguments), _) => {
            let argument = |(index, value): &(usize, Value)| {
                argument(context, &of.fields[*index].ty.value, value)
            };
            code!("{}::create({})", &of.name, Code::join(arguments.iter().map(argument), ", "))
        }
        (None, Change::Create) => code!("{}::Create::unchecked()", Module::Rt),
        (None, Change::Update) => code!("{}::Update::new()", Module::Rt),
    };
    for setting in &changed.settings {
        text.push(&self::setting(context, &of, setting));
    }
    text.push(&Code::fixed(if changed.upcast { ".upcast()" } else { "" }));
    text
}

/// Constructors borrow text and collections.
fn argument(context: Context<'_>, ty: &ValueType, value: &Value) -> Code {
    match value {
        Value::List(_) => code!("&{}", alone(context, ty, value)),
        _ => value::expression(context, &ty.item, value, Place::Property),
    }
}

fn setting(context: Context<'_>, of: &Of<'_>, setting: &Setting) -> Code {
    let constant = |index: &usize| code!("{}::{}", &of.name, ident(&of.fields[*index].constant()));
    match setting {
        Setting::Set(index, value) => {
            let ty = &of.fields[*index].ty.value;
            let value = set_to(context, ty, value);
            code!(".set({}, {})", constant(index), value)
        }
        Setting::Clear(index) => code!(".clear({})", constant(index)),
        Setting::Bind(index, url) => code!(".bind({}, {})", constant(index), string(url)),
        Setting::BindAll(index, urls) => {
            let urls = Code::join(urls.iter().map(|url| string(url)), ", ");
            code!(".bind_all({}, [{}])", constant(index), urls)
        }
        Setting::Raw(name, json) => code!(".set_raw({}, {})", string(name), value::raw(json)),
    }
}

/// What a property is set to; an empty collection says what of.
fn set_to(context: Context<'_>, ty: &ValueType, value: &Value) -> Code {
    match value {
        Value::List(elements) if elements.is_empty() => {
            code!("Vec::<{}>::new()", crate::types::item_type(&ty.item, context.names))
        }
        value => alone(context, ty, value),
    }
}

/// Whatever the operation takes, where the example sends nothing.
pub(super) fn sample(context: Context<'_>, operation: &Operation) -> Option<Code> {
    operation.body.as_ref().map(|body| operations::sample_body(body, context.names))
}
