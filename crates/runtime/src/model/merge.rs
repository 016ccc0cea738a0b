//! Puts what has changed in an object into a copy of it, field by field.

use std::any::Any;

use serde_json::Value;
use serde_json::value::RawValue;

use super::nested::{Entry, apply_nested, changed_collection};
use super::spelling::JsonText;
use super::value::{Place, forget, read_apart};
use super::{Element, Kind, Model, Polymorphic, Slot, Target, View};
use crate::Additional;
use crate::json::{array_of, elements, is_same};

/// Sets in `stored` what `change` holds, and clears the fields in `nulls`. All else stays as it is.
///
/// A property is changed as a whole: an object or a collection in it replaces the one that is stored, and
/// annotations of the old value go with it. Changes to a collection (`members@delta`) are applied item by
/// item; those that cannot be stay among the other members. A value of another type than the stored one
/// takes its place if the change names the type.
pub fn merge<T: Element>(change: &T, nulls: &[&'static str], stored: &mut T) {
    if !merge_values(T::Kind::view(change), nulls, T::Kind::target(stored)) {
        stored.clone_from(change);
    }
}

/// Says `false` for what has no members.
fn merge_values(change: View<'_>, nulls: &[&'static str], stored: Target<'_>) -> bool {
    match (change, stored) {
        (View::Object(change), Target::Object(stored)) => {
            merge_objects(change, nulls, stored);
            apply_nested(stored);
        }
        (View::Polymorphic(change), Target::Polymorphic(stored)) => {
            if let Some(name) = named_type(change) {
                take_type(stored, &name);
            }
            merge_objects(change.model(), nulls, stored.model_mut());
            apply_nested(stored.model_mut());
        }
        (View::Json(change), Target::Json(stored)) => merge_json(change, stored),
        _ => return false,
    }
    true
}

pub(super) const ODATA_TYPE: &str = "@odata.type";

/// The type that the value says it has.
fn named_type(value: &dyn Polymorphic) -> Option<String> {
    if value.is_derived() {
        return Some(value.model().info().wire_name.to_owned());
    }
    value.model().additional().odata_type().map(str::to_owned)
}

/// Makes a value one of this type, which keeps what it holds; of the base type, with the name beside its
/// fields, if there is no derived one of that name.
pub(super) fn take_type(value: &mut dyn Polymorphic, name: &str) {
    let plain = name.trim_start_matches('#');
    if value.is_derived() && value.model().info().wire_name == plain {
        return;
    }
    let derived = if plain.is_empty() { None } else { value.become_type(plain) };
    let is_known = derived.is_some();
    let before = match derived {
        None if value.is_derived() => value.become_type(""),
        before => before,
    };
    if let Some(before) = before {
        merge_objects(before.model(), &[], value.model_mut());
    }
    value.model_mut().change(&mut |_, additional| {
        if is_known {
            additional.remove(ODATA_TYPE);
        } else {
            additional.put_text(ODATA_TYPE, name);
        }
    });
}

