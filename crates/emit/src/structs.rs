//! Structured types: the struct, its field table, and the enum over its derived types.

use model::{Gate, Polymorphic, Property, QualifiedName, Struct};
use proc_macro2::Ident;
use syn::{Attribute, Field};
use text::{Notice, Words};

use crate::code::{Code, Module, Named, Piece, code};
use crate::docs::Comment;
use crate::entries::Entries;
use crate::file::Text;
use crate::names::{Names, TypeName};
use crate::tokens::{ident, string};
use crate::types::Type;
use crate::{deprecation, facts, gates, properties, syntax, types};

/// How far fields are indented.
const INDENT: usize = 4;

/// Adds all items of a structured type to its file.
pub(crate) fn push(text: &mut Text, item: &Struct, names: &Names<'_>, entries: &Entries<'_>) {
    let attributes = type_attributes(item, entries);
    let name = ident(&item.rust.name);
    text.push(&declaration(attributes, &name, &item.fields, Some(item), names));
    let (wire, rows) = (string(&item.name.to_string()), table(&item.fields, Some(item), names));
    text.push(&code!("{}::model! {{\n    {}: {} {{\n{}    }}\n}}\n", Module::Rt, name, wire, rows));
    text.push(&properties::of_type(item, names));
    text.push(&properties::relations(item, names));
    if let Some(family) = &item.polymorphic {
        text.push(&any(item, family, names));
    }
}

/// The struct with its members: `fields`, and room for what else a value carries. Body parameters have no
/// `owner`, and nothing to inherit.
pub(crate) fn declaration(
    attributes: Vec<Attribute>,
    name: &Ident,
    fields: &[Property],
    owner: Option<&Struct>,
    names: &Names<'_>,
) -> Code {
    let mut named = Named::one(Module::Rt);
    let mut members = Vec::with_capacity(fields.len() + 1);
    for property in fields {
        let ty = types::field_type(property, names);
        let gate = gates::of_field(property, owner, names);
        named.add(&ty.named().behind(&gate));
        members.push(field(property, owner, &ty, &gate, names));
    }
    members.push(rest(owner.is_some_and(|owner| owner.is_open)));
    Code::printed(&syntax::file(syntax::structure(attributes, name.clone(), members)), named)
}

/// The comment, in which some lines need features that the type does not, and what else stands on it.
fn type_attributes(item: &Struct, entries: &Entries<'_>) -> Vec<Attribute> {
    let mut docs = type_docs(item);
    let mut gated = Vec::new();
    for (gate, words) in entries.lines(item) {
        match gates::paragraph(&gate, words.clone()) {
            Some(attribute) => gated.push(attribute),
            None => docs.paragraph(words),
        }
    }
    let deprecated = deprecation::attribute(item.deprecated.as_ref());
    docs.attributes().chain(gated).chain(deprecated).collect()
}

fn attributes(docs: &Comment, deprecated: Option<&Notice>) -> Vec<Attribute> {
    docs.attributes().chain(deprecation::attribute(deprecated)).collect()
}

fn field(
    property: &Property,
    owner: Option<&Struct>,
    ty: &Type,
    gate: &Gate,
    names: &Names<'_>,
) -> Field {
    let docs = field_docs(property, owner, gate, names);
    let mut attributes = attributes(&docs, property.deprecated.as_ref());
    attributes.extend(gates::attribute(gate));
    syntax::field(attributes, ident(&property.rust_name), ty.syntax())
}

fn rest(is_open: bool) -> Field {
    let docs = rest_docs(is_open).attributes().collect();
    syntax::field(docs, ident("additional"), Type::rt("Additional").syntax())
}

fn type_docs(item: &Struct) -> Comment {
    let mut comment = Comment::new(0);
    comment.text(&item.docs.text);
    let wire = wire_line(&item.name, item.base.as_ref().map(|base| &base.value));
    comment.paragraph(Words::new().join([wire, gates::sentence(&item.gate)], " "));
    comment.sources(&item.docs);
    comment
}

