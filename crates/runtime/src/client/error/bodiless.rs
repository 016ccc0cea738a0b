//! Answers without a body, where what was asked for has no place for them.

use std::fmt;

use azure_core::http::StatusCode;
use azure_core::http::headers::Headers;

use crate::client::names::{ETAG, REQUEST_ID};
use crate::client::target::Target;

/// An answer without a body, which is not a failure, but not a value of the type that was asked for either.
#[derive(Clone)]
pub struct Bodiless {
    target: Target,
    status: StatusCode,
    headers: Headers,
    /// The Rust type that was to be read.
    wanted: String,
}

impl Bodiless {
    pub(crate) fn new(
        target: Target,
        status: StatusCode,
        headers: Headers,
        wanted: String,
    ) -> Self {
        Self { target, status, headers, wanted }
    }

    /// The request.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The `ETag` of what was not sent.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.headers.get_optional_str(&ETAG)
    }

    /// The id under which the service logged the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get_optional_str(&REQUEST_ID)
    }
}

impl fmt::Display for Bodiless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (target, status) = (&self.target, u16::from(self.status));
        match self.status {
            StatusCode::NotModified => write!(f, "{target}: {status}, not modified"),
            _ => write!(f, "{target}: {status}, and no {}", self.wanted),
        }
    }
}

impl fmt::Debug for Bodiless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bodiless")
            .field("text", &self.to_string())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}
