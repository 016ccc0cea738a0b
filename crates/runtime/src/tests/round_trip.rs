//! Random objects: what is decoded, encoded and decoded again is equal, and no member is lost.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::zoo::{AnyAnimal, Scalars};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e15..1e15).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        "-?P[0-9]{1,3}(D|W|M|Y)(T[0-9]{1,4}H)?".prop_map(Value::from),
        "[0-9]{4}-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
        "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{7})?Z"
            .prop_map(Value::from),
        "[A-Za-z0-9+/_-]{0,8}={0,2}".prop_map(Value::from),
        "(INF|-INF|NaN)".prop_map(Value::from),
        "-?[0-9]{1,25}(\\.[0-9]{1,12})?".prop_map(Value::from),
    ]
}

const NAMES: &[&str] = &[
    "text",
    "boolean",
    "byte",
    "signedByte",
    "int16",
    "int32",
    "int64",
    "single",
    "double",
    "decimal",
    "dateTime",
    "date",
    "time",
    "duration",
    "guid",
    "binary",
    "json",
    "type",
    "other",
];

fn scalars() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(NAMES);
    (btree_map(name, scalar(), 0..8), vec(scalar(), 0..4)).prop_map(|(members, dates)| {
        let mut object: Map<String, Value> =
            members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        object.insert("dates".to_owned(), dates.into());
        object.into()
    })
}

fn animal() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![Just(json!({})), Just(json!({"id": "1"})), Just(json!({"keeper": {"x": 1}}))];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let type_name = prop_oneof![
            Just(json!("#zoo.dog")),
            Just(json!("#zoo.animal")),
            Just(json!("#zoo.cat")),
        ];
        let member = prop_oneof![
            type_name.prop_map(|name| ("@odata.type", name)),
            scalar().prop_map(|value| ("@odata.etag", value)),
            scalar().prop_map(|value| ("id", value)),
            scalar().prop_map(|value| ("barks", value)),
            scalar().prop_map(|value| ("undocumented", value)),
            inner.clone().prop_map(|value| ("rival", value)),
            vec(inner, 0..3).prop_map(|values| ("friends", Value::from(values))),
        ];
        vec(member, 0..6).prop_map(|members| {
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()
        })
    })
}

proptest! {
    #[test]
    fn scalars_settle_after_one_round(json in scalars()) {
        let first: Scalars = serde_json::from_value(json.clone()).unwrap();
        let written = serde_json::to_string(&first).unwrap();
        let read: Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(names(&read), names(&json));
        let second: Scalars = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(serde_json::to_string(&second).unwrap(), written);
    }

    #[test]
    fn animals_come_back_whole(json in animal()) {
        let first: AnyAnimal = serde_json::from_str(&json.to_string()).unwrap();
        let written = serde_json::to_value(&first).unwrap();
        prop_assert_eq!(&written, &json);
        let second: AnyAnimal = serde_json::from_value(written).unwrap();
        prop_assert_eq!(second, first);
    }

    #[test]
    fn no_input_makes_the_decoder_panic(text in "[\\[\\]{}\",:a-z@.0-9 ]{0,64}") {
        let _ = serde_json::from_str::<AnyAnimal>(&text);
        let _ = serde_json::from_str::<Scalars>(&text);
    }
}

/// The names of the members, sorted.
fn names(object: &Value) -> Vec<&String> {
    let mut names: Vec<&String> = object.as_object().unwrap().keys().collect();
    names.sort();
    names
}
