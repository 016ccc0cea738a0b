//! What a change makes of a stored object.

use insta::assert_snapshot;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::delta::Updated;
use crate::model::Element;
use crate::tests::zoo::{AnyAnimal, Dog, Keeper, Scalars};

/// The stored object after each of the changes, from nothing.
fn copies<T: Element + Default + Serialize + DeserializeOwned>(changes: &[&str]) -> String {
    let mut stored = T::default();
    let after = changes.iter().map(|change| {
        let change: Updated<T> = serde_json::from_str(change).unwrap();
        change.apply_to(&mut stored);
        let once = serde_json::to_string(&stored).unwrap();
        change.apply_to(&mut stored);
        assert_eq!(serde_json::to_string(&stored).unwrap(), once, "once more changes nothing");
        once
    });
    after.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_does_not_come_stays() {
    assert_snapshot!(copies::<Keeper>(&[
        r#"{"name":"Ann","nickNames":["A","B"],"shift":"day","skills":"feed"}"#,
        r#"{"name":null}"#,
        r#"{"nickNames":["C"],"shift":"dusk"}"#,
        r#"{"nickNames":[],"skills":null,"name":"Ben"}"#,
    ]), @r#"
    {"name":"Ann","nickNames":["A","B"],"shift":"day","skills":"feed"}
    {"nickNames":["A","B"],"shift":"day","skills":"feed"}
    {"nickNames":["C"],"shift":"dusk","skills":"feed"}
    {"name":"Ben","nickNames":[],"shift":"dusk"}
    "#);
}

#[test]
fn a_nested_object_is_replaced_as_a_whole() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"id":"1","keeper":{"name":"Ann","shift":"day"}}"#,
        r#"{"keeper":{"name":"Ben"}}"#,
        r#"{"keeper":{}}"#,
        r#"{"keeper":null}"#,
    ]), @r#"
    {"id":"1","keeper":{"name":"Ann","shift":"day"}}
    {"id":"1","keeper":{"name":"Ben"}}
    {"id":"1","keeper":{}}
    {"id":"1"}
    "#);
}

#[test]
fn members_without_a_field_and_annotations_are_kept() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"@odata.etag":"1","id":"1","tail":{"long":true},"friends":[],"friends@odata.nextLink":"f2","tail@x":1}"#,
        r#"{"@odata.etag":"2","tail":null}"#,
        r#"{"friends":[{"id":"2"}],"friends@odata.count":1}"#,
        r#"{"tail@y":2,"tail":{"long":false}}"#,
    ]), @r#"
    {"@odata.etag":"1","id":"1","friends":[],"tail":{"long":true},"friends@odata.nextLink":"f2","tail@x":1}
    {"@odata.etag":"2","id":"1","friends":[],"tail":null,"friends@odata.nextLink":"f2"}
    {"@odata.etag":"2","id":"1","friends":[{"id":"2"}],"tail":null,"friends@odata.count":1}
    {"@odata.etag":"2","id":"1","friends":[{"id":"2"}],"tail":{"long":false},"friends@odata.count":1,"tail@y":2}
    "#);
}

#[test]
fn a_value_without_the_documented_form_is_replaced_and_cleared_too() {
    assert_snapshot!(copies::<Scalars>(&[
        r#"{"date":"soon","int32":1,"dates":["never"]}"#,
        r#"{"date":"2020-02-29","int32":"many"}"#,
        r#"{"int32":2,"dates":null}"#,
        r#"{"date":"later"}"#,
        r#"{"date":null}"#,
    ]), @r#"
    {"int32":1,"dates":["never"],"date":"soon"}
    {"date":"2020-02-29","dates":["never"],"int32":"many"}
    {"int32":2,"date":"2020-02-29"}
    {"int32":2,"date":"later"}
    {"int32":2}
    "#);
}

#[test]
fn changes_of_a_relationship_are_applied_item_by_item() {
    assert_snapshot!(copies::<Dog>(&[
        r##"{"id":"1","friends@delta":[{"@odata.type":"#zoo.dog","id":"2","barks":true},{"id":"3"}]}"##,
        r#"{"friends@delta":[{"id":"2","keeper":{"name":"A"}},{"id":"3","@removed":{"reason":"deleted"}},{"id":"4"}]}"#,
        r#"{"friends@odata.delta":[{"id":"2","barks":null},{"id":"5","@odata.removed":{}},{"id":"4","@removed":{}},{"id":"4"}]}"#,
        r#"{"friends@delta":[{"id":"2","@removed":{}},{"id":"4","@removed":{}}]}"#,
    ]), @r##"
    {"id":"1","friends":[{"@odata.type":"#zoo.dog","id":"2","barks":true},{"id":"3"}]}
    {"id":"1","friends":[{"@odata.type":"#zoo.dog","id":"2","keeper":{"name":"A"},"barks":true},{"id":"4"}]}
    {"id":"1","friends":[{"@odata.type":"#zoo.dog","id":"2","keeper":{"name":"A"}},{"id":"4"}]}
    {"id":"1","friends":[]}
    "##);
}

#[test]
fn a_removal_from_a_relationship_that_is_not_known_leaves_it_so() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"id":"1","friends@delta":[{"id":"2","@removed":{"reason":"deleted"}}]}"#,
    ]), @r#"{"id":"1"}"#);
}

