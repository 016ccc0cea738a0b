//! What an operation takes and returns, and where its arguments go.

use model::{
    Body, BodyContent, ItemType, Method, Operation, OperationKind, Parameter, ResponseContent,
    Scalar, ValueType,
};

use crate::docs::WIDTH;
use crate::names::Names;
use crate::tokens::{ident, string};
use crate::types;

/// The part of a row after the name: `(body: &models::User) -> models::User = PATCH.json(body)`.
pub(super) struct Signature {
    arguments: Vec<String>,
    response: String,
    method: &'static str,
    /// Calls on the request that put the arguments in place.
    setters: Vec<String>,
}

/// The signature of `operation`. Required parameters are arguments; all others are set on the request.
pub(super) fn of(operation: &Operation, names: &Names<'_>) -> Signature {
    let mut signature = Signature {
        arguments: Vec::new(),
        response: response(operation, names),
        method: operation.method.as_str(),
        setters: Vec::new(),
    };
    for parameter in operation.query.iter().filter(|it| it.required) {
        signature.parameter("query", parameter, names);
    }
    for parameter in operation.headers.iter().filter(|it| it.required) {
        signature.parameter("header", parameter, names);
    }
    if let Some(body) = &operation.body {
        signature.body(operation, body, names);
    }
    signature
}

impl Signature {
    fn parameter(&mut self, setter: &str, parameter: &Parameter, names: &Names<'_>) {
        let name = ident(&parameter.rust_name);
        let (ty, value) = match named_enum(&parameter.ty, names) {
            Some(ty) => (format!("&{ty}"), format!("{name}.as_str()")),
            None => (types::argument_type(scalar(&parameter.ty)).to_owned(), name.to_string()),
        };
        self.arguments.push(format!("{name}: {ty}"));
        self.setters.push(format!("{setter}({}, {value})", string(&parameter.wire_name)));
    }

    fn body(&mut self, operation: &Operation, body: &Body, names: &Names<'_>) {
        let (argument, setter) = match &body.content {
            BodyContent::Value(ty) => {
                let ty = kept(operation, ty, names).unwrap_or_else(|| borrowed(ty, names));
                (format!("body: &{ty}"), "json(body)".to_owned())
            }
            BodyContent::Parameters { rust_name, .. } => {
                let name = ident(rust_name).to_string();
                let ty = if is_change(operation) { format!("rt::Update<{name}>") } else { name };
                (format!("body: &{ty}"), "json(body)".to_owned())
            }
            BodyContent::Reference => {
                ("reference: &rt::Reference".to_owned(), "json(reference)".to_owned())
            }
            BodyContent::Untyped => ("body: &rt::Value".to_owned(), "json(body)".to_owned()),
            BodyContent::Binary(media_type) => {
                let media_type = media_type.as_deref().unwrap_or("application/octet-stream");
                let setter = format!("bytes({}, content)", string(media_type));
                ("content: impl Into<Vec<u8>>".to_owned(), setter)
            }
        };
        self.arguments.push(argument);
        self.setters.push(setter);
    }
}

/// An expression for some body, as a test passes it.
pub(crate) fn sample_body(operation: &Operation, body: &Body, names: &Names<'_>) -> String {
    match &body.content {
        BodyContent::Value(ty) => match kept(operation, ty, names) {
            Some(kept) => sample_change(&kept),
            None => sample_value(ty, names),
        },
        BodyContent::Parameters { .. } if is_change(operation) => "&rt::Update::new()".to_owned(),
        BodyContent::Parameters { .. } => "&Default::default()".to_owned(),
        BodyContent::Reference => "&rt::Reference::new(\"x\")".to_owned(),
        BodyContent::Untyped => "&rt::Value::Null".to_owned(),
        BodyContent::Binary(_) => "b\"x\"".to_owned(),
    }
}

fn sample_change(ty: &str) -> String {
    if ty.starts_with("rt::Update") { "&rt::Update::new()" } else { "&rt::Create::unchecked()" }
        .to_owned()
}

