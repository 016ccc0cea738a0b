//! `Debug` and `PartialEq` through the field tables.

use std::fmt;

use super::members::same_members;
use super::write::elements;
use super::{Fields, Model, View};

/// Prints the fields that hold a value, under their names on the wire, and the other members.
///
/// # Errors
/// Those of the formatter.
pub fn show(model: &dyn Model, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    model.look(&mut |fields| {
        let mut output = f.debug_struct(model.info().rust_name);
        for (_, name, slot) in fields.present() {
            if let Some(value) = slot.view() {
                output.field(name, &value);
            }
        }
        for (name, value) in model.additional().iter() {
            output.field(name, value);
        }
        result = output.finish();
    });
    result
}

/// Whether two values have the same type, equal fields and equal other members.
pub fn equal(a: &dyn Model, b: &dyn Model) -> bool {
    if a.info().wire_name != b.info().wire_name || a.additional() != b.additional() {
        return false;
    }
    let mut equal = false;
    a.look(&mut |fields_a| {
        b.look(&mut |fields_b| equal = values(fields_a).eq(values(fields_b)));
    });
    equal
}

/// The values of the fields, each with its place.
fn values<'a>(fields: Fields<'a, 'a>) -> impl Iterator<Item = (usize, Option<View<'a>>)> {
    fields.present().map(|(index, _, slot)| (index, slot.view()))
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            View::Str(value) => value.fmt(f),
            View::Bool(value) => value.fmt(f),
            View::Int(value) | View::Int64(value) => value.fmt(f),
            View::F32(value) => value.fmt(f),
            View::F64(value) => value.fmt(f),
            View::Timestamp(value) => value.fmt(f),
            View::Date(value) => value.fmt(f),
            View::Time(value) => value.fmt(f),
            View::Duration(value) => value.fmt(f),
            View::Uuid(value) => value.fmt(f),
            View::Bytes(value) => value.fmt(f),
            View::Decimal(value) => value.fmt(f),
            View::Flags(value) => value.to_string().fmt(f),
            View::Json(value) => value.fmt(f),
            View::Object(model) => show(*model, f),
            View::Polymorphic(value) => show(value.model(), f),
            View::List(list) => f.debug_list().entries(elements(*list)).finish(),
        }
    }
}

impl PartialEq for View<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (View::Str(a), View::Str(b)) => a == b,
            (View::Bool(a), View::Bool(b)) => a == b,
            (View::Int(a), View::Int(b)) | (View::Int64(a), View::Int64(b)) => a == b,
            (View::F32(a), View::F32(b)) => a == b,
            (View::F64(a), View::F64(b)) => a == b,
            (View::Timestamp(a), View::Timestamp(b)) => a == b,
            (View::Date(a), View::Date(b)) => a == b,
            (View::Time(a), View::Time(b)) => a == b,
            (View::Duration(a), View::Duration(b)) => a == b,
            (View::Uuid(a), View::Uuid(b)) => a == b,
            (View::Bytes(a), View::Bytes(b)) => a == b,
            (View::Decimal(a), View::Decimal(b)) => a == b,
            (View::Flags(a), View::Flags(b)) => same_members(&a.to_string(), &b.to_string()),
            (View::Json(a), View::Json(b)) => a == b,
            (View::Object(a), View::Object(b)) => equal(*a, *b),
            (View::Polymorphic(a), View::Polymorphic(b)) => equal(a.model(), b.model()),
            (View::List(a), View::List(b)) => elements(*a).eq(elements(*b)),
            _ => false,
        }
    }
}
