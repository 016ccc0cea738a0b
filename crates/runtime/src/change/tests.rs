//! Changes as JSON.
#![expect(unreachable_pub, reason = "the macros declare public types")]
#![expect(clippy::needless_borrows_for_generic_args, reason = "references are under test too")]

use insta::assert_snapshot;
use serde::Serialize;
use serde_json::json;

use crate as rt;
use rt::{Create, Property, Update};

pub struct Being {
    pub id: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Being: "zoo.being" { id: "id", } }

pub struct Keeper {
    pub id: Option<Box<str>>,
    pub name: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Keeper: "zoo.keeper" { id: "id", name: "name", } }

rt::any_of! {
    pub enum AnyBeing {
        Being(Being),
        Keeper(Keeper) = "zoo.keeper",
    }
}
impl rt::IsA<Being> for Keeper {}

rt::open_enum! {
    pub enum Shift: "zoo.shift" {
        Day = "day",
        Night = "night",
    }
}

impl Being {
    const ID: Property<Self, Box<str>> = Property::new("id");
}

impl Keeper {
    const ID: Property<Self, Box<str>, rt::filter::Unstated, rt::CreateOnly> = Property::new("id");
    const NAME: Property<Self, Box<str>, rt::filter::Unstated, rt::NotNull> = Property::new("name");
    const AGE: Property<Self, i32> = Property::new("age");
    const BORN: Property<Self, rt::Date> = Property::new("born");
    const SHIFT: Property<Self, Shift> = Property::new("shift");
    const SHIFTS: Property<Self, rt::Flags<Shift>> = Property::new("shifts");
    const TIMES: Property<Self, Vec<Shift>> = Property::new("times");
    const PHONES: Property<Self, Vec<Box<str>>> = Property::new("phones");
    const NOTES: Property<Self, rt::Value> = Property::new("notes");
    const BOSS: Property<Self, AnyBeing> = Property::new("boss");
    const DEPUTY: Property<Self, Keeper> = Property::new("deputy");
    const TEAM: Property<Self, Vec<AnyBeing>> = Property::new("team");
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn ann() -> Keeper {
    Keeper { name: Some("Ann".into()), ..Default::default() }
}

#[test]
fn a_property_stays_or_is_set_or_is_cleared() {
    let update = Update::new().set(Keeper::NAME, "Ann").clear(Keeper::AGE).clear(Keeper::PHONES);
    assert_snapshot!(json(&update), @r#"{"name":"Ann","age":null,"phones":[]}"#);
    assert!(!update.is_empty());
    assert!(Update::<Keeper>::default().is_empty());
    assert_eq!(json(&Update::<Keeper>::new()), "{}");
    assert_eq!(
        update.members().map(|(name, _)| name).collect::<Vec<_>>(),
        ["name", "age", "phones"]
    );
}

#[test]
fn the_last_value_counts_and_the_first_place() {
    let update = Update::new()
        .set(Keeper::AGE, 1)
        .set(Keeper::NAME, "Ann")
        .set(Keeper::AGE, 2)
        .clear(Keeper::SHIFT)
        .set(Keeper::SHIFT, Shift::Day)
        .set_raw("shoeSize", 42)
        .set_raw("name", ());
    assert_snapshot!(json(&update), @r#"{"age":2,"name":null,"shift":"day","shoeSize":42}"#);
}

#[test]
fn values_may_be_held_in_any_way() {
    let phones = vec!["1".to_owned()];
    let shifts: rt::Flags<Shift> = [Shift::Day, Shift::Night].into_iter().collect();
    let rows = [
        Update::new().set(Keeper::NAME, String::from("a")),
        Update::new().set(Keeper::NAME, &Box::<str>::from("b")),
        Update::new().set(Keeper::BORN, rt::Date::constant(2000, 1, 2)),
        Update::new().set(Keeper::SHIFT, &Shift::from("late")),
        Update::new().set(Keeper::SHIFTS, Shift::Night),
        Update::new().set(Keeper::SHIFTS, &shifts),
        Update::new().set(Keeper::TIMES, [Shift::Day, Shift::Night]),
        Update::new().set(Keeper::PHONES, ["1", "2"]),
        Update::new().set(Keeper::PHONES, &phones),
        Update::new().set(Keeper::PHONES, &phones[..]),
        Update::new().set(Keeper::PHONES, phones),
        Update::new().set(Keeper::PHONES, Vec::<Box<str>>::new()),
        Update::new().set(Keeper::NOTES, json!({"a": [null]})),
    ];
    assert_snapshot!(rows.iter().map(|row| json(row) + "\n").collect::<String>(), @r#"
    {"name":"a"}
    {"name":"b"}
    {"born":"2000-01-02"}
    {"shift":"late"}
    {"shifts":"night"}
    {"shifts":"day,night"}
    {"times":["day","night"]}
    {"phones":["1","2"]}
    {"phones":["1"]}
    {"phones":["1"]}
    {"phones":["1"]}
    {"phones":[]}
    {"notes":{"a":[null]}}
    "#);
}

#[test]
fn objects_are_structs_or_changes_and_say_their_type_where_it_is_a_derived_one() {
    let bob = || Create::unchecked().set(Keeper::NAME, "Bob");
    let rows = [
        Update::new().set(Keeper::DEPUTY, ann()),
        Update::new().set(Keeper::DEPUTY, &ann()),
        Update::new().set(Keeper::DEPUTY, bob()),
        Update::new().set(Keeper::DEPUTY, Update::new().clear(Keeper::AGE)),
        Update::new().set(Keeper::BOSS, AnyBeing::from(ann())),
        Update::new().set(Keeper::BOSS, AnyBeing::from(Being::default())),
        Update::new().set(Keeper::BOSS, bob()),
        Update::new().set(Keeper::BOSS, Create::unchecked().set(Being::ID, "7")),
        Update::new().set(Keeper::TEAM, [bob(), bob()]),
        Update::new().set(
            Keeper::TEAM,
            vec![bob().upcast::<Being>(), Create::from_model(&Being::default())],
        ),
    ];
    assert_snapshot!(rows.iter().map(|row| json(row) + "\n").collect::<String>(), @r##"
    {"deputy":{"name":"Ann"}}
    {"deputy":{"name":"Ann"}}
    {"deputy":{"name":"Bob"}}
    {"deputy":{"age":null}}
    {"boss":{"@odata.type":"#zoo.keeper","name":"Ann"}}
    {"boss":{}}
    {"boss":{"@odata.type":"#zoo.keeper","name":"Bob"}}
    {"boss":{"id":"7"}}
    {"team":[{"@odata.type":"#zoo.keeper","name":"Bob"},{"@odata.type":"#zoo.keeper","name":"Bob"}]}
    {"team":[{"@odata.type":"#zoo.keeper","name":"Bob"},{}]}
    "##);
}

#[test]
fn an_upcast_names_the_type_first_and_once() {
    let keeper = Create::unchecked().set(Keeper::ID, "7");
    assert_snapshot!(json(&keeper.clone().upcast::<Keeper>()), @r#"{"id":"7"}"#);
    assert_snapshot!(json(&keeper.clone().upcast::<Being>()), @r##"{"@odata.type":"#zoo.keeper","id":"7"}"##);
    let named = keeper.set_raw("@odata.type", "#zoo.headKeeper").upcast::<Being>();
    assert_snapshot!(json(&named), @r##"{"id":"7","@odata.type":"#zoo.headKeeper"}"##);
}

#[test]
fn a_struct_can_be_sent_whole() {
    let mut keeper = ann();
    keeper.additional.insert("shoeSize", 42);
    let create = Create::from_model(&keeper);
    assert_snapshot!(json(&create), @r#"{"name":"Ann","shoeSize":42}"#);
    assert_eq!(json(&Update::from_model(&keeper)), json(&create));
    assert_snapshot!(format!("{create:?}"), @r#"Create({"name": String("Ann"), "shoeSize": Number(42)})"#);
}

#[test]
fn existing_objects_are_bound_by_their_urls() {
    let create = Create::unchecked()
        .bind(Keeper::BOSS, "https://zoo.example/beings/1")
        .bind_all(Keeper::TEAM, ["https://zoo.example/beings/2", "https://zoo.example/beings/3"]);
    assert_snapshot!(json(&create), @r#"{"boss@odata.bind":"https://zoo.example/beings/1","team@odata.bind":["https://zoo.example/beings/2","https://zoo.example/beings/3"]}"#);
}
