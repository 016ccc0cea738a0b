//! Collections page by page, item by item, and the changes to them.

mod circle;
mod delta;
mod items;
mod link_header;
mod pages;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;
mod walk;
mod written;

use serde::de::DeserializeOwned;

pub use delta::Delta;
pub use items::Items;
pub use pages::Pages;

use super::{Client, DeltaLink};
use crate::model::Element;
use crate::{Page, Request};
use walk::Walk;

/// Collections. The pages are fetched one after another, as they are asked for; the request's own headers
/// are sent for each.
impl<T: DeserializeOwned> Request<Page<T>> {
    /// The collection as a stream of its items.
    ///
    /// ```no_run
    /// # use apimark_runtime::{Page, Request, Value, client::{Client, Error}};
    /// # async fn example(request: Request<Page<Value>>, client: &Client) -> Result<(), Error> {
    /// let mut users = request.items(client);
    /// while let Some(user) = users.try_next().await? {
    ///     println!("{user}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn items(self, client: &Client) -> Items<T> {
        Items::new(self.pages(client))
    }

    /// The collection as a stream of its pages.
    pub fn pages(self, client: &Client) -> Pages<T> {
        Pages::new(Walk::begin(client, self))
    }

    /// The pages from `link` on: an `@odata.nextLink` from an earlier response, such as that of an
    /// expanded collection, or [`Pages::next_link`]. Of the request only the headers are sent, because
    /// the link holds everything else.
    ///
    /// Links that [`Pages`] and [`Delta`] give are absolute. A relative one is taken to be relative to this
    /// request, because the page that it is from is not known here.
    pub fn pages_from(self, client: &Client, link: &str) -> Pages<T> {
        Pages::new(Walk::resume(client, self, link))
    }
}

/// Collections whose changes can be asked for.
impl<T: Element> Request<Page<T>> {
    /// What a delta function returns, as a stream of changes: first everything there is.
    pub fn delta(self, client: &Client) -> Delta<T> {
        Delta::new(Walk::begin(client, self.decode_as()))
    }

    /// The changes since `link`. Of the request only the headers are sent, because the link holds
    /// everything else.
    pub fn delta_from(self, client: &Client, link: &DeltaLink) -> Delta<T> {
        Delta::new(Walk::resume(client, self.decode_as(), link.as_str()))
    }
}
