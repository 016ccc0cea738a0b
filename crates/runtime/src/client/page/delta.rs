//! The changes to a collection.

use std::fmt;
use std::pin::Pin;
use std::str::FromStr;
use std::task::{Context, Poll, ready};
use std::vec;

use azure_core::http::{StatusCode, Url};
use futures::{Stream, StreamExt};

use super::walk::Walk;
use crate::Unread;
use crate::client::names::LOCATION;
use crate::client::{DeltaLink, Error, ResyncRequired};
use crate::delta::Change;
use crate::model::Element;

/// The changes to a collection, in the order of the service.
///
/// ```no_run
/// # use apimark_runtime::{Page, Request, Value};
/// use apimark_runtime::client::{Change, Client, DeltaLink, Error};
///
/// # async fn example(request: Request<Page<Value>>, client: &Client) -> Result<(), Error> {
/// # let stored: Option<DeltaLink> = None;
/// let mut delta = match &stored {
///     Some(link) => request.delta_from(client, link),
///     None => request.delta(client),
/// };
/// while let Some(change) = delta.try_next().await? {
///     match change {
///         Change::Updated(user) => println!("set {}", user.object),
///         Change::Removed(user) => println!("remove {}", user.id),
///         Change::Link(link) => println!("{} of {}", link.relationship, link.source),
///     }
/// }
/// let store = delta.link();
/// # Ok(())
/// # }
/// ```
#[must_use = "a stream does nothing until it is asked for something"]
pub struct Delta<T> {
    walk: Walk<Change<T>>,
    changes: vec::IntoIter<Result<Change<T>, Unread>>,
    /// The page that is being handed out.
    here: Option<Url>,
    /// Where later changes are; known at the end only.
    later: Option<DeltaLink>,
}

impl<T: Element> Delta<T> {
    pub(super) fn new(walk: Walk<Change<T>>) -> Self {
        Self { walk, changes: Vec::new().into_iter(), here: None, later: None }
    }

    /// The next change; `None` when there are no more for now.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Item`] if this one cannot be read, behind which the others follow;
    /// [`Error::Resync`] if the service can no longer say what has changed.
    pub async fn try_next(&mut self) -> Result<Option<Change<T>>, Error> {
        StreamExt::next(self).await.transpose()
    }

    /// Where to go on, now or in another run of the program. Behind the last change that is the place of
    /// later changes. Before, it is the page being read: what it has yielded comes again, nothing is
    /// left out.
    #[must_use]
    pub fn link(&self) -> Option<DeltaLink> {
        let pending = self.changes.len() > 0;
        let here = self.here.as_ref().filter(|_| pending).or(self.walk.next());
        here.map(DeltaLink::at).or_else(|| self.later.clone())
    }

    /// Whether all changes have been handed out, so that [`link`](Self::link) is the place of later ones.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.changes.len() == 0 && self.walk.next().is_none() && self.later.is_some()
    }
}

/// Changes are only ever moved out.
impl<T> Unpin for Delta<T> {}

impl<T: Element> Stream for Delta<T> {
    type Item = Result<Change<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(change) = this.changes.next() {
                return Poll::Ready(Some(change.map_err(Error::Item)));
            }
            let here = this.walk.next().cloned();
            match ready!(this.walk.poll_page(context)) {
                Some(Ok(page)) => {
                    let page = page.into_body();
                    this.here = here;
                    this.later = page.delta_link.clone().map(DeltaLink::unread);
                    this.changes = page.into_results().collect::<Vec<_>>().into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(resync(error)))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Delta<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delta").finish_non_exhaustive()
    }
}

impl FromStr for DeltaLink {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for DeltaLink {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        match Url::parse(&text) {
            Ok(_) => Ok(Self::unread(text)),
            Err(error) => Err(Error::Configuration(format!("not a delta link: {error}"))),
        }
    }
}

/// `410 Gone` is what is documented; some services say it with 400 and a code.
const CODES: [&str; 3] = ["resyncRequired", "syncStateNotFound", "syncStateInvalid"];

fn resync(error: Error) -> Error {
    match error {
        Error::Service(error)
            if error.status() == StatusCode::Gone || CODES.iter().any(|it| error.has_code(it)) =>
        {
            let here = Url::parse(error.target().url()).ok();
            let location = error.headers().get_optional_str(&LOCATION);
            let restart = location.and_then(|it| here?.join(it).ok());
            let restart = restart.map(|it| DeltaLink::at(&it));
            Error::Resync(Box::new(ResyncRequired::new(*error, restart)))
        }
        other => other,
    }
}
