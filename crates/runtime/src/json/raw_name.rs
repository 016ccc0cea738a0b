//! The name under which serde_json gives the text of a value.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;

/// The name by which a `RawValue` asks for its text. serde_json keeps it to itself, but whoever reads a `RawValue`
/// is told. That alone is not enough: a `RawValue` cannot be read from formats other than JSON, and does not say
/// so before it has used the deserializer up.
pub(super) fn raw_name() -> &'static str {
    match <&RawValue>::deserialize(Listener) {
        Err(Heard(name)) => name,
        Ok(_) => "",
    }
}

/// Gives nothing, but hears what it is asked for.
struct Listener;

impl<'de> Deserializer<'de> for Listener {
    type Error = Heard;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Heard> {
        Err(Heard(""))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: V,
    ) -> Result<V::Value, Heard> {
        Err(Heard(name))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[derive(Debug)]
struct Heard(&'static str);

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Heard {}

impl Error for Heard {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self("")
    }
}

#[cfg(test)]
mod tests {
    use super::raw_name;
    use crate::json::{Cursor, Refusal, parse};

    /// If this fails, serde_json has changed how a `RawValue` gets its text: numbers then lose digits, and half a
    /// surrogate pair costs a whole page. `text.rs` has to follow.
    #[test]
    fn serde_json_gives_the_text_as_it_came() {
        assert_ne!(raw_name(), "");
        let text = r#"{"a": 12345678901234567.890, "b":"\ud83d", "c":1e400 ,"d":[ ]}"#;
        let mut seen = Vec::new();
        let mut keep = |cursor: &mut Cursor<'_>| -> Result<(), Refusal> {
            seen.push(cursor.skip()?.to_owned());
            Ok(())
        };
        parse(&mut serde_json::Deserializer::from_str(text), &mut keep).unwrap();
        parse(&mut serde_json::Deserializer::from_slice(text.as_bytes()), &mut keep).unwrap();
        parse(&mut serde_json::Deserializer::from_reader(text.as_bytes()), &mut keep).unwrap();
        parse(serde_json::json!({"a": [1, null]}), &mut keep).unwrap();
        assert_eq!(seen, [text, text, text, r#"{"a":[1,null]}"#]);
    }
}
