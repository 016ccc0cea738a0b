//! What comes back from a request that changes something.

use std::error::Error;
use std::fmt;

use super::{DecodeError, FromBody, short_name};
use crate::query::Queried;

/// The service carries the change out; what the documentation promises in return came with the answer, or nothing did.
///
/// Services answer a write with 204, or with an empty 200 or 201, also where their documentation
/// promises a body, and must with [`return_minimal`](crate::Request::return_minimal). The change is made
/// all the same, and who took that for a failure would make it twice. An empty 202 says less: the service has
/// taken the change on, and whether it comes about is not known yet.
///
/// ```
/// # use apimark_runtime::{Method, Path, Request, Written};
/// let path = Path::root().child("/answers");
/// let request: Request<Written<i32>> = path.request(Method::POST);
/// assert_eq!(request.decode(b"42")?.returned(), Some(42));
/// assert_eq!(request.decode(b"")?.returned(), None);
/// assert_eq!(request.decode(b"42")?.body()?, 42);
/// assert!(request.decode(b"")?.body().is_err());
/// assert!(!Written::<i32>::Accepted.is_done());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written<T> {
    /// This came back: what has come of the change, or, with the status 202, how it stands.
    Returned(T),
    /// Done, and nothing came back.
    Nothing,
    /// Taken on (202), but not known to be done, and nothing came back. Where the service says at which place to
    /// look, [`start`](crate::Request::start) follows it.
    Accepted,
}

impl<T> Written<T> {
    /// What came back, for those who need it.
    ///
    /// # Errors
    /// If nothing came back. The error says that the change is done, or taken on.
    pub fn body(self) -> Result<T, NothingReturned> {
        let is_done = self.is_done();
        self.returned().ok_or_else(|| NothingReturned { wanted: short_name::<T>(), is_done })
    }

    /// Whether it is more than taken on.
    #[must_use]
    pub fn is_done(&self) -> bool {
        !matches!(self, Self::Accepted)
    }

    /// What came back, if anything did.
    #[must_use]
    pub fn returned(self) -> Option<T> {
        match self {
            Self::Returned(body) => Some(body),
            Self::Nothing | Self::Accepted => None,
        }
    }

    /// The same of a reference, which leaves the body where it is.
    #[must_use]
    pub fn as_ref(&self) -> Written<&T> {
        match self {
            Self::Returned(body) => Written::Returned(body),
            Self::Nothing => Written::Nothing,
            Self::Accepted => Written::Accepted,
        }
    }
}

/// A body of `null` is none (OData JSON format 4.01, section 7: a single value that is null comes as 204).
impl<T: FromBody> FromBody for Written<T> {
    const JSON: bool = T::JSON;

    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        if super::is_nothing(body) {
            return Ok(Self::Nothing);
        }
        T::from_body(body).map(Self::Returned)
    }

    fn accepted() -> Option<Self> {
        Some(Self::Accepted)
    }
}

impl<T> From<Written<T>> for Option<T> {
    fn from(written: Written<T>) -> Self {
        written.returned()
    }
}

impl<R: Queried> Queried for Written<R> {
    type Item = R::Item;
}

/// A request was carried out, but the service returned nothing where a caller needs what it promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingReturned {
    wanted: String,
    is_done: bool,
}

impl fmt::Display for NothingReturned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.is_done { "done" } else { "accepted, but not known to be done" };
        write!(f, "the change is {state}, and the service returned no {}", self.wanted)
    }
}

impl Error for NothingReturned {}
