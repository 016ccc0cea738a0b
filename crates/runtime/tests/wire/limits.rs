//! Servers that answer without end, slowly, or with a few bytes that become many.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use apimark_runtime::client::azure_core::http::RetryOptions;
use apimark_runtime::client::{
    BearerToken, Bytes, Client, ClientBuilder, Error, Limits, StreamBody,
};
use apimark_runtime::{Media, Method, NoContent, Page, Value};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures::{StreamExt, stream};

use crate::request;
use crate::server::{Server, answer};

const MIB: usize = 1024 * 1024;

/// A server that treats each connection like this, after it has read the head of the request.
fn serve(talk: impl Fn(TcpStream) + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let talk = Arc::new(talk);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let talk = talk.clone();
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    if stream.read(&mut byte).unwrap_or(0) == 0 {
                        return;
                    }
                    head.extend(byte);
                }
                talk(stream);
            });
        }
    });
    url
}

fn builder(url: &str) -> ClientBuilder {
    let credential = Arc::new(BearerToken::new("secret"));
    Client::builder(credential).base_url(url).retry(RetryOptions::none())
}

fn client(url: &str, limits: Limits) -> Client {
    builder(url).limits(limits).build().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zipped(body: &[u8]) -> Vec<u8> {
    answer("200 OK", &[("Content-Encoding", "gzip"), ("ETag", "\"v\"")], body)
}

fn is_too_long(error: &Error) -> bool {
    matches!(error, Error::Limit(_)) && error.to_string().contains("longer than the limit")
}

#[tokio::test]
async fn compressed_answers_are_asked_for_and_read() {
    let two_members = [gzip(b"{\"a\":"), gzip(b"1}")].concat();
    let server = Server::start(vec![
        zipped(&gzip(b"{\"a\":1}")),
        zipped(&two_members),
        answer("204 No Content", &[("Content-Encoding", "gzip")], b""),
        answer("200 OK", &[], b"{\"a\":1}"),
    ]);
    let client = client(&server.url, Limits::default());
    for _ in 0..2 {
        assert_eq!(request::<Value>(Method::GET).send(&client).await.unwrap()["a"], 1);
    }
    request::<NoContent>(Method::GET).send(&client).await.unwrap();
    let part = request::<Value>(Method::GET).header("Range", "bytes=0-6");
    assert_eq!(part.send(&client).await.unwrap()["a"], 1);
    let seen = server.seen();
    assert!(seen[0].contains("\naccept-encoding: gzip\n"), "{}", seen[0]);
    assert!(!seen[3].contains("accept-encoding"), "{}", seen[3]);
}

#[tokio::test]
async fn a_few_bytes_that_become_many_are_not_decompressed_to_the_end() {
    let many = vec![0; 64 * MIB];
    let few = gzip(&many);
    assert!(few.len() < 100_000, "{}", few.len());
    let server = Server::start(vec![zipped(&few), zipped(&few)]);
    let client = client(&server.url, Limits::default().body(MIB as u64));
    let error = request::<Media>(Method::GET).send(&client).await.unwrap_err();
    assert!(is_too_long(&error), "{error}");
    assert_eq!(error.status().map(u16::from), Some(200));
    // Piece by piece there is no limit, and no piece is large.
    let mut download = request::<Media>(Method::GET).download(&client).await.unwrap();
    assert_eq!(download.content_length(), None);
    let mut all = 0;
    while let Some(piece) = download.chunk().await.unwrap() {
        assert!(piece.len() < 8 * MIB, "{}", piece.len());
        all += piece.len();
    }
    assert_eq!(all, many.len());
}

#[tokio::test]
async fn compressed_bytes_that_are_cut_or_broken_are_no_answer() {
    let whole = gzip(b"{\"a\":1}");
    let mut broken = whole.clone();
    broken[12] ^= 0xff;
    let cut = &whole[..whole.len() - 4];
    let server = Server::start(vec![zipped(cut), zipped(&broken), zipped(b"no gzip at all")]);
    let client = client(&server.url, Limits::default());
    for _ in 0..3 {
        let error = request::<Value>(Method::GET).send(&client).await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error}");
    }
}

