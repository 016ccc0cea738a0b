//! What an operation takes and returns, and where its arguments go.

use model::{
    Absence, Body, BodyContent, Change, ItemType, Operation, Parameter, ResponseContent, Scalar,
    ValueType,
};

use crate::code::{Code, Module, code};
use crate::docs::WIDTH;
use crate::names::Names;
use crate::tokens::{ident, string};
use crate::types::{self, Type};

/// The part of a row after the name: `(body: &models::User) -> models::User = PATCH.json(body)`.
pub(crate) struct Signature {
    pub(crate) arguments: Vec<Argument>,
    pub(crate) response: Code,
    /// Calls on the request that put the arguments in place.
    setters: Vec<Code>,
}

/// What a method takes.
pub(crate) struct Argument {
    pub(crate) name: Code,
    pub(crate) ty: Code,
}

/// The signature of `operation`. Required parameters are arguments; all others are set on the request.
pub(crate) fn of(operation: &Operation, names: &Names<'_>) -> Signature {
    let mut signature = Signature {
        arguments: Vec::new(),
        response: response(operation, names),
        setters: Vec::new(),
    };
    for (parameter, value) in
        operation.query.iter().filter_map(|it| Some((it, it.constant.as_ref()?)))
    {
        let name = string(&parameter.wire_name);
        signature.setters.push(code!("query({}, {})", name, string(value)));
    }
    for parameter in operation.query.iter().filter(|it| it.required) {
        signature.parameter(Code::fixed("query"), parameter, names);
    }
    for parameter in operation.headers.iter().filter(|it| it.required) {
        signature.parameter(Code::fixed("header"), parameter, names);
    }
    if let Some(body) = &operation.body {
        signature.body(body, names);
    }
    signature
}

impl Signature {
    fn parameter(&mut self, setter: Code, parameter: &Parameter, names: &Names<'_>) {
        let name = ident(&parameter.rust_name);
        let (ty, value) = match named_enum(&parameter.ty, names) {
            Some(ty) => (code!("&{}", ty), code!("{}.as_str()", &name)),
            None => {
                let ty = types::argument_type(scalar(&parameter.ty));
                (code!("{}", ty), code!("{}", &name))
            }
        };
        self.arguments.push(Argument { name: code!("{}", name), ty });
        self.setters.push(code!("{}({}, {})", setter, string(&parameter.wire_name), value));
    }

    fn body(&mut self, body: &Body, names: &Names<'_>) {
        let json = || Code::fixed("json(body)");
        let (name, ty, setter) = match &body.content {
            BodyContent::Value(ty) => {
                let ty = match body.change {
                    Some(change) => kept(change, types::exact_type(&ty.item, names)),
                    None => borrowed(ty, names),
                };
                ("body", code!("&{}", ty), json())
            }
            BodyContent::Parameters { rust_name, .. } => {
                let name = code!("{}", ident(rust_name));
                let ty = match body.change {
                    Some(change) => kept(change, name.into()),
                    None => name,
                };
                ("body", code!("&{}", ty), json())
            }
            BodyContent::Reference => (
                "reference",
                code!("&{}::Reference", Module::Rt),
                Code::fixed("reference(reference)"),
            ),
            BodyContent::Untyped => ("body", code!("&{}", Type::rt("Value")), json()),
            BodyContent::Binary(media_type) => (
                "content",
                Code::fixed("impl Into<Vec<u8>>"),
                code!("bytes({}, content)", string(media_type)),
            ),
        };
        self.arguments.push(Argument { name: Code::fixed(name), ty });
        self.setters.push(setter);
    }

