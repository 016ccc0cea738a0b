//! The items of types.

use model::{Api, Enum, Polymorphic, Property, RustItem, Struct};

use super::{Form, Item, Parameter, Subject};
use crate::names::Names;
use crate::{gates, properties, types};

pub(super) fn push(items: &mut Vec<Item>, api: &Api, names: &Names<'_>) {
    for item in api.structs.iter().filter(|item| !item.is_json) {
        structure(items, item, names);
    }
    for item in &api.enums {
        enumeration(items, item);
    }
    for set in api.operator_sets() {
        let path = format!("operators::{}", set.rust_name());
        items.push(Item::new(path, Subject::Operators(set), Form::Enum));
    }
}

/// The path of an item beside a type: `models::term_store::Set`.
fn path(item: &RustItem, name: &str) -> String {
    item.module.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("::")
}

fn structure(items: &mut Vec<Item>, item: &Struct, names: &Names<'_>) {
    let of_type = |path: String, form| {
        Item::new(path, Subject::Type(item.name.clone()), form).gated(&item.gate)
    };
    let at = path(&item.rust, &item.rust.name);
    items.push(of_type(at.clone(), Form::Struct).deprecated(item.deprecated.as_ref()));
    for property in &item.fields {
        let subject = Subject::property(&item.name, property);
        let gate = gates::of_field(property, Some(item), names);
        items.push(field(&at, property, subject.clone(), names).gated(&gate));
        items.push(constant(&at, property, subject, names).gated(&gate));
    }
    if let Some(constructor) = &item.constructor {
        let parameter = |field: &&Property| Parameter {
            name: field.rust_name.clone(),
            ty: properties::parameter_type(field, names).to_string(),
        };
        let parameters = properties::required(item, constructor).iter().map(parameter).collect();
        let returns = "rt::Create<Self>".to_owned();
        let form = Form::Function { parameters, returns, call: None };
        items.push(of_type(format!("{at}::create"), form));
    }
    let bases = item.is_a.iter().filter_map(|base| Some((base, names.get(base)?)));
    for (base_name, base) in bases {
        let path = format!("{at}: rt::IsA<{}>", base.exact);
        let relation = Item::new(path, Subject::Type(base_name.clone()), Form::Relation);
        items.push(relation.gated(&base.gate.within(&item.gate)));
    }
    if let Some(family) = &item.polymorphic {
        items.push(of_type(path(&item.rust, &family.rust_name), Form::Enum));
        items.extend(variants(item, family, names));
    }
}

fn field(at: &str, property: &Property, subject: Subject, names: &Names<'_>) -> Item {
    let form = Form::Field(types::field_type(property, names).to_string());
    let item = Item::new(format!("{at}::{}", property.rust_name), subject, form);
    item.deprecated(property.deprecated.as_ref())
}

fn constant(at: &str, property: &Property, subject: Subject, names: &Names<'_>) -> Item {
    let form = Form::Constant {
        ty: properties::short_constant_type(property, names).to_string(),
        value: types::value_type(&property.ty.value, names).to_string(),
        operators: property.query.operators.clone(),
        access: property.access.value,
    };
    let item = Item::new(format!("{at}::{}", property.constant()), subject, form);
    item.deprecated(property.deprecated.as_ref())
}

fn variants<'a>(
    item: &'a Struct,
    family: &'a Polymorphic,
    names: &'a Names<'_>,
) -> impl Iterator<Item = Item> + 'a {
    let at = path(&item.rust, &family.rust_name);
    family.variants.iter().filter_map(move |(variant, name)| {
        let held = names.get(name)?;
        let form = Form::Variant(Some(held.exact.to_string()));
        let variant = Item::new(format!("{at}::{variant}"), Subject::Type(item.name.clone()), form);
        Some(variant.gated(&held.gate.within(&item.gate)))
    })
}

fn enumeration(items: &mut Vec<Item>, item: &Enum) {
    let at = path(&item.rust, &item.rust.name);
    let own = Item::new(at.clone(), Subject::Type(item.name.clone()), Form::Enum);
    items.push(own.gated(&item.gate).deprecated(item.deprecated.as_ref()));
    items.extend(item.members.iter().map(|member| {
        let (owner, name) = (item.name.clone(), member.wire_name.clone());
        let path = format!("{at}::{}", member.rust_name);
        Item::new(path, Subject::Member { owner, name }, Form::Variant(None))
    }));
}

/// The fields of a struct of parameters, and its constants where it tells what to change.
pub(super) fn body_fields(
    items: &mut Vec<Item>,
    at: &str,
    operation: &str,
    fields: &[Property],
    has_constants: bool,
    names: &Names<'_>,
) {
    for property in fields {
        let subject = Subject::BodyParameter {
            operation: operation.to_owned(),
            name: property.wire_name.clone(),
        };
        items.push(field(at, property, subject.clone(), names));
        if has_constants {
            items.push(constant(at, property, subject, names));
        }
    }
}
