//! Random histories of objects in a model of a service: after each round of changes a copy is what the
//! service has, member for member.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::delta::Change;
use crate::tests::zoo::AnyAnimal;

type Object = Map<String, Value>;
type Copies = BTreeMap<String, AnyAnimal>;

/// What happens at the service between two questions.
#[derive(Clone, Debug)]
enum Event {
    /// An object is created or changed: a member gets a value or loses it.
    Set(u8, &'static str, Value),
    Befriend(u8, u8),
    Part(u8, u8),
    Delete(u8),
    /// The service tells what has changed.
    Ask,
}

/// How a service of the many puts what has changed in words.
#[derive(Clone, Copy, Debug)]
struct Manner {
    /// It sends whole objects rather than what has changed of them.
    is_whole: bool,
    /// It writes `@odata.removed`.
    is_prefixed: bool,
    /// It names the type behind the other members.
    type_last: bool,
    /// It sends an entry for each member that has changed.
    is_piecemeal: bool,
}

#[derive(Clone, Debug, Default)]
struct Service {
    objects: BTreeMap<u8, Object>,
    /// The members that have changed since the last question, of objects that are there.
    changed: BTreeMap<u8, Vec<String>>,
    parted: Vec<(u8, u8)>,
    deleted: Vec<u8>,
}

impl Service {
    fn happen(&mut self, event: &Event) {
        match event {
            Event::Set(id, name, value) => {
                self.object(*id).insert((*name).to_owned(), value.clone());
                self.touch(*id, name);
            }
            Event::Befriend(id, friend) => {
                let friends = self.friends(*id);
                if !friends.iter().any(|it| has_id(it, *friend)) {
                    friends.push(json!({ "id": friend.to_string() }));
                }
                self.touch(*id, "friends");
            }
            Event::Part(id, friend) => {
                self.friends(*id).retain(|it| !has_id(it, *friend));
                self.parted.push((*id, *friend));
                self.touch(*id, "friends");
            }
            Event::Delete(id) => {
                if self.objects.remove(id).is_some() {
                    self.changed.remove(id);
                    self.deleted.push(*id);
                }
            }
            Event::Ask => {}
        }
    }

    fn object(&mut self, id: u8) -> &mut Object {
        let is_new = !self.objects.contains_key(&id);
        if is_new {
            self.touch(id, "id");
        }
        let object = self.objects.entry(id).or_default();
        object.entry("id").or_insert_with(|| id.to_string().into());
        if id % 2 == 1 {
            object.entry("@odata.type").or_insert_with(|| "#zoo.dog".into());
        }
        object
    }

    fn friends(&mut self, id: u8) -> &mut Vec<Value> {
        let friends = self.object(id).entry("friends").or_insert_with(|| json!([]));
        friends.as_array_mut().unwrap()
    }

    fn touch(&mut self, id: u8, name: &str) {
        self.changed.entry(id).or_default().push(name.to_owned());
    }

    /// The entries of a delta response.
    fn tell(&mut self, manner: Manner) -> Vec<Value> {
        let removed = if manner.is_prefixed { "@odata.removed" } else { "@removed" };
        let deleted = std::mem::take(&mut self.deleted).into_iter();
        let mut entries: Vec<Value> = deleted
            .map(|id| json!({ "id": id.to_string(), removed: { "reason": "deleted" } }))
            .collect();
        for (id, changed) in std::mem::take(&mut self.changed) {
            let parts = if manner.is_piecemeal { changed.chunks(1) } else { changed.chunks(99) };
            entries.extend(parts.map(|part| self.entry(id, part, removed, manner)));
        }
        self.parted.clear();
        entries
    }

    /// One entry for an object, of which `changed` have changed.
    fn entry(&self, id: u8, changed: &[String], removed: &str, manner: Manner) -> Value {
        let whole = &self.objects[&id];
        let mut entry = Object::new();
        for (name, value) in whole {
            // Annotations come with their property.
            let property = name.split('@').next().unwrap_or_default();
            let has_changed = changed.iter().any(|it| it == name || it == property);
            let is_due = manner.is_whole || has_changed || name == "id";
            if name == "friends" && is_due {
                let friends = value.as_array().unwrap();
                let parted = self.parted.iter().filter(|(of, _)| *of == id).map(|(_, it)| *it);
                let gone = parted.filter(|it| !friends.iter().any(|friend| has_id(friend, *it)));
                let gone = gone.map(|it| json!({ "id": it.to_string(), removed: {} }));
                let changes = friends.iter().cloned().chain(gone).collect();
                entry.insert("friends@delta".to_owned(), changes);
            } else if is_due && name != "@odata.type" {
                entry.insert(name.clone(), value.clone());
            }
        }
        with_type(entry, whole.get("@odata.type"), manner.type_last)
    }

