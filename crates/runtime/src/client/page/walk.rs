//! Goes from page to page along the links in the answers.

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse as Buffered, Url};
use serde::de::DeserializeOwned;

use super::circle::Circle;
use super::link_header;
use crate::client::call::{Call, own_headers};
use crate::client::exchange::{joined, kept_anywhere, protected};
use crate::client::origin::same_origin;
use crate::client::target::Target;
use crate::client::{Client, Error, RefusedLink, Response, wait};
use crate::{Method, Page, Request};

/// Where in a collection the next page is, and how to get it.
pub(super) struct Walk<T> {
    client: Client,
    /// The request's own, which each page needs as the first one did.
    headers: Headers,
    /// The service root that the documentation states, which links may name.
    documented: &'static str,
    cause: Option<Target>,
    /// The page that has not been handed out yet; `None` behind the last one.
    next: Option<Url>,
    seen: Circle,
    /// How many pages in a row were empty.
    empty: u32,
    state: State,
    item: PhantomData<fn() -> T>,
}

enum State {
    /// Ask for this.
    Ready(Box<Call>),
    /// The request could not even be built.
    Refused(Error),
    Asked(Target, Answer),
    /// At the end, or after a failure.
    Stopped,
}

type Answer = Pin<Box<dyn Future<Output = Result<Buffered, Error>> + Send>>;

impl<T: DeserializeOwned> Walk<T> {
    pub(super) fn begin(client: &Client, request: Request<Page<T>>) -> Self {
        Self::at(client, &request, Call::of(client, &request))
    }

    /// Goes on at `link`, which may come from storage and be anything.
    pub(super) fn resume(client: &Client, request: Request<Page<T>>, link: &str) -> Self {
        let call = Call::of(client, &request).and_then(|call| {
            let links = Links { client, target: &call.target, documented: request.service_root() };
            let next = links.follow(call.http.url(), link, &own(&request)?)?;
            Ok(next.because_of(&call.target))
        });
        Self::at(client, &request, call)
    }

    fn at(client: &Client, request: &Request<Page<T>>, call: Result<Call, Error>) -> Self {
        let headers = own(request).unwrap_or_default();
        let cause = call.as_ref().ok().map(|call| call.target.clone());
        let next = call.as_ref().ok().map(|call| call.http.url().clone());
        let state = call.map_or_else(State::Refused, |call| State::Ready(Box::new(call)));
        let (client, seen) = (client.clone(), Circle::default());
        let documented = request.service_root();
        Self { client, headers, documented, cause, next, seen, empty: 0, state, item: PhantomData }
    }

    /// The URL of the page that has not been handed out yet.
    pub(super) fn next(&self) -> Option<&Url> {
        self.next.as_ref()
    }

    /// The next page. After a failure there is none, but [`next`](Self::next) still says where it is.
    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Response<Page<T>>, Error>>> {
        self.ask();
        let (target, answer) = match &mut self.state {
            State::Asked(target, answer) => {
                let answer = ready!(answer.as_mut().poll(context));
                (target.clone(), answer)
            }
            State::Refused(_) => return Poll::Ready(self.take_refusal().map(Err)),
            State::Ready(_) | State::Stopped => return Poll::Ready(None),
        };
        self.state = State::Stopped;
        let page = answer.and_then(|answer| self.arrive(&target, answer));
        Poll::Ready(Some(page))
    }

    fn ask(&mut self) {
        if !matches!(self.state, State::Ready(_)) {
            return;
        }
        if let State::Ready(call) = std::mem::replace(&mut self.state, State::Stopped) {
            let (client, target) = (self.client.clone(), call.target.clone());
            let pause = pause_after(self.empty);
            let answer = Box::pin(async move {
                if let Some(pause) = pause {
                    wait(pause).await;
                }
                client.fetch(*call).await
            });
            self.state = State::Asked(target, answer);
        }
    }

    fn take_refusal(&mut self) -> Option<Error> {
        match std::mem::replace(&mut self.state, State::Stopped) {
            State::Refused(error) => Some(error),
            _ => None,
        }
    }

