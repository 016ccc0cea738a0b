//! Decodes a JSON scalar into a scalar field, and says whether it has the documented form. If it has not,
//! the field is to be made absent.

use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

use super::Target;
use crate::json::{Fault, Str, exact_value, is_number, is_same_number};
use crate::{Bytes, time};

/// Sets the target to a string, or to what is written as one.
#[inline]
pub(super) fn set_string(target: Target<'_>, string: Str<'_>) -> bool {
    match (target, string.text()) {
        (_, None) => false,
        (Target::Str(value), Some(text)) => {
            *value = text.into();
            true
        }
        (target, Some(text)) => set_text(target, &text).is_some(),
    }
}

/// Sets the target to `true` or `false`.
pub(super) fn set_bool(target: Target<'_>, flag: bool) -> bool {
    match target {
        Target::Bool(value) => *value = flag,
        Target::Json(value) => *value = flag.into(),
        _ => return false,
    }
    true
}

/// Sets the target to a number, of which no digit may be lost but where it is a binary fraction.
///
/// # Errors
/// When it is none.
pub(super) fn set_number(target: Target<'_>, number: &str) -> Result<bool, Fault> {
    if !is_number(number) {
        return Err(Fault::Syntax);
    }
    let set = match target {
        Target::Json(value) => put(value, exact_value(number)),
        target => set_digits(target, number),
    };
    Ok(set.is_some())
}

/// The integer that a model's field of that type would be set to: from a number, or from a string as
/// services write it with `IEEE754Compatible=true`.
pub(crate) fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => whole(text),
        Value::Number(number) => whole(&number.to_string()),
        _ => None,
    }
}

fn put<T>(target: &mut T, value: Option<T>) -> Option<()> {
    *target = value?;
    Some(())
}

fn parse<T: FromStr>(target: &mut T, text: &str) -> Option<()> {
    put(target, text.parse().ok())
}

fn set_text(target: Target<'_>, text: &str) -> Option<()> {
    match target {
        Target::Text(value) => {
            value.set(text);
            Some(())
        }
        Target::Json(value) => put(value, Some(text.into())),
        Target::Timestamp(value) => parse(value, text),
        Target::Date(value) => put(value, time::date(text)),
        Target::Time(value) => put(value, time::time_of_day(text)),
        Target::Duration(value) => parse(value, text),
        Target::Uuid(value) => parse(value, text),
        Target::Bytes(value) => put(value, Bytes::from_base64(text)),
        Target::F32(value) => {
            put(value, not_finite(text).map(|it| it as f32)).or_else(|| parse_finite(value, text))
        }
        Target::F64(value) => put(value, not_finite(text)).or_else(|| parse_finite(value, text)),
        target if is_number(text) => set_digits(target, text),
        _ => None,
    }
}

/// Sets a number, written as JSON writes it.
fn set_digits(target: Target<'_>, digits: &str) -> Option<()> {
    match target {
        Target::U8(value) => put(value, whole(digits)?.try_into().ok()),
        Target::I8(value) => put(value, whole(digits)?.try_into().ok()),
        Target::I16(value) => put(value, whole(digits)?.try_into().ok()),
        Target::I32(value) => put(value, whole(digits)?.try_into().ok()),
        Target::I64(value) => put(value, whole(digits)),
        Target::F32(value) => parse_finite(value, digits),
        Target::F64(value) => parse_finite(value, digits),
        Target::Decimal(value) => put(value, decimal(digits)),
        _ => None,
    }
}

/// The integer that a number such as `5`, `5.0` or `5e3` is.
fn whole(digits: &str) -> Option<i64> {
    digits.parse().ok().or_else(|| decimal(digits).filter(Decimal::is_integer)?.to_i64())
}

fn decimal(digits: &str) -> Option<Decimal> {
    let plain = Decimal::from_str_exact(digits).ok();
    plain.or_else(|| {
        let scientific = Decimal::from_scientific(digits).ok();
        scientific.filter(|it| is_same_number(&it.to_string(), digits))
    })
}

/// OData spells the numbers that JSON cannot write (OData JSON format 4.01, section 7.1).
fn not_finite(text: &str) -> Option<f64> {
    match text {
        "INF" => Some(f64::INFINITY),
        "-INF" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ => None,
    }
}

/// A number beyond the range of the type is not read.
fn parse_finite<T: FromStr + Into<f64> + Copy>(target: &mut T, digits: &str) -> Option<()> {
    let number: Option<T> = if is_number(digits) { digits.parse().ok() } else { None };
    put(target, number.filter(|it| (*it).into().is_finite()))
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
        Target::Duration(_) => "a duration",
        Target::Uuid(_) => "a GUID",
        Target::Bytes(_) => "base64",
        Target::List(_) => "an array",
        Target::Object(model) => model.info().wire_name,
        Target::Polymorphic(value) => value.model().info().wire_name,
        _ => "a string",
    }
}
