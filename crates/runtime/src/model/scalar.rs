//! Decodes a JSON scalar into a scalar field, and says so when it does not have the documented form.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::Unexpected;
use serde_json::{Number, Value};

use super::Target;
use crate::Bytes;

/// A JSON scalar.
pub(super) enum Scalar<'a> {
    Bool(bool),
    Int(i64),
    /// Above the range of [`Scalar::Int`].
    BigInt(u64),
    Float(f64),
    Text(&'a str),
}

impl Scalar<'_> {
    /// How an error names it.
    pub(super) fn unexpected(&self) -> Unexpected<'_> {
        match *self {
            Scalar::Bool(value) => Unexpected::Bool(value),
            Scalar::Int(value) => Unexpected::Signed(value),
            Scalar::BigInt(value) => Unexpected::Unsigned(value),
            Scalar::Float(value) => Unexpected::Float(value),
            Scalar::Text(value) => Unexpected::Str(value),
        }
    }

    /// Itself, to be kept.
    pub(super) fn to_value(&self) -> Value {
        match *self {
            Scalar::Bool(value) => value.into(),
            Scalar::Int(value) => value.into(),
            Scalar::BigInt(value) => value.into(),
            Scalar::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
            Scalar::Text(value) => value.into(),
        }
    }
}

/// Sets the target; says whether the scalar has the documented form.
pub(super) fn set(target: &mut Target<'_>, scalar: &Scalar<'_>) -> bool {
    let set = match (target, scalar) {
        (Target::Json(value), scalar) => put(value, Some(scalar.to_value())),
        (Target::Bool(target), Scalar::Bool(value)) => put(target, Some(*value)),
        (target, Scalar::Int(number)) => set_integer(target, *number),
        (target, Scalar::BigInt(number)) => set_big_integer(target, *number),
        (target, Scalar::Float(number)) => set_float(target, *number),
        (target, Scalar::Text(text)) => set_text(target, text),
        (_, Scalar::Bool(_)) => None,
    };
    set.is_some()
}

fn put<T>(target: &mut &mut T, value: Option<T>) -> Option<()> {
    **target = value?;
    Some(())
}

fn parse<T: FromStr>(target: &mut &mut T, text: &str) -> Option<()> {
    put(target, text.parse().ok())
}

/// Parses text of the documented form only: the parsers of the library also take forms of which they
/// drop a part, such as a date with a time.
fn parse_if<T: FromStr>(of_the_form: bool, target: &mut &mut T, text: &str) -> Option<()> {
    if of_the_form { parse(target, text) } else { None }
}

fn set_text(target: &mut Target<'_>, text: &str) -> Option<()> {
    match target {
        Target::Str(value) => put(value, Some(text.into())),
        Target::Text(value) => {
            value.set(text);
            Some(())
        }
        Target::Timestamp(value) if !text.ends_with(']') => put(value, text.parse().ok()),
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

fn set_integer(target: &mut Target<'_>, number: i64) -> Option<()> {
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

fn set_big_integer(target: &mut Target<'_>, number: u64) -> Option<()> {
    match target {
        Target::F32(_) | Target::F64(_) => set_float(target, number as f64),
        Target::Decimal(value) => put(value, Some(number.into())),
        _ => None,
    }
}

fn set_float(target: &mut Target<'_>, number: f64) -> Option<()> {
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

/// What an error says was expected.
pub(super) fn expectation(target: &Target<'_>) -> &'static str {
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
        Target::List(_) => "an array",
        _ => "a string",
    }
}