fn sample_value(ty: &ValueType, names: &Names<'_>) -> String {
    match &ty.item {
        _ if ty.collection => "&[]".to_owned(),
        ItemType::Scalar(Scalar::String) => "\"x\"".to_owned(),
        ItemType::Enum(name) => match names.get(name) {
            Some(name) if !name.flags => format!("&{}::from(\"x\")", name.exact()),
            _ => "&Default::default()".to_owned(),
        },
        _ => "&Default::default()".to_owned(),
    }
}

impl Signature {
    /// The signature of a method called `name`, on one line or two if it fits.
    pub(super) fn print(&self, name: &str, constant: &str) -> String {
        let Self { arguments, response, method, setters } = self;
        let calls: String = setters.iter().map(|setter| format!(".{setter}")).collect();
        let head = format!("    {name}({}) -> {response}", arguments.join(", "));
        let tail = format!("= {constant}: {method}{calls} at");
        if head.len() + 1 + tail.len() <= WIDTH {
            return format!("{head} {tail}");
        }
        let tail = format!("        {tail}");
        if head.len() <= WIDTH && tail.len() <= WIDTH {
            return format!("{head}\n{tail}");
        }
        let arguments: String = arguments.iter().map(|it| format!("        {it},\n")).collect();
        let calls: String = setters.iter().map(|it| format!("\n        .{it}")).collect();
        format!("    {name}(\n{arguments}    ) -> {response} = {constant}: {method}{calls} at")
    }
}

/// Only what is mentioned is changed, so a field that is merely absent would say too little.
pub(super) fn is_change(operation: &Operation) -> bool {
    operation.method == Method::Patch
}

/// The properties of an object that the service keeps: to be changed, or to begin with.
fn kept(operation: &Operation, ty: &ValueType, names: &Names<'_>) -> Option<String> {
    let change = match operation.kind {
        _ if is_change(operation) => "Update",
        OperationKind::Create | OperationKind::Replace => "Create",
        _ => return None,
    };
    match &ty.item {
        ItemType::Struct(name) if !ty.collection => {
            Some(format!("rt::{change}<{}>", names.get(name)?.exact()))
        }
        _ => None,
    }
}

/// An enumeration's value, unless several go into one parameter, which are written as text.
fn named_enum(ty: &ValueType, names: &Names<'_>) -> Option<String> {
    match &ty.item {
        ItemType::Enum(name) if !ty.collection => {
            names.get(name).filter(|name| !name.flags).map(|name| name.exact())
        }
        _ => None,
    }
}

/// How a parameter that is no enumeration is given; what has no literal of its own is text.
fn scalar(ty: &ValueType) -> Scalar {
    match ty.item {
        ItemType::Scalar(scalar) if !ty.collection => scalar,
        _ => Scalar::String,
    }
}

/// A body behind a reference; text is a `str` there.
fn borrowed(ty: &ValueType, names: &Names<'_>) -> String {
    if *ty == (ValueType { item: ItemType::Scalar(Scalar::String), collection: false }) {
        return "str".to_owned();
    }
    let item = types::item_type(&ty.item, names);
    if ty.collection { format!("[{item}]") } else { item.to_string() }
}

fn response(operation: &Operation, names: &Names<'_>) -> String {
    let content = content(operation, names);
    if operation.response.may_be_empty() { format!("Option<{content}>") } else { content }
}

fn content(operation: &Operation, names: &Names<'_>) -> String {
    match &operation.response.content {
        ResponseContent::Empty => "rt::NoContent".to_owned(),
        ResponseContent::Stream => "rt::Media".to_owned(),
        ResponseContent::Untyped | ResponseContent::Value(ItemType::Untyped) => {
            "rt::Value".to_owned()
        }
        ResponseContent::Value(item @ ItemType::Struct(_)) => {
            types::item_type(item, names).to_string()
        }
        // A count is the bare number (OData URL conventions, section 4.8).
        ResponseContent::Value(item) if operation.kind == OperationKind::Count => {
            types::item_type(item, names).to_string()
        }
        ResponseContent::Value(item) => format!("rt::Wrapped<{}>", types::item_type(item, names)),
        ResponseContent::Collection(item) => format!("rt::Page<{}>", types::item_type(item, names)),
    }
}
