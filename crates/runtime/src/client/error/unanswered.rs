//! Requests that got no answer.

use std::error::Error;
use std::fmt;

use azure_core::error::ErrorKind;

use crate::client::call::Target;

/// A request that got no answer, or only a part of one.
#[derive(Debug)]
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

    /// Whether the service may have acted upon the request. `false` if it cannot have got it.
    #[must_use]
    pub fn may_have_been_received(&self) -> bool {
        !matches!(self.error.kind(), ErrorKind::Connection | ErrorKind::Credential)
    }

    /// What the HTTP library or the credential says.
    #[must_use]
    pub fn cause(&self) -> &azure_core::Error {
        &self.error
    }
}

/// The whole chain: the outer messages of the library say little.
impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.error)?;
        let mut cause = self.error.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl Error for Unanswered {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}