#[test]
fn items_without_an_id_are_told_apart_by_their_url_and_else_kept() {
    let mut dog = Dog::default();
    let change = r#"{"friends@delta":[{"@odata.id":"dogs/1","x":1},{"x":2},{"@id":"dogs/3"},7]}"#;
    serde_json::from_str::<Updated<Dog>>(change).unwrap().apply_to(&mut dog);
    let change =
        r#"{"friends@delta":[{"@odata.id":"dogs/1","y":1},{"@id":"dogs/3","@removed":{}}]}"#;
    serde_json::from_str::<Updated<Dog>>(change).unwrap().apply_to(&mut dog);
    assert_snapshot!(serde_json::to_string(&dog).unwrap(), @r#"{"friends":[{"@odata.id":"dogs/1","x":1,"y":1}],"friends@delta":[{"x":2},7]}"#);
    assert_eq!(
        copies::<Dog>(&[r#"{"tail@delta":[{"id":"1"}]}"#]),
        r#"{"tail@delta":[{"id":"1"}]}"#
    );
    assert_eq!(
        copies::<Dog>(&[r#"{"barks@delta":[{"id":"1"}]}"#]),
        r#"{"barks@delta":[{"id":"1"}]}"#
    );
    assert_eq!(
        copies::<Dog>(&[r#"{"friends@delta":{"id":"1"}}"#]),
        r#"{"friends@delta":{"id":"1"}}"#
    );
}

#[test]
fn a_relationship_to_one_object_changes_alike() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"rival@delta":[{"id":"2","keeper":{"name":"A"}}]}"#,
        r##"{"rival@delta":[{"id":"2","@odata.type":"#zoo.dog","barks":true}]}"##,
        r#"{"rival@delta":[{"id":"2","@removed":{}},{"id":"3"}]}"#,
        r#"{"rival@delta":[{"id":"4"},{"id":"3","@removed":{}}]}"#,
        r#"{"rival@delta":[{"@removed":{}}]}"#,
    ]), @r##"
    {"rival":{"id":"2","keeper":{"name":"A"}}}
    {"rival":{"@odata.type":"#zoo.dog","id":"2","keeper":{"name":"A"},"barks":true}}
    {"rival":{"id":"3"}}
    {"rival":{"id":"4"}}
    {}
    "##);
}

#[test]
fn relationships_within_relationships_follow() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"friends@delta":[{"id":"2","friends@delta":[{"id":"3"},{"id":"4"}],"friends@x":1}]}"#,
        r#"{"friends@delta":[{"id":"2","friends@delta":[{"id":"3","@removed":{}}]}]}"#,
        r#"{"friends@delta":[{"id":"2","friends":[]}]}"#,
    ]), @r#"
    {"friends":[{"id":"2","friends":[{"id":"3"},{"id":"4"}],"friends@x":1}]}
    {"friends":[{"id":"2","friends":[{"id":"4"}],"friends@x":1}]}
    {"friends":[{"id":"2","friends":[]}]}
    "#);
}

