//! A batch that failed, and with it all its requests.

use std::fmt;
use std::sync::Arc;

use super::Error;
use crate::client::Applied;
use crate::client::target::Target;

/// A request whose batch failed as a whole.
#[derive(Clone, Debug)]
pub struct BatchFailure {
    target: Target,
    cause: Arc<Error>,
    sent: bool,
}

impl BatchFailure {
    pub(crate) fn new(target: Target, cause: Arc<Error>, sent: bool) -> Self {
        Self { target, cause, sent }
    }

    /// The request.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// What happened to the batch: the same for all its requests.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.cause
    }

    /// Whether the batch with this request was sent. Once one fails, those after it are not.
    #[must_use]
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// The answer to a batch speaks of all its requests, and says nothing of each if it cannot be read.
    pub(crate) fn applied(&self) -> Applied {
        let of_batch = if self.sent { self.cause.applied() } else { Applied::No };
        of_batch.min(Applied::Unknown)
    }
}

impl fmt::Display for BatchFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let which = if self.sent {
            "its batch failed"
        } else {
            "not sent (again), as an earlier batch failed"
        };
        write!(f, "{}: {which}: {}", self.target, self.cause)
    }
}

impl std::error::Error for BatchFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.cause)
    }
}
