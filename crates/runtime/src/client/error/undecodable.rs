//! Answers that are not what the documentation promises.

use std::error::Error;
use std::fmt;

use azure_core::Bytes;
use azure_core::http::StatusCode;
use azure_core::http::headers::Headers;

use super::printable::Printable;
use crate::DecodeError;
use crate::client::names::REQUEST_ID;
use crate::client::target::Target;
use crate::request::short_name;

/// A successful answer that is not what the documentation promises, such as HTML or JSON that was cut. What
/// was asked for is done all the same. The error names the place in the JSON and the type that was expected
/// there.
pub struct Undecodable {
    target: Target,
    status: StatusCode,
    headers: Headers,
    body: Bytes,
    /// The Rust type that was to be read.
    wanted: String,
    error: DecodeError,
}

impl Undecodable {
    pub(crate) fn new<T>(
        target: Target,
        (status, headers, body): (StatusCode, Headers, Bytes),
        error: DecodeError,
    ) -> Self {
        Self { target, status, headers, body, wanted: short_name::<T>(), error }
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

    /// The id under which the service logged the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get_optional_str(&REQUEST_ID)
    }

    /// The body as it came, for reading it in another way.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What is wrong with it, and where.
    #[must_use]
    pub fn cause(&self) -> &DecodeError {
        &self.error
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { target, wanted, error, .. } = self;
        let (status, error) = (u16::from(self.status), error.to_string());
        let error = Printable::message(&error);
        if target.is_read() {
            return write!(f, "{target}: {status}, but no {wanted}: {error}");
        }
        write!(f, "{target}: applied with {status}, answer unreadable: no {wanted}: {error}")
    }
}

/// Without the body, which may be long and hold what is not for logs.
impl fmt::Debug for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Undecodable")
            .field("text", &self.to_string())
            .field("request_id", &self.request_id())
            .field("body_length", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl Error for Undecodable {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}
