//! Decodes the members of an object to its fields.

use std::borrow::Cow;

use super::stored::{ODATA_TYPE, take_type};
use super::{Place, Reader, element_name, forget};
use crate::Additional;
use crate::additional::{TYPE_NAMES, is_type};
use crate::json::{Cursor, Fault, raw};
use crate::model::{Info, Model, Polymorphic, Slot, order};

/// Reads an object.
pub(super) fn read_object(
    reader: &mut Reader,
    model: &mut dyn Model,
    cursor: &mut Cursor<'_>,
) -> Result<(), Fault> {
    if cursor.enter(b'{', b'}')? {
        read_members(reader, model, cursor, TypeName::IsData)?;
    }
    Ok(())
}

/// Reads an object as one of the base type until its `@odata.type` turns up. That is at once when it
/// comes first, and never for most objects of the base type; only in between must the members read so
/// far be read again, as those of the derived type.
pub(super) fn read_polymorphic(
    reader: &mut Reader,
    value: &mut dyn Polymorphic,
    cursor: &mut Cursor<'_>,
) -> Result<(), Fault> {
    if !cursor.enter(b'{', b'}')? {
        return Ok(());
    }
    let Some(named) = read_members(reader, value.model_mut(), cursor, TypeName::Ends)? else {
        return Ok(());
    };
    let nulls = nulls_without_field(value.model(), reader);
    take_type(value, &named.name);
    note_nulls(value.model(), &nulls, reader);
    if named.member != ODATA_TYPE {
        value.model_mut().change(&mut |_, additional| {
            additional.remove(ODATA_TYPE);
            additional.put_text(named.member, &named.name);
        });
    }
    if cursor.another(b'}')? {
        read_members(reader, value.model_mut(), cursor, TypeName::IsData)?;
    }
    Ok(())
}

/// The members that came as null, have no field, and may have one in another type.
fn nulls_without_field(model: &dyn Model, reader: &Reader) -> Vec<String> {
    let mut nulls = Vec::new();
    if reader.nulls.is_some() {
        let null = model.additional().plain().filter(|(_, raw)| raw.get() == "null");
        nulls.extend(null.map(|(name, _)| name.to_owned()));
    }
    nulls
}

fn note_nulls(model: &dyn Model, nulls: &[String], reader: &mut Reader) {
    let names = model.info().names.iter();
    let names = names.filter(|name| nulls.iter().any(|null| null == *name));
    reader.nulls.iter_mut().for_each(|noted| noted.extend(names.clone()));
}

/// What to do with `@odata.type`.
#[derive(Clone, Copy, PartialEq)]
enum TypeName {
    /// Keep it among the other members without a field.
    IsData,
    /// Stop behind it and return it.
    Ends,
}

/// The name of a type, and of the member that says it.
struct Named {
    member: &'static str,
    name: String,
}

/// Reads the members up to the end of the object, or to its type.
fn read_members(
    reader: &mut Reader,
    model: &mut dyn Model,
    cursor: &mut Cursor<'_>,
    type_name: TypeName,
) -> Result<Option<Named>, Fault> {
    let info = model.info();
    let mut result = Ok(None);
    model.change(&mut |slots, additional| {
        let keys = Keys { names: info.names, next: 0 };
        let kept = !additional.is_empty();
        // Those of the objects within are not noted.
        let nulls = reader.nulls.take();
        let mut object = Object { info, keys, slots, additional, kept, nulls };
        result = object.read(reader, cursor, type_name);
        reader.nulls = object.nulls;
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
    fn read(
        &mut self,
        reader: &mut Reader,
        cursor: &mut Cursor<'_>,
        type_name: TypeName,
    ) -> Result<Option<Named>, Fault> {
        loop {
            let name = cursor.name()?;
            let Some(name) = name.text() else {
                // No field has such a name.
                self.additional.put_named(name, raw(cursor.skip()?)?)?;
                if !cursor.another(b'}')? {
                    return Ok(None);
                }
                continue;
            };
            if let Some(index) = self.keys.find(&name) {
                self.read_field(index, reader, cursor)?;
            } else if type_name == TypeName::Ends
                && is_type(&name)
                && let Some(named) = type_in(cursor, &name)?
            {
                return Ok(Some(named));
            } else {
                self.additional.put(name, raw(cursor.skip()?)?);
            }
            if !cursor.another(b'}')? {
                return Ok(None);
            }
        }
    }

    fn read_field(
        &mut self,
        index: usize,
        reader: &mut Reader,
        cursor: &mut Cursor<'_>,
    ) -> Result<(), Fault> {
        let name = self.info.names[index];
        let kept = reader.read(cursor, Place::Field(&mut *self.slots[index]))?;
        if self.kept {
            forget(self.additional, name);
        }
        if self.nulls.is_some() {
            let is_null = kept.is_none() && self.slots[index].view().is_none();
            self.note(name, is_null);
        }
        if let Some(text) = kept {
            self.slots[index].clear();
            self.additional.put(Cow::Borrowed(name), raw(text)?);
            self.kept = true;
        }
        for (index, text) in reader.odd.drain(..) {
            self.additional.put(element_name(name, index).into(), raw(&text)?);
            self.kept = true;
        }
        Ok(())
    }

    /// Of a name that comes twice, the last value counts.
    fn note(&mut self, name: &'static str, is_null: bool) {
        if let Some(nulls) = &mut self.nulls {
            nulls.retain(|noted| *noted != name);
            nulls.extend(is_null.then_some(name));
        }
    }
}

/// The name of the type, if it is text.
fn type_in(cursor: &mut Cursor<'_>, member: &str) -> Result<Option<Named>, Fault> {
    if cursor.peek() != Some(b'"') {
        return Ok(None);
    }
    let mut ahead = cursor.clone();
    let Some(name) = ahead.string()?.text() else { return Ok(None) };
    let member = TYPE_NAMES.into_iter().find(|it| *it == member).unwrap_or(ODATA_TYPE);
    *cursor = ahead;
    Ok(Some(Named { member, name: name.into_owned() }))
}

/// Finds the fields that the members belong to.
struct Keys {
    names: &'static [&'static str],
    /// The field expected next: services send properties in a steady order.
    next: usize,
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
