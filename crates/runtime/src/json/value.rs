//! Values of JSON text that are kept.

use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use super::number::is_exact;
use super::{Cursor, Fault};

/// The text, to be kept, if it is well formed.
pub(crate) fn raw(text: &str) -> Result<Box<RawValue>, Fault> {
    RawValue::from_string(text.to_owned()).map_err(|_| Fault::Syntax)
}

/// The value, if [`Value`] holds it exactly: no number with more digits than it has room for, and no half
/// of a surrogate pair.
pub(crate) fn exact_value(text: &str) -> Option<Value> {
    let value = serde_json::from_str(text).ok()?;
    let mut exact = true;
    if has_floats(&value) {
        read(&mut Cursor::new(text), &mut exact)?;
    }
    exact.then_some(value)
}

/// Whether two texts are the same JSON, whatever its spelling.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    a == b || exact_value(a).is_some_and(|a| exact_value(b) == Some(a))
}

/// The texts of the elements, if the text is an array.
pub(crate) fn elements(text: &str) -> Option<Vec<&str>> {
    let mut cursor = Cursor::new(text);
    let mut elements = Vec::new();
    let mut more = cursor.enter(b'[', b']').ok()?;
    while more {
        elements.push(cursor.skip().ok()?);
        more = cursor.another(b']').ok()?;
    }
    Some(elements)
}

/// The array of these elements, each of which is well formed.
pub(crate) fn array_of(elements: &[&str]) -> Box<RawValue> {
    let text = format!("[{}]", elements.join(","));
    RawValue::from_string(text).expect("elements make an array")
}

/// The nearest that [`Value`] has: numbers as the nearest that `f64` has, U+FFFD for each half of a
/// surrogate pair. A number beyond the range of `f64` is the text of its digits. Of members whose names
/// become alike so, the last counts.
pub(crate) fn nearest_value(text: &str) -> Value {
    let value = serde_json::from_str(text).ok();
    value.or_else(|| read(&mut Cursor::new(text), &mut true)).unwrap_or_default()
}

/// Whether there are numbers that may have been rounded.
fn has_floats(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(values) => values.iter().any(has_floats),
        Value::Object(members) => members.values().any(has_floats),
        _ => false,
    }
}

/// Reads a value in well-formed text, not deeper than serde_json does.
fn read(cursor: &mut Cursor<'_>, exact: &mut bool) -> Option<Value> {
    Some(match cursor.peek()? {
        b'{' => Value::Object(object(cursor, exact)?),
        b'[' => Value::Array(array(cursor, exact)?),
        b'"' => Value::String(cursor.string().ok()?.nearest()?.into_owned()),
        b't' | b'f' | b'n' => serde_json::from_str(cursor.skip().ok()?).ok()?,
        _ => number(cursor.number(), exact),
    })
}

fn number(text: &str, exact: &mut bool) -> Value {
    match text.parse::<Number>() {
        Ok(number) => {
            *exact &= number.as_f64().is_none_or(|it| !number.is_f64() || is_exact(text, it));
            Value::Number(number)
        }
        Err(_) => {
            *exact = false;
            Value::from(text)
        }
    }
}

fn object(cursor: &mut Cursor<'_>, exact: &mut bool) -> Option<Map<String, Value>> {
    let mut members = Map::new();
    let mut more = cursor.enter(b'{', b'}').ok()?;
    while more {
        let name = cursor.name().ok()?.nearest()?.into_owned();
        members.insert(name, read(cursor, exact)?);
        more = cursor.another(b'}').ok()?;
    }
    Some(members)
}

fn array(cursor: &mut Cursor<'_>, exact: &mut bool) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    let mut more = cursor.enter(b'[', b']').ok()?;
    while more {
        values.push(read(cursor, exact)?);
        more = cursor.another(b']').ok()?;
    }
    Some(values)
}
