//! What a request was about.

use super::Applied;
use crate::{Method, Operation, Request};

/// What a request was about, for messages: method and URL without secrets, and the documented operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) operation: Option<&'static Operation>,
    /// What is known of the request's effect besides what the answer at hand says: from tries before it, or
    /// because the request only follows one that was carried out.
    pub(super) applied: Applied,
}

impl Target {
    /// What can be said of a request that has no URL.
    pub(super) fn of<T>(request: &Request<T>) -> Self {
        let (method, operation) = (request.method(), request.operation());
        Self { method, url: request.path().to_owned(), operation, applied: Applied::No }
    }

    /// The same, of which at least this is known.
    pub(super) fn known(mut self, applied: Applied) -> Self {
        self.applied = self.applied.max(applied);
        self
    }

    /// The same, after the service has answered that it was carried out.
    pub(super) fn answered(&self) -> Self {
        let applied = if self.is_read() { Applied::No } else { Applied::Yes };
        self.clone().known(applied)
    }

    pub(super) fn applied(&self) -> Applied {
        self.applied
    }

    /// Whether the request can change nothing.
    pub(super) fn is_read(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD)
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The URL without its query, which may hold search terms and tokens. Of a server other than the
    /// service's own only the origin is kept: pre-authenticated URLs have their secret in the path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the documentation says about the operation, if the request was built by a generated method.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.url)
    }
}
