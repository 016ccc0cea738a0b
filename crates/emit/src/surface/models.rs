//! The items of types.

use model::{Api, Enum, Gate, Polymorphic, Property, RustItem, Struct};

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
        items.push(Item {
            path: format!("operators::{}", set.rust_name()),
            subject: Subject::Operators(set),
            gate: Gate::default(),
            form: Form::Enum,
            deprecated: false,
        });
    }
}

/// The path of an item beside a type: `models::term_store::Set`.
fn path(item: &RustItem, name: &str) -> String {
    item.module.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("::")
}

fn structure(items: &mut Vec<Item>, item: &Struct, names: &Names<'_>) {
    let subject = Subject::Type(item.name.clone());
    let of_type = |path: String, form| Item {
        path,
        subject: subject.clone(),
        gate: item.gate.clone(),
        form,
        deprecated: false,
    };
    let at = path(&item.rust, &item.rust.name);
    let deprecated = item.deprecated.is_some();
    items.push(Item { deprecated, ..of_type(at.clone(), Form::Struct) });
    for property in &item.fields {
        let subject = Subject::property(&item.name, property);
        let gate = gates::of_field(property, Some(item), names);
        items.push(field(&at, property, subject.clone(), gate.clone(), names));
        items.push(constant(&at, property, subject, gate, names));
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
        let gate = base.gate.within(&item.gate);
        let subject = Subject::Type(base_name.clone());
        items.push(Item {
            gate,
            subject,
            ..of_type(format!("{at}: rt::IsA<{}>", base.exact), Form::Relation)
        });
    }
    if let Some(family) = &item.polymorphic {
        items.push(of_type(path(&item.rust, &family.rust_name), Form::Enum));
        items.extend(variants(item, family, names));
    }
}

fn field(at: &str, property: &Property, subject: Subject, gate: Gate, names: &Names<'_>) -> Item {
    Item {
        path: format!("{at}::{}", property.rust_name),
        subject,
        gate,
        form: Form::Field(types::field_type(property, names).to_string()),
        deprecated: property.deprecated.is_some(),
    }
}

fn constant(
    at: &str,
    property: &Property,
    subject: Subject,
    gate: Gate,
    names: &Names<'_>,
) -> Item {
    Item {
        path: format!("{at}::{}", property.constant()),
        subject,
        gate,
        form: Form::Constant {
            ty: properties::short_constant_type(property, names).to_string(),
            value: types::value_type(&property.ty.value, names).to_string(),
            operators: property.query.operators.clone(),
            access: property.access.value,
        },
        deprecated: property.deprecated.is_some(),
    }
}

fn variants<'a>(
    item: &'a Struct,
    family: &'a Polymorphic,
    names: &'a Names<'_>,
) -> impl Iterator<Item = Item> + 'a {
    let at = path(&item.rust, &family.rust_name);
    family.variants.iter().filter_map(move |(variant, name)| {
        let held = names.get(name)?;
        Some(Item {
            path: format!("{at}::{variant}"),
            subject: Subject::Type(item.name.clone()),
            gate: held.gate.within(&item.gate),
            form: Form::Variant(Some(held.exact.to_string())),
            deprecated: false,
        })
    })
}

fn enumeration(items: &mut Vec<Item>, item: &Enum) {
    let at = path(&item.rust, &item.rust.name);
    items.push(Item {
        path: at.clone(),
        subject: Subject::Type(item.name.clone()),
        gate: item.gate.clone(),
        form: Form::Enum,
        deprecated: item.deprecated.is_some(),
    });
    items.extend(item.members.iter().map(|member| Item {
        path: format!("{at}::{}", member.rust_name),
        subject: Subject::Member { owner: item.name.clone(), name: member.wire_name.clone() },
        gate: Gate::default(),
        form: Form::Variant(None),
        deprecated: false,
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
        items.push(field(at, property, subject.clone(), Gate::default(), names));
        if has_constants {
            items.push(constant(at, property, subject, Gate::default(), names));
        }
    }
}
