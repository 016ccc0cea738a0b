//! What successful responses hold, and how it is read from bytes.

mod conditional;
mod nothing;
mod page;
mod unread;
mod wrapped;
mod written;

use std::error::Error;
use std::fmt;

use serde::de::DeserializeOwned;

pub use conditional::Conditional;
pub(crate) use nothing::is_nothing;
pub use page::Page;
pub use unread::Unread;
pub use wrapped::Wrapped;
pub use written::{NothingReturned, Written};

use crate::json::read_whole;

/// A type that can be read from the body of a successful response: everything that JSON is
/// deserialised into; [`Media`] and [`NoContent`], which are not JSON; and [`Written`] and [`Conditional`],
/// which have a place for the answer that there is no body.
///
/// No body at all is `None` of an `Option`.
///
/// Generated types keep all digits and whatever else has no place in their fields
/// ([`Additional`](crate::Additional)). Other types hold what serde hands them: in a [`Value`](crate::Value)
/// numbers are rounded to `f64`, and half a surrogate pair or `1e400` in it is an error, of an item of a page
/// [`Unread`]. Ask for a `Box<RawValue>` ([`RawValue`](crate::RawValue)) to have the text as it came.
pub trait FromBody: Sized {
    /// Whether it is JSON that the service is asked for.
    const JSON: bool = true;

    /// Reads the whole body.
    ///
    /// # Errors
    /// If the bytes do not hold a value of this type.
    fn from_body(body: &[u8]) -> Result<Self, DecodeError>;

    /// What the answer 304 stands for; `None` if this type has no place for it.
    #[must_use]
    fn not_modified() -> Option<Self> {
        None
    }

    /// What an answer 202 without a body stands for; `None` if this type does not tell it from another
    /// success.
    #[must_use]
    fn accepted() -> Option<Self> {
        None
    }
}

/// Some services begin with a byte order mark, which RFC 8259 section 8.1 lets readers ignore.
impl<T: DeserializeOwned> FromBody for T {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        if is_nothing(body)
            && let Ok(nothing) = T::deserialize(nothing::Nothing)
        {
            return Ok(nothing);
        }
        read_whole(body).map_err(DecodeError)
    }
}

/// A media stream: bytes that are not JSON.
#[derive(Clone, PartialEq, Eq)]
pub struct Media(pub Vec<u8>);

impl FromBody for Media {
    const JSON: bool = false;

    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self(body.to_vec()))
    }
}

impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Media({} bytes)", self.0.len())
    }
}

/// Nothing is returned. Whatever the service sends nevertheless is ignored, also whether what was asked for is done
/// (204) or only taken on (202): that is the status of the answer, which `send_full` gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoContent;

impl FromBody for NoContent {
    fn from_body(_: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

/// A response body that is not what the documentation promises.
#[derive(Debug)]
pub struct DecodeError(serde_json::Error);

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unexpected response: {}", self.0)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

/// The name of a type without the modules it is in, and without what only says that it may be missing.
pub(crate) fn short_name<T>() -> String {
    let words =
        std::any::type_name::<T>().split_inclusive(['<', '>', ',', ' ', '(', ')', '&', '[', ']']);
    let mut name: String = words.map(|word| word.rsplit("::").next().unwrap_or(word)).collect();
    for around in ["Written<", "Conditional<", "Option<"] {
        if let Some(inner) = name.strip_prefix(around).and_then(|it| it.strip_suffix('>')) {
            name = inner.to_owned();
        }
    }
    name
}
