//! Percent-encoding of path arguments (RFC 3986 section 3.3, OData URL Conventions section 2).
//!
//! Takes an argument as given, returns it as it stands in a path, or says why it cannot stand there.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// RFC 3986 "unreserved" stays as it is.
const LITERAL: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A segment also keeps `@`, `,` and `!`: they are legal there, mean nothing to OData, and are part of
/// user principal names, site ids and drive item ids. A colon would end an item path, so it goes.
const SEGMENT: &AsciiSet = &LITERAL.remove(b'@').remove(b',').remove(b'!');

/// Why an argument cannot stand in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Nothing would be left between two slashes, and another resource would be addressed.
    Empty,
    /// `.` and `..` are resolved away by URL parsers, also when encoded.
    Dots,
}

/// One segment.
pub(super) fn segment(value: &str) -> Result<String, Refused> {
    match value {
        "" => Err(Refused::Empty),
        "." | ".." => Err(Refused::Dots),
        _ => Ok(utf8_percent_encode(value, SEGMENT).to_string()),
    }
}

/// An OData literal without quotes: a number, a date, a GUID.
pub(super) fn literal(value: &str) -> Result<String, Refused> {
    if value.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(utf8_percent_encode(value, LITERAL).to_string())
}

/// The inside of a quoted OData string, where a quote is written twice.
pub(super) fn quoted(value: &str) -> Result<String, Refused> {
    Ok(utf8_percent_encode(&value.replace('\'', "''"), LITERAL).to_string())
}

/// Several components with slashes between them. Slashes around the whole are not part of it.
pub(super) fn item_path(value: &str) -> Result<String, Refused> {
    let components: Vec<String> =
        value.trim_matches('/').split('/').map(segment).collect::<Result<_, _>>()?;
    Ok(components.join("/"))
}
