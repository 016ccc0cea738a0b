//! Values in the object that OData wraps around them.

use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use crate::json::{Cursor, Fault, Refusal, Text, nearest_value, parse, raw};
use crate::model::integer;

/// A value that is not an object, in the object that OData wraps around it: `{"value": …}`. A number may
/// be a string, as services write it with `IEEE754Compatible=true`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Wrapped<T> {
    /// The value.
    pub value: T,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Wrapped<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = None;
        parse(deserializer, &mut |cursor| {
            let mut more = cursor.enter(b'{', b'}')?;
            while more {
                let name = cursor.name()?.nearest().ok_or(Fault::Syntax)?;
                match &*name {
                    "value" => value = Some(read(cursor)?),
                    _ => drop(raw(cursor.skip()?)?),
                }
                more = cursor.another(b'}')?;
            }
            let missing = || Refusal::Unexpected("there is no `value`".to_owned());
            if value.is_some() { Ok(()) } else { Err(missing()) }
        })?;
        Ok(Self { value: value.expect("a value was read") })
    }
}

fn read<T: DeserializeOwned>(cursor: &mut Cursor<'_>) -> Result<T, Refusal> {
    let text = cursor.skip()?;
    raw(text)?;
    let error = match from_text(text) {
        Ok(value) => return Ok(value),
        Err(error) => Refusal::Unexpected(format!("value: {error}")),
    };
    // A type that is not the runtime's reads numbers from numbers only.
    let value = nearest_value(text);
    let number = value.as_str().map(str::to_owned).or_else(|| Some(integer(&value)?.to_string()));
    number.and_then(|number| from_text(&number).ok()).ok_or(error)
}

fn from_text<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    T::deserialize(Text(&mut Cursor::new(text)))
}
