//! Whether a text is a value of a primitive type, and values that stand for placeholders.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use facts::Json;

use crate::api::Scalar;

/// Whether the text is a value of the type.
pub(super) fn is_of(ty: Scalar, text: &str) -> bool {
    match ty {
        Scalar::String | Scalar::Binary | Scalar::Stream => true,
        Scalar::Boolean => matches!(text, "true" | "false"),
        Scalar::Byte => text.parse::<u8>().is_ok(),
        Scalar::SByte => text.parse::<i8>().is_ok(),
        Scalar::Int16 => text.parse::<i16>().is_ok(),
        Scalar::Int32 => text.parse::<i32>().is_ok(),
        Scalar::Int64 => text.parse::<i64>().is_ok(),
        Scalar::Decimal => is_decimal(text),
        Scalar::Double | Scalar::Single => text.parse::<f32>().is_ok_and(f32::is_finite),
        Scalar::Date => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
        Scalar::DateTimeOffset => is_instant(text),
        Scalar::TimeOfDay => {
            text.len() >= 8
                && text.as_bytes()[2] == b':'
                && text.parse::<jiff::civil::Time>().is_ok()
        }
        Scalar::Duration => {
            text.trim_start_matches('-').starts_with('P') && text.parse::<jiff::Span>().is_ok()
        }
        Scalar::Guid => is_guid(text),
    }
}

/// The value that an example shows for the type, as text. Numbers may stand in quotes.
pub(super) fn read(ty: Scalar, json: &Json) -> Option<String> {
    match (ty, json) {
        (Scalar::Boolean, Json::Bool(value)) => Some(value.to_string()),
        (Scalar::Boolean, _) => None,
        (Scalar::Byte | Scalar::SByte | Scalar::Int16 | Scalar::Int32 | Scalar::Int64, _) => {
            number(json).map(whole).filter(|text| is_of(ty, text))
        }
        (Scalar::Decimal | Scalar::Double | Scalar::Single, _) => {
            number(json).filter(|text| is_of(ty, text)).map(str::to_owned)
        }
        (Scalar::Binary | Scalar::Stream, Json::String(text)) => {
            STANDARD.decode(text).is_ok().then(|| text.clone())
        }
        (_, Json::String(text)) => is_of(ty, text).then(|| text.clone()),
        _ => None,
    }
}

fn number(json: &Json) -> Option<&str> {
    match json {
        Json::Number(text) | Json::String(text) => Some(text),
        _ => None,
    }
}

/// `5.0` is an integer too.
fn whole(text: &str) -> String {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    if after.bytes().all(|digit| digit == b'0') { before.to_owned() } else { text.to_owned() }
}

/// Whether the text is a number of any type.
pub(crate) fn is_number(text: &str) -> bool {
    is_of(Scalar::Double, text)
}

/// What fits into 96 bits in any case.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let (before, after) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(is_digit);
    digits.len() <= 26 && is_number(before) && is_number(after)
}

fn is_instant(text: &str) -> bool {
    text.len() >= 20
        && text.as_bytes()[10] == b'T'
        && !text.ends_with(']')
        && text.parse::<jiff::Timestamp>().is_ok()
}

fn is_guid(text: &str) -> bool {
    let is_dash = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if is_dash(at) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

/// A value that stands for a placeholder.
pub(super) fn sample(ty: Scalar) -> Option<&'static str> {
    Some(match ty {
        Scalar::String | Scalar::Binary | Scalar::Stream => return None,
        Scalar::Boolean => "true",
        Scalar::Byte | Scalar::SByte | Scalar::Int16 | Scalar::Int32 | Scalar::Int64 => "1",
        Scalar::Decimal | Scalar::Double | Scalar::Single => "1.5",
        Scalar::Date => "2026-01-31",
        Scalar::DateTimeOffset => "2026-01-31T12:00:00Z",
        Scalar::TimeOfDay => "12:00:00",
        Scalar::Duration => "PT1H",
        Scalar::Guid => "00000000-0000-0000-0000-000000000001",
    })
}
