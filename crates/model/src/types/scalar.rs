//! Spellings of OData primitive types, as type cells and JSON representations write them.
//!
//! Reads one word or short phrase and knows no types of any API.

use super::id::Item;
use crate::{ItemType, Scalar};

/// The type that a name stands for when it is a primitive's spelling: `String`, `Edm.Int32`,
/// `dateTimeOffset`, `url`, `String (timestamp)`. Case does not matter.
pub(crate) fn scalar(name: &str) -> Option<Item> {
    let lower = name.trim().trim_matches('`').to_ascii_lowercase();
    let (word, hint) = match lower.split_once('(') {
        Some((word, hint)) => (word.trim(), Some(hint.trim_end_matches(')').trim())),
        None => (lower.as_str(), None),
    };
    let word = word.strip_prefix("edm.").unwrap_or(word);
    let plain = by_word(word)?;
    let hinted = match (&plain, hint) {
        (ItemType::Scalar(Scalar::String), Some(hint)) => by_hint(hint),
        _ => None,
    };
    Some(hinted.map_or(plain, ItemType::Scalar))
}

fn by_word(word: &str) -> Option<Item> {
    use Scalar::*;
    Some(ItemType::Scalar(match word {
        "string" | "url" | "uri" | "hexbinary" | "etag" | "text" | "identifier" => String,
        "boolean" | "bool" => Boolean,
        "int32" | "int" | "integer" => Int32,
        "int64" | "long" => Int64,
        "int16" | "short" => Int16,
        "byte" => Byte,
        "sbyte" => SByte,
        "double" | "number" | "numeric" => Double,
        "float" | "single" => Single,
        "decimal" => Decimal,
        "datetimeoffset" | "datetime" | "timestamp" => DateTimeOffset,
        "date" => Date,
        "timeofday" | "time" => TimeOfDay,
        "duration" | "timespan" => Duration,
        "guid" | "uuid" => Guid,
        "binary" | "bytes" | "base64" | "base64 string" => Binary,
        "stream" => Stream,
        "json" | "object" | "untyped" | "any" | "complextype" | "primitivetype" => {
            return Some(ItemType::Untyped);
        }
        _ => return None,
    }))
}

/// What a bracketed word after `String` says about its content. Words that only describe a string
/// (`identifier`, `url`) say nothing here.
fn by_hint(hint: &str) -> Option<Scalar> {
    let hint = hint.strip_prefix("edm.").unwrap_or(hint);
    Some(match hint {
        "timestamp" | "datetime" | "datetimeoffset" => Scalar::DateTimeOffset,
        "date" => Scalar::Date,
        "time of day" | "timeofday" => Scalar::TimeOfDay,
        "duration" | "iso 8601 duration" | "iso8601 duration" | "timespan" => Scalar::Duration,
        "binary" | "base64" => Scalar::Binary,
        "guid" => Scalar::Guid,
        "double" => Scalar::Double,
        "stream" => Scalar::Stream,
        _ => return None,
    })
}
