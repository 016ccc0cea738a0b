//! Objects: order, duplicates, places of errors, and the four ways in which serde_json decodes.

use insta::assert_snapshot;
use serde_json::Value;

use super::zoo::{Animal, AnyAnimal, Dog, Keeper, Shift, Skill};
use super::{again, error};
use crate::Flags;

const DOG: &str = r##"{
    "id": "1",
    "@odata.etag": "W/\"1\"",
    "keeper": {"name": "Ann", "nickNames": ["A", "\u00e9"], "shift": "dusk", "skills": "feed, groom"},
    "friends": [{"@odata.type": "#zoo.dog", "barks": true}, {"id": "2"}],
    "legs": 4
}"##;

#[test]
fn all_inputs_decode_alike() {
    let from_str: Dog = serde_json::from_str(DOG).unwrap();
    let value: Value = serde_json::from_str(DOG).unwrap();
    assert_eq!(serde_json::from_slice::<Dog>(DOG.as_bytes()).unwrap(), from_str);
    assert_eq!(serde_json::from_reader::<_, Dog>(DOG.as_bytes()).unwrap(), from_str);
    assert_eq!(serde_json::from_value::<Dog>(value).unwrap(), from_str);
}

#[test]
fn members_in_another_order_decode_alike() {
    let backwards =
        r#"{"rival": null, "barks": false, "keeper": {"shift": "day", "name": "B"}, "id": "3"}"#;
    assert_snapshot!(again::<Dog>(backwards), @r#"{"id":"3","keeper":{"name":"B","shift":"day"},"barks":false}"#);
}

#[test]
fn a_field_is_found_from_any_other() {
    let members = [
        r#""name":"A""#,
        r#""nickNames":[]"#,
        r#""shift":"day""#,
        r#""skills":"feed""#,
        r#""shifts":[]"#,
    ];
    let expected: Keeper = serde_json::from_str(&format!("{{{}}}", members.join(","))).unwrap();
    assert!(expected.additional.is_empty());
    for (first, second) in (0..5).flat_map(|first| (0..5).map(move |second| (first, second))) {
        let mut members = members;
        members.swap(0, first);
        members.swap(1, second);
        let text = format!("{{{}}}", members.join(","));
        assert_eq!(serde_json::from_str::<Keeper>(&text).unwrap(), expected, "{text}");
    }
}

#[test]
fn values_are_shown_by_their_wire_names() {
    assert_snapshot!(format!("{:#?}", serde_json::from_str::<Dog>(DOG).unwrap()), @r#"
    Dog {
        id: "1",
        keeper: Keeper {
            name: "Ann",
            nickNames: [
                "A",
                "é",
            ],
            shift: "dusk",
            skills: "feed,groom",
        },
        friends: [
            Dog {
                barks: true,
            },
            Animal {
                id: "2",
            },
        ],
        @odata.etag: String("W/\"1\""),
        legs: Number(4),
    }
    "#);
}

#[test]
fn annotations_are_written_first() {
    assert_snapshot!(again::<Dog>(DOG), @r##"{"@odata.etag":"W/\"1\"","id":"1","keeper":{"name":"Ann","nickNames":["A","é"],"shift":"dusk","skills":"feed,groom"},"friends":[{"@odata.type":"#zoo.dog","barks":true},{"id":"2"}],"legs":4}"##);
}

#[test]
fn the_last_of_two_values_counts() {
    assert_snapshot!(again::<Keeper>(r#"{"name": "a", "name": "b"}"#), @r#"{"name":"b"}"#);
    assert_snapshot!(again::<Keeper>(r#"{"name": "a", "name": null}"#), @"{}");
    assert_snapshot!(again::<Keeper>(r#"{"name": 1, "name": "b"}"#), @r#"{"name":"b"}"#);
    assert_snapshot!(again::<Keeper>(r#"{"name": "a", "name": 1}"#), @r#"{"name":1}"#);
    assert_snapshot!(again::<Keeper>(r#"{"nickNames": ["a"], "nickNames": ["b"]}"#), @r#"{"nickNames":["b"]}"#);
}

#[test]
fn enumerations_keep_unknown_members() {
    let keeper: Keeper = serde_json::from_str(
        r#"{"shift": "dusk", "skills": "feed,groom", "shifts": ["day", "dawn"]}"#,
    )
    .unwrap();
    assert_eq!(keeper.shift, Some(Shift::Unrecognized("dusk".into())));
    assert_eq!(keeper.skills, Some([Skill::from("groom"), Skill::Feed].into_iter().collect()));
    assert_snapshot!(serde_json::to_string(&keeper).unwrap(), @r#"{"shift":"dusk","skills":"feed,groom","shifts":["day","dawn"]}"#);
}

#[test]
fn flags_are_a_set() {
    let mut skills = Flags::from(Skill::Feed);
    assert!(!skills.insert(Skill::from("feed")));
    assert!(skills.insert(Skill::from("groom")));
    assert!(skills.remove(&Skill::Feed));
    assert_eq!(skills.to_string(), "groom");
    assert_eq!(serde_json::from_str::<Flags<Skill>>(r#""""#).unwrap(), Flags::new());
}

#[test]
fn values_of_another_form_are_kept_at_every_level() {
    let json = [
        r#"{"friends": [{}, {"keeper": {"nickNames": ["a", {}, "b", null]}}, 5]}"#,
        r#"{"keeper": "Ann", "friends": {}, "barks": [1.10]}"#,
        r#"{"id": "party \ud83d", "barks": 1e400, "\udc00": 12345678901234567890123.10}"#,
        r#"{"rival": [], "keeper": {"name": {"a": "\ud83d"}, "shift": 5, "skills": {}, "shifts": [null]}}"#,
    ];
    assert_snapshot!(json.map(again::<Dog>).join("\n"), @r#"
    {"friends":[{},{"keeper":{"nickNames":["a",{},"b",null]}},5]}
    {"keeper":"Ann","friends":{},"barks":[1.10]}
    {"id":"party \ud83d","barks":1e400,"\udc00":12345678901234567890123.10}
    {"keeper":{"shifts":[null],"name":{"a": "\ud83d"},"shift":5,"skills":{}},"rival":[]}
    "#);
}

#[test]
fn kept_elements_stand_beside_the_others() {
    let mut keeper: Keeper = serde_json::from_str(r#"{"nickNames": [1, "a", 2, 3, "b"]}"#).unwrap();
    assert_eq!(keeper.nick_names, Some(vec!["a".into(), "b".into()]));
    assert_eq!(keeper.additional.get("nickNames[2]"), Some(&2.into()));
    keeper.nick_names = Some(vec!["c".into()]);
    assert_snapshot!(serde_json::to_string(&keeper).unwrap(), @r#"{"nickNames":[1,"c",2,3]}"#);
    assert_snapshot!(again::<Keeper>(r#"{"nickNames": [1, "a"], "nickNames": ["b"]}"#), @r#"{"nickNames":["b"]}"#);
}

#[test]
fn what_is_kept_is_kept_to_the_digit_and_given_as_near_as_can_be() {
    let json = r#"{"a":123456789012345678901234567890,"b":[1.10,1e400],"c":"\ud83dx"}"#;
    let dog: Dog = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&dog).unwrap(), json);
    assert_eq!(dog.additional.get("a"), Some(&1.234_567_890_123_456_8e29.into()));
    assert_eq!(dog.additional.get("b"), Some(&serde_json::json!([1.1, "1e400"])));
    assert_eq!(dog.additional.get("c"), Some(&"\u{fffd}x".into()));
    assert_eq!(dog.additional.raw("a").unwrap().get(), "123456789012345678901234567890");
    let other: Dog = serde_json::from_str(&json.replace("567890,", "567891,")).unwrap();
    assert_ne!(other, dog);
}

#[test]
fn errors_say_what_is_no_json_or_no_object() {
    let errors = [
        error::<Dog>(r#"{"keeper": {"x": tru}}"#),
        error::<Dog>(r#"{"keeper": {"name": "A"}"#),
        error::<Dog>("[]"),
        error::<AnyAnimal>("1"),
        error::<Shift>("1"),
    ];
    assert_snapshot!(errors.join("\n"), @"
    expected ident at line 1 column 21
    EOF while parsing an object at line 1 column 24
    found an array, expected zoo.dog
    found 1, expected zoo.animal
    found 1, expected a string
    ");
}

#[test]
fn an_object_that_is_wrapped_in_another_one_is_read_alone() {
    let wrapped = r#"{"@odata.context": "c", "value": {"id": "1", "name": "Rex"}}"#;
    let dog: Dog = serde_json::from_str(wrapped).unwrap();
    let json = serde_json::to_string(&dog).unwrap();
    assert_eq!(json, r#"{"@odata.context":"c","id":"1","name":"Rex"}"#);
    let any: AnyAnimal = serde_json::from_str(wrapped).unwrap();
    assert_eq!(serde_json::to_string(&any).unwrap(), json);
}

#[test]
fn other_formats_of_serde_decode_alike() {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Either {
        Dog(Dog),
    }
    let Either::Dog(dog) = serde_json::from_str(DOG).unwrap();
    assert_eq!(dog, serde_json::from_str(DOG).unwrap());
    assert_eq!(
        serde_json::from_str::<Dog>("{}").unwrap(),
        crate::FromBody::from_body(b"{}").unwrap()
    );
}

#[test]
fn all_types_can_go_to_other_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Animal>();
    check::<AnyAnimal>();
    check::<Shift>();
    check::<Flags<Skill>>();
}
