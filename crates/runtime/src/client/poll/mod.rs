//! Work that goes on after the service's answer (202).

mod failed;
mod progress;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse as Buffered, StatusCode, Url};
use serde::de::IgnoredAny;

pub use failed::OperationFailed;
pub use progress::{Progress, ProgressState};

use super::call::Call;
use super::exchange::{MAX_REDIRECTS, refuse_failure, resolve};
use super::names::{LOCATION, OPERATION_LOCATION};
use super::origin::same_origin;
use super::policy::pause;
use super::target::Target;
use super::{Applied, Client, Error, RefusedLink, Response, wait};
use crate::request::is_nothing;
use crate::{FromBody, Method, Request, Written};

/// Work that takes the service longer than an answer.
impl<R: FromBody> Request<R> {
    /// Sends the request and follows the work that it starts. `T` is what comes of it in the end: what the
    /// service's answer refers to, or else its last answer about the work itself.
    ///
    /// ```no_run
    /// # use apimark_runtime::{NoContent, Request, Value, client::{Client, Error}};
    /// # async fn example(copy: Request<NoContent>, client: &Client) -> Result<(), Error> {
    /// let mut copying = copy.start::<Value>(client).await?;
    /// while !copying.progress().is_finished() {
    ///     println!("{:?} %", copying.poll().await?.percent());
    /// }
    /// let copy = copying.wait().await?.returned();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Any [`Error`]. Once the service has taken the work on, also those of the [`Poller`] say that it was
    /// [applied](Error::applied).
    pub async fn start<T: FromBody>(self, client: &Client) -> Result<Poller<T>, Error> {
        let call = Call::of(client, &self)?;
        let (target, url) = (call.target.clone(), call.http.url().clone());
        let root = client.service_root(self.service_root());
        let answer = client.fetch(call).await?;
        let mut poller = Poller::new(client, target.known(Applied::Yes), root, url);
        poller.begin(answer)?;
        Ok(poller)
    }

    /// Follows work that was started before, at the URL that [`Poller::monitor`] gave. Nothing of the
    /// request is sent.
    ///
    /// # Errors
    /// [`Error::Link`] if the URL cannot be used.
    pub fn resume<T: FromBody>(self, client: &Client, monitor: &str) -> Result<Poller<T>, Error> {
        let call = Call::of(client, &self)?;
        let (target, url) = (call.target.clone(), call.http.url().clone());
        let root = client.service_root(self.service_root());
        let mut poller = Poller::new(client, target.known(Applied::Yes), root, url);
        poller.place = Place::Monitor(poller.resolve(monitor)?);
        poller.delay = Duration::ZERO;
        Ok(poller)
    }
}

/// Work that the service does after its answer. It goes on whether or not it is looked at.
pub struct Poller<T> {
    client: Client,
    target: Target,
    /// The service root, below which relative links are meant.
    root: String,
    /// The last URL asked, which other relative links are meant from.
    here: Url,
    place: Place,
    progress: Progress,
    delay: Duration,
    /// How often in a row the service has led to another place without saying how far the work is.
    redirects: usize,
    result: PhantomData<fn() -> T>,
}

/// Where to ask next.
enum Place {
    Monitor(Url),
    /// The work is done, and this is where its result is.
    Result(Url),
    /// The work is done, and this is its result.
    Here(Buffered),
}

/// Between two looks where the service does not say how long to wait; it grows by half each time.
const FIRST_DELAY: Duration = Duration::from_secs(1);
const LONGEST_DELAY: Duration = Duration::from_secs(30);

impl<T: FromBody> Poller<T> {
    fn new(client: &Client, target: Target, root: String, here: Url) -> Self {
        Self {
            client: client.clone(),
            target,
            root,
            place: Place::Monitor(here.clone()),
            here,
            progress: Progress::default(),
            delay: FIRST_DELAY,
            redirects: 0,
            result: PhantomData,
        }
    }

    /// What is known of the work.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Where the work can be looked at, for [`Request::resume`]; `None` once it is done, and where the service
    /// does not say so. The URL may itself be the permission to look, so treat it like a password.
    #[must_use]
    pub fn monitor(&self) -> Option<&str> {
        match &self.place {
            Place::Monitor(url) => Some(url.as_str()),
            _ => None,
        }
    }

    /// Waits as long as the service asks for, and then asks how far the work is. Once it is done, returns
    /// at once.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Operation`] if the work has failed.
    pub async fn poll(&mut self) -> Result<&Progress, Error> {
        if let Place::Monitor(url) = &self.place {
            let url = url.clone();
            wait(self.delay).await;
            let call = Call::to(&self.client, Method::GET, url.clone())?;
            let mut call = call.because_of(&self.target);
            let answer = self.client.fetch_here(&mut call).await?;
            self.here = url;
            self.look(&call.target, answer)?;
        }
        Ok(&self.progress)
    }

