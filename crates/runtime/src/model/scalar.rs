//! Decodes a JSON scalar into a scalar field, and says so when it does not have the documented form.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::{Number, Value};

use super::Target;
use crate::Bytes;

/// What became of a value: `None` when it was read; the value itself when it must be kept as it is.
pub(super) type Kept = Option<Box<Value>>;

/// Decodes into any target but an object, a list, or arbitrary JSON.
pub(super) struct ScalarVisitor<'a>(pub(super) Target<'a>);

impl<'de> Visitor<'de> for ScalarVisitor<'_> {
    type Value = Kept;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar value")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Kept, E> {
        Ok(keep_unless(set_text(self.0, text), text))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Kept, E> {
        match self.0 {
            Target::Str(value) => *value = text.into_boxed_str(),
            target => return Ok(keep_unless(set_text(target, &text), text)),
        }
        Ok(None)
    }

    fn visit_bool<E: de::Error>(self, bool: bool) -> Result<Kept, E> {
        match self.0 {
            Target::Bool(value) => *value = bool,
            _ => return Ok(keep_unless(None, bool)),
        }
        Ok(None)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Kept, E> {
        Ok(keep_unless(set_integer(self.0, number), number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Kept, E> {
        let set = match (self.0, i64::try_from(number)) {
            (target, Ok(number)) => set_integer(target, number),
            (target @ (Target::F32(_) | Target::F64(_)), Err(_)) => {
                set_float(target, number as f64)
            }
            (Target::Decimal(value), Err(_)) => put(value, Some(number.into())),
            (_, Err(_)) => None,
        };
        Ok(keep_unless(set, number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Kept, E> {
        let number_or_null = Number::from_f64(number).map_or(Value::Null, Value::Number);
        Ok(keep_unless(set_float(self.0, number), number_or_null))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Kept, E> {
        Ok(Some(Box::new(Value::Null)))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Kept, A::Error> {
        Err(de::Error::invalid_type(Unexpected::Map, &expectation(&self.0)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Kept, A::Error> {
        Err(de::Error::invalid_type(Unexpected::Seq, &expectation(&self.0)))
    }
}

fn keep_unless(set: Option<()>, value: impl Into<Value>) -> Kept {
    match set {
        Some(()) => None,
        None => Some(Box::new(value.into())),
    }
}

fn put<T>(target: &mut T, value: Option<T>) -> Option<()> {
    *target = value?;
    Some(())
}

fn parse<T: FromStr>(target: &mut T, text: &str) -> Option<()> {
    put(target, text.parse().ok())
}

/// Parses text of the documented form only: the parsers of the library also take forms of which they
/// drop a part, such as a date with a time.
fn parse_if<T: FromStr>(of_the_form: bool, target: &mut T, text: &str) -> Option<()> {
    if of_the_form { parse(target, text) } else { None }
}

fn set_text(target: Target<'_>, text: &str) -> Option<()> {
    match target {
        Target::Str(value) => put(value, Some(text.into())),
        Target::Text(value) => {
            value.set(text);
            Some(())
        }
        Target::Timestamp(value) => parse_if(!text.contains('['), value, text),
        Target::Date(value) => parse_if(!text.contains([':', 'T', 't']), value, text),
        Target::Time(value) => parse_if(text.get(2..3) == Some(":"), value, text),
        Target::Span(value) => parse_if(text.trim_start_matches('-').starts_with('P'), value, text),
        Target::Uuid(value) => parse(value, text),
        Target::Bytes(value) => put(value, Bytes::from_base64(text)),
        Target::Decimal(value) => put(value, decimal(text)),
        Target::F32(_) | Target::F64(_) => set_float(target, float(text)?),
        Target::U8(_) | Target::I8(_) | Target::I16(_) | Target::I32(_) | Target::I64(_) => {
            set_integer(target, text.parse().ok()?)
        }
        _ => None,
    }
}

fn set_integer(target: Target<'_>, number: i64) -> Option<()> {
    match target {
        Target::U8(value) => put(value, number.try_into().ok()),
        Target::I8(value) => put(value, number.try_into().ok()),
        Target::I16(value) => put(value, number.try_into().ok()),
        Target::I32(value) => put(value, number.try_into().ok()),
        Target::I64(value) => put(value, Some(number)),
        Target::F32(value) => put(value, Some(number as f32)),
        Target::F64(value) => put(value, Some(number as f64)),
        Target::Decimal(value) => put(value, Some(number.into())),
        _ => None,
    }
}

fn set_float(target: Target<'_>, number: f64) -> Option<()> {
    match target {
        Target::F32(value) => {
            put(value, Some(number as f32).filter(|n| n.is_finite() || !number.is_finite()))
        }
        Target::F64(value) => put(value, Some(number)),
        Target::Decimal(value) => put(value, decimal(&number.to_string())),
        target => set_integer(target, whole(number)?),
    }
}

/// The integer that a number such as `5.0` is.
fn whole(number: f64) -> Option<i64> {
    let exact = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    exact.then_some(number as i64)
}

/// OData spells the numbers that JSON cannot write (OData JSON format 4.01, section 7.1).
fn float(text: &str) -> Option<f64> {
    match text {
        "INF" => Some(f64::INFINITY),
        "-INF" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ => text.parse().ok().filter(|number: &f64| number.is_finite()),
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

fn expectation(target: &Target<'_>) -> &'static str {
    match target {
        Target::Bool(_) => "a boolean",
        Target::U8(_) | Target::I8(_) | Target::I16(_) | Target::I32(_) | Target::I64(_) => {
            "an integer"
        }
        Target::F32(_) | Target::F64(_) | Target::Decimal(_) => "a number",
        Target::Timestamp(_) => "a date and time",
        Target::Date(_) => "a date",
        Target::Time(_) => "a time of day",
        Target::Span(_) => "a duration",
        Target::Uuid(_) => "a GUID",
        Target::Bytes(_) => "base64",
        _ => "a string",
    }
}
