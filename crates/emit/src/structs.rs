//! Structured types: the struct, its field table, and the enum over its derived types.

use model::{Gate, Polymorphic, Property, QualifiedName, Struct};
use syn::{Attribute, Field, Item};
use text::{Notice, Words};

use crate::docs::Comment;
use crate::file::Text;
use crate::names::{Names, TypeName};
use crate::tokens::{ident, string};
use crate::{deprecation, facts, gates, properties, syntax, types};

/// How far fields are indented.
const INDENT: usize = 4;

/// Adds all items of a structured type to its file.
pub(crate) fn push(text: &mut Text, item: &Struct, names: &Names<'_>) {
    text.push(&syntax::print(structure(item, names)));
    let (name, wire) = (ident(&item.rust.name), string(&item.name.to_string()));
    let rows = table(&item.fields, Some(item), names);
    text.push(&format!("rt::model! {{\n    {name}: {wire} {{\n{rows}    }}\n}}\n"));
    text.push(&properties::of_type(item, names));
    text.push(&properties::relations(item, names));
    if let Some(family) = &item.polymorphic {
        text.push(&any(item, family, names));
    }
}

fn structure(item: &Struct, names: &Names<'_>) -> Item {
    let attributes = attributes(&type_docs(item), item.deprecated.as_ref());
    let members = members(&item.fields, Some(item), names);
    syntax::structure(attributes, ident(&item.rust.name), members)
}

fn attributes(docs: &Comment, deprecated: Option<&Notice>) -> Vec<Attribute> {
    docs.attributes().chain(deprecation::attribute(deprecated)).collect()
}

/// The members of a struct: `fields`, and room for what else a value carries. Body parameters have no
/// `owner`, and nothing to inherit.
pub(crate) fn members(
    fields: &[Property],
    owner: Option<&Struct>,
    names: &Names<'_>,
) -> Vec<Field> {
    let fields = fields.iter().map(|it| field(it, owner, names));
    fields.chain([rest(owner.is_some_and(|owner| owner.is_open))]).collect()
}

fn field(property: &Property, owner: Option<&Struct>, names: &Names<'_>) -> Field {
    let docs = field_docs(property, owner, names);
    let mut attributes = attributes(&docs, property.deprecated.as_ref());
    attributes.extend(gates::attribute(&field_gate(property, owner, names)));
    let ty = types::field_type(property, names).syntax();
    syntax::field(attributes, ident(&property.rust_name), ty)
}

/// The features that a field needs beside those of its struct: a relationship may lead to a type that is
/// not there. The operation that has the parameters of a body reaches their types.
pub(crate) fn field_gate(property: &Property, owner: Option<&Struct>, names: &Names<'_>) -> Gate {
    let gate = |owner: &Struct| names.item_gate(&property.ty.value.item).within(&owner.gate);
    owner.map(gate).unwrap_or_default()
}

fn rest(is_open: bool) -> Field {
    let ty = syntax::type_at("rt::Additional", None);
    syntax::field(rest_docs(is_open).attributes().collect(), ident("additional"), ty)
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
fn field_docs(property: &Property, owner: Option<&Struct>, names: &Names<'_>) -> Comment {
    let mut comment = Comment::new(INDENT);
    let text = &property.docs.text;
    match owner {
        None => {
            comment.text(text);
            comment.paragraph(facts::parameter_line(property));
        }
        Some(owner) if property.declared_in == owner.name => {
            comment.text(text);
            comment.paragraph(facts::line(property));
        }
        Some(_) => {
            comment.text(&text.first_line());
            let inherited = inherited_line(&property.declared_in, names);
            comment.paragraph(Words::new().join([facts::line(property), inherited], " "));
        }
    }
    comment.paragraph(gates::sentence(&field_gate(property, owner, names)));
    comment
}

fn inherited_line(declared_in: &QualifiedName, names: &Names<'_>) -> Words {
    let words = Words::new().text("Inherited from ");
    match names.get(declared_in) {
        Some(name) => words.item(&name.exact()).text("."),
        None => words.code(&declared_in.to_string()).text("."),
    }
}

/// The rows of a field table. One line per field, so that a new property adds one.
pub(crate) fn table(fields: &[Property], owner: Option<&Struct>, names: &Names<'_>) -> String {
    let row = |field: &Property| {
        let gate = gates::lines(&field_gate(field, owner, names), 8);
        format!("{gate}        {}: {},\n", ident(&field.rust_name), string(&field.wire_name))
    };
    fields.iter().map(row).collect()
}

/// The base type's variant, then those of derived types with the names that tell them apart.
fn any(item: &Struct, family: &Polymorphic, names: &Names<'_>) -> String {
    let name = ident(&family.rust_name);
    let (base, derived): (Vec<_>, Vec<_>) =
        family.variants.iter().partition(|(_, variant)| *variant == item.name);
    let base_name = ident(base.first().map_or(&item.rust.name, |(name, _)| name));
    let base_type = names.get(&item.name).map(TypeName::exact).unwrap_or_default();
    let rows: String = derived
        .into_iter()
        .filter_map(|(variant, wire_name)| {
            let held = names.get(wire_name)?;
            let gate = gates::lines(&held.gate.within(&item.gate), 8);
            let (variant, ty) = (ident(variant), held.exact());
            Some(format!("{gate}        {variant}({ty}) = {},\n", string(&wire_name.to_string())))
        })
        .collect();
    let docs = any_docs(item).print(INDENT);
    format!(
        "rt::any_of! {{\n{docs}    pub enum {name} {{\n        {base_name}({base_type}),\n{rows}    }}\n}}\n"
    )
}

fn any_docs(item: &Struct) -> Comment {
    let mut comment = Comment::new(INDENT);
    let words = Words::new().text("Any ").item(&item.rust.name);
    comment.paragraph(words.text(", also of a type derived from it."));
    comment
}
