//! What an error answer states besides a code and a message.

use crate::Additional;

/// One of several things that are wrong with a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The service's code for it.
    pub code: String,
    /// What it says to developers.
    pub message: String,
    /// The property or parameter meant.
    pub target: Option<String>,
}

/// A more specific statement of the same error.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InnerError {
    /// The more specific code.
    pub code: Option<String>,
    /// What it says to developers.
    pub message: Option<String>,
    /// What else stands there, such as `date`, `request-id` and `client-request-id`.
    pub members: Additional,
}
