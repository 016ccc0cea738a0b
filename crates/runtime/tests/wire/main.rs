//! What a fake of the HTTP client cannot show: bytes on a socket, through the transport that is there by
//! default.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod claims;
mod limits;
mod server;
mod strings;

use std::io;
use std::sync::Arc;

use apimark_runtime::client::azure_core::http::{FixedRetryOptions, RetryOptions};
use apimark_runtime::client::azure_core::time::Duration;
use apimark_runtime::client::{BearerToken, Bytes, Client, ClientBuilder, Error, StreamBody};
use apimark_runtime::{Media, Method, NoContent, Page, Path, Request, Value};
use futures::stream;
use server::{Server, answer};

fn request<T>(method: Method) -> Request<T> {
    let path = Path::at("https://graph.microsoft.com/v1.0").child("/users/{id}").with(&"a b");
    path.request(method)
}

fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

fn builder(url: &str) -> ClientBuilder {
    let delay = Duration::milliseconds(1);
    let quick = FixedRetryOptions { delay, max_retries: 2, ..FixedRetryOptions::default() };
    let credential = Arc::new(BearerToken::new("secret"));
    let builder = Client::builder(credential).base_url(url).retry(RetryOptions::fixed(quick));
    builder.application_id("wire-test")
}

#[tokio::test]
async fn a_request_arrives_as_it_was_built() {
    let server = Server::start(vec![answer("204 No Content", &[], b"")]);
    let request: Request<NoContent> = request(Method::PATCH);
    let request = request.query("$filter", "a eq 'b&c'").if_match("\"1\"").json(&[1, 2]);
    request.send(&client(&server.url)).await.unwrap();
    let seen = server.seen().remove(0);
    let (head, body) = seen.split_once("\n\n").unwrap();
    let mut lines: Vec<&str> = head.lines().collect();
    assert_eq!(lines.remove(0), "PATCH /v1.0/users/a%20b?$filter=a%20eq%20%27b%26c%27 HTTP/1.1");
    for expected in
        ["authorization: Bearer secret", "content-type: application/json", "if-match: \"1\""]
    {
        assert!(lines.contains(&expected), "{expected} in {head}");
    }
    assert!(head.contains("\nuser-agent: wire-test azsdk-rust-apimark-runtime/"), "{head}");
    assert!(head.contains("\nclient-request-id: "), "{head}");
    assert_eq!(body, "[1,2]");
}

#[tokio::test]
async fn the_token_stays_with_its_server() {
    let files = Server::start(vec![answer("200 OK", &[("Content-Type", "text/plain")], b"abc")]);
    let location = format!("{}/file?sig=s", files.url);
    let server = Server::start(vec![answer("302 Found", &[("Location", &location)], b"")]);
    let download = request::<Media>(Method::GET).download(&client(&server.url)).await.unwrap();
    assert_eq!(download.content_length(), Some(3));
    assert!(server.seen()[0].contains("authorization: Bearer secret"));
    assert!(files.seen()[0].starts_with("GET /file?sig=s HTTP/1.1\n"));
    assert!(!files.seen()[0].contains("secret"));
}

#[tokio::test]
async fn a_cut_answer_is_asked_for_again() {
    let cut = || answer("200 OK", &[("Content-Length", "100")], b"{\"value\":[1");
    let server =
        Server::start(vec![cut(), Vec::new(), answer("200 OK", &[], b"{\"value\":[1,2]}")]);
    let mut items = request::<Page<i32>>(Method::GET).items(&client(&server.url));
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert_eq!(items.try_next().await.unwrap(), None);
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn a_cut_download_goes_on_where_it_was_cut() {
    let first = [("Content-Length", "10"), ("ETag", "\"v\"")];
    let server = Server::start(vec![
        answer("200 OK", &first, b"0123"),
        answer("206 Partial Content", &[("Content-Range", "bytes 4-9/10")], b"456789"),
    ]);
    let mut download = request::<Media>(Method::GET).download(&client(&server.url)).await.unwrap();
    let mut all = Vec::new();
    while let Some(bytes) = download.chunk().await.unwrap() {
        all.extend_from_slice(&bytes);
    }
    assert_eq!(all, b"0123456789");
    assert!(server.seen()[1].contains("\nrange: bytes=4-\n"));
    assert!(server.seen()[1].contains("\nif-range: \"v\"\n"));
}

#[tokio::test]
async fn streams_go_out_with_their_length_or_in_chunks() {
    let pieces =
        || stream::iter(["ab", "cd"].map(|it| io::Result::Ok(Bytes::from_static(it.as_bytes()))));
    let server = Server::start(vec![answer("204 No Content", &[], b""); 2]);
    let client = client(&server.url);
    for body in
        [StreamBody::new("text/plain", pieces()).length(4), StreamBody::new("text/plain", pieces())]
    {
        request::<NoContent>(Method::PUT).send_stream(&client, body).await.unwrap();
    }
    let [known, unknown] = &server.seen()[..] else { panic!() };
    assert!(known.contains("\ncontent-length: 4\n") && known.ends_with("\n\nabcd"), "{known}");
    assert!(!known.contains("transfer-encoding"), "{known}");
    assert!(unknown.contains("\ntransfer-encoding: chunked\n"), "{unknown}");
}

#[tokio::test]
async fn what_was_not_sent_is_told_from_what_was_not_answered_and_the_query_stays_secret() {
    let closed = Server::start(Vec::new());
    let silent = Server::start(vec![Vec::new()]);
    for (server, received) in [(closed, false), (silent, true)] {
        let request = request::<Value>(Method::POST).query("$filter", "hidden");
        let error = request.send(&client(&server.url)).await.unwrap_err();
        let Error::Transport(unanswered) = &error else { panic!("{error:?}") };
        assert_eq!(unanswered.may_have_been_received(), received, "{error}");
        assert!(!format!("{error} {error:?}").contains("hidden"), "{error:?}");
        assert!(std::error::Error::source(&error).is_none());
        // Told once: the request was not repeated after it may have been acted upon.
        assert_eq!(server.seen().len(), usize::from(received));
    }
}
