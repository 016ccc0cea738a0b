//! Whether two JSON texts say the same.

use base64::Engine as _;
use serde_json::{Number, Value};

/// The first difference between `ours` and `theirs`, with its place; `None` when they say the same.
///
/// They do although members stand in another order, although one says `null` where the other has no member,
/// and although one value is spelled in two ways: a number also as its text (`IEEE754Compatible`), a point in
/// time with another offset or more zeros, a time of day, a duration, a GUID, binary data, a list of flags
/// with spaces, the name of a type with and without `#`; nor does it matter whether theirs is wrapped, or is an array
/// that ours has as its `value`.
pub(super) fn difference(ours: &Value, theirs: &Value) -> Option<String> {
    let mut place = Vec::new();
    let alone = unwrapped(ours, theirs).or_else(|| wrapped(ours, theirs));
    differ(ours, alone.as_ref().unwrap_or(theirs), &mut place).map(|(ours, theirs)| {
        let place = place.concat();
        format!("`{place}` differs\n        built: {ours}\n   documented: {theirs}")
    })
}

/// The object that is wrapped in `theirs` as its `value`, with the annotations around it, where ours is not
/// wrapped: the decoder takes off the wrapping.
fn unwrapped(ours: &Value, theirs: &Value) -> Option<Value> {
    let outer = theirs.as_object().filter(|_| ours.get("value").is_none())?;
    let mut alone = outer.get("value")?.as_object()?.clone();
    for (name, value) in outer.iter().filter(|(name, _)| name.contains('@')) {
        alone.entry(name).or_insert_with(|| value.clone());
    }
    Some(alone.into())
}

/// The array `theirs` as the page that it is read as.
fn wrapped(ours: &Value, theirs: &Value) -> Option<Value> {
    (theirs.is_array() && ours.is_object()).then(|| serde_json::json!({ "value": theirs }))
}

type Sides = (String, String);

fn differ(ours: &Value, theirs: &Value, place: &mut Vec<String>) -> Option<Sides> {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            let further = b.keys().filter(|name| !a.contains_key(*name));
            a.keys().chain(further).find_map(|name| {
                let side =
                    |of: &serde_json::Map<String, Value>| of.get(name).cloned().unwrap_or_default();
                let theirs = if is_no_link(name, &side(b)) { Value::Null } else { side(b) };
                step(place, format!("/{name}"), |place| differ(&side(a), &theirs, place))
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(index, (a, b))| {
                step(place, format!("[{index}]"), |place| differ(a, b, place))
            })
        }
        _ if same_scalar(ours, theirs) => None,
        _ => Some((ours.to_string(), theirs.to_string())),
    }
}

/// Whether a member is a link to nowhere, which is read as if it were not there.
fn is_no_link(name: &str, value: &Value) -> bool {
    value == "" && matches!(name.rsplit(['.', '@']).next(), Some("nextLink" | "deltaLink"))
}

/// Goes down, and stays there when something differs.
fn step(
    place: &mut Vec<String>,
    name: String,
    look: impl FnOnce(&mut Vec<String>) -> Option<Sides>,
) -> Option<Sides> {
    place.push(name);
    let found = look(place);
    if found.is_none() {
        place.pop();
    }
    found
}

fn same_scalar(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => same_number(a, b),
        (Value::Number(number), Value::String(text))
        | (Value::String(text), Value::Number(number)) => {
            serde_json::from_str(text).is_ok_and(|parsed| same_number(number, &parsed))
        }
        (Value::String(a), Value::String(b)) => same_text(a, b),
        _ => a == b,
    }
}

fn same_number(a: &Number, b: &Number) -> bool {
    a == b || a.as_f64() == b.as_f64() && !(a.is_i64() && b.is_i64())
}

fn same_text(a: &str, b: &str) -> bool {
    let rules: [fn(&str, &str) -> bool; 7] =
        [same_type, same_guid, same_instant, same_time, same_duration, same_bytes, same_flags];
    a == b || rules.iter().any(|same| same(a, b))
}

fn same_type(a: &str, b: &str) -> bool {
    a.contains('.') && a.trim_start_matches('#') == b.trim_start_matches('#')
}

fn same_guid(a: &str, b: &str) -> bool {
    a.len() == 36 && crate::Uuid::try_parse(a).is_ok() && a.eq_ignore_ascii_case(b)
}

fn same_instant(a: &str, b: &str) -> bool {
    let instant = |text: &str| text.parse::<jiff::Timestamp>().ok();
    instant(a).is_some_and(|a| instant(b) == Some(a))
}

fn same_time(a: &str, b: &str) -> bool {
    let time = |text: &str| {
        let is_time = text.get(2..3) == Some(":");
        is_time.then(|| text.parse::<jiff::civil::Time>().ok()).flatten()
    };
    time(a).is_some_and(|a| time(b) == Some(a))
}

fn same_duration(a: &str, b: &str) -> bool {
    let duration = |text: &str| {
        let is_duration = text.trim_start_matches('-').starts_with('P');
        let span = is_duration.then(|| text.parse::<jiff::Span>().ok()).flatten();
        span.map(jiff::Span::fieldwise)
    };
    duration(a).is_some_and(|a| duration(b) == Some(a))
}

/// Of the same alphabet but for padding, or of the other one.
fn same_bytes(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim_end_matches('=').replace('-', "+").replace('_', "/");
    let engine = base64::engine::general_purpose::STANDARD_NO_PAD;
    plain(a) == plain(b) && engine.decode(plain(a)).is_ok()
}

fn same_flags(a: &str, b: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_alphanumeric());
    let words = |text: &'_ str| text.split(',').map(|it| it.trim().to_owned()).collect::<Vec<_>>();
    words(a).iter().all(|word| is_word(word)) && words(a) == words(b)
}