#[tokio::test]
async fn a_stated_length_beyond_the_limit_is_not_read() {
    let server = Server::start(vec![
        answer("200 OK", &[("Content-Length", "5368709120")], b"[1"),
        answer("200 OK", &[("Content-Length", "5368709120")], b"abc"),
        answer("200 OK", &[("Content-Length", "5368709120")], b""),
    ]);
    let client = client(&server.url, Limits::default());
    let error = request::<Value>(Method::GET).send(&client).await.unwrap_err();
    assert!(is_too_long(&error), "{error}");
    let mut download = request::<Media>(Method::GET).download(&client).await.unwrap();
    assert_eq!(download.content_length(), Some(5_368_709_120));
    assert_eq!(download.chunk().await.unwrap().as_deref(), Some(&b"abc"[..]));
    request::<NoContent>(Method::HEAD).send(&client).await.unwrap();
}

/// What a server could send before the client hung up, in an answer that begins like this and goes on without end.
async fn endless(begin: &'static [u8], piece: &'static [u8]) -> usize {
    let sent = Arc::new(AtomicUsize::new(0));
    let count = sent.clone();
    let url = serve(move |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n").unwrap();
        stream.write_all(begin).unwrap();
        while stream.write_all(piece).is_ok() {
            count.fetch_add(piece.len(), Ordering::Relaxed);
        }
    });
    let client = client(&url, Limits::default().body(MIB as u64));
    let error = request::<Value>(Method::GET).send(&client).await.unwrap_err();
    assert!(is_too_long(&error), "{error}");
    sent.load(Ordering::Relaxed)
}

#[tokio::test]
async fn an_answer_without_end_is_left() {
    // What the server could send beyond the limit is in the buffers of the system.
    assert!(endless(b"\r\n", &[b' '; 4096]).await < 32 * MIB);
    // Blocks of no bytes, so that nothing ever comes of the compressed ones.
    let begin = b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\xff";
    assert!(endless(begin, b"\0\0\0\xff\xff").await < 32 * MIB);
}

const HEAD: &[u8] =
    b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n\r\n";

/// Sends these bytes, then others one by one.
fn drip(first: &'static [u8]) -> String {
    serve(move |mut stream| {
        stream.write_all(first).unwrap();
        while stream.write_all(b" ").is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    })
}

fn silent(first: &'static [u8]) -> String {
    serve(move |mut stream| {
        stream.write_all(first).unwrap();
        thread::sleep(Duration::from_secs(20));
    })
}

#[tokio::test]
async fn a_server_that_drips_or_is_silent_is_given_up() {
    let least = Limits::default().least_rate(1000, Duration::from_millis(300));
    let part = b"HTTP/1.1 200 OK\r\nX-Long: ";
    for url in [drip(HEAD), drip(part), silent(HEAD), silent(part), silent(b"")] {
        let start = Instant::now();
        let error = request::<Value>(Method::GET).send(&client(&url, least.clone())).await;
        let error = error.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error}");
        let text = error.to_string();
        assert!(text.contains("300ms"), "{text}");
        assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    }
    let url = drip(HEAD);
    let mut download =
        request::<Media>(Method::GET).download(&client(&url, least.clone())).await.unwrap();
    while let Ok(piece) = download.chunk().await {
        assert!(piece.is_some(), "an end without an error");
    }
    // A silent one is an error even if nothing is asked of the rate.
    let silence = Limits::default().least_rate(1, Duration::from_millis(300));
    let error = request::<Value>(Method::GET).send(&client(&silent(HEAD), silence)).await;
    assert!(matches!(error, Err(Error::Transport(_))));
}

