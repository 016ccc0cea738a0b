//! Members without a field.

use insta::assert_snapshot;
use serde_json::json;

use super::zoo::Dog;
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

#[test]
fn an_empty_one_takes_a_pointer() {
    assert_eq!(size_of::<Additional>(), size_of::<usize>());
}
