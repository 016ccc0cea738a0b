//! Whether what was asked for is done, although the request ended in an error.

use azure_core::http::StatusCode;

use super::Error;

/// Whether the service has carried out a request.
///
/// What is `No` may be sent again. What is `Yes` would be done twice. What is `Unknown` has to be looked at
/// first, or sent again only if twice is like once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applied {
    /// It was not sent, or the service refused it.
    #[default]
    No,
    /// Nothing that came back says so: the connection broke, or the service failed on its way.
    Unknown,
    /// The service said so, or that it has taken it on (202). What went wrong is in its answer, or came after it.
    Yes,
}

impl Applied {
    /// What an answer of this status says. `503` and `429` are there to say that nothing was done; other
    /// failures of a server, and redirects of what changes something, leave it open.
    pub(crate) fn by(status: StatusCode) -> Self {
        match u16::from(status) {
            200..=299 => Self::Yes,
            304 | 503 | 501 => Self::No,
            400..=499 if status != StatusCode::RequestTimeout => Self::No,
            _ => Self::Unknown,
        }
    }
}

impl Error {
    /// Whether the service has carried out what was asked of it. All tries of the request count: one that was
    /// refused because the connection broke behind an earlier one is `Unknown`. Of work that is
    /// [waited for](crate::Request::start) it is `Yes` once the service has taken it on.
    ///
    /// ```
    /// # use apimark_runtime::client::{Applied, Error};
    /// fn may_be_sent_again(error: &Error) -> bool {
    ///     error.applied() == Applied::No
    /// }
    /// ```
    #[must_use]
    pub fn applied(&self) -> Applied {
        match self {
            Self::Configuration(_) | Self::Invalid(_) | Self::Content(_) | Self::Resync(_) => {
                Applied::No
            }
            Self::Credential(error) | Self::Transport(error) => error.applied(),
            Self::Service(error) => error.target().applied().max(Applied::by(error.status())),
            // It was begun, and nobody knows how far it went.
            Self::Operation(_) => Applied::Unknown,
            Self::Batch(error) => error.applied(),
            Self::Decode(_) | Self::Nothing(_) | Self::NothingReturned(_) | Self::Item(_) => {
                Applied::Yes
            }
            Self::NotModified(error) => error.target().applied(),
            Self::Link(error) => error.target().applied(),
            Self::Limit(error) => error.applied(),
        }
    }
}
