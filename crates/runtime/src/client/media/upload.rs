//! A stream as the body of a request.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use async_trait::async_trait;
use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::Body;
use azure_core::http::headers::CONTENT_TYPE;
use azure_core::stream::SeekableStream;
use azure_core::{Bytes, Result as HttpResult};
use futures::stream::{BoxStream, IntoAsyncRead};
use futures::{AsyncRead, Stream, StreamExt, TryStreamExt};

use crate::InvalidRequest;
use crate::client::call::{Call, header_value};
use crate::client::names::CONTENT_LENGTH;

/// The body of a request as a stream of bytes.
pub struct StreamBody {
    media_type: Cow<'static, str>,
    length: Option<u64>,
    content: BoxStream<'static, io::Result<Bytes>>,
}

impl StreamBody {
    /// Bytes of a media type, such as `video/mp4`.
    pub fn new(
        media_type: impl Into<Cow<'static, str>>,
        content: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
    ) -> Self {
        Self { media_type: media_type.into(), length: None, content: content.boxed() }
    }

    /// States how many bytes there are, which some services want to know beforehand.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    /// The call with this as its body.
    pub(super) fn put_on(self, mut call: Call) -> Result<Call, InvalidRequest> {
        call.http.insert_header(CONTENT_TYPE, header_value("Content-Type", &self.media_type)?);
        if let Some(length) = self.length {
            call.http.insert_header(CONTENT_LENGTH, length.to_string());
        }
        let content = Arc::new(Mutex::new(self.content.into_async_read()));
        let once = Once { content, length: self.length };
        call.http.set_body(Body::SeekableStream(Box::new(once)));
        Ok(call)
    }
}

impl fmt::Debug for StreamBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamBody")
            .field("media_type", &self.media_type)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

/// A stream that can be read once. The library copies bodies; all copies share the one stream.
#[derive(Clone)]
struct Once {
    content: Arc<Mutex<IntoAsyncRead<BoxStream<'static, io::Result<Bytes>>>>>,
    length: Option<u64>,
}

impl AsyncRead for Once {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let mut content = self.content.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *content).poll_read(context, buffer)
    }
}

#[async_trait]
impl SeekableStream for Once {
    async fn reset(&mut self) -> HttpResult<()> {
        Err(HttpError::with_message(ErrorKind::Other, "a stream cannot be sent twice"))
    }

    fn len(&self) -> Option<u64> {
        self.length
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Once")
    }
}
