//! Answers whose body is read piece by piece.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_core::Bytes;
use azure_core::http::headers::{CONTENT_TYPE, Headers};
use azure_core::http::{AsyncRawResponse, AsyncResponseBody, StatusCode};
use futures::{Stream, StreamExt};

use super::Error;
use super::names::{CONTENT_LENGTH, REQUEST_ID};
use super::response::header;
use super::target::Target;
use super::transport::counted;

/// A successful answer whose body has not been read: a stream of bytes with what came before it.
pub struct RawResponse {
    target: Target,
    status: StatusCode,
    headers: Headers,
    body: AsyncResponseBody,
    /// How much of the body is held at most.
    limit: u64,
}

impl RawResponse {
    pub(super) fn new(target: Target, answer: AsyncRawResponse, limit: u64) -> Self {
        let (status, headers, body) = answer.deconstruct();
        Self { target, status, headers, body, limit }
    }

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

    /// The media type of the body.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get_optional_str(&CONTENT_TYPE)
    }

    /// The length of the body in bytes, if it was stated and the body is not compressed under way.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.headers.get_optional_str(&CONTENT_LENGTH)?.parse().ok()
    }

    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    /// [`Error::Transport`] if the connection breaks.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.next().await.transpose()
    }

    /// The whole rest of the body.
    ///
    /// # Errors
    /// [`Error::Transport`] if the connection breaks; [`Error::Limit`] if the body is too long to be held.
    pub async fn bytes(self) -> Result<Bytes, Error> {
        let Self { target, status, headers, body, limit } = self;
        let body = counted(Box::pin(body), status, limit);
        let body = AsyncRawResponse::new(status, headers, body).into_body();
        body.collect().await.map_err(|error| Error::unanswered(&target, error))
    }
}

impl Stream for RawResponse {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { target, body, .. } = self.get_mut();
        body.poll_next_unpin(context)
            .map(|next| Some(next?.map_err(|error| Error::unanswered(target, error))))
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("target", &self.target)
            .field("status", &self.status)
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}
