//! Decodes one value to its place, whatever it is.
//!
//! A single visitor takes all JSON values, so that the input decides what happens and each value is looked
//! at once.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::Value;

use super::object::{read_object, read_polymorphic};
use super::scalar::{self, Scalar};
use super::trail::Trail;
use super::write::to_value;
use super::{List, Slot, Target, info_of};

/// What became of a value: `None` when it was read; the value itself when it must be kept as it is.
pub(super) type Kept = Option<Box<Value>>;

/// Where a value goes to.
pub(super) enum Place<'a> {
    Field(&'a mut dyn Slot),
    Element(&'a mut dyn List),
    Alone(Target<'a>),
}

impl<'a> Place<'a> {
    #[inline]
    fn open(self) -> Target<'a> {
        match self {
            Place::Field(slot) => slot.open(false),
            Place::Element(list) => list.push_blank(),
            Place::Alone(target) => target,
        }
    }
}

/// Decodes to a place.
pub(super) struct ValueSeed<'a> {
    pub(super) place: Place<'a>,
    pub(super) trail: &'a mut Trail,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Kept;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Kept;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    /// Null leaves a field absent. A collection has no room for it, unless its elements are any JSON.
    fn visit_unit<E: Error>(self) -> Result<Kept, E> {
        match self.place {
            Place::Field(slot) => {
                slot.clear();
                Ok(None)
            }
            place => match place.open() {
                Target::Json(_) => Ok(None),
                _ => Ok(Some(Box::new(Value::Null))),
            },
        }
    }

    fn visit_none<E: Error>(self) -> Result<Kept, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Kept, E> {
        put(self.place.open(), Scalar::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Kept, E> {
        put(self.place.open(), Scalar::Int(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Kept, E> {
        put(self.place.open(), i64::try_from(value).map_or(Scalar::BigInt(value), Scalar::Int))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Kept, E> {
        put(self.place.open(), Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Kept, E> {
        match self.place.open() {
            Target::Str(value) => *value = text.into(),
            target => return put(target, Scalar::Text(text)),
        }
        Ok(None)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Kept, E> {
        match self.place.open() {
            Target::Str(value) => *value = text.into_boxed_str(),
            target => return put(target, Scalar::Text(&text)),
        }
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Kept, A::Error> {
        match self.place.open() {
            Target::Object(model) => read_object(model, map, self.trail)?,
            Target::Polymorphic(value) => read_polymorphic(value, map, self.trail)?,
            Target::Json(value) => *value = Value::deserialize(MapAccessDeserializer::new(map))?,
            target => return Err(mismatch(Unexpected::Map, &target)),
        }
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Kept, A::Error> {
        match self.place.open() {
            Target::List(list) => return read_list(list, seq, self.trail),
            Target::Json(value) => *value = Value::deserialize(SeqAccessDeserializer::new(seq))?,
            target => return Err(mismatch(Unexpected::Seq, &target)),
        }
        Ok(None)
    }
}

/// Puts a scalar to its target. One without the documented form is kept, but one in place of an object or
/// a collection is an error.
fn put<E: Error>(mut target: Target<'_>, scalar: Scalar<'_>) -> Result<Kept, E> {
    if scalar::set(&mut target, &scalar) {
        return Ok(None);
    }
    match target {
        Target::Object(_) | Target::Polymorphic(_) | Target::List(_) => {
            Err(mismatch(scalar.unexpected(), &target))
        }
        _ => Ok(Some(Box::new(scalar.to_value()))),
    }
}

fn mismatch<E: Error>(found: Unexpected<'_>, target: &Target<'_>) -> E {
    match target {
        Target::Object(model) => object_expected(found, info_of(*model).wire_name),
        Target::Polymorphic(value) => object_expected(found, info_of(value.model()).wire_name),
        target => E::invalid_type(found, &scalar::expectation(target)),
    }
}

fn object_expected<E: Error>(found: Unexpected<'_>, wire_name: &str) -> E {
    E::invalid_type(found, &format!("an object ({wire_name})").as_str())
}

fn read_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    mut seq: A,
    trail: &mut Trail,
) -> Result<Kept, A::Error> {
    for index in 0.. {
        match seq.next_element_seed(ValueSeed { place: Place::Element(list), trail }) {
            Ok(Some(None)) => {}
            Ok(Some(Some(value))) => return keep_list(list, *value, seq).map(Some),
            Ok(None) => return Ok(None),
            Err(error) => {
                trail.index(index);
                return Err(error);
            }
        }
    }
    Ok(None)
}

/// The whole array, when an element must be kept as it is.
fn keep_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    kept: Value,
    mut seq: A,
) -> Result<Box<Value>, A::Error> {
    list.remove_at(list.count() - 1);
    let mut values: Vec<Value> = (0..list.count())
        .map(|index| to_value(&list.at(index)))
        .collect::<Result<_, _>>()
        .map_err(A::Error::custom)?;
    values.push(kept);
    while let Some(value) = seq.next_element()? {
        values.push(value);
    }
    Ok(Box::new(Value::Array(values)))
}
