//! An HTTP client that answers from a script and keeps what it was sent.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use azure_core::error::{Error as HttpError, ErrorKind};
use azure_core::http::headers::Headers;
use azure_core::http::{AsyncRawResponse, Body, HttpClient, Request, StatusCode};
use azure_core::{Bytes, Result};
use futures::{StreamExt, stream};

use crate::client::{BearerToken, Client, ClientBuilder};

/// What to do with the next request.
pub(crate) enum Answer {
    /// Status, headers, body.
    With(u16, Vec<(&'static str, String)>, Bytes),
    /// As above, but the connection breaks after the body.
    Cut(u16, Vec<(&'static str, String)>, Bytes),
    /// The connection breaks before there is an answer.
    Broken,
    /// No connection comes about.
    Unreachable,
}

pub(crate) fn answer(status: u16, headers: &[(&'static str, &str)], body: &str) -> Answer {
    let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Answer::With(status, headers, Bytes::copy_from_slice(body.as_bytes()))
}

pub(crate) fn json(body: &str) -> Answer {
    answer(200, &[("content-type", "application/json")], body)
}

pub(crate) fn status(status: u16) -> Answer {
    answer(status, &[], "")
}

/// The script and the record.
#[derive(Clone, Default)]
pub(crate) struct Fake(Arc<Mutex<Stage>>);

#[derive(Default)]
struct Stage {
    script: VecDeque<Answer>,
    seen: Vec<Request>,
}

impl Fake {
    pub(crate) fn new(script: impl IntoIterator<Item = Answer>) -> Self {
        let script = script.into_iter().collect();
        Self(Arc::new(Mutex::new(Stage { script, seen: Vec::new() })))
    }

    /// A client of the global service that sends through this fake.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder(Arc::new(BearerToken::new("secret"))).transport(Arc::new(self.clone()))
    }

    /// The number of requests.
    pub(crate) fn count(&self) -> usize {
        self.0.lock().unwrap().seen.len()
    }

    pub(crate) fn seen(&self) -> Vec<Request> {
        self.0.lock().unwrap().seen.clone()
    }

    /// One line for each request, then its headers and body. What differs from run to run is left out, and
    /// that JSON is asked for.
    pub(crate) fn log(&self) -> String {
        let mut log = String::new();
        for request in self.0.lock().unwrap().seen.iter() {
            writeln!(log, "{} {}", request.method(), request.url()).unwrap();
            let mut headers: Vec<_> = request.headers().iter().collect();
            headers.sort_by_key(|(name, _)| name.as_str());
            for (name, value) in headers {
                let left_out = ["client-request-id", "x-ms-client-request-id", "user-agent"];
                let is_usual = (name.as_str(), value.as_str()) == ("accept", "application/json");
                if !left_out.contains(&name.as_str()) && !is_usual {
                    writeln!(log, "  {}: {}", name.as_str(), value.as_str()).unwrap();
                }
            }
            if let Body::Bytes(body) = request.body()
                && !body.is_empty()
            {
                writeln!(log, "  {}", String::from_utf8_lossy(body)).unwrap();
            }
        }
        log
    }
}

impl std::fmt::Debug for Fake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fake")
    }
}

#[async_trait]
impl HttpClient for Fake {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse> {
        let mut stage = self.0.lock().unwrap();
        stage.seen.push(request.clone());
        match stage.script.pop_front() {
            Some(Answer::With(status, headers, body)) => Ok(response(status, headers, body, false)),
            Some(Answer::Cut(status, headers, body)) => Ok(response(status, headers, body, true)),
            Some(Answer::Broken) => Err(HttpError::with_message(ErrorKind::Io, "connection reset")),
            Some(Answer::Unreachable) => {
                Err(HttpError::with_message(ErrorKind::Connection, "connection refused"))
            }
            None => panic!("nothing in the script for {} {}", request.method(), request.url()),
        }
    }
}

fn response(
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Bytes,
    cut: bool,
) -> AsyncRawResponse {
    let mut all = Headers::new();
    for (name, value) in headers {
        all.insert(name, value);
    }
    let end = cut.then(|| Err(HttpError::with_message(ErrorKind::Io, "connection reset")));
    let body = stream::iter(std::iter::once(Ok(body)).chain(end)).boxed();
    AsyncRawResponse::new(StatusCode::from(status), all, body)
}
