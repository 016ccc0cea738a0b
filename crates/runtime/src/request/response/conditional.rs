//! What comes back from a request that reads only what has changed.

use super::{DecodeError, FromBody};
use crate::query::Queried;

/// What was read, or the word that it is still the same: the answer to
/// [`if_none_match`](crate::Request::if_none_match).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditional<T> {
    /// It is not what the caller knows, but this.
    Modified(T),
    /// It is still what the caller knows (304).
    NotModified,
}

impl<T> Conditional<T> {
    /// What was read; `None` if the caller knows it already.
    #[must_use]
    pub fn modified(self) -> Option<T> {
        match self {
            Self::Modified(body) => Some(body),
            Self::NotModified => None,
        }
    }
}

impl<T: FromBody> FromBody for Conditional<T> {
    const JSON: bool = T::JSON;

    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        T::from_body(body).map(Self::Modified)
    }

    fn not_modified() -> Option<Self> {
        Some(Self::NotModified)
    }
}

impl<T> From<Conditional<T>> for Option<T> {
    fn from(conditional: Conditional<T>) -> Self {
        conditional.modified()
    }
}

impl<R: Queried> Queried for Conditional<R> {
    type Item = R::Item;
}
