//! Upload sessions: content too large for one request, sent piece by piece.

mod source;
mod status;
#[cfg(test)]
#[cfg(feature = "client")]
mod tests;

use std::fmt;
use std::marker::PhantomData;

use azure_core::Bytes;
use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse as Buffered, StatusCode, Url};

pub use source::{Seekable, UploadSource};
pub use status::SessionStatus;

use super::call::Call;
use super::exchange::{refuse_failure, resolve};
use super::names::CONTENT_RANGE;
use super::target::Target;
use super::{Applied, Client, Error, Response};
use crate::{Additional, FromBody, InvalidRequest, Method, NoContent, Request, Written};
use status::Created;

/// Content too large for one request.
impl<R: FromBody> Request<R> {
    /// Creates an upload session with a request that returns one. `T` is what comes of the upload.
    ///
    /// ```no_run
    /// # use apimark_runtime::{Request, Value, client::{Bytes, Client, Error}};
    /// # async fn example(
    /// #     create: Request<Value>, content: Bytes, client: &Client,
    /// # ) -> Result<(), Error> {
    /// let mut session = create.start_upload::<Value>(client).await?;
    /// session.on_progress(|sent, of| println!("{sent} of {of} bytes"));
    /// let item = session.upload(content).await?.into_body().returned();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn start_upload<T: FromBody>(
        self,
        client: &Client,
    ) -> Result<UploadSession<T>, Error> {
        let call = Call::of(client, &self)?;
        let (cause, here) = (call.target.clone(), call.http.url().clone());
        let created: Created = Response::read(&cause, client.fetch(call).await?)?.into_body();
        let url = resolve(&cause.answered(), &here, &created.upload_url)?;
        Ok(UploadSession {
            is_deferred: is_deferred(&self),
            ..UploadSession::new(client, url, &cause)
        })
    }

    /// Goes on with a session at the URL that [`UploadSession::url`] gave. Nothing of the request is sent.
    ///
    /// # Errors
    /// [`Error::Link`] if the URL cannot be used.
    pub fn resume_upload<T: FromBody>(
        self,
        client: &Client,
        url: &str,
    ) -> Result<UploadSession<T>, Error> {
        let call = Call::of(client, &self)?;
        let url = resolve(&call.target, call.http.url(), url)?;
        let mut session = UploadSession::new(client, url, &call.target);
        session.position = None;
        session.is_deferred = is_deferred(&self);
        Ok(session)
    }
}

/// Whether a request creates a session whose file is made on an explicit request only.
fn is_deferred<R>(create: &Request<R>) -> bool {
    let body = Additional::of_body(create.body().as_bytes());
    body.is_some_and(|it| it.raw("deferCommit").is_some_and(|raw| raw.get() == "true"))
}

/// An upload that the service has agreed to.
///
/// The content is sent in pieces, one after another. After a failure the service is asked what it has got,
/// and the upload goes on from there, also when [`upload`](Self::upload) is called once more or by another
/// run of the program.
pub struct UploadSession<T> {
    client: Client,
    url: Url,
    cause: Target,
    piece: u64,
    /// Where to go on; `None` if the service has to be asked.
    position: Option<u64>,
    /// The file is made when it is asked for.
    is_deferred: bool,
    /// What is known of the whole: a last piece whose answer was lost may have completed it.
    applied: Applied,
    on_progress: Option<OnProgress>,
    result: PhantomData<fn() -> T>,
}

type OnProgress = Box<dyn FnMut(u64, u64) + Send + Sync>;

/// All pieces but the last are multiples of this, or some files fail in the end.
const UNIT: u64 = 320 * 1024;
/// Small enough for every service; mail and calendars take less than 4 MB.
const DEFAULT_PIECE: u64 = 10 * UNIT;
/// Less than 60 MiB.
const LARGEST_PIECE: u64 = 191 * UNIT;
/// How often in a row a piece may fail without the service having got more.
const FRUITLESS_TRIES: u32 = 3;

