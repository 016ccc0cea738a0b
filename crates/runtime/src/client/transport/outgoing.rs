//! Watches the body of a request go out, so that a long upload is not taken for a silent server.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};

use async_trait::async_trait;
use azure_core::Result;
use azure_core::http::{Body, Request};
use azure_core::stream::{BytesStream, SeekableStream};
use futures::AsyncRead;

use crate::client::names::CONTENT_LENGTH;

/// Shorter bodies are in the hands of the system at once.
const SHORT: usize = 64 * 1024;

/// How far a body has gone out.
#[derive(Clone, Debug, Default)]
pub(super) struct Going(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    steps: AtomicU64,
    waits_for_caller: AtomicBool,
}

impl Going {
    /// How many pieces were taken.
    pub(super) fn steps(&self) -> u64 {
        self.0.steps.load(Ordering::Relaxed)
    }

    /// Whether the caller's stream has to yield the next piece first.
    pub(super) fn waits_for_caller(&self) -> bool {
        self.0.waits_for_caller.load(Ordering::Relaxed)
    }

    fn step(&self, is_ready: bool) {
        self.0.waits_for_caller.store(!is_ready, Ordering::Relaxed);
        if is_ready {
            self.0.steps.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The same request, whose body tells how far it has gone out if it is long enough to tell. `None` if nobody can
/// tell: bytes at hand are made a stream for our own transport only, because others may not take streams.
pub(super) fn watched(request: &Request, is_own: bool) -> Option<(Request, Going)> {
    let going = Going::default();
    let mut request = request.clone();
    let body: Box<dyn SeekableStream> = match request.body() {
        Body::Bytes(bytes) if bytes.len() <= SHORT => return Some((request, going)),
        Body::Bytes(_) if !is_own => return None,
        Body::Bytes(bytes) => {
            let (body, length) = (BytesStream::new(bytes.clone()), bytes.len());
            request.insert_header(CONTENT_LENGTH, length.to_string());
            Box::new(body)
        }
        Body::SeekableStream(body) => body.clone(),
    };
    let watched = Watched { body, going: going.clone() };
    request.set_body(Body::SeekableStream(Box::new(watched)));
    Some((request, going))
}

#[derive(Clone, Debug)]
struct Watched {
    body: Box<dyn SeekableStream>,
    going: Going,
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let read = Pin::new(&mut *self.body).poll_read(context, buffer);
        self.going.step(read.is_ready());
        read
    }
}

#[async_trait]
impl SeekableStream for Watched {
    async fn reset(&mut self) -> Result<()> {
        self.body.reset().await
    }

    fn len(&self) -> Option<u64> {
        self.body.len()
    }

    fn buffer_size(&self) -> usize {
        self.body.buffer_size()
    }
}