    /// Waits until the work is done, and gets what came of it, or the word that there is nothing to get. Work
    /// that was taken on (202) and cannot be looked at is not waited for: that is [`Written::Accepted`].
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Operation`] if the work has failed.
    pub async fn wait(mut self) -> Result<Written<T>, Error> {
        self.finish().await?;
        let answer = match self.place {
            Place::Here(answer) => answer,
            Place::Result(url) | Place::Monitor(url) => {
                let to = if T::JSON { Call::to } else { Call::bare };
                let call = to(&self.client, Method::GET, url)?.because_of(&self.target);
                self.target = call.target.clone();
                self.client.fetch(call).await?
            }
        };
        Ok(Response::read(&self.target, answer)?.into_body())
    }

    /// Waits until the work is done, if it can be looked at, and leaves it at that.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Operation`] if the work has failed.
    pub async fn finish(&mut self) -> Result<&Progress, Error> {
        while self.monitor().is_some() {
            self.poll().await?;
        }
        Ok(&self.progress)
    }

    /// Reads the answer that the work was begun with. It is already the result, unless it is 202 or describes
    /// work, and says where to look at it. Of 202 that does not say so nothing more can be known.
    fn begin(&mut self, answer: Buffered) -> Result<(), Error> {
        self.progress = Progress::read(&answer);
        let location = [OPERATION_LOCATION, LOCATION].iter().find_map(|name| {
            answer.headers().get_optional_string(name).filter(|it| !it.is_empty())
        });
        let is_accepted = answer.status() == StatusCode::Accepted;
        let goes_on = is_accepted || self.progress.is_underway();
        match location {
            Some(location) if goes_on => {
                self.progress.begin();
                self.slow_down(answer.headers());
                self.place = Place::Monitor(self.resolve(&location)?);
            }
            _ => {
                let target = self.target.clone();
                self.arrive(&target, answer)?;
                if is_accepted {
                    self.progress.accept();
                    self.refuse_failed(&target)?;
                }
            }
        }
        Ok(())
    }

    /// The answer is the result. One that cannot be read says nothing, least of all that the work is done.
    fn arrive(&mut self, target: &Target, answer: Buffered) -> Result<(), Error> {
        if T::JSON && !is_nothing(answer.body()) {
            let (status, headers, body) = answer.clone().deconstruct();
            Response::<IgnoredAny>::read_parts(target, status, headers, body.into())?;
        }
        self.succeed(Place::Here(answer));
        Ok(())
    }

    /// Reads an answer of the monitor.
    fn look(&mut self, target: &Target, answer: Buffered) -> Result<(), Error> {
        let location = answer.headers().get_optional_string(&LOCATION);
        match (u16::from(answer.status()), location) {
            (303, Some(location)) => self.succeed(Place::Result(self.resolve(&location)?)),
            (301 | 302 | 307 | 308, Some(location)) => {
                if self.redirects == MAX_REDIRECTS {
                    return Err(RefusedLink::TooManyRedirects { target: target.clone() }.into());
                }
                self.redirects += 1;
                self.place = Place::Monitor(self.resolve(&location)?);
            }
            _ => self.read(target, refuse_failure(target, answer)?)?,
        }
        Ok(())
    }

    /// Reads what the monitor says about the work.
    fn read(&mut self, target: &Target, answer: Buffered) -> Result<(), Error> {
        self.redirects = 0;
        self.progress = Progress::read(&answer);
        self.refuse_failed(target)?;
        if self.progress.is_underway() || answer.status() == StatusCode::Accepted {
            self.progress.begin();
            self.slow_down(answer.headers());
            return Ok(());
        }
        match self.progress.resource_location() {
            Some(location) => self.succeed(Place::Result(self.resolve_resource(location)?)),
            None => self.arrive(target, answer)?,
        }
        Ok(())
    }

    fn refuse_failed(&self, target: &Target) -> Result<(), Error> {
        if *self.progress.state() != ProgressState::Failed {
            return Ok(());
        }
        let failed = OperationFailed::new(target.clone(), self.progress.clone());
        Err(Error::Operation(Box::new(failed)))
    }

    fn succeed(&mut self, place: Place) {
        self.progress.end();
        self.place = place;
    }

    fn slow_down(&mut self, headers: &Headers) {
        let grown = (self.delay + self.delay / 2).clamp(FIRST_DELAY, LONGEST_DELAY);
        self.delay = pause(headers).unwrap_or(grown).min(self.client.limits().retry_after);
    }

    /// The URL of a link in a header. What another server says is meant from there.
    fn resolve(&self, link: &str) -> Result<Url, Error> {
        if same_origin(&self.here, self.client.base()) {
            return self.resolve_resource(link);
        }
        resolve(&self.target, &self.here, link)
    }

    /// The URL of a link that the service wrote. It means paths such as `/teams/1/operations/2` from its root,
    /// also where another server passes them on.
    fn resolve_resource(&self, link: &str) -> Result<Url, Error> {
        let is_path = link.starts_with('/') && !link.starts_with("//");
        let root = Url::parse(&self.root).map_or_else(|_| String::new(), |it| it.path().to_owned());
        if is_path && !link.starts_with(&format!("{}/", root.trim_end_matches('/'))) {
            return resolve(&self.target, &self.here, &format!("{}{link}", self.root));
        }
        let at_home = same_origin(&self.here, self.client.base());
        resolve(&self.target, if at_home { &self.here } else { self.client.base() }, link)
    }
}

impl<T> fmt::Debug for Poller<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller")
            .field("target", &self.target)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
