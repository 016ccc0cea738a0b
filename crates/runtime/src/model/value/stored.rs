//! The object into which members are put: those of a change to it, or of its base type.

use std::any::Any;

use serde_json::value::RawValue;

use super::{Place, forget, read_apart};
use crate::Additional;
use crate::json::{array_of, elements, is_same};
use crate::model::{JsonText, Model, Polymorphic, Slot};

pub(in crate::model) const ODATA_TYPE: &str = "@odata.type";

/// Makes a value one of this type, which keeps what it holds; of the base type, with the name beside its
/// fields, if there is no derived one of that name.
pub(in crate::model) fn take_type(value: &mut dyn Polymorphic, name: &str) {
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
pub(in crate::model) fn merge_objects(
    change: &dyn Model,
    nulls: &[&'static str],
    stored: &mut dyn Model,
) {
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
pub(in crate::model) fn forget_annotations(
    additional: &mut Additional,
    comes: impl Fn(&str) -> bool,
) {
    additional.retain(|name| {
        let property = name.split_once('@').map_or("", |(property, _)| property);
        property.is_empty() || !comes(property)
    });
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

/// The property to whose collection the changes in the member of this name belong.
pub(in crate::model) fn changed_collection(name: &str) -> Option<&str> {
    name.strip_suffix("@delta").or_else(|| name.strip_suffix("@odata.delta"))
}
