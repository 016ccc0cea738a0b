//! What programs write queries and changes with: a constant per property, the beginning of an object to
//! be created, and the types that an object also is.

use model::{Access, Constructor, ItemType, Property, Scalar, Struct};

use crate::deprecation;
use crate::docs::WIDTH;
use crate::names::{Names, TypeName};
use crate::tokens::{ident, string};
use crate::{gates, structs, types};

/// The most parameters that clippy lets pass without a word.
const MOST_PARAMETERS: usize = 7;

/// The `impl` block of a structured type.
pub(crate) fn of_type(item: &Struct, names: &Names<'_>) -> String {
    let create = item.constructor.as_ref().map(|it| create(item, it, names));
    let constants = constants(&item.fields, Some(item), names);
    block(&item.rust.name, &constants, create.as_deref().unwrap_or_default())
}

/// The `impl` block of a struct of parameters.
pub(crate) fn of_parameters(rust_name: &str, fields: &[Property], names: &Names<'_>) -> String {
    block(rust_name, &constants(fields, None, names), "")
}

/// The base types whose queries take the constants of the type too.
pub(crate) fn relations(item: &Struct, names: &Names<'_>) -> String {
    let Some(own) = names.get(&item.name) else { return String::new() };
    let bases = item.is_a.iter().filter_map(|base| names.get(base));
    let relation = |base: &TypeName<'_>| {
        let gate = gates::lines(&base.gate.within(&item.gate), 0);
        format!("{gate}impl rt::IsA<{}> for {} {{}}\n", base.exact(), own.exact())
    };
    bases.map(relation).collect()
}

fn block(rust_name: &str, constants: &str, create: &str) -> String {
    if constants.is_empty() && create.is_empty() {
        return String::new();
    }
    let gap = if constants.is_empty() || create.is_empty() { "" } else { "\n" };
    format!("impl {} {{\n{constants}{gap}{create}}}\n", ident(rust_name))
}

fn constants(fields: &[Property], owner: Option<&Struct>, names: &Names<'_>) -> String {
    let gate = |field| gates::lines(&structs::field_gate(field, owner, names), 4);
    fields.iter().map(|field| gate(field) + &constant(field, names)).collect()
}

/// One line where it fits, so that a new property adds one.
fn constant(field: &Property, names: &Names<'_>) -> String {
    let deprecated = deprecation::line(field.deprecated.as_ref());
    let name = ident(&field.constant());
    let mut arguments =
        vec!["Self".to_owned(), types::value_type(&field.ty.value, names).to_string()];
    arguments.extend(facts(field));
    let head = format!("    pub const {name}: rt::Property<{}> =", arguments.join(", "));
    let value = format!("rt::Property::new({});", string(&field.wire_name));
    if head.len() + 1 + value.len() <= WIDTH {
        format!("{deprecated}{head} {value}\n")
    } else {
        format!("{deprecated}{head}\n        {value}\n")
    }
}

/// The type arguments for operators and access, as far as they are not the default ones.
fn facts(field: &Property) -> Vec<String> {
    let operators = field.operators().map(|set| format!("operators::{}", set.rust_name()));
    let access = access(field.access.value);
    match (operators, access) {
        (None, None) => Vec::new(),
        (Some(operators), None) => vec![operators],
        (operators, Some(access)) => {
            let operators = operators.unwrap_or_else(|| "rt::Unstated".to_owned());
            vec![operators, format!("rt::{access}")]
        }
    }
}

fn access(access: Access) -> Option<&'static str> {
    match access {
        Access::Writable => None,
        Access::NotNull => Some("NotNull"),
        Access::CreateOnly => Some("CreateOnly"),
        Access::ReadOnly => Some("ReadOnly"),
    }
}

fn create(item: &Struct, constructor: &Constructor, names: &Names<'_>) -> String {
    let field = |name: &String| item.fields.iter().find(|field| field.wire_name == *name);
    let fields: Vec<&Property> =
        constructor.required.iter().filter_map(|it| field(&it.value)).collect();
    let parameters = fields
        .iter()
        .map(|field| format!("{}: {}", ident(&field.rust_name), parameter_type(field, names)));
    let parameters: Vec<String> = parameters.collect();
    let setters: String = fields
        .iter()
        .map(|field| format!("\n            .set(Self::{}, {})", field.constant(), field.rust_name))
        .collect();
    let (docs, lint) = (docs(&fields), lint(parameters.len()));
    let signature = signature(&parameters);
    format!(
        "{docs}{lint}    #[must_use]\n{signature} {{\n        rt::Create::unchecked(){setters}\n    }}\n"
    )
}

fn docs(required: &[&Property]) -> &'static str {
    if required.is_empty() {
        "    /// A new object, empty as yet.\n"
    } else {
        "    /// A new object with what the documentation requires.\n"
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
fn signature(parameters: &[String]) -> String {
    let line = format!("    pub fn create({}) -> rt::Create<Self>", parameters.join(", "));
    if line.len() + 2 <= WIDTH {
        return line;
    }
    let lines: String = parameters.iter().map(|it| format!("        {it},\n")).collect();
    format!("    pub fn create(\n{lines}    ) -> rt::Create<Self>")
}

/// Text and collections are borrowed.
fn parameter_type(field: &Property, names: &Names<'_>) -> String {
    let ty = &field.ty.value;
    let item = match ty.item {
        ItemType::Scalar(Scalar::String) => "&str".to_owned(),
        _ => types::item_type(&ty.item, names).to_string(),
    };
    if ty.collection { format!("&[{item}]") } else { item }
}
