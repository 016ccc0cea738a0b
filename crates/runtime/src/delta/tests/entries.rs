//! What an entry is taken for, and what it says.

use insta::assert_snapshot;
use serde_json::Value;

use crate::Additional;
use crate::delta::{Change, Updated};
use crate::tests::zoo::{AnyAnimal, Dog, Keeper};

/// What each entry is taken for.
fn kinds(entries: &[&str]) -> String {
    let kinds = entries.iter().map(|entry| match serde_json::from_str(entry).unwrap() {
        Change::<Dog>::Updated(dog) => format!("updated {}", written(&dog.object)),
        Change::Removed(it) => {
            format!("removed {:?} {:?} {}", it.id, it.reason, members(&it.additional))
        }
        Change::Link(it) => format!("{it:?}"),
    });
    kinds.collect::<Vec<_>>().join("\n")
}

fn members(additional: &Additional) -> String {
    let members = additional.raws().map(|(name, raw)| format!("{name:?}:{}", raw.get()));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn removals_are_told_in_three_spellings() {
    assert_snapshot!(kinds(&[
        r#"{"id":"1","tail":"\"@removed\""}"#,
        r#"{"id":"1","@removed":{"reason":"changed"},"barks":true,"keeper":null,"tail":null}"#,
        r#"{"@odata.removed":{"reason":"deleted"},"@odata.id":"dogs('1')"}"#,
        r#"{"@removed":{},"@id":"dogs('1')","id":null}"#,
        r#"{"@removed":{"reason":"odd"}}"#,
        r##"{"@odata.context":"$metadata#dogs/$deletedEntity","id":"dogs('1')","reason":"deleted"}"##,
        r##"{"@context":"#dogs/$deletedEntity","id":"dogs('1')","reason":"changed"}"##,
        r##"{"@odata.context":"#dogs/$entity","id":"1"}"##,
    ]), @r##"
    updated {"id":"1","tail":"\"@removed\""}
    removed "1" Changed {"barks":true,"tail":null,"keeper":null}
    removed "dogs('1')" Deleted {}
    removed "dogs('1')" Other("") {}
    removed "" Other("odd") {}
    removed "dogs('1')" Deleted {"@odata.context":"$metadata#dogs/$deletedEntity"}
    removed "dogs('1')" Changed {"@context":"#dogs/$deletedEntity"}
    updated {"@odata.context":"#dogs/$entity","id":"1"}
    "##);
}

#[test]
fn relationships_of_their_own_are_told_from_objects() {
    assert_snapshot!(kinds(&[
        r##"{"@odata.context":"#dogs/$link","source":"dogs('1')","relationship":"friends","target":"dogs('2')"}"##,
        r##"{"@odata.context":"#dogs/$deletedLink","source":"dogs('1')","relationship":"rival","target":null,"x":1}"##,
    ]), @r##"
    Link { source: "dogs('1')", relationship: "friends", target: "dogs('2')", has_ended: false, additional: {"@odata.context": String("#dogs/$link")} }
    Link { source: "dogs('1')", relationship: "rival", target: "", has_ended: true, additional: {"@odata.context": String("#dogs/$deletedLink"), "x": Number(1)} }
    "##);
}

#[test]
fn what_else_stands_there_keeps_its_digits() {
    assert_snapshot!(kinds(&[
        r#"{"id":"1","@removed":{"reason":"deleted","at":1.00000000000000000001},"tail":12345678901234567.890,"n\ud83d":"\ud83d"}"#,
        r#"{"id":12345678901234567890123,"@removed":{"reason":"\ud83d"}}"#,
        r##"{"@context":"#dogs/$link","source":12345678901234567890123,"relationship":"a\ud83d","target":"b"}"##,
    ]), @r##"
    removed "1" Deleted {"@removed":{"reason":"deleted","at":1.00000000000000000001},"tail":12345678901234567.890,"n�":"\ud83d"}
    removed "12345678901234567890123" Other("�") {"@removed":{"reason":"\ud83d"}}
    Link { source: "12345678901234567890123", relationship: "a�", target: "b", has_ended: false, additional: {"@context": String("#dogs/$link"), "relationship": String("a�")} }
    "##);
    let Change::<Dog>::Removed(gone) =
        serde_json::from_str(r#"{"id":"1","@removed":{},"tail":1.00000000000000000001}"#).unwrap()
    else {
        panic!("it is removed")
    };
    assert_eq!(gone.additional.raw("tail").unwrap().get(), "1.00000000000000000001");
}

#[test]
fn an_update_tells_null_from_absent() {
    let dog: Updated<Dog> = serde_json::from_str(
        r#"{"id":"1","barks":null,"keeper":{"name":null},"tail":null,"barks@x":1,"friends":null,"friends":[]}"#,
    )
    .unwrap();
    let says = |name: &str| (dog.has(name), dog.is_null(name));
    assert_eq!(["id", "keeper", "friends", "barks@x"].map(says), [(true, false); 4]);
    assert_eq!(["barks", "tail"].map(says), [(true, true); 2]);
    assert_eq!(["rival", "name", "other"].map(says), [(false, false); 3]);
}

#[test]
fn null_is_noted_on_both_sides_of_the_type_name() {
    let entry = r##"{"id":null,"rival":null,"@odata.type":"#zoo.dog","barks":null}"##;
    let dog: Updated<AnyAnimal> = serde_json::from_str(entry).unwrap();
    assert!(["id", "barks", "rival"].iter().all(|name| dog.is_null(name)));
    assert!(!dog.has("friends"));
    let Change::Removed(gone) =
        serde_json::from_str::<Change<Keeper>>(r#"{"name":null,"shift":null,"@removed":{}}"#)
            .unwrap()
    else {
        panic!("it is removed")
    };
    assert_eq!(members(&gone.additional), r#"{"name":null,"shift":null}"#);
}

#[test]
fn values_of_any_type_can_be_changes() {
    let mut number = 1;
    serde_json::from_str::<Updated<i32>>("2").unwrap().apply_to(&mut number);
    let mut value: Value = serde_json::from_str(r#"{"a":1,"b":{"x":1}}"#).unwrap();
    let change: Updated<Value> = serde_json::from_str(r#"{"a":null,"b":{"y":2},"c":3}"#).unwrap();
    assert!(change.is_null("a") && change.has("c"));
    change.apply_to(&mut value);
    assert_snapshot!(format!("{number} {value}"), @r#"2 {"a":null,"b":{"y":2},"c":3}"#);
}
