//! Collections that come back from an action.

use serde::de::DeserializeOwned;

use super::{Items, Pages};
use crate::client::Client;
use crate::{Page, Request, Written};

/// Actions that return a collection. An answer without a body holds no objects.
impl<T: DeserializeOwned> Request<Written<Page<T>>> {
    /// The collection as a stream of its items.
    pub fn items(self, client: &Client) -> Items<T> {
        self.decode_as::<Page<T>>().items(client)
    }

    /// The collection as a stream of its pages.
    pub fn pages(self, client: &Client) -> Pages<T> {
        self.decode_as::<Page<T>>().pages(client)
    }

    /// The pages from `link` on, as of a collection that is read.
    pub fn pages_from(self, client: &Client, link: &str) -> Pages<T> {
        self.decode_as::<Page<T>>().pages_from(client, link)
    }
}
