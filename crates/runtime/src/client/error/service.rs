//! Answers with an error status.

use std::fmt;
use std::time::Duration;

use azure_core::Bytes;
use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse, StatusCode};

use super::detail::{ErrorDetail, InnerError};
use super::permissions;
use super::printable::Printable;
use super::read::{Stated, read};
use crate::client::Claims;
use crate::client::challenge::claims;
use crate::client::names::{CLIENT_REQUEST_ID, DATE, REQUEST_ID};
use crate::client::policy::retry_after;
use crate::client::target::Target;
use crate::{Operation, Permissions};

/// The service answered with an error.
#[derive(Clone)]
pub struct ServiceError {
    target: Target,
    status: StatusCode,
    headers: Headers,
    body: Bytes,
    stated: Stated,
    retry_after: Option<Duration>,
}

impl ServiceError {
    pub(crate) fn new(target: Target, answer: RawResponse) -> Self {
        let (status, headers, body) = answer.deconstruct();
        let body: Bytes = body.into();
        let stated = read(&body);
        let retry_after = retry_after(&headers);
        Self { target, status, headers, body, stated, retry_after }
    }

    /// The request.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The service's code for it, such as `Request_ResourceNotFound`; empty if it gave none.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.stated.code
    }

    /// What it says to developers, as it came; empty if it says nothing. Not a text to show or to depend on: it
    /// may be of any length and hold any character. In the text of the error it is cut and escaped.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.stated.message
    }

    /// The property or parameter meant, if it is named.
    #[must_use]
    pub fn error_target(&self) -> Option<&str> {
        self.stated.target.as_deref()
    }

    /// The things that are wrong, if there are several.
    #[must_use]
    pub fn details(&self) -> &[ErrorDetail] {
        &self.stated.details
    }

    /// More specific statements, from the outermost to the innermost.
    #[must_use]
    pub fn inner_errors(&self) -> &[InnerError] {
        &self.stated.inner
    }

    /// Whether the error or one of its inner errors has this code. A service may make its inner codes
    /// more specific at any time; looking for a known one on all levels keeps working.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        let inner = self.stated.inner.iter().filter_map(|it| it.code.as_deref());
        std::iter::once(self.code()).chain(inner).any(|it| it.eq_ignore_ascii_case(code))
    }

    /// The id under which the service logged the request: what its support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get_optional_str(&REQUEST_ID).or_else(|| self.stated_inside("request-id"))
    }

    /// The id that the client gave the request.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        let header = self.headers.get_optional_str(&CLIENT_REQUEST_ID);
        header.or_else(|| self.stated_inside("client-request-id"))
    }

    /// When the service answered, in its own words: what its support asks for too.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.headers.get_optional_str(&DATE).or_else(|| self.stated_inside("date"))
    }

    /// How long the service asked to wait before the next try, counted from its answer.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// What the token has to say besides, if the service has refused it for want of claims (401).
    #[must_use]
    pub fn claims(&self) -> Option<Claims> {
        claims(self.status, &self.headers)
    }

    /// What the documentation says about the permissions of the operation; empty if it says nothing or the
    /// request was not built by a generated method. Of several cases one applies.
    #[must_use]
    pub fn permissions(&self) -> &'static [Permissions] {
        self.target.operation().map_or(&[], Operation::permissions)
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The body of the answer as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    fn shown_details(&self) -> Vec<String> {
        let text = |it: &ErrorDetail| {
            format!("{}: {}", Printable::name(&it.code), Printable::message(&it.message))
        };
        self.stated.details.iter().take(MOST_SHOWN).map(text).collect()
    }

    fn shown_codes(&self) -> Vec<String> {
        let codes = self.stated.inner.iter().filter_map(|it| it.code.as_deref());
        codes.take(MOST_SHOWN).map(|it| Printable::name(it).to_string()).collect()
    }

    fn stated_inside(&self, name: &str) -> Option<&str> {
        self.stated.inner.iter().find_map(|it| it.members.get(name)?.as_str())
    }
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, reason) = (u16::from(self.status), self.status.canonical_reason());
        write!(f, "{}: {status} {reason}", self.target)?;
        for text in [Printable::name(self.code()), Printable::message(self.message())] {
            if !text.is_empty() {
                write!(f, ": {text}")?;
            }
        }
        if let Some(id) = self.request_id() {
            write!(f, " (request-id {})", Printable::name(id))?;
        }
        if let Some(wait) = self.retry_after {
            write!(f, " (asks to wait {wait:?})")?;
        }
        match self.status {
            StatusCode::Forbidden => permissions::write(f, self.permissions()),
            StatusCode::Unauthorized if self.claims().is_some() => {
                f.write_str("; the service asks for a token with other claims")
            }
            _ => Ok(()),
        }
    }
}

/// How many details and inner codes.
const MOST_SHOWN: usize = 10;

/// What `unwrap` and a failing `main` print: the message, and of the body only the length.
impl fmt::Debug for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("text", &self.to_string())
            .field("details", &self.shown_details())
            .field("inner_codes", &self.shown_codes())
            .field("retry_after", &self.retry_after)
            .field("body_length", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ServiceError {}
