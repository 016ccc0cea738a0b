//! Random answers of every shape: none is an error as long as it is an object, and nothing in it is lost.
//!
//! What is written must have the same members as what was read, where
//! - a member that is null is absent;
//! - numbers are equal by their value, to the last digit, also those written as strings;
//! - texts are equal character by character, so that points in time keep offset and digits; for half a
//!   surrogate pair stands U+FFFD in the comparison, but its escape must be there. Times of day are equal by
//!   their value, GUIDs whatever their case, and base64 in both alphabets;
//! - names are equal with all their escapes;
//! - the name of a type may have a `#` or not.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::zoo::{Animal, AnyAnimal, Dog, Keeper, Scalars};
use crate::json::number::canonical;
use crate::json::{Cursor, is_number};
use crate::time::time_of_day;
use crate::{FromBody, Page, RawValue};

const NAMES: &[&str] = &[
    "id",
    "keeper",
    "friends",
    "barks",
    "rival",
    "name",
    "nickNames",
    "shift",
    "skills",
    "shifts",
    "text",
    "boolean",
    "byte",
    "signedByte",
    "int16",
    "int32",
    "int64",
    "decimal",
    "dateTime",
    "date",
    "time",
    "duration",
    "guid",
    "binary",
    "json",
    "dates",
    "type",
    "@odata.etag",
    "@etag",
    "id@odata.x",
    "value",
    "undocumented",
    "\\u0069d2",
    "n\\ud83d",
    "n\\ud83e\\n",
    "n\u{fffd}",
    "",
];

const VALUES: &[&str] = &[
    "null",
    "true",
    "5",
    "-7",
    "0",
    "255",
    "1.50",
    "1e3",
    "12345678901234567890123.10",
    "1e400",
    "-1e-400",
    "123456789012345678901234567890",
    "9223372036854775808",
    r#""""#,
    r#""x""#,
    r#""\ud83d""#,
    r#""5""#,
    r#""a\u00e9\ud83d\ude00\n\/""#,
    r#""\udc00\ud83d""#,
    r#""2021-07-01T10:09:10.000+05:30""#,
    r#""9999-12-31T23:59:59Z""#,
    r#""2016-12-31T23:59:60Z""#,
    r#""PT90M""#,
    r#""P1W""#,
    r#""2020-02-29""#,
    r#""23:59:60""#,
    r#""08:30""#,
    r#""08:30:00.1200""#,
    r#""D719B6D9-E4B3-4C76-8E19-5E6A7A5B3D30""#,
    r#""-_8""#,
    "-0",
    r#""feed,walk""#,
    r#""day""#,
    "[]",
    "{}",
    "[ ]",
    "{ }",
    r#"[[1],[],{"a":[]}]"#,
    r#"{"value":{"id":"1"}}"#,
];

fn value() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(VALUES).prop_map(str::to_owned);
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            object(inner.clone()),
            vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(" , "))),
        ]
    })
}

fn object(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let types = [
        "",
        r##""@odata.type":"#zoo.dog","##,
        r##""@type":"#zoo.dog","##,
        r##""@odata.type":"#zoo.cat","##,
        r##""@odata.type":5,"##,
    ];
    let members = vec((prop::sample::select(NAMES), value), 0..7);
    (members, prop::sample::select(types.to_vec()), any::<bool>()).prop_map(
        |(members, name, late)| {
            let members: BTreeMap<&str, String> = members.into_iter().collect();
            let members: Vec<String> = members
                .into_iter()
                .rev()
                .map(|(name, value)| format!("\"{name}\" : {value}"))
                .collect();
            let (first, last) = if late { ("", name.trim_end_matches(',')) } else { (name, "") };
            let comma = if members.is_empty() || last.is_empty() { "" } else { "," };
            let text = format!("{first}{}{comma}{last}", members.join(","));
            format!("{{{}}}", text.trim_end_matches(','))
        },
    )
}

