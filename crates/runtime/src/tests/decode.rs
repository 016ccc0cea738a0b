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
fn errors_name_the_place_and_the_type() {
    assert_snapshot!(error::<Dog>(r#"{"friends": [{}, {"keeper": {"nickNames": ["a", {}]}}]}"#), @"friends[1].keeper.nickNames[1] (zoo.keeper): invalid type: map, expected a string at line 1 column 50");
    assert_snapshot!(error::<Dog>(r#"{"keeper": "Ann"}"#), @r#"keeper (zoo.dog): invalid type: string "Ann", expected an object (zoo.keeper) at line 1 column 16"#);
    assert_snapshot!(error::<Dog>(r#"{"friends": {}}"#), @"friends (zoo.dog): invalid type: map, expected an array at line 1 column 14");
    assert_snapshot!(error::<Dog>(r#"{"keeper": {"x": tru}}"#), @"keeper.x (zoo.keeper): expected ident at line 1 column 21");
    assert_snapshot!(error::<Dog>(r#"{"keeper": {"name": "A"}"#), @"EOF while parsing an object at line 1 column 24");
    assert_snapshot!(error::<Dog>("[]"), @"invalid type: sequence, expected an object (zoo.dog) at line 1 column 2");
    assert_snapshot!(error::<AnyAnimal>("1"), @"invalid type: integer `1`, expected an object (zoo.animal) at line 1 column 1");
    assert_snapshot!(error::<Shift>("1"), @"unexpected value 1");
}

#[test]
fn all_types_can_go_to_other_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Animal>();
    check::<AnyAnimal>();
    check::<Shift>();
    check::<Flags<Skill>>();
}
