//! Decodes objects through their field tables.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::scalar::{Kept, ScalarVisitor};
use super::trail::Trail;
use super::write::to_value;
use super::{Element, Info, Kind, List, Model, Polymorphic, Slot, Target, info_of};
use crate::Additional;

/// Decodes an object.
///
/// # Errors
/// When the input is not well formed, or has an object, an array or a scalar where another one of these
/// is documented. The message begins with the place.
pub fn read<'de, T: Model + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    let mut trail = Trail::default();
    match deserializer.deserialize_map(ObjectVisitor { model: &mut value, trail: &mut trail }) {
        Ok(()) => Ok(value),
        Err(error) => Err(trail.locate(error)),
    }
}

/// Decodes an object of the type that its `@odata.type` names.
///
/// # Errors
/// As [`read`].
pub fn read_polymorphic<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Polymorphic + Default,
    D: Deserializer<'de>,
{
    let mut value = T::default();
    let mut trail = Trail::default();
    match deserializer.deserialize_map(PolymorphicVisitor { value: &mut value, trail: &mut trail })
    {
        Ok(()) => Ok(value),
        Err(error) => Err(trail.locate(error)),
    }
}

/// Decodes a value that stands alone.
///
/// # Errors
/// As [`read`], and when a scalar does not have the documented form.
pub fn read_element<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::Kind::blank();
    let mut trail = Trail::default();
    let seed = TargetSeed { target: T::Kind::target(&mut value), trail: &mut trail };
    match seed.deserialize(deserializer) {
        Ok(None) => Ok(value),
        Ok(Some(kept)) => Err(D::Error::custom(format_args!("unexpected value {kept}"))),
        Err(error) => Err(trail.locate(error)),
    }
}

struct ObjectVisitor<'a> {
    model: &'a mut dyn Model,
    trail: &'a mut Trail,
}

impl<'de> Visitor<'de> for ObjectVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", info_of(self.model).wire_name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        read_members(self.model, &mut map, self.trail, TypeName::IsData).map(drop)
    }
}

/// Reads the object as one of the base type until its `@odata.type` turns up. That is at once when it
/// comes first, and never for most objects of the base type; only in between must the members read so
/// far be read again, as those of the derived type.
struct PolymorphicVisitor<'a> {
    value: &'a mut dyn Polymorphic,
    trail: &'a mut Trail,
}

impl<'de> Visitor<'de> for PolymorphicVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", info_of(self.value.model()).wire_name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { value, trail } = self;
        let Some(name) = read_members(value.model_mut(), &mut map, trail, TypeName::Ends)? else {
            return Ok(());
        };
        let before = to_value(value.model()).map_err(A::Error::custom)?;
        if value.become_type(name.trim_start_matches('#')) {
            carry_over(before, value.model_mut(), trail).map_err(A::Error::custom)?;
        } else {
            value.model_mut().change(&mut |_, additional| {
                additional.put(ODATA_TYPE.to_owned(), Value::from(name.as_str()));
            });
        }
        read_members(value.model_mut(), &mut map, trail, TypeName::IsData).map(drop)
    }
}

fn carry_over(
    before: Value,
    model: &mut dyn Model,
    trail: &mut Trail,
) -> Result<(), serde_json::Error> {
    if before.as_object().is_some_and(Map::is_empty) {
        return Ok(());
    }
    before.deserialize_map(ObjectVisitor { model, trail })
}

const ODATA_TYPE: &str = "@odata.type";

/// What to do with `@odata.type`.
#[derive(Clone, Copy, PartialEq)]
enum TypeName {
    /// Keep it among the other members without a field.
    IsData,
    /// Stop there and return it.
    Ends,
}

fn read_members<'de, A: MapAccess<'de>>(
    model: &mut dyn Model,
    map: &mut A,
    trail: &mut Trail,
    type_name: TypeName,
) -> Result<Option<String>, A::Error> {
    let info = info_of(model);
    let mut result = Ok(None);
    model.change(&mut |slots, additional| {
        let mut object = Object { info, slots, additional, kept: false, next: 0 };
        result = object.read(map, trail, type_name);
    });
    result
}

/// An object that is being read.
struct Object<'a, 'b> {
    info: &'static Info,
    slots: &'a mut [&'b mut dyn Slot],
    additional: &'a mut Additional,
    /// A property with a field was kept in `additional`.
    kept: bool,
    /// The field expected next: services send properties in a steady order.
    next: usize,
}

