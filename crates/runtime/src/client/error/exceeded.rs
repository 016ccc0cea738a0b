//! Calls that went beyond a limit of the client.

use std::fmt;
use std::time::Duration;

use azure_core::http::StatusCode;

use crate::client::Applied;
use crate::client::target::Target;

/// A call that went beyond one of the client's [limits](crate::client::Limits).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExceededLimit {
    /// The body of the answer is longer than what is held in memory, as received or as decompressed.
    Body {
        /// The request.
        target: Target,
        /// The status of the answer. If it is a success, the service has done what was asked.
        status: StatusCode,
        /// The limit in bytes.
        limit: u64,
    },
    /// The call took longer than it may as a whole. The service may have got it.
    Deadline {
        /// The request.
        target: Target,
        /// The limit.
        limit: Duration,
    },
}

impl ExceededLimit {
    /// The request.
    #[must_use]
    pub fn target(&self) -> &Target {
        match self {
            Self::Body { target, .. } | Self::Deadline { target, .. } => target,
        }
    }

    /// Whether the service has done what was asked: the status says so, if one came.
    pub(super) fn applied(&self) -> Applied {
        let target = self.target();
        match self {
            Self::Body { status, .. } => target.applied().max(Applied::by(*status)),
            Self::Deadline { .. } if target.is_read() => Applied::No,
            Self::Deadline { .. } => target.applied().max(Applied::Unknown),
        }
    }

    /// The status of the answer, if one had begun.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Body { status, .. } => Some(*status),
            Self::Deadline { .. } => None,
        }
    }
}

impl fmt::Display for ExceededLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body { target, status, limit } => {
                let is_done = status.is_success() && !target.is_read();
                let done = if is_done { "applied with " } else { "" };
                let status = u16::from(*status);
                write!(f, "{target}: {done}{status}, but the body is longer than the limit ")?;
                write!(f, "of {limit} bytes")
            }
            Self::Deadline { target, limit } => {
                write!(f, "{target}: not done within the limit of {limit:?}")
            }
        }
    }
}
