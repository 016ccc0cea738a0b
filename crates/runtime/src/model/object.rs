//! Decodes the members of an object to its fields.

use std::fmt;
use std::mem;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::trail::Trail;
use super::value::{Place, ValueSeed};
use super::write::to_value;
use super::{Info, Model, Polymorphic, Slot, info_of};
use crate::Additional;

/// Reads an object.
pub(super) fn read_object<'de, A: MapAccess<'de>>(
    model: &mut dyn Model,
    mut map: A,
    trail: &mut Trail,
) -> Result<(), A::Error> {
    read_members(model, &mut map, trail, TypeName::IsData).map(drop)
}

/// Reads an object as one of the base type until its `@odata.type` turns up. That is at once when it
/// comes first, and never for most objects of the base type; only in between must the members read so
/// far be read again, as those of the derived type.
pub(super) fn read_polymorphic<'de, A: MapAccess<'de>>(
    value: &mut dyn Polymorphic,
    mut map: A,
    trail: &mut Trail,
) -> Result<(), A::Error> {
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
    read_object(value.model_mut(), map, trail)
}

fn carry_over(
    before: Value,
    model: &mut dyn Model,
    trail: &mut Trail,
) -> Result<(), serde_json::Error> {
    if before.as_object().is_some_and(Map::is_empty) {
        return Ok(());
    }
    let place = Place::Alone(super::Target::Object(model));
    ValueSeed { place, trail }.deserialize(before).map(drop)
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
        let keys = Keys { names: info.names, next: 0, other: String::new() };
        let mut object = Object { info, keys, slots, additional, kept: false };
        result = object.read(map, trail, type_name);
    });
    result
}

/// An object that is being read.
struct Object<'a, 'b> {
    info: &'static Info,
    keys: Keys,
    slots: &'a mut [&'b mut dyn Slot],
    additional: &'a mut Additional,
    /// A property with a field was kept in `additional`.
    kept: bool,
}

impl Object<'_, '_> {
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        trail: &mut Trail,
        type_name: TypeName,
    ) -> Result<Option<String>, A::Error> {
        while let Some(field) = map.next_key_seed(&mut self.keys)? {
            if let Some(index) = field {
                self.read_field(index, map, trail)?;
                continue;
            }
            let name = mem::take(&mut self.keys.other);
            let value =
                map.next_value::<Value>().inspect_err(|_| trail.member(&name, self.info))?;
            match value {
                Value::String(text) if type_name == TypeName::Ends && name == ODATA_TYPE => {
                    return Ok(Some(text));
                }
                value => drop(self.additional.put(name, value)),
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
        match map.next_value_seed(ValueSeed { place: Place::Field(slot), trail }) {
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

/// Finds the fields that the members belong to.
struct Keys {
    names: &'static [&'static str],
    /// The field expected next: services send properties in a steady order.
    next: usize,
    /// The last name without a field.
    other: String,
}

impl Keys {
    /// The field of this name: most often the expected one.
    #[inline]
    fn find(&mut self, key: &str) -> Option<usize> {
        let index = if self.is_at(self.next, key) { self.next } else { self.search(key)? };
        self.next = index + 1;
        Some(index)
    }

    /// Searches from the expected field in both directions, because most properties are near: services
    /// keep an order, but leave some out.
    fn search(&self, key: &str) -> Option<usize> {
        (1..=self.names.len()).find_map(|distance| {
            let (ahead, behind) = (self.next + distance, self.next.wrapping_sub(distance));
            Some(ahead)
                .filter(|index| self.is_at(*index, key))
                .or_else(|| Some(behind).filter(|index| self.is_at(*index, key)))
        })
    }

    #[inline]
    fn is_at(&self, index: usize, key: &str) -> bool {
        self.names.get(index).is_some_and(|name| *name == key)
    }
}

/// Reads a name. Gives the index of its field; a name without one goes to `other`.
impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Option<usize>, E> {
        let index = self.find(key);
        if index.is_none() {
            key.clone_into(&mut self.other);
        }
        Ok(index)
    }
}
