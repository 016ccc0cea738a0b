//! Where the content of an upload comes from.

use std::io::{self, SeekFrom};

use azure_core::Bytes;
use futures::future::{BoxFuture, FutureExt};
use futures::{AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt};

/// Content that can be read at any place, because a piece may have to be sent again.
pub trait UploadSource: Send {
    /// The number of bytes.
    fn length(&self) -> u64;

    /// Exactly `length` bytes from `start` on. Neither lies beyond the end.
    fn read(&mut self, start: u64, length: usize) -> BoxFuture<'_, io::Result<Bytes>>;
}

/// Content that is at hand; a copy shares it.
impl UploadSource for Bytes {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    fn read(&mut self, start: u64, length: usize) -> BoxFuture<'_, io::Result<Bytes>> {
        let start = usize::try_from(start).expect("a place in memory");
        std::future::ready(Ok(self.slice(start..start + length))).boxed()
    }
}

/// A file or something like it. Of `std::fs::File` and others that block,
/// `futures::io::AllowStdIo` makes such a reader.
#[derive(Debug)]
pub struct Seekable<R> {
    reader: R,
    length: u64,
}

impl<R: AsyncRead + AsyncSeek + Unpin + Send> Seekable<R> {
    /// The whole of it, from its beginning to its end.
    ///
    /// # Errors
    /// If the end cannot be found.
    pub async fn new(mut reader: R) -> io::Result<Self> {
        let length = reader.seek(SeekFrom::End(0)).await?;
        Ok(Self { reader, length })
    }
}

impl<R: AsyncRead + AsyncSeek + Unpin + Send> UploadSource for Seekable<R> {
    fn length(&self) -> u64 {
        self.length
    }

    fn read(&mut self, start: u64, length: usize) -> BoxFuture<'_, io::Result<Bytes>> {
        async move {
            let mut piece = vec![0; length];
            self.reader.seek(SeekFrom::Start(start)).await?;
            self.reader.read_exact(&mut piece).await?;
            Ok(piece.into())
        }
        .boxed()
    }
}