/// As [`merge`], but for changes to collections. The two may have different types, of which one is derived from the other.
fn merge_objects(change: &dyn Model, nulls: &[&'static str], stored: &mut dyn Model) {
    let names = stored.info().names;
    let members = change.additional();
    change.look(&mut |fields| {
        let comes =
            |name: &str| nulls.contains(&name) || members.raw(name).is_some() || fields.has(name);
        stored.change(&mut |slots, additional| {
            forget_annotations(additional, comes);
            let mut stored = Stored { names, slots, additional };
            nulls.iter().for_each(|name| stored.clear(name));
            for (index, name, field) in fields.present() {
                stored.set_field(index, name, field);
            }
            members.plain().for_each(|(name, raw)| stored.set_member(name, raw));
            stored.additional.put_odd_of(members);
        });
    });
}

/// Removes the annotations of properties whose value is about to change: they are about the old one.
fn forget_annotations(additional: &mut Additional, comes: impl Fn(&str) -> bool) {
    additional.retain(|name| {
        let property = name.split_once('@').map_or("", |(property, _)| property);
        property.is_empty() || !comes(property)
    });
}

/// Puts the members of one JSON object into another; of anything else the new value counts.
pub(super) fn merge_json(change: &Value, stored: &mut Value) {
    match (change, stored) {
        (Value::Object(change), Value::Object(stored)) => {
            stored.extend(change.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        (change, stored) => stored.clone_from(change),
    }
}

/// The object into which a change is put.
struct Stored<'a, 'b> {
    names: &'static [&'static str],
    slots: &'a mut [&'b mut dyn Slot],
    additional: &'a mut Additional,
}

impl Stored<'_, '_> {
    /// The field of this name, most often the one at `near`.
    fn find(&self, near: usize, name: &str) -> Option<usize> {
        if self.names.get(near) == Some(&name) {
            return Some(near);
        }
        self.names.iter().position(|field| *field == name)
    }

    fn clear(&mut self, name: &str) {
        match self.find(0, name) {
            Some(index) => {
                self.slots[index].clear();
                forget(self.additional, name);
            }
            None => drop(self.additional.insert(name, ())),
        }
    }

    fn set_field(&mut self, near: usize, name: &str, field: &dyn Slot) {
        let Some(value) = field.view() else { return };
        match self.find(near, name) {
            Some(index) if is_same_type(&*self.slots[index], field) => {
                self.slots[index].copy(field);
                forget(self.additional, name);
            }
            _ => self.set_member(name, JsonText::of(&value).texts().0),
        }
    }

    /// A member that has no field in the change. It may have one here, whose type is a derived one then,
    /// or with whose documented form the value does not agree.
    fn set_member(&mut self, name: &str, raw: &RawValue) {
        match self.find(0, name) {
            None => set_other(self.additional, name, raw),
            Some(_) if raw.get() == "null" => self.clear(name),
            Some(index) => {
                let is_read = read_apart(Place::Field(&mut *self.slots[index]), raw.get());
                forget(self.additional, name);
                if !is_read {
                    self.slots[index].clear();
                    self.additional.insert(name, raw);
                }
            }
        }
    }
}

/// Changes to a collection that could not be applied are kept with the earlier ones of their kind.
fn set_other(additional: &mut Additional, name: &str, raw: &RawValue) {
    let earlier = additional.raw(name).filter(|_| changed_collection(name).is_some());
    let all = earlier.and_then(|earlier| with_earlier(earlier, raw));
    additional.put(name.into(), all.unwrap_or_else(|| raw.to_owned()));
}

/// One array of the earlier changes that do not come again and of those that come; `None` if either is none.
fn with_earlier(earlier: &RawValue, changes: &RawValue) -> Option<Box<RawValue>> {
    let (mut all, changes) = (elements(earlier.get())?, elements(changes.get())?);
    all.retain(|it| !changes.iter().any(|change| is_same(it, change)));
    all.extend(changes);
    Some(array_of(&all))
}

fn is_same_type(a: &dyn Any, b: &dyn Any) -> bool {
    a.type_id() == b.type_id()
}

/// Sets in a value what an entry holds, null included. Says whether it could.
pub(super) fn read_object_onto(model: &mut dyn Model, entry: &Entry<'_>) -> bool {
    model.change(&mut |_, additional| {
        forget_annotations(additional, |name| entry.members.raw(name).is_some());
    });
    let place = Place::Alone(Target::Object(&mut *model));
    let is_read = read_apart(place, entry.text);
    apply_nested(model);
    is_read
}

/// As [`read_object_onto`].
pub(super) fn read_polymorphic_onto(value: &mut dyn Polymorphic, entry: &Entry<'_>) -> bool {
    value.model_mut().change(&mut |_, additional| {
        forget_annotations(additional, |name| entry.members.raw(name).is_some());
    });
    let place = Place::Alone(Target::Polymorphic(&mut *value));
    let is_read = read_apart(place, entry.text);
    apply_nested(value.model_mut());
    is_read
}
