//! The content of a media resource as a stream that survives broken connections.

use std::fmt;

use azure_core::Bytes;
use azure_core::http::headers::{CONTENT_TYPE, Headers};
use azure_core::http::{AsyncRawResponse, AsyncResponseBody, Method, StatusCode};
use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt};

use crate::client::call::Call;
use crate::client::names::{CONTENT_LENGTH, CONTENT_RANGE, ETAG, IF_RANGE, RANGE};
use crate::client::response::header;
use crate::client::target::Target;
use crate::client::{Client, Error};

/// How often in a row a connection may break without a single byte having come.
const FRUITLESS_TRIES: u32 = 3;

/// The content of a media resource: a stream of bytes with what came before it.
pub struct Download {
    status: StatusCode,
    headers: Headers,
    content: BoxStream<'static, Result<Bytes, Error>>,
}

impl Download {
    /// `call` is what was asked, `last` where redirects led.
    pub(super) fn new(client: Client, call: Call, last: &Call, answer: AsyncRawResponse) -> Self {
        let (status, headers, body) = answer.deconstruct();
        let source = Source {
            client,
            target: last.target.clone(),
            version: version(&call, status, &headers),
            call,
            read: 0,
            fruitless: 0,
        };
        let content = stream::unfold(Some((source, body)), step).boxed();
        Self { status, headers, content }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The value of the header `name`, however that is capitalised.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// The media type of the content.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get_optional_str(&CONTENT_TYPE)
    }

    /// The length of the content in bytes, if it was stated and is not compressed under way.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        content_length(&self.headers)
    }

    /// The next piece of the content; `None` at its end.
    ///
    /// # Errors
    /// [`Error::Transport`] if the connection breaks and the rest cannot be got either.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.content.next().await.transpose()
    }

    /// The content as a stream that owns everything it needs.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, Error>> + Send + Unpin + 'static {
        self.content
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}

/// What has to be known to go on after the connection has broken.
struct Source {
    client: Client,
    call: Call,
    target: Target,
    version: Option<Version>,
    /// Bytes handed out.
    read: u64,
    fruitless: u32,
}

/// Which content, and how long it is.
struct Version {
    etag: String,
    length: u64,
}

type State = Option<(Source, AsyncResponseBody)>;

async fn step(state: State) -> Option<(Result<Bytes, Error>, State)> {
    let (mut source, mut body) = state?;
    loop {
        let error = match body.next().await {
            Some(Ok(bytes)) if bytes.is_empty() => continue,
            Some(Ok(bytes)) => {
                source.read += bytes.len() as u64;
                source.fruitless = 0;
                return Some((Ok(bytes), Some((source, body))));
            }
            None if source.is_complete() => return None,
            None => source.too_short(),
            Some(Err(error)) => error,
        };
        match source.reopen().await {
            Ok(Some(rest)) => body = rest,
            Ok(None) => return Some((Err(Error::unanswered(&source.target, error)), None)),
            Err(error) => return Some((Err(error), None)),
        }
    }
}

impl Source {
    fn is_complete(&self) -> bool {
        self.version.as_ref().is_none_or(|it| it.length == self.read)
    }

    fn too_short(&self) -> azure_core::Error {
        let message = format!("the content ends after {} bytes", self.read);
        azure_core::Error::with_message(azure_core::error::ErrorKind::Io, message)
    }

    /// The rest of the content, if it is still the same and the service can send a part of it.
    async fn reopen(&mut self) -> Result<Option<AsyncResponseBody>, Error> {
        let Some(version) = &self.version else { return Ok(None) };
        if self.fruitless == FRUITLESS_TRIES {
            return Ok(None);
        }
        self.fruitless += 1;
        let mut call = self.call.clone();
        call.http.insert_header(RANGE, format!("bytes={}-", self.read));
        call.http.insert_header(IF_RANGE, version.etag.clone());
        let (_, answer) = self.client.open(call).await?;
        let is_rest =
            answer.status() == StatusCode::PartialContent && starts_at(answer.headers(), self.read);
        Ok(is_rest.then(|| answer.into_body()))
    }
}

/// Known if the whole was asked for, by a request that only reads, and is described exactly. A weak ETag does not promise equal bytes, and
/// a length is missing where the transport has decompressed the content.
fn version(call: &Call, status: StatusCode, headers: &Headers) -> Option<Version> {
    let asks_for_all = call.http.headers().get_optional_str(&RANGE).is_none();
    if call.http.method() != Method::Get || status != StatusCode::Ok || !asks_for_all {
        return None;
    }
    let etag = headers.get_optional_str(&ETAG)?;
    if etag.starts_with("W/") {
        return None;
    }
    Some(Version { etag: etag.to_owned(), length: content_length(headers)? })
}

fn content_length(headers: &Headers) -> Option<u64> {
    headers.get_optional_str(&CONTENT_LENGTH)?.parse().ok()
}

/// `Content-Range: bytes 5-9/10` starts at 5.
fn starts_at(headers: &Headers, position: u64) -> bool {
    let range = headers.get_optional_str(&CONTENT_RANGE).and_then(|it| it.strip_prefix("bytes "));
    let start = range.and_then(|it| it.split_once('-')).map(|(start, _)| start.trim());
    start.and_then(|it| it.parse().ok()) == Some(position)
}
