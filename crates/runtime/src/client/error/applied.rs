//! Whether what was asked for is done, although the request ended in an error.

use super::Error;
use crate::client::Applied;

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
