//! A collection as a stream of its items.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures::{Stream, StreamExt};
use serde::de::DeserializeOwned;

use super::Pages;
use crate::Unread;
use crate::client::Error;

/// The items of a collection. Pages are fetched as they are needed.
///
/// An item that is no `T` is the error [`Error::Item`], behind which the stream goes on. After any other
/// error it ends; every item of the pages before has been handed out by then.
#[must_use = "a stream does nothing until it is asked for something"]
pub struct Items<T> {
    pages: Pages<T>,
    items: vec::IntoIter<Result<T, Unread>>,
}

impl<T: DeserializeOwned> Items<T> {
    pub(super) fn new(pages: Pages<T>) -> Self {
        Self { pages, items: Vec::new().into_iter() }
    }

    /// The next item; `None` behind the last one. Dropping the future, as a time limit does, loses nothing:
    /// the next call goes on waiting for the same page.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Link`] if the next page is said to be at another origin.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        StreamExt::next(self).await.transpose()
    }

    /// The pages that have not been begun.
    pub fn pages(&self) -> &Pages<T> {
        &self.pages
    }
}

/// Items are only ever moved out.
impl<T> Unpin for Items<T> {}

impl<T: DeserializeOwned> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.items.next() {
                return Poll::Ready(Some(item.map_err(Error::Item)));
            }
            match ready!(this.pages.poll_next_unpin(context)) {
                Some(Ok(page)) => {
                    this.items = page.into_results().collect::<Vec<_>>().into_iter();
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
