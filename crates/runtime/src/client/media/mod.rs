//! Media: bytes that are too many to hold at once.

mod download;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;
mod upload;

pub use download::Download;
pub use upload::StreamBody;

use super::call::Call;
use super::pipelines::Repeat;
use super::{Client, Error, Response};
use crate::{FromBody, Request};

/// Media out.
impl<T> Request<T> {
    /// What the request returns as a stream of bytes, whatever type it is documented to be. A broken
    /// connection is taken up again where it broke, if the request is a `GET` and the service says how long
    /// the content is and which version of it (`Content-Length` and `ETag`).
    ///
    /// # Errors
    /// Any [`Error`] but [`Error::Decode`].
    pub async fn download(self, client: &Client) -> Result<Download, Error> {
        let call = Call::of_bytes(client, &self)?;
        let (last, answer) = client.open(call.clone()).await?;
        Ok(Download::new(client.clone(), call, &last, answer))
    }
}

/// Media in. Bytes that are at hand go with [`Request::bytes`] and [`send`](Request::send).
impl<T: FromBody> Request<T> {
    /// Sends the request with a stream as its body, in place of the body it has. It is tried once only,
    /// because the stream cannot be read again.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn send_stream(
        self,
        client: &Client,
        body: StreamBody,
    ) -> Result<Response<T>, Error> {
        let mut call = Call::of(client, &self)?;
        call.repeat = Repeat::Never;
        let target = call.target.clone();
        let call = body.put_on(call)?;
        Response::read_outcome(&target, client.fetch(call).await)
    }
}
