//! Sends calls through the pipeline and sorts the outcome: an answer, or one of the errors.

use std::pin::pin;
use std::time::Duration;

use azure_core::Bytes;
use azure_core::http::headers::{ACCEPT, HeaderName, Headers};
use azure_core::http::{
    AsyncRawResponse, Context, Method as HttpMethod, PipelineSendOptions, PipelineStreamOptions,
    RawResponse as Buffered, Request as HttpRequest, StatusCode, Url,
};

use futures::future::{Either, select};

use super::call::Call;
use super::error::cause;
use super::names::{IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE};
use super::origin::{is_protected, same_origin};
use super::pipelines::Repeat;
use super::policy::{Anonymous, NotAwaited, Tries};
use super::target::Target;
use super::transport::Held;
use super::{Bodiless, Client, Error, ExceededLimit, RefusedLink, ServiceError, wait};

/// As many as browsers follow at least.
pub(super) const MAX_REDIRECTS: usize = 10;

impl Client {
    /// The whole answer.
    pub(super) async fn fetch(&self, call: Call) -> Result<Buffered, Error> {
        let deadline = Deadline::of(self, &call);
        deadline.keep(self.fetch_anywhere(call)).await
    }

    async fn fetch_anywhere(&self, mut call: Call) -> Result<Buffered, Error> {
        for _ in 0..=MAX_REDIRECTS {
            let answer = self.fetch_once(&mut call).await?;
            match redirected(self, &call, answer.status(), answer.headers())? {
                Some(next) => call = next,
                None => return refuse_failure(&call.target, answer),
            }
        }
        Err(RefusedLink::TooManyRedirects { target: call.target }.into())
    }

    /// The whole answer of this server, whatever it says.
    pub(super) async fn fetch_here(&self, call: &mut Call) -> Result<Buffered, Error> {
        Deadline::of(self, call).keep(self.fetch_once(call)).await
    }

    async fn fetch_once(&self, call: &mut Call) -> Result<Buffered, Error> {
        let options = PipelineSendOptions { skip_checks: true, ..Default::default() };
        let mut http = call.http.clone();
        let pipeline = self.pipelines().of(call.repeat);
        let tries = Tries::default();
        let context = context(call, &tries).with_value(Held);
        let answer = pipeline.send(&context, &mut http, Some(options)).await;
        call.note(&tries);
        answer.or_else(|error| not_awaited(&call.target, error))
    }

    /// The answer, its body not yet read.
    pub(super) async fn open(&self, call: Call) -> Result<(Call, AsyncRawResponse), Error> {
        let deadline = Deadline::of(self, &call);
        deadline.keep(self.open_anywhere(call)).await
    }

    async fn open_anywhere(&self, mut call: Call) -> Result<(Call, AsyncRawResponse), Error> {
        for _ in 0..=MAX_REDIRECTS {
            let answer = self.open_once(&mut call).await?;
            match redirected(self, &call, answer.status(), answer.headers())? {
                Some(next) => call = next,
                None if answer.status().is_success() => return Ok((call, answer)),
                None => {
                    let answer = answer.try_into_raw_response().await;
                    let answer = answer.map_err(|error| Error::unanswered(&call.target, error))?;
                    return Err(refused(call.target, answer));
                }
            }
        }
        Err(RefusedLink::TooManyRedirects { target: call.target }.into())
    }

    async fn open_once(&self, call: &mut Call) -> Result<AsyncRawResponse, Error> {
        let options = PipelineStreamOptions { skip_checks: true, ..Default::default() };
        let mut http = call.http.clone();
        let pipeline = self.pipelines().of(call.repeat);
        let tries = Tries::default();
        let answer = pipeline.stream(&context(call, &tries), &mut http, Some(options)).await;
        call.note(&tries);
        answer.or_else(|error| {
            let (status, headers, body) = not_awaited(&call.target, error)?.deconstruct();
            Ok(AsyncRawResponse::from_bytes(status, headers, Bytes::from(body)))
        })
    }
}