impl Object<'_, '_> {
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        trail: &mut Trail,
        type_name: TypeName,
    ) -> Result<Option<String>, A::Error> {
        while let Some(key) =
            map.next_key_seed(KeySeed { names: self.info.names, next: self.next })?
        {
            match key {
                Key::Field(index) => self.read_field(index, map, trail)?,
                Key::Other(name) => {
                    let value = map
                        .next_value::<Value>()
                        .inspect_err(|_| trail.member(&name, self.info))?;
                    match value {
                        Value::String(text)
                            if type_name == TypeName::Ends && name == ODATA_TYPE =>
                        {
                            return Ok(Some(text));
                        }
                        value => drop(self.additional.put(name, value)),
                    }
                }
            }
        }
        Ok(None)
    }

    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        map: &mut A,
        trail: &mut Trail,
    ) -> Result<(), A::Error> {
        let name = self.info.names[index];
        let slot = &mut *self.slots[index];
        self.next = index + 1;
        match map.next_value_seed(SlotSeed { slot, trail }) {
            Ok(None) if self.kept => drop(self.additional.remove(name)),
            Ok(None) => {}
            Ok(Some(value)) => {
                self.slots[index].clear();
                self.additional.put(name.to_owned(), *value);
                self.kept = true;
            }
            Err(error) => {
                trail.member(name, self.info);
                return Err(error);
            }
        }
        Ok(())
    }
}

enum Key {
    Field(usize),
    Other(String),
}

struct KeySeed {
    names: &'static [&'static str],
    next: usize,
}

impl KeySeed {
    fn find(&self, key: &str) -> Option<usize> {
        if self.names.get(self.next).is_some_and(|name| *name == key) {
            return Some(self.next);
        }
        self.names.iter().position(|name| *name == key)
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(self.find(key).map_or_else(|| Key::Other(key.to_owned()), Key::Field))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Key, E> {
        Ok(self.find(&key).map_or(Key::Other(key), Key::Field))
    }
}

struct SlotSeed<'a> {
    slot: &'a mut dyn Slot,
    trail: &'a mut Trail,
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_> {
    type Value = Kept;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for SlotSeed<'_> {
    type Value = Kept;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Kept, E> {
        self.slot.clear();
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Kept, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        TargetSeed { target: self.slot.fill(), trail: self.trail }.deserialize(deserializer)
    }
}

struct TargetSeed<'a> {
    target: Target<'a>,
    trail: &'a mut Trail,
}

impl<'de> DeserializeSeed<'de> for TargetSeed<'_> {
    type Value = Kept;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        let trail = self.trail;
        match self.target {
            Target::Object(model) => {
                deserializer.deserialize_map(ObjectVisitor { model, trail })?;
                Ok(None)
            }
            Target::Polymorphic(value) => {
                deserializer.deserialize_map(PolymorphicVisitor { value, trail })?;
                Ok(None)
            }
            Target::List(list) => deserializer.deserialize_seq(ListVisitor { list, trail }),
            Target::Json(value) => {
                *value = Value::deserialize(deserializer)?;
                Ok(None)
            }
            scalar => deserializer.deserialize_any(ScalarVisitor(scalar)),
        }
    }
}

struct ListVisitor<'a> {
    list: &'a mut dyn List,
    trail: &'a mut Trail,
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = Kept;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Kept, A::Error> {
        let Self { list, trail } = self;
        loop {
            let index = list.count();
            match seq.next_element_seed(ElementSeed { list, trail }) {
                Ok(Some(None)) => {}
                Ok(Some(Some(value))) => return keep_list(list, *value, seq).map(Some),
                Ok(None) => return Ok(None),
                Err(error) => {
                    trail.index(index);
                    return Err(error);
                }
            }
        }
    }
}

/// The whole array, when an element must be kept as it is.
fn keep_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    kept: Value,
    mut seq: A,
) -> Result<Box<Value>, A::Error> {
    list.drop_last();
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

struct ElementSeed<'a> {
    list: &'a mut dyn List,
    trail: &'a mut Trail,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_> {
    type Value = Kept;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for ElementSeed<'_> {
    type Value = Kept;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Kept, E> {
        self.list.push_blank();
        Ok(Some(Box::new(Value::Null)))
    }

    fn visit_unit<E: Error>(self) -> Result<Kept, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kept, D::Error> {
        TargetSeed { target: self.list.push_blank(), trail: self.trail }.deserialize(deserializer)
    }
}
