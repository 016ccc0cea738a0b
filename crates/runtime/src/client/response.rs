//! Answers that were read as a type.

use azure_core::Bytes;
use azure_core::http::headers::{HeaderName, Headers};
use azure_core::http::{RawResponse as Buffered, StatusCode};

use super::call::Target;
use super::names::{CLIENT_REQUEST_ID, REQUEST_ID};
use super::{Error, Undecodable};
use crate::FromBody;

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
        Self::read_parts(target, status, headers, body.into())
    }

    pub(super) fn read_parts(
        target: &Target,
        status: StatusCode,
        headers: Headers,
        body: Bytes,
    ) -> Result<Self, Error> {
        match T::from_body(&body) {
            Ok(body) => Ok(Self { status, headers, body }),
            Err(error) => {
                let answer = (status, headers, body);
                Err(Undecodable::new::<T>(target.clone(), answer, error).into())
            }
        }
    }
}

/// The value of the header `name`. The library's own look-up panics on odd names.
pub(super) fn header<'a>(headers: &'a Headers, name: &str) -> Option<&'a str> {
    let is_meant = |it: &HeaderName| it.as_str().eq_ignore_ascii_case(name);
    headers.iter().find(|(it, _)| is_meant(it)).map(|(_, value)| value.as_str())
}
