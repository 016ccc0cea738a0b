//! Gives up servers that are too slow.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::response::PinnedStream;
use azure_core::{Bytes, Result};
use futures::future::{BoxFuture, Either, select};
use futures::{FutureExt, Stream, StreamExt};

use super::outgoing::Going;
use crate::client::limits::LeastRate;
use crate::client::wait;

/// What `answer` yields, unless a whole span passes in which nothing of the request goes out either.
pub(super) async fn head_in_time<T>(
    rate: LeastRate,
    going: &Going,
    answer: impl Future<Output = Result<T>>,
) -> Result<T> {
    let mut answer = pin!(answer);
    loop {
        let before = going.steps();
        match select(answer.as_mut(), pin!(wait(rate.within))).await {
            Either::Left((answer, _)) => return answer,
            Either::Right(_) if going.steps() == before && !going.waits_for_caller() => {
                let message = format!("no answer within {:?}", rate.within);
                return Err(HttpError::with_message(ErrorKind::Io, message));
            }
            Either::Right(_) => {}
        }
    }
}

/// A body that breaks off when too little of it comes. Time counts only while something is awaited, so that the
/// pace of the reader does not matter.
pub(super) struct Paced {
    body: PinnedStream,
    rate: LeastRate,
    /// What has come since the span began.
    came: u64,
    /// The span under way.
    span: Option<BoxFuture<'static, ()>>,
}

impl Paced {
    pub(super) fn new(body: PinnedStream, rate: LeastRate) -> Self {
        Self { body, rate, came: 0, span: None }
    }

    fn too_slow(&self, came: u64) -> HttpError {
        let LeastRate { bytes, within } = self.rate;
        let message = format!(
            "the answer is too slow: {came} bytes in {within:?}, and {bytes} are the least"
        );
        HttpError::with_message(ErrorKind::Io, message)
    }
}

impl Stream for Paced {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Poll::Ready(next) = this.body.poll_next_unpin(context) {
            if let Some(Ok(piece)) = &next {
                this.came += piece.len() as u64;
            }
            return Poll::Ready(next);
        }
        loop {
            let within = this.rate.within;
            let span = this.span.get_or_insert_with(|| wait(within).boxed());
            ready!(span.poll_unpin(context));
            this.span = None;
            let came = std::mem::take(&mut this.came);
            if came < this.rate.bytes {
                return Poll::Ready(Some(Err(this.too_slow(came))));
            }
        }
    }
}
