//! Encodes objects through their field tables.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::{List, Model, Polymorphic, Slot, View, info_of};
use crate::Additional;

/// Encodes an object: its annotations, its fields, then its other members.
///
/// # Errors
/// Those of the serializer.
pub fn write<S: Serializer>(model: &dyn Model, serializer: S) -> Result<S::Ok, S::Error> {
    write_object(model, None, serializer)
}

/// Encodes an object and, where its type is a derived one, its `@odata.type`.
///
/// # Errors
/// Those of the serializer.
pub fn write_polymorphic<S: Serializer>(
    value: &dyn Polymorphic,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let model = value.model();
    let type_name = value.is_derived().then(|| info_of(model).wire_name);
    write_object(model, type_name, serializer)
}

/// Encodes the parameters of an action, with what else was given.
///
/// # Errors
/// Those of the serializer.
pub fn write_parameters<S: Serializer>(
    names: &'static [&'static str],
    slots: &[&dyn Slot],
    additional: &Additional,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_members(&mut map, &Others { names, slots, additional, typed: false })?;
    map.end()
}

/// The JSON of a value.
pub(super) fn to_value(value: &(impl Serialize + ?Sized)) -> Result<Value, serde_json::Error> {
    value.serialize(serde_json::value::Serializer)
}

/// The JSON of a value, which is always one that JSON has room for.
pub(crate) fn to_json(value: &(impl Serialize + ?Sized)) -> Value {
    to_value(value).expect("values of properties are written as JSON")
}

impl Serialize for dyn Model + '_ {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self, serializer)
    }
}

fn write_object<S: Serializer>(
    model: &dyn Model,
    type_name: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(name) = type_name {
        map.serialize_entry("@odata.type", &format_args!("#{name}"))?;
    }
    let mut result = Ok(());
    model.look(&mut |info, slots, additional| {
        let others = Others { names: info.names, slots, additional, typed: type_name.is_some() };
        result = write_members(&mut map, &others);
    });
    result?;
    map.end()
}

/// Annotations of the object come first because OData services may demand `@odata.type` before the rest.
fn write_members<M: SerializeMap>(map: &mut M, object: &Others<'_>) -> Result<(), M::Error> {
    object.write(map, |name| name.starts_with('@'))?;
    for (name, slot) in object.names.iter().zip(object.slots) {
        if let Some(value) = slot.view() {
            map.serialize_entry(name, &value)?;
        }
    }
    object.write(map, |name| !name.starts_with('@'))
}

/// The members without a field, seen beside the fields.
struct Others<'a> {
    names: &'static [&'static str],
    slots: &'a [&'a dyn Slot],
    additional: &'a Additional,
    /// `@odata.type` is already written.
    typed: bool,
}

impl Others<'_> {
    fn write<M: SerializeMap>(&self, map: &mut M, which: fn(&str) -> bool) -> Result<(), M::Error> {
        for (name, value) in self.additional.iter() {
            if which(name) && !self.is_written_otherwise(name) {
                map.serialize_entry(name, value)?;
            }
        }
        Ok(())
    }

    fn is_written_otherwise(&self, name: &str) -> bool {
        let field = self.names.iter().position(|field| *field == name);
        field.is_some_and(|index| self.slots[index].view().is_some())
            || (self.typed && name == "@odata.type")
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            View::Str(text) => serializer.serialize_str(text),
            View::Bool(value) => serializer.serialize_bool(*value),
            View::Int(number) => serializer.serialize_i64(*number),
            View::F32(number) if number.is_finite() => serializer.serialize_f32(*number),
            View::F32(number) => serializer.serialize_str(not_finite((*number).into())),
            View::F64(number) if number.is_finite() => serializer.serialize_f64(*number),
            View::F64(number) => serializer.serialize_str(not_finite(*number)),
            View::Timestamp(value) => serializer.collect_str(value),
            View::Date(value) => serializer.collect_str(value),
            View::Time(value) => serializer.collect_str(value),
            View::Span(value) => serializer.collect_str(value),
            View::Uuid(value) => serializer.collect_str(value),
            View::Bytes(value) => value.serialize(serializer),
            View::Decimal(value) => write_decimal(value, serializer),
            View::Flags(value) => serializer.collect_str(value),
            View::Json(value) => value.serialize(serializer),
            View::Object(model) => write(*model, serializer),
            View::Polymorphic(value) => write_polymorphic(*value, serializer),
            View::List(list) => serializer.collect_seq(elements(*list)),
        }
    }
}

pub(super) fn elements<'a>(list: &'a dyn List) -> impl Iterator<Item = View<'a>> {
    (0..list.count()).map(|index| list.at(index))
}

fn not_finite(number: f64) -> &'static str {
    if number.is_nan() {
        "NaN"
    } else if number > 0.0 {
        "INF"
    } else {
        "-INF"
    }
}

/// A number where a JSON reader gets the same decimal back from it, else a string.
fn write_decimal<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(number) = value.is_integer().then(|| value.to_i64()).flatten() {
        return serializer.serialize_i64(number);
    }
    let nearest = value.to_f64().filter(|number| number.to_string().parse() == Ok(*value));
    match nearest {
        Some(number) => serializer.serialize_f64(number),
        None => serializer.collect_str(value),
    }
}
