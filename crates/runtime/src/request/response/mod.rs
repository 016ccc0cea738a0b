//! What successful responses hold, and how it is read from bytes.

mod page;
mod unread;
mod wrapped;

use std::error::Error;
use std::fmt;

use serde::de::DeserializeOwned;

pub use page::Page;
pub use unread::Unread;
pub use wrapped::Wrapped;

use crate::json::read_whole;

/// A type that can be read from the body of a successful response: everything that JSON is
/// deserialised into, and the two that are not JSON, [`Media`] and [`NoContent`].
///
/// No body at all is `None` of an `Option`: some operations return what they have changed only if
/// asked to.
pub trait FromBody: Sized {
    /// Reads the whole body.
    ///
    /// # Errors
    /// If the bytes do not hold a value of this type.
    fn from_body(body: &[u8]) -> Result<Self, DecodeError>;
}

/// Some services begin with a byte order mark, which RFC 8259 section 8.1 lets readers ignore.
impl<T: DeserializeOwned> FromBody for T {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        if body.is_empty()
            && let Ok(nothing) = serde_json::from_slice(b"null")
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
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self(body.to_vec()))
    }
}

impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Media({} bytes)", self.0.len())
    }
}

/// Nothing is returned. Whatever the service sends nevertheless is ignored.
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
