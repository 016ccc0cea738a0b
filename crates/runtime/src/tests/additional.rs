//! Members without a field.

use insta::assert_snapshot;
use serde_json::json;

use super::again;
use super::zoo::{AnyAnimal, Dog};
use crate::delta::Updated;
use crate::{Additional, Date};

#[test]
fn annotations_have_accessors() {
    let dog: Dog = serde_json::from_value(json!({
        "@odata.type": "#zoo.dog",
        "@odata.id": "dogs/1",
        "@odata.etag": "W/\"1\"",
        "friends@odata.nextLink": "dogs/1/friends?$skip=2",
        "bornOn": "2020-02-29",
    }))
    .unwrap();
    let additional = &dog.additional;
    assert_eq!(additional.odata_type(), Some("zoo.dog"));
    assert_eq!(additional.odata_id(), Some("dogs/1"));
    assert_eq!(additional.etag(), Some("W/\"1\""));
    assert_eq!(additional.next_link("friends"), Some("dogs/1/friends?$skip=2"));
    assert_eq!(additional.get_as::<Date>("bornOn").unwrap().unwrap(), Date::constant(2020, 2, 29));
    assert!(additional.get_as::<i32>("bornOn").unwrap().is_err());
    assert!(additional.get_as::<i32>("none").is_none());
}

#[test]
fn a_field_with_a_value_hides_the_member_of_its_name() {
    let mut dog = Dog { id: Some("1".into()), ..Dog::default() };
    dog.additional.insert("id", 7);
    dog.additional.insert("barks", ());
    assert_snapshot!(serde_json::to_string(&dog).unwrap(), @r#"{"id":"1","barks":null}"#);
}

#[test]
fn members_can_be_replaced_and_removed() {
    let mut additional: Additional = [("a", 1), ("b", 2)].into_iter().collect();
    assert_eq!(additional.insert("a", 3), Some(json!(1)));
    assert_eq!(additional.remove("b"), Some(json!(2)));
    assert_eq!(additional.iter().collect::<Vec<_>>(), [("a", &json!(3))]);
    assert_eq!(additional.remove("a"), Some(json!(3)));
    assert!(additional.is_empty());
    assert_eq!(additional.remove("a"), None);
}

/// serde has no room for them: the object is written as text.
#[test]
fn names_that_are_no_text_stay_apart_and_are_written_as_they_came() {
    let text = r##"{"@odata.type":"#zoo.dog","id":"1","n\ud83d":1,"n\ud83e":{"\udc00\"":2.50},"n\uD83D":3,"rival":{"\ud83d":[]}}"##;
    let dog: AnyAnimal = serde_json::from_str(text).unwrap();
    let AnyAnimal::Dog(mut dog) = dog else { panic!("a dog") };
    let names: Vec<&str> = dog.additional.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["n\u{fffd}", "n\u{fffd}"]);
    assert_eq!(dog.additional.get("n\u{fffd}"), Some(&json!(3)));
    dog.additional.insert("n\u{fffd}", 4);
    dog.additional.insert("tail", 5);
    assert_snapshot!(serde_json::to_string(&AnyAnimal::Dog(dog.clone())).unwrap(), @r##"{"@odata.type":"#zoo.dog","id":"1","rival":{"\ud83d":[]},"n�":4,"tail":5,"n\ud83d":3,"n\ud83e":{"\udc00\"":2.50}}"##);
    assert_eq!(dog.additional.get("n\u{fffd}"), Some(&json!(4)));
    let mut other = dog.clone();
    assert_eq!(other, dog);
    other.additional.remove("n\u{fffd}");
    assert_eq!((other.additional.len(), other == dog), (3, false));
    other.additional = Additional::new();
    serde_json::from_str::<Updated<Dog>>(text).unwrap().apply_to(&mut other);
    assert_snapshot!(serde_json::to_string(&other).unwrap(), @r##"{"@odata.type":"#zoo.dog","id":"1","rival":{"\ud83d":[]},"n\ud83d":3,"n\ud83e":{"\udc00\"":2.50}}"##);
}

#[test]
fn many_names_that_are_no_text_are_found() {
    let members: Vec<String> =
        (0..99).map(|it| format!("\"n{it}\\ud83d\":{it},\"n{it}\":{it}")).collect();
    let mut dog: Dog = serde_json::from_str(&format!("{{{}}}", members.join(","))).unwrap();
    assert_eq!(dog.additional.len(), 198);
    assert_eq!(dog.additional.get("n70"), Some(&json!(70)));
    assert_eq!(dog.additional.get("n71\u{fffd}"), Some(&json!(71)));
    dog.additional.remove("n5");
    assert_eq!(dog.additional.get("n98"), Some(&json!(98)));
    let written = serde_json::to_string(&dog).unwrap();
    assert!(written.contains(r#""n98\ud83d":98"#) && !written.contains(r#""n5":"#), "{written}");
    assert_eq!(serde_json::from_str::<Dog>(&written).unwrap(), dog);
}

/// Through a `Value` there is no room for more; as text there is.
#[test]
fn a_value_holds_less_than_text() {
    let big: Dog = serde_json::from_str(r#"{"tail":12345678901234567.89}"#).unwrap();
    assert_eq!(
        again::<Dog>(&serde_json::to_string(&big).unwrap()),
        r#"{"tail":12345678901234567.89}"#
    );
    assert_eq!(
        serde_json::to_value(&big).unwrap().to_string(),
        r#"{"tail":1.2345678901234568e+16}"#
    );
    for text in [r#"{"tail":1e400}"#, r#"{"tail":"\ud83d"}"#] {
        let dog: Dog = serde_json::from_str(text).unwrap();
        assert!(serde_json::to_value(&dog).is_err() && again::<Dog>(text) == text);
    }
}

#[test]
fn an_empty_one_takes_a_pointer() {
    assert_eq!(size_of::<Additional>(), size_of::<usize>());
}
