//! Counts the bytes of a body.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::StatusCode;
use azure_core::http::response::PinnedStream;
use azure_core::{Bytes, Result};
use futures::{Stream, StreamExt};

/// A body that was not held, because it is longer than the limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyTooLong {
    pub(crate) status: StatusCode,
    pub(crate) limit: u64,
}

impl fmt::Display for BodyTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the body of the answer is longer than the limit of {} bytes", self.limit)
    }
}

impl std::error::Error for BodyTooLong {}

/// Not a kind that is tried again: it would be as long the next time.
impl From<BodyTooLong> for HttpError {
    fn from(error: BodyTooLong) -> Self {
        HttpError::new(ErrorKind::Other, error)
    }
}

/// The same body, which ends with [`BodyTooLong`] as soon as more than `limit` bytes have come.
pub(crate) fn counted(body: PinnedStream, status: StatusCode, limit: u64) -> PinnedStream {
    Box::pin(Counted { body, status, limit, left: limit })
}

struct Counted {
    body: PinnedStream,
    status: StatusCode,
    limit: u64,
    left: u64,
}

impl Stream for Counted {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        this.body.poll_next_unpin(context).map(|next| {
            let piece = match next? {
                Ok(piece) => piece,
                Err(error) => return Some(Err(error)),
            };
            match this.left.checked_sub(piece.len() as u64) {
                Some(left) => {
                    this.left = left;
                    Some(Ok(piece))
                }
                None => Some(Err(BodyTooLong { status: this.status, limit: this.limit }.into())),
            }
        })
    }
}
