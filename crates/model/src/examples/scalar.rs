//! Whether a text is a value of a primitive type, and values that stand for placeholders.

use crate::api::Scalar;

/// Whether the text is a value of the type.
pub(super) fn is_of(ty: Scalar, text: &str) -> bool {
    match ty {
        Scalar::String | Scalar::Binary | Scalar::Stream => true,
        Scalar::Boolean => matches!(text, "true" | "false"),
        Scalar::Byte | Scalar::SByte | Scalar::Int16 | Scalar::Int32 | Scalar::Int64 => {
            text.parse::<i32>().is_ok()
        }
        Scalar::Decimal | Scalar::Double | Scalar::Single => text.parse::<f32>().is_ok(),
        Scalar::Date => text.len() == 10 && text.starts_with(|c: char| c.is_ascii_digit()),
        Scalar::DateTimeOffset => text.len() >= 20 && text.as_bytes()[10] == b'T',
        Scalar::TimeOfDay => text.len() >= 8 && text.as_bytes()[2] == b':',
        Scalar::Duration => text.starts_with('P') || text.starts_with("-P"),
        Scalar::Guid => {
            text.len() == 36 && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        }
    }
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
