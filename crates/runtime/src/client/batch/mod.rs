//! Many requests in few.

mod answers;
mod rounds;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;
mod wire;

use std::fmt;
use std::marker::PhantomData;

pub use answers::BatchAnswers;

use super::Client;
use super::format::Asked;
use crate::{FromBody, Request};

/// Requests that are sent together: as many as you like, twenty at a time, which is what the service takes.
///
/// ```no_run
/// # use apimark_runtime::{NoContent, Page, Request, Value};
/// use apimark_runtime::client::{Batch, Client, Error};
///
/// # async fn example(
/// #     me: Request<Value>, messages: Request<Page<Value>>, delete: Request<NoContent>, client: &Client,
/// # ) -> Result<(), Error> {
/// let mut batch = Batch::new();
/// let me = batch.add(me);
/// let messages = batch.add(messages);
/// let delete = batch.add_after(delete, &[messages.id()]);
/// let answers = batch.send(client).await;
/// println!("{} has {} messages", answers.get(me)?.body(), answers.get(messages)?.body().value.len());
/// answers.get(delete)?;
/// # Ok(())
/// # }
/// ```
///
/// Requests that the service turns away (429, 503) are sent again after the delay that it asks for, and so
/// are those which depend on them. The others are not. Redirects are not followed: what the service answers
/// with one, such as the content of a file, is better [downloaded](Request::download).
#[derive(Clone, Debug, Default)]
#[must_use = "a batch does nothing until it is sent"]
pub struct Batch {
    items: Vec<Item>,
    retries: Option<u32>,
}

/// One request and the ones before it that must have succeeded.
#[derive(Clone, Debug)]
struct Item {
    request: Request<()>,
    /// What the answer is to be.
    asked: Asked,
    after: Vec<usize>,
}

/// Stands for a request of a batch, to get its answer.
pub struct BatchHandle<T> {
    id: BatchId,
    response: PhantomData<fn() -> T>,
}

/// The position of a request in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId(usize);

const DEFAULT_RETRIES: u32 = 5;

impl Batch {
    /// No requests yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a request. It may be done before, after or at the same time as the others.
    pub fn add<T: FromBody>(&mut self, request: Request<T>) -> BatchHandle<T> {
        self.add_after(request, &[])
    }

    /// Adds a request that is done only after these have succeeded.
    ///
    /// # Panics
    /// If one of the ids is of another, longer batch.
    pub fn add_after<T: FromBody>(
        &mut self,
        request: Request<T>,
        after: &[BatchId],
    ) -> BatchHandle<T> {
        let id = BatchId(self.items.len());
        assert!(after.iter().all(|it| *it < id), "the requests waited for are in the same batch");
        let after = after.iter().map(|it| it.0).collect();
        let asked = Asked::by(&request);
        self.items.push(Item { request: request.decode_as(), asked, after });
        BatchHandle { id, response: PhantomData }
    }

    /// How many times a request that was turned away is sent again. The default is 5.
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = Some(retries);
        self
    }

    /// The number of requests.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no requests.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Sends everything. This does not fail as a whole, because what has been done by then must be known:
    /// each request has its own answer or error.
    pub async fn send(self, client: &Client) -> BatchAnswers {
        let retries = self.retries.unwrap_or(DEFAULT_RETRIES);
        rounds::send(client, self.items, retries).await
    }
}

impl<T> BatchHandle<T> {
    /// For [`Batch::add_after`].
    #[must_use]
    pub fn id(&self) -> BatchId {
        self.id
    }
}

// Not derived: a derive would ask `T` for the same trait.
impl<T> Clone for BatchHandle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for BatchHandle<T> {}

impl<T> fmt::Debug for BatchHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}
