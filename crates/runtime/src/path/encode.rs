//! Percent-encoding of path arguments (RFC 3986 section 3.3, OData URL Conventions section 2).
//!
//! An argument is encoded while it prints itself, for the place that the template gives it.

use std::fmt::{self, Display, Write as _};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::text::Text;

/// What stays as it is: RFC 3986 "unreserved".
static LITERAL: Kept = Kept::new(b"-._~");

/// A segment also keeps `@`, `,` and `!`: they are legal there, mean nothing to OData, and are part of
/// user principal names, site ids and drive item ids. A colon would end an item path, so it goes.
static SEGMENT: Kept = Kept::new(b"-._~@,!");

/// The slashes of an item path are those between its components.
static ITEM_PATH: Kept = Kept::new(b"-._~@,!/");

/// Letters, digits and a few others, which are not encoded.
struct Kept {
    /// The others, as the encoder wants them.
    encoded: AsciiSet,
    /// Whether it is kept, by byte: most arguments hold nothing to encode, which this tells sooner.
    bytes: [bool; 256],
}

impl Kept {
    const fn new(marks: &[u8]) -> Self {
        let mut encoded = NON_ALPHANUMERIC.remove(marks[0]);
        let mut bytes = [false; 256];
        let mut index = 0;
        while index < 128 {
            bytes[index] = (index as u8).is_ascii_alphanumeric();
            index += 1;
        }
        let mut index = 0;
        while index < marks.len() {
            encoded = encoded.remove(marks[index]);
            bytes[marks[index] as usize] = true;
            index += 1;
        }
        Self { encoded, bytes }
    }
}

/// Why an argument cannot stand in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Nothing would be left between two slashes, and another resource would be addressed.
    Empty,
    /// Nothing stands between two slashes of an item path, or before its first or behind its last one.
    EmptyComponent,
    /// `.` and `..` are resolved away by URL parsers, also when encoded.
    Dots,
}

/// Where an argument stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between slashes.
    Segment,
    /// An OData literal without quotes: a number, a date, a GUID.
    Literal,
    /// The inside of a quoted OData string, where a quote is written twice.
    Quoted,
    /// Several components with slashes between them.
    ItemPath,
}

impl Place {
    fn behind(text: &str) -> Self {
        match text.as_bytes().last() {
            Some(b'\'') => Self::Quoted,
            Some(b'=' | b'(' | b',') => Self::Literal,
            _ if text.ends_with(":/") => Self::ItemPath,
            _ => Self::Segment,
        }
    }

    /// Why what was written for an argument cannot stand here. Neither dots nor slashes are encoded where
    /// they are looked for.
    fn refusal(self, written: &str) -> Option<Refused> {
        match self {
            Self::Quoted => None,
            _ if written.is_empty() => Some(Refused::Empty),
            Self::Literal => None,
            Self::Segment => component_refusal(written),
            Self::ItemPath => written.split('/').find_map(component_refusal),
        }
    }
}

fn component_refusal(component: &str) -> Option<Refused> {
    match component {
        "" => Some(Refused::EmptyComponent),
        "." | ".." => Some(Refused::Dots),
        _ => None,
    }
}

/// Appends an argument as its place wants it, or says why it cannot stand there.
pub(super) fn append(text: &mut Text, argument: &dyn Display) -> Result<(), Refused> {
    let start = text.as_str().len();
    let place = Place::behind(text.as_str());
    write!(Encoder { text, place }, "{argument}").expect("text takes all that is written");
    match place.refusal(&text.as_str()[start..]) {
        Some(refusal) => {
            text.truncate(start);
            Err(refusal)
        }
        None => Ok(()),
    }
}

struct Encoder<'a> {
    text: &'a mut Text,
    place: Place,
}

impl Encoder<'_> {
    fn push(&mut self, part: &str, kept: &'static Kept) {
        // Without a branch for each byte.
        if part.bytes().fold(true, |all, byte| all & kept.bytes[usize::from(byte)]) {
            return self.text.push(part);
        }
        utf8_percent_encode(part, &kept.encoded).for_each(|part| self.text.push(part));
    }
}

impl fmt::Write for Encoder<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        match self.place {
            Place::Segment => self.push(part, &SEGMENT),
            Place::Literal => self.push(part, &LITERAL),
            Place::ItemPath => self.push(part, &ITEM_PATH),
            Place::Quoted => {
                for (index, part) in part.split('\'').enumerate() {
                    self.text.push(if index > 0 { "%27%27" } else { "" });
                    self.push(part, &LITERAL);
                }
            }
        }
        Ok(())
    }
}