    /// The signature of the operation's method, on one line or two if it fits.
    pub(super) fn print(&self, operation: &Operation) -> Code {
        let Self { arguments, response, setters } = self;
        let arguments: Vec<Code> =
            arguments.iter().map(|it| code!("{}: {}", &it.name, &it.ty)).collect();
        let (name, constant) = (ident(&operation.rust_name), ident(&operation.constant));
        let method = Code::fixed(operation.method.as_str());
        let calls: Code = setters.iter().map(|setter| code!(".{}", setter)).collect();
        let head = code!("    {}({}) -> {}", &name, Code::join(&arguments, ", "), response);
        let tail = code!("= {}: {}{} at", &constant, &method, calls);
        if head.len() + 1 + tail.len() <= WIDTH {
            return code!("{} {}", head, tail);
        }
        let tail = code!("        {}", tail);
        if head.len() <= WIDTH && tail.len() <= WIDTH {
            return code!("{}\n{}", head, tail);
        }
        let arguments: Code = arguments.iter().map(|it| code!("        {},\n", it)).collect();
        let calls: Code = setters.iter().map(|it| code!("\n        .{}", it)).collect();
        code!(
            "    {}(\n{}    ) -> {} = {}: {}{} at",
            name,
            arguments,
            response,
            constant,
            method,
            calls
        )
    }
}

/// An expression for some body, as a test passes it.
pub(crate) fn sample_body(body: &Body, names: &Names<'_>) -> Code {
    match (&body.content, body.change) {
        (_, Some(Change::Update)) => code!("&{}::Update::new()", Module::Rt),
        (_, Some(Change::Create)) => code!("&{}::Create::unchecked()", Module::Rt),
        (BodyContent::Value(ty), None) => sample_value(ty, names),
        (BodyContent::Parameters { .. }, None) => Code::fixed("&Default::default()"),
        (BodyContent::Reference, None) => code!("&{}::Reference::new(\"x\")", Module::Rt),
        (BodyContent::Untyped, None) => code!("&{}::Value::Null", Module::Rt),
        (BodyContent::Binary(_), None) => Code::fixed("b\"x\""),
    }
}

fn sample_value(ty: &ValueType, names: &Names<'_>) -> Code {
    match &ty.item {
        _ if ty.collection => Code::fixed("&[]"),
        ItemType::Scalar(Scalar::String) => Code::fixed("\"x\""),
        _ => match named_enum(ty, names) {
            Some(name) => code!("&{}::from(\"x\")", name),
            None => Code::fixed("&Default::default()"),
        },
    }
}

fn kept(change: Change, of: Type) -> Code {
    let change = match change {
        Change::Update => Type::rt("Update"),
        Change::Create => Type::rt("Create"),
    };
    code!("{}", change.of(of))
}

/// An enumeration's value, unless several go into one parameter, which are written as text.
fn named_enum<'n>(ty: &ValueType, names: &'n Names<'_>) -> Option<&'n Code> {
    match &ty.item {
        ItemType::Enum(name) if !ty.collection => {
            names.get(name).filter(|name| !name.flags).map(|name| &name.exact)
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
fn borrowed(ty: &ValueType, names: &Names<'_>) -> Code {
    if *ty == (ValueType { item: ItemType::Scalar(Scalar::String), collection: false }) {
        return Code::fixed("str");
    }
    let item = types::item_type(&ty.item, names);
    if ty.collection { code!("[{}]", item) } else { code!("{}", item) }
}

/// What comes back, with a place for the answer that nothing does.
fn response(operation: &Operation, names: &Names<'_>) -> Code {
    let content = content(&operation.response.content, names);
    match operation.absence() {
        Absence::None => code!("{}", content),
        Absence::Read => code!("Option<{}>", content),
        Absence::Change => code!("{}", Type::rt("Written").of(content)),
    }
}

/// The type of an answer.
pub(super) fn content(content: &ResponseContent, names: &Names<'_>) -> Type {
    let item = |item| types::item_type(item, names);
    match content {
        ResponseContent::Empty => Type::rt("NoContent"),
        ResponseContent::Stream => Type::rt("Media"),
        ResponseContent::Untyped => Type::rt("Value"),
        ResponseContent::Value(value) => item(value),
        ResponseContent::Wrapped(value) => Type::rt("Wrapped").of(item(value)),
        ResponseContent::Collection(value) => Type::rt("Page").of(item(value)),
    }
}
