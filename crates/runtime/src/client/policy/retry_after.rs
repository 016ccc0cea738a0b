//! Reads `Retry-After` in every form that services send.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::{Headers, RETRY_AFTER, RETRY_AFTER_MS, X_MS_RETRY_AFTER_MS};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{AsyncRawResponse, Context, RawResponse, Request, StatusCode};
use azure_core::time::{OffsetDateTime, parse_rfc7231};

/// How long the service asks to wait: whole or fractional seconds, an HTTP date, or milliseconds in the
/// headers of Azure services.
pub(crate) fn retry_after(headers: &Headers) -> Option<Duration> {
    milliseconds(headers).or_else(|| {
        let text = headers.get_optional_str(&RETRY_AFTER)?.trim();
        seconds(text).or_else(|| until(text))
    })
}

/// The same for a client that waits for something and has a pace of its own: to wait no time at all, as with
/// a date that has passed by the clock of this machine, would be to ask without pause.
pub(crate) fn pause(headers: &Headers) -> Option<Duration> {
    retry_after(headers).filter(|wait| !wait.is_zero())
}

fn milliseconds(headers: &Headers) -> Option<Duration> {
    [X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS]
        .iter()
        .find_map(|name| headers.get_optional_str(name)?.trim().parse().ok())
        .map(Duration::from_millis)
}

fn seconds(text: &str) -> Option<Duration> {
    let seconds: f64 = text.parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

fn until(date: &str) -> Option<Duration> {
    let wait = parse_rfc7231(date).ok()? - OffsetDateTime::now_utc();
    Some(wait.try_into().unwrap_or(Duration::ZERO))
}

/// The retry policy reads whole seconds and dates only, and waits however long they are. This one says fractional
/// seconds again in milliseconds, which it also reads, and keeps from it what is not waited for.
#[derive(Debug)]
pub(crate) struct RetryAfter {
    longest: Duration,
}

impl RetryAfter {
    pub(crate) fn new(longest: Duration) -> Self {
        Self { longest }
    }

    fn is_awaited(&self, response: &AsyncRawResponse) -> bool {
        let is_asked = matches!(
            response.status(),
            StatusCode::TooManyRequests | StatusCode::ServiceUnavailable
        );
        !is_asked || retry_after(response.headers()).is_none_or(|wait| wait <= self.longest)
    }
}

/// An answer that asks for a longer wait than the client has patience for. As an error of a kind that is not tried
/// again it passes the retry policy.
#[derive(Clone, Debug)]
pub(crate) struct NotAwaited(pub(crate) RawResponse);

impl fmt::Display for NotAwaited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the service asks for a longer wait than the limit")
    }
}

impl std::error::Error for NotAwaited {}

#[async_trait]
impl Policy for RetryAfter {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let response = next[0].send(context, request, &next[1..]).await?;
        if !self.is_awaited(&response) {
            let answer = NotAwaited(response.try_into_raw_response().await?);
            return Err(Error::new(ErrorKind::Other, answer));
        }
        let Some(wait) = fractional(response.headers()) else { return Ok(response) };
        let (status, mut headers, body) = response.deconstruct();
        headers.insert(RETRY_AFTER_MS, wait.as_millis().to_string());
        Ok(AsyncRawResponse::new(status, headers, Box::pin(body)))
    }
}

fn fractional(headers: &Headers) -> Option<Duration> {
    let text = headers.get_optional_str(&RETRY_AFTER)?.trim();
    if text.parse::<u64>().is_ok() { None } else { seconds(text) }
}