/// A value in one spelling for all that is equal; `None` for null.
fn normal(cursor: &mut Cursor<'_>) -> Option<String> {
    match cursor.peek() {
        Some(b'{') => {
            let mut members = BTreeMap::new();
            let mut more = cursor.enter(b'{', b'}').unwrap();
            while more {
                let name = cursor.name().unwrap().spelled().unwrap();
                if let Some(value) = normal(cursor) {
                    let is_type = name.ends_with("type");
                    members.insert(name, if is_type { value.replace('#', "") } else { value });
                }
                more = cursor.another(b'}').unwrap();
            }
            Some(format!("{members:?}"))
        }
        Some(b'[') => {
            let mut values = Vec::new();
            let mut more = cursor.enter(b'[', b']').unwrap();
            while more {
                values.push(normal(cursor));
                more = cursor.another(b']').unwrap();
            }
            Some(format!("{values:?}"))
        }
        Some(b'"') => {
            let text = cursor.string().unwrap();
            let half = text.text().is_none();
            let text = text.nearest().unwrap();
            Some(if is_number(&text) {
                one_number(&text)
            } else {
                format!("{:?} {half}", one_of(&text))
            })
        }
        _ => match cursor.skip().unwrap() {
            "null" => None,
            number if is_number(number) => Some(one_number(number)),
            word => Some(word.to_owned()),
        },
    }
}

/// One of the texts of a number. Zero has no sign where no fraction can be.
fn one_number(text: &str) -> String {
    let canonical = canonical(text);
    canonical.strip_prefix('-').filter(|it| *it == "e0").map_or(canonical.clone(), str::to_owned)
}

/// One of the texts that stand for the same value of a type.
fn one_of(text: &str) -> String {
    let time = time_of_day(text).map(|it| it.to_string());
    // Of four hyphens, base64 makes four pluses.
    let guid = text.replace('+', "-").parse::<crate::Uuid>().map(|it| it.to_string());
    let binary = Some("+/8=".to_owned()).filter(|_| text == "-_8");
    time.or(guid.ok()).or(binary).unwrap_or_else(|| text.to_owned())
}

fn all(text: &str) -> Option<String> {
    normal(&mut Cursor::new(text))
}

fn comes_back<T: DeserializeOwned + Serialize>(text: &str) -> Result<(), TestCaseError> {
    let from_body =
        T::from_body(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let from_str: T =
        serde_json::from_str(text).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let written = serde_json::to_string(&from_body).unwrap();
    prop_assert_eq!(&serde_json::to_string(&from_str).unwrap(), &written);
    prop_assert_eq!(all(&written), all(text), "{}", written);
    let again: T = serde_json::from_str(&written).unwrap();
    prop_assert_eq!(serde_json::to_string(&again).unwrap(), written);
    Ok(())
}

/// Not an object wrapped in another one, which is read as if it stood alone.
fn not_wrapped(text: &str) -> String {
    let comma = if all(text) == all("{}") && !text.contains(':') { "" } else { "," };
    format!("{{\"extra\":1{comma}{}", text.trim_start_matches('{'))
}

proptest! {
    #[test]
    fn objects_of_every_type_are_read_and_come_back_whole(text in object(value())) {
        let text = not_wrapped(&text);
        comes_back::<Animal>(&text)?;
        comes_back::<Dog>(&text)?;
        comes_back::<Keeper>(&text)?;
        comes_back::<AnyAnimal>(&text)?;
        comes_back::<Scalars>(&text)?;
    }

    #[test]
    fn pages_keep_every_item(items in vec(value(), 0..5), link in prop::sample::select(VALUES)) {
        let alone = |item: String| if item.starts_with('{') { not_wrapped(&item) } else { item };
        let items: Vec<String> = items.into_iter().map(alone).collect();
        let text = format!(r#"{{"@odata.nextLink":{link},"value":[{}],"@count":{link}}}"#, items.join(","));
        let page = Page::<AnyAnimal>::from_body(text.as_bytes())
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let results: Vec<_> = page.into_results().collect();
        prop_assert_eq!(results.len(), items.len());
        for (result, item) in results.into_iter().zip(&items) {
            let written = match result {
                Ok(animal) => serde_json::to_string(&animal).unwrap(),
                Err(unread) => unread.json().to_owned(),
            };
            prop_assert_eq!(all(&written), all(item));
        }
    }

    #[test]
    fn no_text_makes_the_decoder_panic(text in "[\\[\\]{}\",:a-z@.0-9\\\\ue+-]{0,64}") {
        let reads = AnyAnimal::from_body(text.as_bytes()).is_ok();
        let _ = Scalars::from_body(text.as_bytes());
        let _ = Page::<AnyAnimal>::from_body(text.as_bytes());
        prop_assert!(!reads || serde_json::from_str::<&RawValue>(&text).is_ok());
    }
}
