//! Stands between the pipeline and what sends requests: it bounds what comes back, and how slowly.

#[cfg(feature = "client")]
mod gunzip;
mod outgoing;
#[cfg(feature = "client")]
mod own;
mod pace;
mod size;

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::http::headers::Headers;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::response::PinnedStream;
use azure_core::http::{AsyncRawResponse, Context, Method, Request, StatusCode, Transport};

pub(super) use size::{BodyTooLong, counted};

use super::limits::LeastRate;
use super::names::CONTENT_LENGTH;
use super::{Error, Limits};
use outgoing::watched;
use pace::{Paced, head_in_time};

/// Marks calls, in their context, whose answer is held in memory as a whole.
pub(super) struct Held;

/// The transport with the client's limits around it: that of the caller, or else our own.
pub(super) fn bounded(given: Option<Transport>, limits: &Limits) -> Result<Transport, Error> {
    let is_own = given.is_none();
    let inner = match given {
        Some(transport) => transport,
        None => own_transport()?,
    };
    let (body, least_rate) = (limits.body, limits.least_rate);
    Ok(Transport::with_policy(Arc::new(Bounded { inner, is_own, body, least_rate })))
}

#[cfg(feature = "client")]
fn own_transport() -> Result<Transport, Error> {
    own::transport()
}

#[cfg(not(feature = "client"))]
fn own_transport() -> Result<Transport, Error> {
    Err(Error::Configuration("there is no transport".into()))
}

#[derive(Debug)]
struct Bounded {
    inner: Transport,
    /// Ours leaves decompressing to this module, so that both sizes are known.
    is_own: bool,
    body: u64,
    least_rate: Option<LeastRate>,
}

#[async_trait]
impl Policy for Bounded {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        _: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if self.is_own {
            accept_compressed(request);
        }
        let method = request.method();
        let watched = self.least_rate.and_then(|rate| Some((rate, watched(request, self.is_own)?)));
        let answer = match watched {
            None => self.inner.send(context, request).await?,
            Some((rate, (mut request, going))) => {
                head_in_time(rate, &going, self.inner.send(context, &mut request)).await?
            }
        };
        self.bound(answer, method, context.value::<Held>().is_some())
    }
}

impl Bounded {
    fn bound(&self, answer: AsyncRawResponse, method: Method, is_held: bool) -> PolicyResult {
        let (status, mut headers, body) = answer.deconstruct();
        // What an error says is always read as a whole.
        let limit = (is_held || !status.is_success()).then_some(self.body);
        if has_content(method, status)
            && let (Some(limit), Some(length)) = (limit, content_length(&headers))
            && length > limit
        {
            return Err(BodyTooLong { status, limit }.into());
        }
        let count = |body: PinnedStream| match limit {
            Some(limit) => counted(body, status, limit),
            None => body,
        };
        let mut body: PinnedStream = Box::pin(body);
        if let Some(rate) = self.least_rate {
            body = Box::pin(Paced::new(body, rate));
        }
        body = count(body);
        if self.is_own {
            body = count(decompressed(&mut headers, body));
        }
        Ok(AsyncRawResponse::new(status, headers, body))
    }
}

/// Other answers state the length of what they leave out (RFC 9110 section 8.6).
fn has_content(method: Method, status: StatusCode) -> bool {
    method != Method::Head && status != StatusCode::NotModified
}

fn content_length(headers: &Headers) -> Option<u64> {
    headers.get_optional_str(&CONTENT_LENGTH)?.trim().parse().ok()
}

#[cfg(feature = "client")]
use gunzip::{accept_compressed, decompressed};

#[cfg(not(feature = "client"))]
fn accept_compressed(_: &mut Request) {}

#[cfg(not(feature = "client"))]
fn decompressed(_: &mut Headers, body: PinnedStream) -> PinnedStream {
    body
}
