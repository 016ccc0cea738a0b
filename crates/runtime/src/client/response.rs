//! Answers that were read as a type.

use azure_core::Bytes;
use azure_core::http::headers::{HeaderName, Headers};
use azure_core::http::{RawResponse as Buffered, StatusCode};

use serde::de::DeserializeOwned;

use super::exchange::refuse_failure;
use super::names::{CLIENT_REQUEST_ID, REQUEST_ID};
use super::target::Target;
use super::{Bodiless, Error, Undecodable};
use crate::request::{is_nothing, short_name};
use crate::{FromBody, Page};

/// A successful answer: the body as a `T`, and what came with it.
#[derive(Clone, Debug)]
pub struct Response<T> {
    status: StatusCode,
    headers: Headers,
    body: T,
}

impl<T> Response<T> {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The value of the header `name`, however that is capitalised.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// The id under which the service logged the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get_optional_str(&REQUEST_ID)
    }

    /// The id that the client gave the request, as the service returns it.
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.headers.get_optional_str(&CLIENT_REQUEST_ID)
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> T {
        self.body
    }

    pub(super) fn body_mut(&mut self) -> &mut T {
        &mut self.body
    }

    pub(super) fn into_headers_and_body(self) -> (Headers, T) {
        (self.headers, self.body)
    }
}

impl<T: FromBody> Response<T> {
    pub(super) fn read(target: &Target, answer: Buffered) -> Result<Self, Error> {
        let (status, headers, body) = answer.deconstruct();
        let body: Bytes = body.into();
        let is_accepted = status == StatusCode::Accepted && is_nothing(&body);
        let accepted = if is_accepted { T::accepted() } else { None };
        match accepted.map_or_else(|| T::from_body(&body), Ok) {
            Ok(body) => Ok(Self { status, headers, body }),
            Err(_) if is_nothing(&body) && target.is_read() => {
                let it = Bodiless::new(target.clone(), status, headers, short_name::<T>());
                Err(Error::Nothing(Box::new(it)))
            }
            Err(error) => {
                let answer = (status, headers, body);
                Err(Undecodable::new::<T>(target.clone(), answer, error).into())
            }
        }
    }

    /// Reads the outcome of a call of which 304 may be a value.
    pub(super) fn read_outcome(
        target: &Target,
        outcome: Result<Buffered, Error>,
    ) -> Result<Self, Error> {
        match outcome {
            Ok(answer) => Self::read(target, answer),
            Err(Error::NotModified(it)) => match T::not_modified() {
                Some(body) => Ok(Self { status: it.status(), headers: it.headers().clone(), body }),
                None => Err(Error::NotModified(it)),
            },
            Err(error) => Err(error),
        }
    }

    /// Reads an answer of any status.
    pub(super) fn read_parts(
        target: &Target,
        status: StatusCode,
        headers: Headers,
        body: Bytes,
    ) -> Result<Self, Error> {
        let answer = Buffered::from_bytes(status, headers, body);
        Self::read_outcome(target, refuse_failure(target, answer))
    }
}

impl<T: DeserializeOwned> Response<Page<T>> {
    /// The same of a page. What comes back from a change without a body holds no objects; what is read so is
    /// no page.
    pub(super) fn read_page(target: &Target, answer: Buffered) -> Result<Self, Error> {
        if target.is_read() || !is_nothing(answer.body()) {
            return Self::read(target, answer);
        }
        let (status, headers, _) = answer.deconstruct();
        Ok(Self { status, headers, body: Page::default() })
    }
}

/// The value of the header `name`. The library's own look-up panics on odd names.
pub(super) fn header<'a>(headers: &'a Headers, name: &str) -> Option<&'a str> {
    let is_meant = |it: &HeaderName| it.as_str().eq_ignore_ascii_case(name);
    headers.iter().find(|(it, _)| is_meant(it)).map(|(_, value)| value.as_str())
}