impl<T: FromBody> UploadSession<T> {
    fn new(client: &Client, url: Url, cause: &Target) -> Self {
        Self {
            client: client.clone(),
            url,
            cause: cause.clone(),
            piece: DEFAULT_PIECE,
            position: Some(0),
            is_deferred: false,
            applied: Applied::No,
            on_progress: None,
            result: PhantomData,
        }
    }

    /// Sets the size of the pieces, rounded down to a multiple of 320 KiB and kept below 60 MiB. The
    /// default is 3,125 KiB, which every service takes.
    pub fn piece_size(&mut self, bytes: u64) -> &mut Self {
        self.piece = (bytes / UNIT * UNIT).clamp(UNIT, LARGEST_PIECE);
        self
    }

    /// Calls this after each piece with the number of bytes that the service has got, and of all bytes.
    pub fn on_progress(&mut self, call: impl FnMut(u64, u64) + Send + Sync + 'static) -> &mut Self {
        self.on_progress = Some(Box::new(call));
        self
    }

    /// The URL of the session, for [`Request::resume_upload`]. Whoever has it may write, so treat it like a
    /// password.
    #[must_use]
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// Sends what the service has not got yet, and completes the upload. What comes of it is there already when
    /// nothing comes back.
    ///
    /// Where the service answers the last piece with 202, it waits to be asked for the file if the session was
    /// created with `deferCommit`, or if the answer says of `nextExpectedRanges` that there are none; it is asked
    /// then. If neither is so, the service has taken the content on and says no more: [`Written::Accepted`].
    ///
    /// # Errors
    /// Any [`Error`]; [`InvalidRequest::EmptyUpload`] of empty content, which is sent in one request instead. The
    /// session stays usable as long as the service keeps it; with a status of 404 it no longer does. Where the
    /// answer to the last piece was lost, that may be because the upload is complete:
    /// [`applied`](Error::applied) then says that this is unknown.
    pub async fn upload(
        &mut self,
        content: impl UploadSource,
    ) -> Result<Response<Written<T>>, Error> {
        match self.send(content).await? {
            Some(response) => Ok(response),
            None => self.complete().await,
        }
    }

    /// Sends what the service has not got yet. `None` if it waits for [`complete`](Self::complete), as the
    /// session was created with a deferred commit.
    ///
    /// # Errors
    /// As [`upload`](Self::upload).
    pub async fn send(
        &mut self,
        mut content: impl UploadSource,
    ) -> Result<Option<Response<Written<T>>>, Error> {
        let total = content.length();
        if total == 0 {
            return Err(InvalidRequest::EmptyUpload.into());
        }
        let (mut furthest, mut fruitless) = (0, 0);
        loop {
            let start = self.position(total).await?;
            furthest = furthest.max(start);
            if start >= total {
                return Ok(None);
            }
            let piece = read(&mut content, start, self.piece.min(total - start)).await?;
            let is_last = start + piece.len() as u64 == total;
            match self.put(piece, start, total).await {
                Ok(Sent::All(answer)) => {
                    self.report(total, total);
                    return Response::read(&self.target()?, answer).map(Some);
                }
                Ok(Sent::Part(position)) => {
                    self.position = Some(position);
                    self.report(position, total);
                    fruitless = if position > furthest { 0 } else { fruitless + 1 };
                    furthest = furthest.max(position);
                }
                Err(error) => {
                    self.position = None;
                    if is_last {
                        self.applied = self.applied.max(error.applied());
                    }
                    fruitless += 1;
                    if fruitless > FRUITLESS_TRIES || !is_passing(&error) {
                        return Err(error);
                    }
                }
            }
            if fruitless > FRUITLESS_TRIES {
                return Err(Error::unanswered(&self.target()?, stuck(start)));
            }
        }
    }