fn wire_line(name: &QualifiedName, base: Option<&QualifiedName>) -> Words {
    let words = Words::new().text("On the wire: ").code(&name.to_string());
    match base {
        Some(base) => words.text(", derived from ").code(&base.to_string()).text("."),
        None => words.text("."),
    }
}

fn rest_docs(is_open: bool) -> Comment {
    let mut comment = Comment::new(INDENT);
    comment.paragraph(Words::new().text(if is_open {
        "Annotations and further properties, which values of this open type may carry."
    } else {
        "Annotations, and properties that the documentation does not describe."
    }));
    comment
}

/// Inherited fields repeat only the first line: the whole text stands at the type that declares them.
fn field_docs(
    property: &Property,
    owner: Option<&Struct>,
    gate: &Gate,
    names: &Names<'_>,
) -> Comment {
    let mut comment = Comment::new(INDENT);
    let text = &property.docs.text;
    match (owner, &property.declared_in) {
        (None, _) => {
            comment.text(text);
            comment.paragraph(facts::parameter_line(property));
        }
        (Some(heir), Some(base)) if *base != heir.name => {
            comment.text(&text.first_line());
            let inherited = inherited_line(base, heir, names);
            comment.paragraph(Words::new().join([facts::line(property, heir), inherited], " "));
        }
        (Some(owner), _) => {
            comment.text(text);
            comment.paragraph(facts::line(property, owner));
        }
    }
    comment.paragraph(gates::sentence(gate));
    comment
}

fn inherited_line(declared_in: &QualifiedName, heir: &Struct, names: &Names<'_>) -> Words {
    // A base need not be there where what derives from it is.
    let is_there = |name: &&TypeName<'_>| name.gate.within(&heir.gate).is_open();
    let base = match names.get(declared_in).filter(is_there) {
        Some(name) => names.link(name, &heir.rust.file),
        None => Words::new().code(&declared_in.to_string()),
    };
    Words::new().text("Inherited from ").join([base], "").text(".")
}

/// The rows of a field table. One line per field, so that a new property adds one.
pub(crate) fn table(fields: &[Property], owner: Option<&Struct>, names: &Names<'_>) -> Code {
    let row = |field: &Property| {
        let gate = gates::lines(&gates::of_field(field, owner, names), 8);
        code!("{}        {}: {},\n", gate, ident(&field.rust_name), string(&field.wire_name))
    };
    fields.iter().map(row).collect()
}

/// The base type's variant, then those of derived types with the names that tell them apart.
fn any(item: &Struct, family: &Polymorphic, names: &Names<'_>) -> Code {
    let (base, derived): (Vec<_>, Vec<_>) =
        family.variants.iter().partition(|(_, variant)| *variant == item.name);
    let base_name = base.first().map_or(&item.rust.name, |(name, _)| name);
    let base = names.get(&item.name).map(|base| code!("{}({}),\n", ident(base_name), &base.exact));
    let rows: Code = derived
        .into_iter()
        .filter_map(|(variant, wire_name)| {
            let held = names.get(wire_name)?;
            let gate = held.gate.within(&item.gate);
            let wire = string(&wire_name.to_string());
            let row = code!("        {}({}) = {},\n", ident(variant), &held.exact, wire);
            Some(code!("{}{}", gates::lines(&gate, 8), row.behind(&gate)))
        })
        .collect();
    code!(
        "{}::any_of! {{\n{}    pub enum {} {{\n        {}{}    }}\n}}\n",
        Module::Rt,
        Code::comment(&any_docs(item), INDENT),
        ident(&family.rust_name),
        base.unwrap_or_default(),
        rows
    )
}

fn any_docs(item: &Struct) -> Comment {
    let mut comment = Comment::new(INDENT);
    let words = Words::new().text("Any ").item(&item.rust.name);
    comment.paragraph(words.text(", also of a type derived from it."));
    if let Some(example) = item.telling_property() {
        let call = format!("value.get({}::{})", item.rust.name, example.constant());
        let words = Words::new().text("A property of all of them is read by its constant: ");
        comment.paragraph(words.code(&call).text("."));
    }
    comment
}
