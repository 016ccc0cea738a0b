//! Encodes objects through their field tables.

use rust_decimal::Decimal;
use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use super::spelling::{Numbers, numbers};
use super::{Fields, List, Model, Polymorphic, Slot, View};
use crate::Additional;
use crate::time::SpelledDate;

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
    let type_name = value.is_derived().then(|| model.info().wire_name);
    write_object(model, type_name, serializer)
}

/// Encodes the parameters of an action, with what else was given.
///
/// # Errors
/// Those of the serializer.
pub fn write_parameters<S: Serializer>(
    names: &'static [&'static str],
    slots: &[&dyn Slot],
    present: &[bool],
    additional: &Additional,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let fields = Fields::new(names, slots, present);
    write_members(&mut map, &Others::new(fields, additional, false))?;
    map.end()
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
    let object = Object { model, type_name };
    if model.additional().odd().next().is_none() {
        return object.serialize(serializer);
    }
    object.with_odd_names().map_err(S::Error::custom)?.serialize(serializer)
}

/// An object, without the members whose names are no text.
struct Object<'a> {
    model: &'a dyn Model,
    type_name: Option<&'a str>,
}

impl Object<'_> {
    /// The whole text, because serde has no room for names that are no text.
    fn with_odd_names(&self) -> serde_json::Result<Box<RawValue>> {
        let plain = to_raw_value(self)?;
        let plain = plain.get().trim_start_matches('{');
        let mut members = vec![plain.strip_suffix('}').unwrap_or(plain).to_owned()];
        let odd = self.model.additional().odd();
        members.extend(odd.map(|(name, raw)| format!("\"{name}\":{}", raw.get())));
        members.retain(|member| !member.is_empty());
        RawValue::from_string(format!("{{{}}}", members.join(",")))
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_plain(self.model, self.type_name, serializer)
    }
}

fn write_plain<S: Serializer>(
    model: &dyn Model,
    type_name: Option<&str>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut result = Ok(());
    let additional = model.additional();
    model.look(&mut |fields| {
        let others = Others::new(fields, additional, type_name.is_some());
        result = match type_name.filter(|_| additional.raw("@type").is_none()) {
            Some(name) => map.serialize_entry("@odata.type", &format_args!("#{name}")),
            None => Ok(()),
        };
        if result.is_ok() {
            result = write_members(&mut map, &others);
        }
    });
    result?;
    map.end()
}

/// Annotations of the object come first because OData services may demand `@odata.type` before the rest.
fn write_members<M: SerializeMap>(map: &mut M, object: &Others<'_>) -> Result<(), M::Error> {
    object.write(map, |name| name.starts_with('@'))?;
    for (_, name, slot) in object.fields.present() {
        match slot.view() {
            Some(View::List(list)) if object.has_elements => {
                map.serialize_entry(name, &Mixed { list, elements: object.elements_of(name) })?;
            }
            Some(value) => map.serialize_entry(name, &value)?,
            None => {}
        }
    }
    object.write(map, |name| !name.starts_with('@'))
}

/// The members without a field, seen beside the fields.
struct Others<'a> {
    fields: Fields<'a, 'a>,
    additional: &'a Additional,
    /// `@odata.type` is already written.
    typed: bool,
    /// There may be elements of collections among them.
    has_elements: bool,
}

impl<'a> Others<'a> {
    fn new(fields: Fields<'a, 'a>, additional: &'a Additional, typed: bool) -> Self {
        let has_elements = additional.plain().any(|(name, _)| name.ends_with(']'));
        Self { fields, additional, typed, has_elements }
    }

    fn write<M: SerializeMap>(&self, map: &mut M, which: fn(&str) -> bool) -> Result<(), M::Error> {
        for (name, value) in self.additional.plain() {
            if which(name) && !self.is_written_otherwise(name) {
                map.serialize_entry(name, value)?;
            }
        }
        Ok(())
    }

    fn is_written_otherwise(&self, name: &str) -> bool {
        self.fields.has(name)
            || (self.typed && name == "@odata.type")
            || element_in(name).is_some_and(|(property, _)| self.fields.names().contains(&property))
    }

    /// The elements that are kept of a collection, by their place.
    fn elements_of(&self, name: &str) -> Vec<(usize, &'a RawValue)> {
        let elements = self.additional.plain().filter_map(|(member, value)| {
            let (property, index) = element_in(member)?;
            (property == name).then_some((index, value))
        });
        let mut elements: Vec<_> = elements.collect();
        elements.sort_by_key(|(index, _)| *index);
        elements
    }
}

/// The property and the place that the name of a kept element is made of: `phones[2]`.
fn element_in(name: &str) -> Option<(&str, usize)> {
    let (property, index) = name.strip_suffix(']')?.split_once('[')?;
    Some((property, index.parse().ok()?))
}

/// A collection with the elements that are kept as they came, each at its place.
struct Mixed<'a> {
    list: &'a dyn List,
    elements: Vec<(usize, &'a RawValue)>,
}

impl Serialize for Mixed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut kept = self.elements.iter().peekable();
        let mut seq = serializer.serialize_seq(None)?;
        let mut place = 0;
        for element in elements(self.list) {
            while let Some((_, value)) = kept.next_if(|(index, _)| *index <= place) {
                seq.serialize_element(value)?;
                place += 1;
            }
            seq.serialize_element(&element)?;
            place += 1;
        }
        for (_, value) in kept {
            seq.serialize_element(value)?;
        }
        seq.end()
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            View::Str(text) => serializer.serialize_str(text),
            View::Bool(value) => serializer.serialize_bool(*value),
            View::Int(number) => serializer.serialize_i64(*number),
            View::Int64(number) => match numbers() {
                Numbers::Plain => serializer.serialize_i64(*number),
                Numbers::Strings => serializer.collect_str(number),
            },
            View::F32(number) if number.is_finite() => serializer.serialize_f32(*number),
            View::F32(number) => serializer.serialize_str(not_finite((*number).into())),
            View::F64(number) if number.is_finite() => serializer.serialize_f64(*number),
            View::F64(number) => serializer.serialize_str(not_finite(*number)),
            View::Timestamp(value) => serializer.collect_str(value),
            View::Date(value) => serializer.collect_str(&SpelledDate(**value)),
            View::Time(value) => serializer.collect_str(value),
            View::Duration(value) => serializer.collect_str(value),
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

/// A number with all its digits, which serde writes as raw text only.
fn write_decimal<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    if numbers() == Numbers::Strings {
        return serializer.collect_str(value);
    }
    match RawValue::from_string(value.to_string()) {
        Ok(digits) => digits.serialize(serializer),
        Err(error) => Err(S::Error::custom(error)),
    }
}