    /// Makes a file of what was sent, after a deferred commit.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn complete(&self) -> Result<Response<Written<T>>, Error> {
        let call = self.call(Method::POST)?;
        let target = call.target.clone();
        Response::read(&target, self.client.fetch(call).await?)
    }

    /// Asks the service what it has not got yet.
    ///
    /// # Errors
    /// Any [`Error`]; with a status of 404 the service no longer keeps the session.
    pub async fn status(&self) -> Result<SessionStatus, Error> {
        let call = self.call(Method::GET)?;
        let target = call.target.clone();
        Ok(Response::read(&target, self.client.fetch(call).await?)?.into_body())
    }

    /// Gives the upload up. The service forgets what it has got.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn cancel(self) -> Result<(), Error> {
        let call = self.call(Method::DELETE)?;
        let target = call.target.clone();
        Response::<NoContent>::read(&target, self.client.fetch(call).await?)?;
        Ok(())
    }

    async fn position(&mut self, total: u64) -> Result<u64, Error> {
        match self.position {
            Some(position) => Ok(position),
            None => {
                let position = self.status().await?.next().unwrap_or(total);
                self.position = Some(position);
                Ok(position)
            }
        }
    }

    async fn put(&self, piece: Bytes, start: u64, total: u64) -> Result<Sent, Error> {
        let end = start + piece.len() as u64;
        let mut headers = Headers::new();
        headers.insert(CONTENT_RANGE, format!("bytes {start}-{}/{total}", end - 1));
        let mut call = self.call(Method::PUT)?.with_headers(&headers).with_body(piece);
        let answer = self.client.fetch_here(&mut call).await?;
        if answer.status() == StatusCode::RequestedRangeNotSatisfiable {
            return Ok(Sent::Part(self.status().await?.next().unwrap_or(total)));
        }
        let answer = refuse_failure(&call.target, answer)?;
        let status = SessionStatus::read(answer.body());
        if end == total && status.next().is_none() {
            if answer.status() != StatusCode::Accepted {
                return Ok(Sent::All(answer));
            }
            if !self.is_deferred && !status.names_ranges() {
                return Ok(Sent::All(without_status(answer, &status)));
            }
        }
        Ok(Sent::Part(status.next().unwrap_or(end)))
    }

    /// A call to the session. Its URL is the permission; with a token some services refuse it.
    fn call(&self, method: Method) -> Result<Call, Error> {
        let call = Call::to(&self.client, method, self.url.clone())?;
        let mut call = call.because_of(&self.cause).anonymous();
        call.target = call.target.known(self.applied);
        Ok(call)
    }

    fn target(&self) -> Result<Target, Error> {
        Ok(self.call(Method::PUT)?.target)
    }

    fn report(&mut self, sent: u64, total: u64) {
        if let Some(call) = &mut self.on_progress {
            call(sent, total);
        }
    }
}

/// What came of a piece.
enum Sent {
    /// The service wants more, from here on.
    Part(u64),
    /// The service has got everything, and this is what it made of it.
    All(Buffered),
}

/// An answer whose body is about the session is none about what comes of it.
fn without_status(answer: Buffered, status: &SessionStatus) -> Buffered {
    if status.expires().is_none() {
        return answer;
    }
    let (status, headers, _) = answer.deconstruct();
    Buffered::from_bytes(status, headers, Bytes::new())
}

async fn read(content: &mut impl UploadSource, start: u64, length: u64) -> Result<Bytes, Error> {
    let length = usize::try_from(length).expect("a piece is small enough to be held");
    let piece = content.read(start, length).await.map_err(Error::Content)?;
    if piece.len() == length { Ok(piece) } else { Err(Error::Content(too_short(start))) }
}

/// Failures after which it is worth asking what the service has got.
fn is_passing(error: &Error) -> bool {
    match error {
        Error::Transport(_) => true,
        _ => error.status().is_some_and(|it| it.is_server_error()),
    }
}

fn too_short(start: u64) -> std::io::Error {
    let message = format!("it ends earlier than it said, after byte {start}");
    std::io::Error::new(std::io::ErrorKind::UnexpectedEof, message)
}

fn stuck(start: u64) -> azure_core::Error {
    let message = format!("the service asks for byte {start} again and again");
    azure_core::Error::with_message(azure_core::error::ErrorKind::Other, message)
}

impl<T> fmt::Debug for UploadSession<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadSession")
            .field("cause", &self.cause)
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}
