//! The JSON text of a value, from whatever serde reads it from.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess,
    SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::raw_name::raw_name;
use super::{Cursor, Fault};

/// The name under which [`Text`] is asked for text, and gives such as goes on behind the value.
const OPEN_TEXT: &str = "$apimark::text";

/// Reads the next value from its text.
///
/// Of serde_json that is the text as it came. What other formats give is written as JSON first.
pub(crate) fn parse<'de, D: Deserializer<'de>>(
    deserializer: D,
    with: &mut Parse<'_>,
) -> Result<(), D::Error> {
    deserializer.deserialize_newtype_struct(OPEN_TEXT, TextVisitor { with, asked: None })
}

/// Reads one value; what it says in case of failure becomes the error.
pub(crate) type Parse<'a> = dyn FnMut(&mut Cursor<'_>) -> Result<(), Refusal> + 'a;

/// Why a value cannot be read.
pub(crate) enum Refusal {
    /// The text is at fault.
    Fault(Fault),
    /// It is not what is documented.
    Unexpected(String),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Refusal {
    /// The error in a part of a text, of which the rest is unknown.
    fn part<E: Error>(self) -> E {
        match self {
            Self::Fault(fault) => E::custom(fault),
            Self::Unexpected(message) => E::custom(message),
        }
    }

    fn error<E: Error>(self, text: &str) -> E {
        match self {
            Self::Fault(fault) => fault.error(text),
            Self::Unexpected(message) => E::custom(message),
        }
    }
}

struct TextVisitor<'a, 'b> {
    with: &'a mut Parse<'b>,
    /// The name by which the deserializer was asked for raw text.
    asked: Option<&'static str>,
}

impl TextVisitor<'_, '_> {
    fn whole<E: Error>(self, text: &str) -> Result<(), E> {
        let mut cursor = Cursor::new(text);
        let result = (self.with)(&mut cursor);
        result.and_then(|()| Ok(cursor.end()?)).map_err(|refusal| refusal.error(text))
    }

    fn written<E: Error>(self, value: impl Into<Value>) -> Result<(), E> {
        self.whole(&value.into().to_string())
    }
}

impl<'de> Visitor<'de> for TextVisitor<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut members = serde_json::Map::new();
        while let Some(name) = map.next_key_seed(NameOf { asked: self.asked })? {
            match name {
                Name::RawValue => return self.whole(&map.next_value::<Cow<'de, str>>()?),
                Name::OpenText => {
                    let text = map.next_value_seed(Borrowed)?;
                    let mut cursor = Cursor::new(text);
                    (self.with)(&mut cursor).map_err(|refusal| refusal.part())?;
                    let length = text.len() - cursor.rest().len();
                    return map.next_key_seed(Length(length)).map(drop);
                }
                Name::Member(name) => members.insert(name, map.next_value()?),
            };
        }
        self.written(members)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        if self.asked.is_none() {
            let name = raw_name();
            let visitor = Self { asked: Some(name), ..self };
            return inner.deserialize_newtype_struct(name, visitor);
        }
        let value = Value::deserialize(inner)?;
        self.written(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(seq))?;
        self.written(value)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        self.visit_newtype_struct(inner)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.whole("null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.whole("null")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.written(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.written(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.written(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.written(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.written(text)
    }
}

/// The name of a member, or what serde_json or [`Text`] give instead: nothing is allocated for these, which
/// come once for each item of a page.
enum Name {
    RawValue,
    OpenText,
    Member(String),
}

/// Reads a name; `asked` is what serde_json calls the text of a value.
struct NameOf<'a> {
    asked: Option<&'a str>,
}

impl<'de> DeserializeSeed<'de> for NameOf<'_> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NameOf<'_> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        Ok(match name {
            asked if self.asked == Some(asked) => Name::RawValue,
            OPEN_TEXT => Name::OpenText,
            name => Name::Member(name.to_owned()),
        })
    }
}

/// Text that may go on behind the value.
struct Borrowed;

impl<'de> DeserializeSeed<'de> for Borrowed {
    type Value = &'de str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'de str, D::Error> {
        <&str>::deserialize(deserializer)
    }
}

/// Says how long the value was: the only number that a deserializer can be told.
struct Length(usize);

impl<'de> DeserializeSeed<'de> for Length {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_tuple(self.0, IgnoredAny).map(drop)
    }
}

/// Reads a whole document: its text is looked at once, to see whether it is UTF-8.
///
/// # Errors
/// When it is not JSON, or not what is to be read.
pub(crate) fn read_whole<T: DeserializeOwned>(json: &[u8]) -> serde_json::Result<T> {
    let Ok(text) = str::from_utf8(json) else { return serde_json::from_slice(json) };
    let mut cursor = Cursor::new(text);
    let read = T::deserialize(Text(&mut cursor)).and_then(|value| match cursor.end() {
        Ok(()) => Ok(value),
        Err(fault) => Err(fault.error(text)),
    });
    read.map_err(|error| match serde_json::from_str::<IgnoredAny>(text) {
        // What is said of a part has no line of the whole.
        Err(syntax) => syntax,
        Ok(_) => error,
    })
}

/// Deserializes the next value in JSON text. Models walk the text itself, all else goes by serde_json.
pub(crate) struct Text<'a, 'de>(pub(crate) &'a mut Cursor<'de>);

impl<'de> Text<'_, 'de> {
    /// By serde_json.
    fn apart<T>(
        self,
        read: impl FnOnce(
            &mut serde_json::Deserializer<serde_json::de::StrRead<'de>>,
        ) -> serde_json::Result<T>,
    ) -> serde_json::Result<T> {
        let rest = self.0.rest();
        let text = self.0.skip().map_err(|fault| fault.error::<serde_json::Error>(rest))?;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let value = read(&mut deserializer)?;
        deserializer.end()?;
        Ok(value)
    }
}

macro_rules! apart {
    ($($name:ident($($argument:ident: $ty:ty),*);)*) => { $(
        fn $name<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> serde_json::Result<V::Value> {
            self.apart(|deserializer| deserializer.$name($($argument,)* visitor))
        }
    )* };
}

impl<'de> Deserializer<'de> for Text<'_, 'de> {
    type Error = serde_json::Error;

    apart! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> serde_json::Result<V::Value> {
        if name != OPEN_TEXT {
            return self
                .apart(|deserializer| deserializer.deserialize_newtype_struct(name, visitor));
        }
        let length = Cell::new(0);
        let open = Open { text: Some(self.0.rest()), length: &length };
        let value = visitor.visit_map(open)?;
        self.0.advance(length.get());
        Ok(value)
    }
}

/// Gives the text, and is told how much of it was read.
struct Open<'a, 'de> {
    text: Option<&'de str>,
    length: &'a Cell<usize>,
}

impl<'de> MapAccess<'de> for Open<'_, 'de> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> serde_json::Result<Option<K::Value>> {
        let told = Told { name: self.text.map(|_| OPEN_TEXT), length: self.length };
        seed.deserialize(told).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> serde_json::Result<V::Value> {
        seed.deserialize(BorrowedStrDeserializer::new(self.text.take().unwrap_or_default()))
    }
}

struct Told<'a> {
    name: Option<&'static str>,
    length: &'a Cell<usize>,
}

impl<'de> Deserializer<'de> for Told<'_> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> serde_json::Result<V::Value> {
        match self.name {
            Some(name) => visitor.visit_borrowed_str(name),
            None => visitor.visit_unit(),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> serde_json::Result<V::Value> {
        self.length.set(length);
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple_struct map struct enum identifier ignored_any
    }
}
