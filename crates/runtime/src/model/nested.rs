//! Applies changes that come within an object to one of its relationships: `members@delta`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::spelling::JsonText;
use super::value::stored::{changed_collection, forget_annotations};
use super::value::{Place, read_apart};
use super::{List, Model, Polymorphic, Slot, Target, View};
use crate::Additional;
use crate::json::{Cursor, array_of, elements, exact_value};

/// The members by which an object among changes says that it is gone.
pub(crate) const REMOVED: [&str; 2] = ["@removed", "@odata.removed"];

/// Applies the changes that stand among the members without a field. What cannot be applied stays there.
pub(super) fn apply_nested(model: &mut dyn Model) {
    let names = model.info().names;
    model.change(&mut |slots, additional| {
        let changes = additional.plain().map(|(name, _)| name);
        let changes: Vec<String> =
            changes.filter(|name| changed_collection(name).is_some()).map(str::to_owned).collect();
        for name in changes {
            let property = changed_collection(&name);
            let Some(index) = names.iter().position(|it| Some(*it) == property) else { continue };
            let Some(entries) = additional.raw(&name).and_then(|raw| elements(raw.get())) else {
                continue;
            };
            let rest = apply(&mut *slots[index], &entries);
            if rest.is_empty() {
                additional.remove(&name);
            } else if rest.len() < entries.len() {
                let rest = array_of(&rest);
                additional.put(name.into(), rest);
            }
        }
    });
}

/// Applies changes to a relationship; gives back those that it cannot.
fn apply<'a>(slot: &mut dyn Slot, entries: &[&'a str]) -> Vec<&'a str> {
    let entries: Vec<Entry<'a>> = entries.iter().map(|text| Entry::new(text)).collect();
    let was_absent = slot.view().is_none();
    if was_absent && entries.iter().all(Entry::is_removal) {
        return Vec::new();
    }
    let rest: Vec<&str> = match slot.open(true) {
        Target::List(list) => apply_to_list(list, &entries),
        Target::Object(_) | Target::Polymorphic(_) => apply_to_one(slot, &entries),
        _ => entries.iter().map(|entry| entry.text).collect(),
    };
    if was_absent && rest.len() == entries.len() {
        slot.clear();
    }
    rest
}

fn apply_to_one<'a>(slot: &mut dyn Slot, entries: &[Entry<'a>]) -> Vec<&'a str> {
    let mut rest = Vec::new();
    for entry in entries {
        let names = entry.ids();
        let here = slot.view().map(ids).unwrap_or_default();
        let is_this = names.iter().any(|name| here.contains(name));
        if entry.is_removal() {
            // Another one than that which is here has been replaced already.
            if is_this || names.is_empty() {
                slot.clear();
            }
        } else if !read_onto(slot.open(is_this), entry) {
            rest.push(entry.text);
        }
    }
    rest
}

fn apply_to_list<'a>(list: &mut dyn List, entries: &[Entry<'a>]) -> Vec<&'a str> {
    let mut items = Items { places: BTreeMap::new(), gone: BTreeSet::new(), list };
    for place in 0..items.list.count() {
        for id in ids(items.list.at(place)) {
            items.places.insert(id, place);
        }
    }
    let rest = entries.iter().filter(|entry| !items.apply(entry));
    let rest = rest.map(|entry| entry.text).collect();
    items.drop_gone();
    rest
}

/// One object among changes, as it came.
struct Entry<'a> {
    text: &'a str,
    members: Additional,
}

impl<'a> Entry<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, members: Additional::of_object(text).unwrap_or_default() }
    }

    fn is_removal(&self) -> bool {
        REMOVED.iter().any(|name| self.members.raw(name).is_some())
    }

    fn ids(&self) -> Vec<String> {
        ids_in(&self.members)
    }
}

/// A collection whose items are looked up by what identifies them.
struct Items<'a> {
    list: &'a mut dyn List,
    places: BTreeMap<String, usize>,
    gone: BTreeSet<usize>,
}

impl Items<'_> {
    /// Says whether it could be applied.
    fn apply(&mut self, entry: &Entry<'_>) -> bool {
        let ids = entry.ids();
        let place = ids.iter().find_map(|id| self.places.get(id)).copied();
        let place = place.filter(|place| !self.gone.contains(place));
        match place {
            _ if ids.is_empty() => false,
            Some(place) if entry.is_removal() => self.gone.insert(place),
            Some(place) => read_onto(self.list.at_mut(place), entry),
            None if entry.is_removal() => true,
            None => self.add(ids, entry),
        }
    }

    fn add(&mut self, ids: Vec<String>, entry: &Entry<'_>) -> bool {
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

/// Sets in an item what an entry holds, null included. Says whether the item has room for it.
fn read_onto(target: Target<'_>, entry: &Entry<'_>) -> bool {
    match target {
        Target::Object(model) => read_object_onto(model, entry),
        Target::Polymorphic(value) => read_polymorphic_onto(value, entry),
        Target::Json(value) => match exact_value(entry.text) {
            Some(exact) => {
                merge_json(&exact, value);
                true
            }
            None => false,
        },
        _ => false,
    }
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

/// Sets in a value what an entry holds, null included. Says whether it could.
fn read_object_onto(model: &mut dyn Model, entry: &Entry<'_>) -> bool {
    model.change(&mut |_, additional| {
        forget_annotations(additional, |name| entry.members.raw(name).is_some());
    });
    let place = Place::Alone(Target::Object(&mut *model));
    let is_read = read_apart(place, entry.text);
    apply_nested(model);
    is_read
}

/// As [`read_object_onto`].
fn read_polymorphic_onto(value: &mut dyn Polymorphic, entry: &Entry<'_>) -> bool {
    value.model_mut().change(&mut |_, additional| {
        forget_annotations(additional, |name| entry.members.raw(name).is_some());
    });
    let place = Place::Alone(Target::Polymorphic(&mut *value));
    let is_read = read_apart(place, entry.text);
    apply_nested(value.model_mut());
    is_read
}

/// By which members an object is told from others: its id, or the URL that stands for it.
const IDS: [&str; 3] = ["id", "@odata.id", "@id"];

fn ids_in(members: &Additional) -> Vec<String> {
    IDS.iter().filter_map(|name| members.raw(name)).filter_map(|raw| id_text(raw.get())).collect()
}

fn ids(item: View<'_>) -> Vec<String> {
    match item {
        View::Object(model) => ids_of_model(model),
        View::Polymorphic(value) => ids_of_model(value.model()),
        View::Json(value) => {
            let ids = IDS.iter().filter_map(|name| value.get(name));
            ids.filter_map(|id| id_text(&id.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

fn ids_of_model(model: &dyn Model) -> Vec<String> {
    let mut ids = Vec::new();
    model.look(&mut |fields| {
        let field = fields.named("id").and_then(Slot::view).map(|id| JsonText::of(&id));
        ids.extend(field.and_then(|id| id_text(id.texts().0.get())));
    });
    ids.extend(ids_in(model.additional()));
    ids
}

/// The text, or another value as JSON: in one spelling where [`Value`](crate::Value) holds it exactly.
fn id_text(id: &str) -> Option<String> {
    if id == "null" {
        return None;
    }
    let text = if id.starts_with('"') { Cursor::new(id).string().ok()?.text() } else { None };
    let text = text.map(String::from);
    let exact = || exact_value(id).map(|value| value.to_string());
    Some(text.or_else(exact).unwrap_or_else(|| id.to_owned()))
}
