//! What programs write queries and changes with: a constant per property, the beginning of an object to
//! be created, and the types that an object also is.

use model::{Access, Constructor, ItemType, Property, Scalar, Struct};
use text::{ItemPath, Link, Look, Words};

use crate::code::{Code, Module, code};
use crate::deprecation;
use crate::docs::{Comment, WIDTH};
use crate::names::{Names, TypeName};
use crate::tokens::{ident, string};
use crate::{gates, types};

/// The most parameters that clippy lets pass without a word.
const MOST_PARAMETERS: usize = 7;

/// The `impl` block of a structured type.
pub(crate) fn of_type(item: &Struct, names: &Names<'_>) -> Code {
    let create = item.constructor.as_ref().map(|it| create(item, it, names));
    let constants = constants(&item.fields, Some(item), names);
    block(&item.rust.name, constants, create.unwrap_or_default())
}

/// The `impl` block of a struct of parameters.
pub(crate) fn of_parameters(rust_name: &str, fields: &[Property], names: &Names<'_>) -> Code {
    block(rust_name, constants(fields, None, names), Code::default())
}

/// The base types whose queries take the constants of the type too.
pub(crate) fn relations(item: &Struct, names: &Names<'_>) -> Code {
    let Some(own) = names.get(&item.name) else { return Code::default() };
    let bases = item.is_a.iter().filter_map(|base| names.get(base));
    let relation = |base: &TypeName<'_>| {
        let gate = base.gate.within(&item.gate);
        let relation = code!("impl {}::IsA<{}> for {} {{}}\n", Module::Rt, &base.exact, &own.exact);
        code!("{}{}", gates::lines(&gate, 0), relation.behind(&gate))
    };
    bases.map(relation).collect()
}

fn block(rust_name: &str, constants: Code, create: Code) -> Code {
    if constants.is_empty() && create.is_empty() {
        return Code::default();
    }
    let gap = if constants.is_empty() || create.is_empty() { "" } else { "\n" };
    code!("impl {} {{\n{}{}{}}}\n", ident(rust_name), constants, Code::fixed(gap), create)
}

fn constants(fields: &[Property], owner: Option<&Struct>, names: &Names<'_>) -> Code {
    let gated = |field| {
        let gate = gates::of_field(field, owner, names);
        let attribute = code!("{}{}", Code::comment(&comment(field), 4), gates::lines(&gate, 4));
        code!("{}{}", attribute, constant(field, names).behind(&gate))
    };
    fields.iter().map(gated).collect()
}

/// One line where it fits, so that a new property adds one beside its comment.
fn constant(field: &Property, names: &Names<'_>) -> Code {
    let deprecated = deprecation::line(field.deprecated.as_ref());
    let constant = ident(&field.constant());
    let head = code!("    pub const {}: {} =", constant, constant_type(field, names));
    let bare = if field.query.bare_select.is_some() { ".with_bare_select()" } else { "" };
    let name = string(&field.wire_name);
    let value = code!("{}::Property::new({}){};", Module::Rt, name, Code::fixed(bare));
    let gap = if head.len() + 1 + value.len() <= WIDTH { " " } else { "\n        " };
    code!("{}{}{}{}\n", deprecated, head, Code::fixed(gap), value)
}

/// The type of the constant: `rt::Property<Self, Box<str>, operators::Eq>`.
pub(crate) fn constant_type(field: &Property, names: &Names<'_>) -> Code {
    code!("{}::Property<Self, {}>", Module::Rt, constant_arguments(field, names))
}

/// The same without the type that has it: `rt::Property<Box<str>, operators::Eq>`.
pub(crate) fn short_constant_type(field: &Property, names: &Names<'_>) -> Code {
    code!("{}::Property<{}>", Module::Rt, constant_arguments(field, names))
}

fn constant_arguments(field: &Property, names: &Names<'_>) -> Code {
    code!("{}{}", types::value_type(&field.ty.value, names), facts(field))
}

/// What the docs say of a property stands at its field.
fn comment(field: &Property) -> Comment {
    let mut comment = Comment::new(4);
    let mut words = Words::new().text("The property ");
    let code = Look { code: true, ..Look::default() };
    words.push(&field.wire_name, code, ItemPath::field(&field.rust_name).map(Link::Item));
    comment.line(words.text("."));
    comment
}

/// The type arguments for operators and access, as far as they are not the default ones.
fn facts(field: &Property) -> Code {
    let operators = field.query.operators.as_ref().map(|set| ident(&set.rust_name()));
    let operators = operators.map(|set| code!(", {}::{}", Module::Operators, set));
    let Some(access) = access(field.access.value) else { return operators.unwrap_or_default() };
    let operators = operators.unwrap_or_else(|| code!(", {}::Unstated", Module::Rt));
    code!("{}, {}::{}", operators, Module::Rt, Code::fixed(access))
}

fn access(access: Access) -> Option<&'static str> {
    match access {
        Access::Writable => None,
        Access::NotNull => Some("NotNull"),
        Access::CreateOnly => Some("CreateOnly"),
        Access::ReadOnly => Some("ReadOnly"),
    }
}

fn create(item: &Struct, constructor: &Constructor, names: &Names<'_>) -> Code {
    let fields = required(item, constructor);
    let parameter =
        |field: &&Property| code!("{}: {}", ident(&field.rust_name), parameter_type(field, names));
    let parameters: Vec<Code> = fields.iter().map(parameter).collect();
    let setter = |field: &&Property| {
        let (constant, value) = (ident(&field.constant()), ident(&field.rust_name));
        code!("\n            .set(Self::{}, {})", constant, value)
    };
    let setters: Code = fields.iter().map(setter).collect();
    code!(
        "{}{}    #[must_use]\n{} {{\n        {}::Create::unchecked(){}\n    }}\n",
        Code::fixed(docs(&fields)),
        Code::fixed(lint(parameters.len())),
        signature(&parameters),
        Module::Rt,
        setters
    )
}

/// The properties that a constructor asks for.
pub(crate) fn required<'a>(item: &'a Struct, constructor: &Constructor) -> Vec<&'a Property> {
    let field = |name: &String| item.fields.iter().find(|field| field.wire_name == *name);
    constructor.required.iter().filter_map(|it| field(&it.value)).collect()
}

fn docs(required: &[&Property]) -> &'static str {
    if required.is_empty() {
        "    /// A new object, empty as yet.\n"
    } else {
        "    /// A new object with what the documentation requires; for exceptions there is `Create::unchecked`.\n"
    }
}

/// The documentation may require more than a function should take.
fn lint(parameters: usize) -> &'static str {
    if parameters > MOST_PARAMETERS {
        "    #[expect(clippy::too_many_arguments, reason = \"the documentation requires them all\")]\n"
    } else {
        ""
    }
}

/// On one line if it fits.
fn signature(parameters: &[Code]) -> Code {
    let returned = code!(") -> {}::Create<Self>", Module::Rt);
    let line = code!("    pub fn create({}{}", Code::join(parameters, ", "), &returned);
    if line.len() + 2 <= WIDTH {
        return line;
    }
    let lines: Code = parameters.iter().map(|it| code!("        {},\n", it)).collect();
    code!("    pub fn create(\n{}    {}", lines, returned)
}

/// Text and collections are borrowed.
pub(crate) fn parameter_type(field: &Property, names: &Names<'_>) -> Code {
    let ty = &field.ty.value;
    let item = match ty.item {
        ItemType::Scalar(Scalar::String) => Code::fixed("&str"),
        _ => code!("{}", types::item_type(&ty.item, names)),
    };
    if ty.collection { code!("&[{}]", item) } else { item }
}
