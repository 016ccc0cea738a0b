//! Applies changes that come within an object to one of its relationships: `members@delta`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::merge::{merge_json, read_object_onto, read_polymorphic_onto};
use super::write::to_json;
use super::{List, Model, Slot, Target, View};

/// The property to whose collection the changes in the member of this name belong.
pub(super) fn changed_collection(name: &str) -> Option<&str> {
    name.strip_suffix("@delta").or_else(|| name.strip_suffix("@odata.delta"))
}

/// Whether an object among changes says that it is gone.
pub(crate) fn removal(object: &Value) -> Option<&Value> {
    object.get("@removed").or_else(|| object.get("@odata.removed"))
}

/// Applies the changes that stand among the members without a field. What cannot be applied stays there.
pub(super) fn apply_nested(model: &mut dyn Model) {
    let names = model.info().names;
    model.change(&mut |slots, additional| {
        let changes = additional.iter().map(|(name, _)| name);
        let changes: Vec<String> =
            changes.filter(|name| changed_collection(name).is_some()).map(str::to_owned).collect();
        for name in changes {
            let property = changed_collection(&name);
            let Some(index) = names.iter().position(|it| Some(*it) == property) else { continue };
            let rest = match additional.remove(&name) {
                Some(Value::Array(entries)) => apply(&mut *slots[index], entries).into(),
                Some(other) => other,
                None => continue,
            };
            if rest != Value::Array(Vec::new()) {
                additional.insert(name, rest);
            }
        }
    });
}

/// Applies changes to a relationship; gives back those that it cannot.
fn apply(slot: &mut dyn Slot, entries: Vec<Value>) -> Vec<Value> {
    let was_absent = slot.view().is_none();
    if was_absent && entries.iter().all(|entry| removal(entry).is_some()) {
        return Vec::new();
    }
    let count = entries.len();
    let rest = match slot.open(true) {
        Target::List(list) => apply_to_list(list, entries),
        Target::Object(_) | Target::Polymorphic(_) => apply_to_one(slot, entries),
        _ => entries,
    };
    if was_absent && rest.len() == count {
        slot.clear();
    }
    rest
}

fn apply_to_one(slot: &mut dyn Slot, entries: Vec<Value>) -> Vec<Value> {
    let mut rest = Vec::new();
    for entry in entries {
        let names = ids_of_entry(&entry);
        let here = slot.view().map(ids).unwrap_or_default();
        let is_this = names.iter().any(|name| here.contains(name));
        if removal(&entry).is_some() {
            // Another one than that which is here has been replaced already.
            if is_this || names.is_empty() {
                slot.clear();
            }
        } else if !read_onto(slot.open(is_this), &entry) {
            rest.push(entry);
        }
    }
    rest
}

fn apply_to_list(list: &mut dyn List, entries: Vec<Value>) -> Vec<Value> {
    let mut items = Items { places: BTreeMap::new(), gone: BTreeSet::new(), list };
    for place in 0..items.list.count() {
        for id in ids(items.list.at(place)) {
            items.places.insert(id, place);
        }
    }
    let rest = entries.into_iter().filter(|entry| !items.apply(entry)).collect();
    items.drop_gone();
    rest
}

/// A collection whose items are looked up by what identifies them.
struct Items<'a> {
    list: &'a mut dyn List,
    places: BTreeMap<String, usize>,
    gone: BTreeSet<usize>,
}

impl Items<'_> {
    /// Says whether it could be applied.
    fn apply(&mut self, entry: &Value) -> bool {
        let ids = ids_of_entry(entry);
        let place = ids.iter().find_map(|id| self.places.get(id)).copied();
        let place = place.filter(|place| !self.gone.contains(place));
        match place {
            _ if ids.is_empty() => false,
            Some(place) if removal(entry).is_some() => self.gone.insert(place),
            Some(place) => read_onto(self.list.at_mut(place), entry),
            None if removal(entry).is_some() => true,
            None => self.add(ids, entry),
        }
    }

    fn add(&mut self, ids: Vec<String>, entry: &Value) -> bool {
        let place = self.list.count();
        if !read_onto(self.list.push_blank(), entry) {
            self.list.remove_at(place);
            return false;
        }
        self.places.extend(ids.into_iter().map(|id| (id, place)));
        true
    }

    fn drop_gone(&mut self) {
        for place in self.gone.iter().rev() {
            self.list.remove_at(*place);
        }
    }
}

/// Sets in an item what an entry holds, null included.
fn read_onto(target: Target<'_>, entry: &Value) -> bool {
    match target {
        Target::Object(model) => read_object_onto(model, entry),
        Target::Polymorphic(value) => read_polymorphic_onto(value, entry),
        Target::Json(value) => {
            merge_json(entry, value);
            true
        }
        _ => false,
    }
}

/// By which members an object is told from others: its id, or the URL that stands for it.
const IDS: [&str; 3] = ["id", "@odata.id", "@id"];

fn ids_of_entry(entry: &Value) -> Vec<String> {
    IDS.iter().filter_map(|name| entry.get(name)).filter_map(id_text).collect()
}

fn ids(item: View<'_>) -> Vec<String> {
    match item {
        View::Object(model) => ids_of_model(model),
        View::Polymorphic(value) => ids_of_model(value.model()),
        View::Json(value) => ids_of_entry(value),
        _ => Vec::new(),
    }
}

fn ids_of_model(model: &dyn Model) -> Vec<String> {
    let mut ids = Vec::new();
    model.look(&mut |fields| {
        let field = fields.named("id").and_then(Slot::view).map(|id| to_json(&id));
        ids.extend(field.as_ref().and_then(id_text));
    });
    ids.extend(IDS.iter().filter_map(|name| model.additional().get(name)).filter_map(id_text));
    ids
}

fn id_text(id: &Value) -> Option<String> {
    match id {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