/// An answer that asks for too long a wait is an answer; other errors are none.
fn not_awaited(target: &Target, error: azure_core::Error) -> Result<Buffered, Error> {
    match cause::<NotAwaited>(&error) {
        Some(NotAwaited(answer)) => Ok(answer.clone()),
        None => Err(Error::unanswered(target, error)),
    }
}

/// How long a call may take.
struct Deadline {
    target: Target,
    span: Option<Duration>,
}

impl Deadline {
    /// Of a body that can be read once only nobody knows how long it takes.
    fn of(client: &Client, call: &Call) -> Self {
        let is_stream = call.repeat == Repeat::Never;
        let span = client.limits().deadline.filter(|_| !is_stream);
        Self { target: call.target.clone(), span }
    }

    async fn keep<T>(self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let Self { target, span } = self;
        let Some(limit) = span else { return work.await };
        match select(pin!(work), pin!(wait(limit))).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => Err(ExceededLimit::Deadline { target, limit }.into()),
        }
    }
}

fn context(call: &Call, tries: &Tries) -> Context<'static> {
    let context = Context::new().with_value(tries.clone());
    if call.anonymous { context.with_value(Anonymous) } else { context }
}

pub(super) fn refuse_failure(target: &Target, answer: Buffered) -> Result<Buffered, Error> {
    if answer.status().is_success() {
        return Ok(answer);
    }
    Err(refused(target.clone(), answer))
}

fn refused(target: Target, answer: Buffered) -> Error {
    if answer.status() == StatusCode::NotModified {
        let (status, headers, _) = answer.deconstruct();
        return Error::NotModified(Box::new(Bodiless::new(target, status, headers, String::new())));
    }
    ServiceError::new(target, answer).into()
}

/// The call that a redirect asks for. Only reading is redirected: a body is never sent to a server that
/// the caller did not name.
fn redirected(
    client: &Client,
    call: &Call,
    status: StatusCode,
    headers: &Headers,
) -> Result<Option<Call>, Error> {
    let reads = matches!(call.http.method(), HttpMethod::Get | HttpMethod::Head);
    if !reads || !matches!(u16::from(status), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = headers.get_optional_str(&LOCATION) else { return Ok(None) };
    let url = resolve(&call.target, call.http.url(), location)?;
    let kept = kept_headers(&call.http, &url);
    let next = Call::bare(client, call.target.method(), url)?.because_of(&call.target);
    // A server that has led away does not get to lead back with the token.
    let is_away = call.anonymous || !same_origin(next.http.url(), client.base());
    let next = if is_away { next.anonymous() } else { next };
    Ok(Some(next.with_headers(&kept)))
}

/// What another server may see of a request's headers: what is asked for, not by whom.
const ANYWHERE: [HeaderName; 4] = [ACCEPT, RANGE, IF_RANGE, IF_NONE_MATCH];

fn kept_headers(request: &HttpRequest, url: &Url) -> Headers {
    if same_origin(request.url(), url) {
        return request.headers().clone();
    }
    kept_anywhere(request.headers())
}

/// Those of the headers that another server may see.
pub(super) fn kept_anywhere(headers: &Headers) -> Headers {
    let mut kept = Headers::new();
    for name in ANYWHERE {
        if let Some(value) = headers.get_optional_string(&name) {
            kept.insert(name, value);
        }
    }
    kept
}

/// The URL that a link in the answer of `url` stands for, if requests may go there.
pub(super) fn resolve(target: &Target, url: &Url, link: &str) -> Result<Url, Error> {
    protected(target, joined(target, url, link)?)
}

/// The URL that a link in the answer of `url` stands for. Nothing goes there yet.
pub(super) fn joined(target: &Target, url: &Url, link: &str) -> Result<Url, Error> {
    match url.join(link) {
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            Err(RefusedLink::Credentials { target: target.clone() }.into())
        }
        Ok(url) => Ok(url),
        Err(_) => Err(RefusedLink::NotAUrl { target: target.clone() }.into()),
    }
}

/// The URL, if requests may go there.
pub(super) fn protected(target: &Target, url: Url) -> Result<Url, Error> {
    if is_protected(&url) {
        return Ok(url);
    }
    let origin = url.origin().ascii_serialization();
    Err(RefusedLink::Unprotected { target: target.clone(), origin }.into())
}
