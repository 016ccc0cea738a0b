//! What can go wrong with a request, as one type.

mod applied;
mod batch;
mod bodiless;
mod detail;
mod exceeded;
mod link;
mod permissions;
mod printable;
mod read;
mod resync;
mod service;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;
mod unanswered;
mod undecodable;

use std::fmt;
use std::io;
use std::time::Duration;

use azure_core::error::ErrorKind;
use azure_core::http::StatusCode;

pub use batch::BatchFailure;
pub use bodiless::Bodiless;
pub use detail::{ErrorDetail, InnerError};
pub use exceeded::ExceededLimit;
pub use link::RefusedLink;
pub(super) use printable::Printable;
pub use resync::ResyncRequired;
pub use service::ServiceError;
pub use unanswered::Unanswered;
pub use undecodable::Undecodable;

use super::OperationFailed;
use super::target::Target;
use super::transport::BodyTooLong;
use crate::{InvalidRequest, NothingReturned, Unread};

/// Why a request did not yield what was asked for.
///
/// ```
/// # use apimark_runtime::client::Error;
/// fn explain(error: &Error) -> String {
///     match error {
///         Error::Service(it) if it.code() == "Request_ResourceNotFound" => "no such user".into(),
///         _ => error.to_string(),
///     }
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be set up like this.
    Configuration(String),
    /// The request does not say what its builder meant. Nothing was sent.
    Invalid(InvalidRequest),
    /// No access token was to be had. Nothing was sent.
    Credential(Box<Unanswered>),
    /// No answer came, or only a part of one.
    Transport(Box<Unanswered>),
    /// The service answered with an error.
    Service(Box<ServiceError>),
    /// The service can no longer say what has changed since a delta link.
    Resync(Box<ResyncRequired>),
    /// Work that went on after the service's answer has failed in the end.
    Operation(Box<OperationFailed>),
    /// The content to be sent could not be read.
    Content(io::Error),
    /// The batch that the request was in failed as a whole.
    Batch(Box<BatchFailure>),
    /// The service answered successfully, but not with what the documentation promises. What was asked for is
    /// done.
    Decode(Box<Undecodable>),
    /// A request that reads was answered successfully, with nothing. [`optional`](crate::Request::optional)
    /// makes that a value.
    Nothing(Box<Bodiless>),
    /// A change is done, but nothing came back where the caller asked [`Written::body`](crate::Written::body)
    /// for it.
    NothingReturned(NothingReturned),
    /// What was asked for is what the caller has (304).
    /// [`if_none_match`](crate::Request::if_none_match) makes that a value.
    NotModified(Box<Bodiless>),
    /// An item of a page is not what the documentation promises. The others of the page are not lost: a
    /// stream of items goes on with them.
    Item(Unread),
    /// The answer refers to a place that must not be followed.
    Link(Box<RefusedLink>),
    /// The call went beyond a limit of the client.
    Limit(Box<ExceededLimit>),
}

impl Error {
    /// What the service said, if it answered with an error.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceError> {
        match self {
            Self::Service(error) => Some(error),
            Self::Resync(error) => Some(error.error()),
            Self::Batch(error) => error.cause().service(),
            _ => None,
        }
    }

    /// The status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Decode(it) => Some(it.status()),
            Self::Limit(it) => it.status(),
            Self::Nothing(it) | Self::NotModified(it) => Some(it.status()),
            _ => self.service().map(ServiceError::status),
        }
    }

    /// The service's own code, such as `Request_ResourceNotFound`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Operation(it) => it.code(),
            _ => self.service().map(ServiceError::code),
        }
    }

    /// The id under which the service logged the request: what its support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Decode(it) => it.request_id(),
            Self::Nothing(it) | Self::NotModified(it) => it.request_id(),
            _ => self.service()?.request_id(),
        }
    }

    /// How long the service asks to wait before the next try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.service()?.retry_after()
    }

    /// Whether the service said that what was addressed does not exist (404).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NotFound)
    }

    /// Whether the service said that what the caller has is what there is (304).
    #[must_use]
    pub fn is_not_modified(&self) -> bool {
        matches!(self, Self::NotModified(_))
    }

    /// The outcome of a call that the HTTP library could not complete.
    pub(super) fn unanswered(target: &Target, error: azure_core::Error) -> Self {
        if let Some(&BodyTooLong { status, limit }) = cause(&error) {
            return ExceededLimit::Body { target: target.clone(), status, limit }.into();
        }
        let is_credential = *error.kind() == ErrorKind::Credential;
        let unanswered = Box::new(Unanswered::new(target.clone(), error));
        if is_credential { Self::Credential(unanswered) } else { Self::Transport(unanswered) }
    }
}

/// What of this type is behind what the HTTP library says.
pub(super) fn cause<T: std::error::Error + 'static>(error: &azure_core::Error) -> Option<&T> {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        next = error.source();
    }
    None
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Configuration(reason) => write!(f, "the client cannot be set up: {reason}"),
            Self::Invalid(error) => write!(f, "invalid request: {error}"),
            Self::Credential(error) => write!(f, "{}: no access token: {error}", error.target()),
            Self::Transport(error) => write!(f, "{}: {error}", error.target()),
            Self::Service(error) => error.fmt(f),
            Self::Resync(error) => error.fmt(f),
            Self::Operation(error) => error.fmt(f),
            Self::Content(error) => write!(f, "the content cannot be read: {error}"),
            Self::Batch(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Nothing(error) | Self::NotModified(error) => error.fmt(f),
            Self::NothingReturned(error) => error.fmt(f),
            Self::Item(error) => error.fmt(f),
            Self::Link(error) => error.fmt(f),
            Self::Limit(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Configuration(_) | Self::Service(_) | Self::Resync(_) => None,
            Self::Operation(_) | Self::Link(_) | Self::Limit(_) | Self::Item(_) => None,
            Self::Nothing(_) | Self::NotModified(_) | Self::NothingReturned(_) => None,
            Self::Content(error) => Some(error),
            Self::Invalid(error) => error.source(),
            Self::Credential(error) | Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Batch(error) => error.source(),
        }
    }
}

impl From<InvalidRequest> for Error {
    fn from(error: InvalidRequest) -> Self {
        Self::Invalid(error)
    }
}

impl From<NothingReturned> for Error {
    fn from(error: NothingReturned) -> Self {
        Self::NothingReturned(error)
    }
}

impl From<ServiceError> for Error {
    fn from(error: ServiceError) -> Self {
        Self::Service(Box::new(error))
    }
}

impl From<Undecodable> for Error {
    fn from(error: Undecodable) -> Self {
        Self::Decode(Box::new(error))
    }
}

impl From<RefusedLink> for Error {
    fn from(error: RefusedLink) -> Self {
        Self::Link(Box::new(error))
    }
}

impl From<ExceededLimit> for Error {
    fn from(error: ExceededLimit) -> Self {
        Self::Limit(Box::new(error))
    }
}
