//! Decodes the members of an object to its fields.

use std::fmt;
use std::mem;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::merge::{ODATA_TYPE, take_type};
use super::trail::Trail;
use super::value::{Place, ValueSeed};
use super::{Info, Model, Polymorphic, Slot, info_of, order};
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
    if let Some(name) = read_members(value.model_mut(), &mut map, trail, TypeName::Ends)? {
        let nulls = nulls_without_field(value.model(), trail);
        take_type(value, &name);
        note_nulls(value.model(), &nulls, trail);
        read_object(value.model_mut(), map, trail)?;
    }
    Ok(())
}

/// The members that came as null, have no field, and may have one in another type.
fn nulls_without_field(model: &dyn Model, trail: &Trail) -> Vec<String> {
    let mut nulls = Vec::new();
    if trail.nulls.is_some() {
        model.look(&mut |_, _, additional| {
            let null = additional.iter().filter(|(_, value)| value.is_null());
            nulls.extend(null.map(|(name, _)| name.to_owned()));
        });
    }
    nulls
}

fn note_nulls(model: &dyn Model, nulls: &[String], trail: &mut Trail) {
    let names = info_of(model).names.iter();
    let names = names.filter(|name| nulls.iter().any(|null| null == *name));
    trail.nulls.iter_mut().for_each(|noted| noted.extend(names.clone()));
}

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
        // Those of the objects within are not noted.
        let nulls = trail.nulls.take();
        let kept = !additional.is_empty();
        let mut object = Object { info, keys, slots, additional, kept, nulls };
        result = object.read(map, trail, type_name);
        trail.nulls = object.nulls;
    });
    result
}

/// An object that is being read.
struct Object<'a, 'b> {
    info: &'static Info,
    keys: Keys,
    slots: &'a mut [&'b mut dyn Slot],
    additional: &'a mut Additional,
    /// A property with a field may have been kept in `additional`.
    kept: bool,
    /// The fields that came as null, if that is asked for.
    nulls: Option<Vec<&'static str>>,
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
            Ok(None) => self.settle(index),
            Ok(Some(value)) => {
                self.slots[index].clear();
                self.additional.put(name.to_owned(), *value);
                self.kept = true;
                self.note(name, false);
            }
            Err(error) => {
                trail.member(name, self.info);
                return Err(error);
            }
        }
        Ok(())
    }

    /// A field was set or, by null, cleared.
    #[inline]
    fn settle(&mut self, index: usize) {
        let name = self.info.names[index];
        if self.kept {
            self.additional.remove(name);
        }
        if self.nulls.is_some() {
            self.note(name, self.slots[index].view().is_none());
        }
    }

    /// Of a name that comes twice, the last value counts.
    fn note(&mut self, name: &'static str, is_null: bool) {
        if let Some(nulls) = &mut self.nulls {
            nulls.retain(|noted| *noted != name);
            nulls.extend(is_null.then_some(name));
        }
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
        let index = if self.is_at(self.next, key) { self.next } else { self.look_up(key)? };
        self.next = index + 1;
        Some(index)
    }

    /// The field that came here in the last object, else whichever it is.
    fn look_up(&self, key: &str) -> Option<usize> {
        let guess = order::guess(self.names, self.next);
        if self.is_at(guess, key) {
            return Some(guess);
        }
        let index = self.search(key)?;
        order::learn(self.names, self.next, index);
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
