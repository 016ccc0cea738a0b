//! Tests of media streams.

use std::io;

use azure_core::Bytes;
use azure_core::http::Body;
use futures::{StreamExt, stream};
use insta::assert_snapshot;

use super::{Download, StreamBody};
use crate::client::Error;
use crate::client::tests::fake::{Answer, Fake, answer, status};
use crate::{Media, Method, NoContent, Path, Request};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn content<T>(method: Method) -> Request<T> {
    Path::at(ROOT).child("/me/drive/items/1/content").request(method)
}

fn part(code: u16, headers: &[(&'static str, &str)], body: &str, whole: bool) -> Answer {
    let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let body = Bytes::copy_from_slice(body.as_bytes());
    if whole { Answer::With(code, headers, body) } else { Answer::Cut(code, headers, body) }
}

async fn read(mut download: Download) -> Result<String, Error> {
    let mut all = Vec::new();
    while let Some(bytes) = download.chunk().await? {
        all.extend_from_slice(&bytes);
    }
    Ok(String::from_utf8(all).unwrap())
}

const FIRST: [(&str, &str); 3] =
    [("content-type", "text/plain"), ("content-length", "10"), ("etag", "\"v1\"")];

#[tokio::test]
async fn a_broken_download_goes_on_where_it_broke() {
    let fake = Fake::new([
        answer(302, &[("location", "https://files.example/1?sig=s")], ""),
        part(200, &FIRST, "0123", false),
        answer(302, &[("location", "https://files.example/1?sig=t")], ""),
        part(206, &[("content-range", "bytes 4-9/10")], "45", true),
        part(206, &[("content-range", "bytes 6-9/10")], "6789", true),
    ]);
    let download = content::<Media>(Method::GET).download(&fake.client()).await.unwrap();
    assert_eq!(
        (download.content_type(), download.content_length()),
        (Some("text/plain"), Some(10))
    );
    assert_eq!(read(download).await.unwrap(), "0123456789");
    assert_snapshot!(fake.log(), @r#"
    GET https://graph.microsoft.com/v1.0/me/drive/items/1/content
      authorization: Bearer secret
    GET https://files.example/1?sig=s
    GET https://graph.microsoft.com/v1.0/me/drive/items/1/content
      authorization: Bearer secret
      if-range: "v1"
      range: bytes=4-
    GET https://files.example/1?sig=t
      if-range: "v1"
      range: bytes=4-
    GET https://graph.microsoft.com/v1.0/me/drive/items/1/content
      authorization: Bearer secret
      if-range: "v1"
      range: bytes=6-
    "#);
}

#[tokio::test]
async fn another_version_or_an_unknown_one_is_not_appended() {
    let weak = [("content-length", "10"), ("etag", "W/\"v1\"")];
    let cases = [
        (&FIRST[..], Some(part(200, &FIRST, "abcdefghij", true))),
        (&FIRST, Some(part(206, &[("content-range", "bytes 0-9/10")], "0123456789", true))),
        (&weak[..], None),
        (&[("etag", "\"v1\"")], None),
    ];
    for (headers, second) in cases {
        let fake = Fake::new([part(200, headers, "0123", false)].into_iter().chain(second));
        let download = content::<Media>(Method::GET).download(&fake.client()).await.unwrap();
        assert!(matches!(read(download).await, Err(Error::Transport(_))), "{headers:?}");
    }
    let fake = Fake::new([part(200, &FIRST, "0123", false)]);
    let ranged = content::<Media>(Method::GET).header("Range", "bytes=0-9");
    assert!(read(ranged.download(&fake.client()).await.unwrap()).await.is_err());
}

#[tokio::test]
async fn a_connection_that_keeps_breaking_is_given_up() {
    let rest = || part(206, &[("content-range", "bytes 4-9/10")], "", false);
    let fake = Fake::new([part(200, &FIRST, "0123", false), rest(), rest(), rest()]);
    let download = content::<Media>(Method::GET).download(&fake.client()).await.unwrap();
    assert_snapshot!(read(download).await.unwrap_err(), @"GET https://graph.microsoft.com/v1.0/me/drive/items/1/content: connection reset");
    let gone = Fake::new([part(200, &FIRST, "0123", false), status(404)]);
    let download = content::<Media>(Method::GET).download(&gone.client()).await.unwrap();
    assert!(read(download).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn what_may_act_is_not_asked_for_a_second_time() {
    let fake = Fake::new([part(200, &FIRST, "0123", false)]);
    let download = content::<Media>(Method::POST).download(&fake.client()).await.unwrap();
    assert!(matches!(read(download).await, Err(Error::Transport(_))));
    assert_eq!(fake.count(), 1);
}

fn pieces() -> StreamBody {
    let pieces = ["ab", "", "cd"].map(|it| io::Result::Ok(Bytes::from_static(it.as_bytes())));
    StreamBody::new("text/plain", stream::iter(pieces))
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let fake = Fake::new([status(204)]);
    let request = content::<NoContent>(Method::PUT).bytes("image/png", "unused");
    let response = request.send_stream(&fake.client(), pieces().length(4)).await.unwrap();
    assert_eq!(u16::from(response.status()), 204);
    assert_snapshot!(fake.log(), @"
    PUT https://graph.microsoft.com/v1.0/me/drive/items/1/content
      authorization: Bearer secret
      content-length: 4
      content-type: text/plain
    ");
    let mut sent = fake.seen().remove(0);
    let Body::SeekableStream(mut body) = sent.body_mut().take() else { panic!() };
    let mut all = Vec::new();
    while let Some(piece) = body.next().await {
        all.extend_from_slice(&piece.unwrap());
    }
    assert_eq!(all, b"abcd");
    for failure in [status(503), Answer::Broken] {
        let fake = Fake::new([failure]);
        assert!(
            content::<NoContent>(Method::PUT).send_stream(&fake.client(), pieces()).await.is_err()
        );
        assert_eq!(fake.count(), 1);
    }
}