    /// Reads the page and prepares the call for the one after it. A page whose link cannot be followed is
    /// not lost: it is handed out, and the failure comes next. Nor is what is behind the link taken for
    /// the end: it stays [`next`](Self::next), and is refused again when it is taken up.
    fn arrive(&mut self, target: &Target, answer: Buffered) -> Result<Response<Page<T>>, Error> {
        let target = &target.answered();
        let mut page = Response::<Page<T>>::read_page(target, answer)?;
        if page.body().next_link.is_none() {
            let header = page.headers().get_optional_str(&"link".into());
            page.body_mut().next_link = header.and_then(link_header::next).map(str::to_owned);
        }
        let Some(here) = self.next.take() else { return Ok(page) };
        let context = context(page.body(), &here);
        make_absolute(page.body_mut(), &context, &here);
        self.empty = if page.body().value.is_empty() { self.empty + 1 } else { 0 };
        if let Some(link) = &page.body().next_link {
            self.prepare(target, &here, link);
        }
        Ok(page)
    }

    fn prepare(&mut self, target: &Target, here: &Url, link: &str) {
        let links = Links { client: &self.client, target, documented: self.documented };
        match links.follow(here, link, &self.headers) {
            Ok(call) if call.http.url() == here || self.seen.is_closed_by(call.http.url()) => {
                self.next = Some(call.http.url().clone());
                let error = RefusedLink::Circular { target: target.clone() };
                self.state = State::Refused(error.into());
            }
            Ok(call) if self.empty >= self.client.limits().empty_pages => {
                self.next = Some(call.http.url().clone());
                let error = RefusedLink::EmptyPages { target: target.clone(), pages: self.empty };
                self.state = State::Refused(error.into());
            }
            Ok(call) => {
                self.next = Some(call.http.url().clone());
                let call = match &self.cause {
                    Some(cause) => call.because_of(cause),
                    None => call,
                };
                self.state = State::Ready(Box::new(call));
            }
            Err(error) => {
                self.next = Some(here.join(link).unwrap_or_else(|_| here.clone()));
                self.state = State::Refused(error);
            }
        }
    }
}

fn own<T>(request: &Request<T>) -> Result<Headers, Error> {
    let mut headers = Headers::new();
    for (name, value) in own_headers(request)? {
        headers.insert(name, value);
    }
    Ok(headers)
}

/// A service that filters as it reads sends some empty pages; one that only sends such is not to be hurried.
fn pause_after(empty: u32) -> Option<Duration> {
    let doublings = empty.checked_sub(3)?;
    Some(Duration::from_millis(100 << doublings.min(4)).min(Duration::from_secs(1)))
}

/// What relative links of a page are meant from: its context URL, itself relative to the page's own, and
/// that alone where the page states no context (OData JSON 4.01 section 4.3).
fn context<T>(page: &Page<T>, here: &Url) -> Url {
    let stated = |name| page.annotations.get(name)?.as_str();
    let context = stated("@odata.context").or_else(|| stated("@context"));
    let context = context.and_then(|it| here.join(it).ok()).filter(|it| !it.cannot_be_a_base());
    context.unwrap_or_else(|| here.clone())
}

/// Without the page nobody can tell what its links are relative to, and they are there to be stored. A query alone
/// is one for the page itself: with the context it would ask for metadata.
fn make_absolute<T>(page: &mut Page<T>, context: &Url, here: &Url) {
    for link in [&mut page.next_link, &mut page.delta_link].into_iter().flatten() {
        let base = if link.starts_with('?') { here } else { context };
        if let Ok(url) = base.join(link) {
            *link = url.into();
        }
    }
}

/// Whose links are followed, for whom.
struct Links<'a> {
    client: &'a Client,
    target: &'a Target,
    documented: &'a str,
}

impl Links<'_> {
    /// The call for the page at `link`, which may be relative to `base`. The token and whatever the request says
    /// about itself stay with the client's own origin, which the service may call by its documented name.
    fn follow(&self, base: &Url, link: &str, headers: &Headers) -> Result<Call, Error> {
        let places = self.client.places();
        let url = places.at_home(self.documented, joined(self.target, base, link)?);
        let url = protected(self.target, url)?;
        if same_origin(&url, &places.base) {
            return Ok(Call::to(self.client, Method::GET, url)?.with_headers(headers));
        }
        if places.is_allowed(&url) {
            let call = Call::to(self.client, Method::GET, url)?.anonymous();
            return Ok(call.with_headers(&kept_anywhere(headers)));
        }
        let origin = url.origin().ascii_serialization();
        Err(RefusedLink::OtherOrigin { target: self.target.clone(), origin }.into())
    }
}
