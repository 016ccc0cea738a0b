//! Requests that got no answer.

use std::error::Error;
use std::fmt;

use azure_core::error::ErrorKind;

use super::printable::Printable;
use crate::client::Applied;
use crate::client::target::Target;

/// A request that got no answer, or only a part of one.
///
/// Its text and its `Debug` form leave out what the HTTP library says about the URL, because that holds the
/// query, and [`source`](Error::source) does not lead there; [`cause`](Self::cause) does.
pub struct Unanswered {
    target: Target,
    error: azure_core::Error,
}

impl Unanswered {
    pub(crate) fn new(target: Target, error: azure_core::Error) -> Self {
        Self { target, error }
    }

    /// The request.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Whether the service may have acted upon the request. `false` if it cannot have got it, in any try.
    #[must_use]
    pub fn may_have_been_received(&self) -> bool {
        let unsent = matches!(self.error.kind(), ErrorKind::Connection | ErrorKind::Credential);
        !unsent || self.target.applied() != Applied::No
    }

    /// What is known of its effect, from all its tries.
    pub(crate) fn applied(&self) -> Applied {
        let own = if self.may_have_been_received() { Applied::Unknown } else { Applied::No };
        self.target.applied().max(own)
    }

    /// What the HTTP library or the credential says. Its text may hold the whole URL.
    #[must_use]
    pub fn cause(&self) -> &azure_core::Error {
        &self.error
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = innermost_of_library(&self.error);
        if *said.kind() == ErrorKind::Credential {
            return write!(f, "{said}");
        }
        let mut root: &dyn Error = said;
        while let Some(source) = root.source() {
            root = source;
        }
        write!(f, "{}", Printable::message(&root.to_string()))
    }
}

/// Below what the retry policy has put around it.
fn innermost_of_library(error: &azure_core::Error) -> &azure_core::Error {
    let mut error = error;
    while let Some(inner) = error.downcast_ref::<azure_core::Error>() {
        error = inner;
    }
    error
}

impl fmt::Debug for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unanswered")
            .field("target", &self.target)
            .field("kind", self.error.kind())
            .field("text", &self.to_string())
            .finish()
    }
}

impl Error for Unanswered {}
