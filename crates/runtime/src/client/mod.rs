//! Sends requests: the cargo feature `client`, or `pipeline` for those who bring their own transport.
//!
//! A [`Client`] is a credential, a place and an HTTP pipeline; [`Request`](crate::Request) has the
//! methods that use it. The pipeline is that of [`azure_core`]: tokens are cached and renewed, transient
//! failures are retried after the delay that the service asks for, requests are logged through `tracing`
//! with everything left out that may be secret.
//!
//! ```no_run
//! # use apimark_runtime::{Method, Page, Path, Request, Value};
//! use std::sync::Arc;
//! use apimark_runtime::client::{BearerToken, Client, Error};
//!
//! # async fn example(request: Request<Page<Value>>) -> Result<(), Error> {
//! let client = Client::new(Arc::new(BearerToken::new("eyJ0…")))?;
//! let page = request.send(&client).await?;
//! println!("{} of {:?}", page.value.len(), page.count);
//! # Ok(())
//! # }
//! ```
//!
//! # Ways of sending
//!
//! | For | there is |
//! |:--|:--|
//! | what a request returns | [`send`](crate::Request::send); with status and headers [`send_full`](crate::Request::send_full); unread [`send_raw`](crate::Request::send_raw) |
//! | collections | [`items`](crate::Request::items), [`pages`](crate::Request::pages) |
//! | changes to a collection | [`delta`](crate::Request::delta), [`delta_from`](crate::Request::delta_from) a stored [`DeltaLink`] |
//! | content as a stream | [`download`](crate::Request::download), [`send_stream`](crate::Request::send_stream) |
//! | content too large for one request | [`start_upload`](crate::Request::start_upload) |
//! | work that goes on after the answer | [`start`](crate::Request::start) |
//! | many requests in one | [`Batch`] |
//!
//! # What is repeated
//!
//! `429` and `503` say that the service did not act: after them every request is sent again. A broken
//! connection, `408`, `500`, `502` and `504` leave that open: after them only `GET`, `PUT`, `PATCH`,
//! `DELETE` and `HEAD` are, which state a result and may safely be sent twice. `POST` is not. A body that
//! is a stream cannot be sent twice at all.
//!
//! # What is taken at most
//!
//! Answers are bounded in size, in slowness and in time, as are the waits that a service asks for and the empty
//! pages that it sends: [`Limits`] has the defaults. Streams may be of any length.
//!
//! # Where the token goes
//!
//! To the client's own origin and nowhere else, with TLS, or without it to this machine. Redirects,
//! upload sessions and monitors on other servers are followed without it; links to further pages of a
//! collection are not followed to other origins, unless they are [allowed](ClientBuilder::allowed_origins):
//! without the token then. A link to the root that the documentation states is one to the client's own
//! place, also where that is a gateway.
//!
//! A service may refuse a token because it wants it to say more. A [`ClaimsCredential`] answers that.
//!
//! URLs of upload sessions, downloads and monitors carry their permission themselves. Errors show their
//! origin only; the pipeline's log shows their path at the level `debug`, the query never.

mod applied;
mod batch;
mod builder;
mod call;
mod challenge;
mod claims;
mod cloud;
mod credential;
mod delta_link;
mod error;
mod exchange;
mod format;
mod limits;
mod media;
mod names;
mod origin;
mod page;
mod pipelines;
mod places;
mod policy;
mod poll;
mod raw;
mod response;
mod send;
mod session;
mod target;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;
mod transport;
mod wait;

use std::fmt;
use std::sync::Arc;

use azure_core::credentials::TokenCredential;
use azure_core::http::Url;

pub use crate::delta::{Change, Link, Removal, Removed, Updated};
pub use applied::Applied;
pub use azure_core;
pub use azure_core::Bytes;
pub use azure_core::http::StatusCode;
pub use azure_core::http::headers::Headers;
#[cfg(feature = "identity")]
pub use azure_identity;
pub use batch::{Batch, BatchAnswers, BatchHandle, BatchId};
pub use builder::ClientBuilder;
pub use claims::{Claims, ClaimsCredential, RenewedCredential};
pub use cloud::Cloud;
pub use credential::BearerToken;
pub use delta_link::DeltaLink;
pub use error::{
    BatchFailure, Bodiless, Error, ErrorDetail, ExceededLimit, InnerError, RefusedLink,
    ResyncRequired, ServiceError, Unanswered, Undecodable,
};
pub use format::ODataVersion;
pub use limits::Limits;
pub use media::{Download, StreamBody};
pub use page::{Delta, Items, Pages};
pub use poll::{OperationFailed, Poller, Progress, ProgressState};
pub use raw::RawResponse;
pub use response::Response;
pub use session::{Seekable, SessionStatus, UploadSession, UploadSource};
pub use target::Target;

use format::Format;
use pipelines::Pipelines;
use places::Places;
use wait::wait;

/// Sends requests. Cheap to clone; the clones share connections and the cached token.
#[derive(Clone)]
pub struct Client(Arc<Parts>);

struct Parts {
    places: Places,
    limits: Limits,
    format: Format,
    pipelines: Pipelines,
}

impl Client {
    /// A client of the global service with default options.
    ///
    /// The credential is one of the `azure_identity` crate, a [`BearerToken`], or your own.
    ///
    /// # Errors
    /// None with default options; see [`ClientBuilder::build`].
    pub fn new(credential: Arc<dyn TokenCredential>) -> Result<Self, Error> {
        Self::builder(credential).build()
    }

    /// A client with other options.
    pub fn builder(credential: Arc<dyn TokenCredential>) -> ClientBuilder {
        ClientBuilder::new(credential)
    }

    /// Where requests go: the service's root without its version.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.0.places.base.as_str()
    }

    fn from_parts(places: Places, limits: Limits, format: Format, pipelines: Pipelines) -> Self {
        Self(Arc::new(Parts { places, limits, format, pipelines }))
    }

    fn format(&self) -> Format {
        self.0.format
    }

    fn base(&self) -> &Url {
        &self.0.places.base
    }

    fn places(&self) -> &Places {
        &self.0.places
    }

    fn limits(&self) -> &Limits {
        &self.0.limits
    }

    fn pipelines(&self) -> &Pipelines {
        &self.0.pipelines
    }

    /// The service root of a request at this client's place: the version stays, the host is replaced.
    fn service_root(&self, documented: &str) -> String {
        let after_scheme = documented.split_once("://").map_or("", |(_, rest)| rest);
        let version = after_scheme.split_once('/').map_or("", |(_, path)| path);
        let base = self.0.places.base.as_str().trim_end_matches('/');
        if version.is_empty() { base.to_owned() } else { format!("{base}/{version}") }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}
