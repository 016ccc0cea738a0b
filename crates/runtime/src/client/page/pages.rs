//! A collection as a stream of its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_core::http::headers::Headers;
use futures::{Stream, StreamExt};
use serde::de::DeserializeOwned;

use super::walk::Walk;
use crate::Page;
use crate::client::Error;

/// The pages of a collection, each fetched when it is asked for.
///
/// After an error the stream ends. [`next_link`](Self::next_link) then says which page could not be got,
/// and [`pages_from`](crate::Request::pages_from) goes on there.
#[must_use = "a stream does nothing until it is asked for something"]
pub struct Pages<T> {
    walk: Walk<T>,
    headers: Headers,
}

impl<T: DeserializeOwned> Pages<T> {
    pub(super) fn new(walk: Walk<T>) -> Self {
        Self { walk, headers: Headers::new() }
    }

    /// The next page; `None` behind the last one.
    ///
    /// # Errors
    /// Any [`Error`]; [`Error::Link`] if the next page is said to be at another origin.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>, Error> {
        StreamExt::next(self).await.transpose()
    }

    /// The URL of the page that comes next; `None` behind the last one.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        self.walk.next().map(|url| url.as_str())
    }

    /// The headers of the answer that held the last page.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }
}

impl<T: DeserializeOwned> Stream for Pages<T> {
    type Item = Result<Page<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        this.walk.poll_page(context).map(|page| {
            page.map(|page| {
                page.map(|page| {
                    let (headers, page) = page.into_headers_and_body();
                    this.headers = headers;
                    page
                })
            })
        })
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}