    /// What a copy must be.
    fn expected(&self) -> BTreeMap<String, Value> {
        let objects = self.objects.iter();
        objects.map(|(id, object)| (id.to_string(), without_nulls(object))).collect()
    }
}

fn has_id(object: &Value, id: u8) -> bool {
    object["id"].as_str() == Some(&id.to_string())
}

fn with_type(entry: Object, name: Option<&Value>, last: bool) -> Value {
    let name = name.map(|name| ("@odata.type".to_owned(), name.clone()));
    let entry: Object = match last {
        true => entry.into_iter().chain(name).collect(),
        false => name.into_iter().chain(entry).collect(),
    };
    entry.into()
}

/// Documented members that are null are absent in a copy, and so are relationships without an item, whose
/// items have no order.
fn without_nulls(object: &Object) -> Value {
    let is_dog = object.contains_key("@odata.type");
    let has_field = |name: &str| {
        matches!(name, "id" | "keeper" | "friends") || is_dog && matches!(name, "barks" | "rival")
    };
    let is_here = |(name, value): &(&String, &Value)| {
        !(value.is_null() && has_field(name) || *name == "friends" && **value == json!([]))
    };
    let mut members: Object =
        object.iter().filter(is_here).map(|(name, value)| (name.clone(), value.clone())).collect();
    if let Some(Value::Array(friends)) = members.get_mut("friends") {
        friends.sort_by_key(|friend| friend["id"].to_string());
    }
    members.into()
}

fn follow(copies: &mut Copies, entries: &[Value]) {
    for entry in entries {
        match serde_json::from_str::<Change<AnyAnimal>>(&entry.to_string()).unwrap() {
            Change::Updated(change) => {
                let id = entry["id"].as_str().unwrap().to_owned();
                change.apply_to(copies.entry(id).or_default());
            }
            Change::Removed(gone) => drop(copies.remove(&gone.id)),
            Change::Link(link) => panic!("{link:?}"),
        }
    }
}

fn written(copies: &Copies) -> BTreeMap<String, Value> {
    let written = copies.iter().map(|(id, copy)| {
        let Value::Object(mut copy) = serde_json::to_value(copy).unwrap() else { panic!("{id}") };
        if let Some(Value::Array(friends)) = copy.get_mut("friends") {
            friends.sort_by_key(|friend| friend["id"].to_string());
        }
        copy.retain(|name, value| name != "friends" || *value != json!([]));
        (id.clone(), copy.into())
    });
    written.collect()
}

fn event() -> impl Strategy<Value = Event> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..9).prop_map(Value::from),
        select(vec!["", "a", "2020-02-29"]).prop_map(Value::from),
    ];
    let keeper = prop_oneof![
        Just(Value::Null),
        Just(json!({})),
        Just(json!({ "name": "Ann", "shift": "day" })),
        Just(json!({ "name": "Ben", "x": null })),
    ];
    let rival = prop_oneof![
        Just(Value::Null),
        Just(json!({ "@odata.type": "#zoo.dog", "barks": true })),
        Just(json!({ "id": "1" })),
    ];
    let id = 0..4u8;
    prop_oneof![
        4 => (id.clone(), select(vec!["barks", "tail", "@odata.etag", "tail@note"]), value)
            .prop_map(|(id, name, value)| Event::Set(id, name, value)),
        2 => (id.clone(), keeper).prop_map(|(id, value)| Event::Set(id, "keeper", value)),
        1 => (id.clone(), rival).prop_map(|(id, value)| Event::Set(id, "rival", value)),
        2 => (id.clone(), 0..4u8).prop_map(|(id, friend)| Event::Befriend(id, friend)),
        2 => (id.clone(), 0..4u8).prop_map(|(id, friend)| Event::Part(id, friend)),
        1 => id.prop_map(Event::Delete),
        2 => Just(Event::Ask),
    ]
}

fn manner() -> impl Strategy<Value = Manner> {
    any::<[bool; 4]>().prop_map(|[is_whole, is_prefixed, type_last, is_piecemeal]| Manner {
        is_whole,
        is_prefixed,
        type_last,
        is_piecemeal,
    })
}

proptest! {

    #[test]
    fn a_copy_follows_the_service(events in vec(event(), 0..60), manner in manner()) {
        let mut service = Service::default();
        let (mut copies, mut previous) = (Copies::new(), Vec::new());
        for event in events.iter().chain([&Event::Ask]) {
            service.happen(event);
            if !matches!(event, Event::Ask) {
                continue;
            }
            let entries = service.tell(manner);
            follow(&mut copies, &entries);
            prop_assert_eq!(written(&copies), service.expected());
            // A run that was broken off reads the same entries again.
            follow(&mut copies, &entries);
            prop_assert_eq!(written(&copies), service.expected());
            previous.extend(entries);
        }
        // As does one that lost its place and begins with an earlier one.
        let mut anew = Copies::new();
        follow(&mut anew, &previous);
        prop_assert_eq!(written(&anew), service.expected());
    }
}
