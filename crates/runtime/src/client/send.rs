//! Sending a [`Request`].

use super::call::Call;
use super::{Client, Error, RawResponse, Response};
use crate::{FromBody, Request};

/// Sending. Failures that may pass are retried as the client's options say.
impl<T> Request<T> {
    /// Sends the request and reads what it returns. [`Request`] says which answer becomes what.
    ///
    /// # Errors
    /// Any [`Error`]; [`applied`](Error::applied) says whether a change was made nevertheless.
    pub async fn send(self, client: &Client) -> Result<T, Error>
    where
        T: FromBody,
    {
        Ok(self.send_full(client).await?.into_body())
    }

    /// Sends the request; status and headers come with what it returns.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn send_full(self, client: &Client) -> Result<Response<T>, Error>
    where
        T: FromBody,
    {
        let call = Call::of(client, &self)?;
        let target = call.target.clone();
        Response::read_outcome(&target, client.fetch(call).await)
    }

    /// Sends the request; the body of the answer is left to read, as a stream.
    ///
    /// # Errors
    /// Any [`Error`] but [`Error::Decode`] and [`Error::Nothing`].
    pub async fn send_raw(self, client: &Client) -> Result<RawResponse, Error>
    where
        T: FromBody,
    {
        let (call, answer) = client.open(Call::of(client, &self)?).await?;
        Ok(RawResponse::new(call.target, answer, client.limits().body))
    }
}