#[tokio::test]
async fn a_slow_answer_ends_at_the_deadline_if_no_rate_is_asked() {
    let limits = Limits::default().no_least_rate().deadline(Duration::from_millis(400));
    let start = Instant::now();
    let error = request::<Value>(Method::GET).send(&client(&drip(HEAD), limits)).await.unwrap_err();
    assert!(matches!(error, Error::Limit(_)), "{error}");
    assert!((400..3000).contains(&start.elapsed().as_millis()), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_slow_reader_is_no_slow_server() {
    let url = serve(|mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 16777216\r\n\r\n").unwrap();
        stream.write_all(&vec![b'x'; 16 * MIB]).unwrap();
    });
    let limits = Limits::default().least_rate(100_000, Duration::from_millis(200));
    let client = client(&url, limits.deadline(Duration::from_millis(400)));
    let mut download = request::<Media>(Method::GET).download(&client).await.unwrap();
    let mut all = 0;
    while let Some(piece) = download.chunk().await.unwrap() {
        if all < MIB {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        all += piece.len();
    }
    assert_eq!(all, 16 * MIB);
}

/// A server that takes so many bytes of a body, with a pause after each two MiB.
fn slow_taker(total: usize) -> String {
    serve(move |mut stream| {
        let (mut taken, mut buffer) = (0, vec![0; 2 * MIB]);
        while taken < total {
            let wanted = (total - taken).min(buffer.len());
            if stream.read_exact(&mut buffer[..wanted]).is_err() {
                return;
            }
            taken += wanted;
            thread::sleep(Duration::from_millis(100));
        }
        stream.write_all(&answer("204 No Content", &[], b"")).unwrap();
    })
}

#[tokio::test]
async fn a_long_upload_is_no_silent_server() {
    const LENGTH: usize = 48 * MIB;
    let url = slow_taker(LENGTH);
    let client = client(&url, Limits::default().least_rate(1, Duration::from_millis(1500)));
    let start = Instant::now();
    let put = request::<NoContent>(Method::PUT).bytes("a/b", vec![0; LENGTH]);
    put.send(&client).await.unwrap();
    assert!(start.elapsed() > Duration::from_millis(2000), "{:?}", start.elapsed());
    // A caller who has nothing to send yet does not make the server a silent one either.
    let pieces = stream::iter(0..3).then(|_| async {
        tokio::time::sleep(Duration::from_millis(700)).await;
        Ok(Bytes::from_static(&[0; MIB]))
    });
    let url = slow_taker(3 * MIB);
    let client = builder(&url)
        .limits(Limits::default().least_rate(1, Duration::from_millis(500)))
        .build()
        .unwrap();
    let body = StreamBody::new("a/b", pieces).length(3 * MIB as u64);
    request::<NoContent>(Method::PUT).send_stream(&client, body).await.unwrap();
}

#[tokio::test]
async fn a_server_that_takes_no_body_is_given_up() {
    let url = serve(|_stream| thread::sleep(Duration::from_secs(20)));
    let client = client(&url, Limits::default().least_rate(1, Duration::from_millis(500)));
    let put = request::<NoContent>(Method::PUT).bytes("a/b", vec![0; 64 * MIB]);
    let error = put.send(&client).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error}");
}

#[tokio::test]
async fn a_wait_beyond_the_limit_is_told_at_once() {
    let server =
        Server::start(vec![answer("429 Too Many Requests", &[("Retry-After", "301")], b"")]);
    let builder = Client::builder(Arc::new(BearerToken::new("secret")));
    let client = builder.base_url(&server.url).build().unwrap();
    let start = Instant::now();
    let error = request::<Value>(Method::GET).send(&client).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(301)));
    assert!(error.to_string().ends_with("429 Too Many Requests (asks to wait 301s)"), "{error}");
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

#[tokio::test]
async fn relative_links_to_empty_pages_are_followed_up_to_the_limit() {
    let page = |number: usize| {
        let context = "../$metadata#users";
        let page = format!(
            "{{\"@context\":\"{context}\",\"value\":[],\"@nextLink\":\"users/more?$skip={number}\"}}"
        );
        answer("200 OK", &[], page.as_bytes())
    };
    let server = Server::start((1..9).map(page).collect());
    let client = client(&server.url, Limits::default().empty_pages(5));
    let mut items = request::<Page<Value>>(Method::GET).items(&client);
    let error = items.try_next().await.unwrap_err();
    assert!(error.to_string().contains("5 empty pages in a row"), "{error}");
    let lines = server.seen().into_iter().map(|it| it.lines().next().unwrap().to_owned());
    let paths: Vec<_> = lines.collect();
    assert_eq!(paths[0], "GET /v1.0/users/a%20b HTTP/1.1");
    assert_eq!(paths[4], "GET /v1.0/users/more?$skip=4 HTTP/1.1");
    assert_eq!(paths.len(), 5);
}
