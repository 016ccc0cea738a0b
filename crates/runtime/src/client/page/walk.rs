//! Goes from page to page along the links in the answers.

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse as Buffered, Url};
use serde::de::DeserializeOwned;

use super::circle::Circle;
use crate::client::call::{Call, Target, own_headers};
use crate::client::exchange::resolve;
use crate::client::origin::same_origin;
use crate::client::{Client, Error, RefusedLink, Response};
use crate::{Method, Page, Request};

/// Where in a collection the next page is, and how to get it.
pub(super) struct Walk<T> {
    client: Client,
    /// The request's own, which each page needs as the first one did.
    headers: Headers,
    cause: Option<Target>,
    /// The page that has not been handed out yet; `None` behind the last one.
    next: Option<Url>,
    links: Circle,
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
            let here = call.http.url();
            let next = follow(client, &call.target, here, link, &own(&request)?)?;
            Ok(next.because_of(&call.target))
        });
        Self::at(client, &request, call)
    }

    fn at(client: &Client, request: &Request<Page<T>>, call: Result<Call, Error>) -> Self {
        let headers = own(request).unwrap_or_default();
        let cause = call.as_ref().ok().map(|call| call.target.clone());
        let next = call.as_ref().ok().map(|call| call.http.url().clone());
        let state = call.map_or_else(State::Refused, |call| State::Ready(Box::new(call)));
        let (client, links) = (client.clone(), Circle::default());
        Self { client, headers, cause, next, links, state, item: PhantomData }
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
            let answer = Box::pin(async move { client.fetch(*call).await });
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
        let page = Response::<Page<T>>::read_page(target, answer)?;
        let Some(link) = &page.body().next_link else {
            self.next = None;
            return Ok(page);
        };
        let Some(here) = self.next.take() else { return Ok(page) };
        match follow(&self.client, target, &here, link, &self.headers) {
            Ok(call) if *call.http.url() == here || self.links.is_closed_by(call.http.url()) => {
                self.next = Some(call.http.url().clone());
                let error = RefusedLink::Circular { target: target.clone() };
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
                self.next = Some(here.join(link).unwrap_or(here));
                self.state = State::Refused(error);
            }
        }
        Ok(page)
    }
}

fn own<T>(request: &Request<T>) -> Result<Headers, Error> {
    let mut headers = Headers::new();
    for (name, value) in own_headers(request)? {
        headers.insert(name, value);
    }
    Ok(headers)
}

/// The call for the page at `link`, which the answer to `target` at the URL `here` holds. A token and
/// whatever a page says about itself stay with the client's own origin.
fn follow(
    client: &Client,
    target: &Target,
    here: &Url,
    link: &str,
    headers: &Headers,
) -> Result<Call, Error> {
    let url = resolve(target, here, link)?;
    if !same_origin(&url, client.base()) {
        let origin = url.origin().ascii_serialization();
        return Err(RefusedLink::OtherOrigin { target: target.clone(), origin }.into());
    }
    Ok(Call::to(client, Method::GET, url)?.with_headers(headers))
}
