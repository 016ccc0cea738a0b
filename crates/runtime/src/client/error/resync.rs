//! A history that the service no longer has.

use std::fmt;

use super::ServiceError;
use crate::client::DeltaLink;

/// The service can no longer say what has changed since the link: begin anew.
#[derive(Clone, Debug)]
pub struct ResyncRequired {
    error: ServiceError,
    restart: Option<DeltaLink>,
}

impl ResyncRequired {
    pub(crate) fn new(error: ServiceError, restart: Option<DeltaLink>) -> Self {
        Self { error, restart }
    }

    /// What the service said. Its code tells how to treat what is known only locally:
    /// `resyncChangesApplyDifferences` to take the service's word, `resyncChangesUploadDifferences` to keep
    /// it.
    #[must_use]
    pub fn error(&self) -> &ServiceError {
        &self.error
    }

    /// Where to begin; without it, with the request itself.
    #[must_use]
    pub fn restart(&self) -> Option<&DeltaLink> {
        self.restart.as_ref()
    }
}

impl fmt::Display for ResyncRequired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; the changes must be read from the beginning", self.error)
    }
}