#[test]
fn a_copy_takes_the_type_that_a_change_names() {
    assert_snapshot!(copies::<AnyAnimal>(&[
        r#"{"id":"1","barks":true,"keeper":{"name":"A"},"rival":null}"#,
        r##"{"@odata.type":"#zoo.dog","keeper":null}"##,
        r#"{"id":"2","barks":null}"#,
        r#"{"barks":"loudly","rival":{"id":"3"}}"#,
        r##"{"@odata.type":"#zoo.cat","lives":9}"##,
        r#"{"lives":8}"#,
        r##"{"@odata.type":"#zoo.dog","barks":false}"##,
        r##"{"@odata.type":"#"}"##,
    ]), @r##"
    {"id":"1","keeper":{"name":"A"},"barks":true,"rival":null}
    {"@odata.type":"#zoo.dog","id":"1","barks":true}
    {"@odata.type":"#zoo.dog","id":"2"}
    {"@odata.type":"#zoo.dog","id":"2","rival":{"id":"3"},"barks":"loudly"}
    {"@odata.type":"#zoo.cat","id":"2","rival":{"id":"3"},"barks":"loudly","lives":9}
    {"@odata.type":"#zoo.cat","id":"2","rival":{"id":"3"},"barks":"loudly","lives":8}
    {"@odata.type":"#zoo.dog","id":"2","barks":false,"rival":{"id":"3"},"lives":8}
    {"@odata.type":"#","id":"2","barks":false,"rival":{"id":"3"},"lives":8}
    "##);
}

/// Whatever a change goes through, numbers keep their digits, and texts and names their escapes.
#[test]
fn digits_and_halves_of_surrogate_pairs_are_kept() {
    assert_snapshot!(copies::<Dog>(&[
        r#"{"friends@delta":[{"tail":12345678901234567.890,"id":12345678901234567890123},{"x":1e400}]}"#,
        r#"{"friends@delta":[{"\ud83d":"\ud83e","id":12345678901234567890124},{"x":0.10000000000000000001}]}"#,
        r#"{"friends@delta":[{"tail":"\ud83d","id":12345678901234567890123},{"x":1e400}]}"#,
        r#"{"friends@delta":[{"id":12345678901234567890123,"@removed":{}}]}"#,
        r#"{"tail@delta":[1.00000000000000000001]}"#,
        r#"{"tail@delta":[{"\ud83d":1.00000000000000000002}],"rival":{"id":"\ud83d"}}"#,
        r#"{"rival@delta":[{"tail":1.00000000000000000003,"id":"\ud83d"}]}"#,
    ]), @r#"
    {"friends":[{"tail":12345678901234567.890,"id":12345678901234567890123}],"friends@delta":[{"x":1e400}]}
    {"friends":[{"tail":12345678901234567.890,"id":12345678901234567890123},{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"friends@delta":[{"x":1e400},{"x":0.10000000000000000001}]}
    {"friends":[{"tail":"\ud83d","id":12345678901234567890123},{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"friends@delta":[{"x":0.10000000000000000001},{"x":1e400}]}
    {"friends":[{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"friends@delta":[{"x":0.10000000000000000001},{"x":1e400}]}
    {"friends":[{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"friends@delta":[{"x":0.10000000000000000001},{"x":1e400}],"tail@delta":[1.00000000000000000001]}
    {"friends":[{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"rival":{"id":"\ud83d"},"friends@delta":[{"x":0.10000000000000000001},{"x":1e400}],"tail@delta":[1.00000000000000000001,{"\ud83d":1.00000000000000000002}]}
    {"friends":[{"id":12345678901234567890124,"\ud83d":"\ud83e"}],"rival":{"tail":1.00000000000000000003,"id":"\ud83d"},"friends@delta":[{"x":0.10000000000000000001},{"x":1e400}],"tail@delta":[1.00000000000000000001,{"\ud83d":1.00000000000000000002}]}
    "#);
    assert_snapshot!(copies::<Scalars>(&[
        r#"{"decimal":12345678901234567.89,"json":{"a":1e400},"int64":18446744073709551616}"#,
        r#"{"json":{"a":12345678901234567.89}}"#,
    ]), @r#"
    {"decimal":12345678901234567.89,"json":{"a":1e400},"int64":18446744073709551616}
    {"decimal":12345678901234567.89,"int64":18446744073709551616,"json":{"a":12345678901234567.89}}
    "#);
}
