//! Decompresses bodies piece by piece.

use std::io::Write;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::Request;
use azure_core::http::headers::Headers;
use azure_core::http::response::PinnedStream;
use azure_core::{Bytes, Result};
use flate2::write::MultiGzDecoder;
use futures::{Stream, StreamExt};

use crate::client::names::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, RANGE};

/// So much is decompressed at once. No compression of this kind is denser than 1 to 1,032, so that a piece becomes
/// 4 MiB at most before the next look at the limit.
const SLICE: usize = 4 * 1024;

/// Says that compressed answers are understood, unless the caller says what he wants, or a part of something: a part
/// of compressed bytes is of no use.
pub(super) fn accept_compressed(request: &mut Request) {
    let stated = [ACCEPT_ENCODING, RANGE];
    if stated.iter().all(|it| request.headers().get_optional_str(it).is_none()) {
        request.insert_header(ACCEPT_ENCODING, "gzip");
    }
}

/// The body as it is meant. The headers that describe the compressed one are taken away.
pub(super) fn decompressed(headers: &mut Headers, body: PinnedStream) -> PinnedStream {
    let coding = headers.get_optional_str(&CONTENT_ENCODING).unwrap_or_default().trim();
    if !coding.eq_ignore_ascii_case("gzip") && !coding.eq_ignore_ascii_case("x-gzip") {
        return body;
    }
    headers.remove(CONTENT_ENCODING);
    headers.remove(CONTENT_LENGTH);
    let decoder = MultiGzDecoder::new(Vec::new());
    Box::pin(Gunzip { body, decoder, compressed: Bytes::new(), state: State::Empty })
}

struct Gunzip {
    body: PinnedStream,
    decoder: MultiGzDecoder<Vec<u8>>,
    /// What has come and is not decompressed yet.
    compressed: Bytes,
    state: State,
}

#[derive(PartialEq)]
enum State {
    /// Nothing has come: an answer without a body may name a coding too.
    Empty,
    Begun,
    Ended,
}

impl Gunzip {
    /// What the next slice yields, which may be nothing.
    fn decompress(&mut self) -> Result<Bytes> {
        let slice = self.compressed.split_to(SLICE.min(self.compressed.len()));
        self.decoder.write_all(&slice).map_err(broken)?;
        Ok(std::mem::take(self.decoder.get_mut()).into())
    }

    /// What is left at the end.
    fn finish(&mut self) -> Result<Bytes> {
        let has_begun = self.state == State::Begun;
        self.state = State::Ended;
        if has_begun {
            self.decoder.try_finish().map_err(broken)?;
        }
        Ok(std::mem::take(self.decoder.get_mut()).into())
    }
}

impl Stream for Gunzip {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            let piece = if !this.compressed.is_empty() {
                this.decompress()
            } else if this.state == State::Ended {
                return Poll::Ready(None);
            } else {
                match ready!(this.body.poll_next_unpin(context)) {
                    Some(Ok(piece)) if piece.is_empty() => continue,
                    Some(Ok(piece)) => {
                        this.compressed = piece;
                        this.state = State::Begun;
                        continue;
                    }
                    Some(Err(error)) => Err(error),
                    None => this.finish(),
                }
            };
            match piece {
                Ok(piece) if piece.is_empty() => {}
                Ok(piece) => return Poll::Ready(Some(Ok(piece))),
                Err(error) => {
                    this.compressed.clear();
                    this.state = State::Ended;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

/// Like a body that was cut: the same answer may come whole the next time.
fn broken(error: std::io::Error) -> HttpError {
    HttpError::with_error(ErrorKind::Io, error, "the compressed body is broken")
}
