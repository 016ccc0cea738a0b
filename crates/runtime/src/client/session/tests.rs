//! Tests of upload sessions.

use std::io;
use std::sync::{Arc, Mutex};

use azure_core::Bytes;
use azure_core::http::Body;
use futures::future::{BoxFuture, FutureExt};
use futures::io::Cursor;
use insta::assert_snapshot;

use super::{Seekable, UNIT, UploadSession, UploadSource};
use crate::client::Error;
use crate::client::tests::fake::{Answer, Fake, answer, json, status};
use crate::{Method, Path, Request, Value};

const SESSION: &str = "https://up.example/s1?key=k";

fn create() -> Request<Value> {
    let root = Path::at("https://graph.microsoft.com/v1.0");
    root.child("/items/1/createUploadSession").request(Method::POST)
}

fn created() -> Answer {
    json(&format!(r#"{{"uploadUrl":"{SESSION}","expirationDateTime":"2024-01-01T00:00:00Z"}}"#))
}

fn wants(ranges: &str) -> Answer {
    answer(202, &[], &format!(r#"{{"nextExpectedRanges":[{ranges}]}}"#))
}

fn done() -> Answer {
    answer(201, &[], r#"{"id":"f"}"#)
}

fn content(length: u64) -> Bytes {
    (0..length).map(|it| (it % 251) as u8).collect::<Vec<_>>().into()
}

async fn session(fake: &Fake) -> UploadSession<Value> {
    let mut session = create().start_upload(&fake.client()).await.unwrap();
    session.piece_size(UNIT);
    session
}

/// The ranges sent, each checked against what the content is there.
fn ranges(fake: &Fake, content: &Bytes) -> Vec<String> {
    let mut ranges = Vec::new();
    for request in fake.seen() {
        let Some(range) = request.headers().get_optional_string(&"content-range".into()) else {
            ranges.push(request.method().to_string());
            continue;
        };
        let (start, rest) = range.strip_prefix("bytes ").unwrap().split_once('-').unwrap();
        let (end, _) = rest.split_once('/').unwrap();
        let expected = &content[start.parse().unwrap()..=end.parse().unwrap()];
        let Body::Bytes(sent) = request.body() else { panic!() };
        assert_eq!(&sent[..], expected, "{range}");
        ranges.push(range);
    }
    ranges
}

#[tokio::test]
async fn content_goes_in_pieces_without_a_token() {
    let content = content(2 * UNIT + 5);
    let fake = Fake::new([
        created(),
        wants("\"327680-\""),
        answer(200, &[], r#"{"NextExpectedRanges":["655360"]}"#),
        done(),
    ]);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let mut session = session(&fake).await;
    assert_eq!(session.url(), SESSION);
    let progress = seen.clone();
    session.on_progress(move |sent, of| progress.lock().unwrap().push((sent, of)));
    let response = session.upload(content.clone()).await.unwrap();
    assert_eq!(
        (u16::from(response.status()), &response.body().as_ref().body().unwrap()["id"]),
        (201, &"f".into())
    );
    assert_eq!(*seen.lock().unwrap(), [(327_680, 655_365), (655_360, 655_365), (655_365, 655_365)]);
    assert_snapshot!(ranges(&fake, &content).join("\n"), @"
    POST
    bytes 0-327679/655365
    bytes 327680-655359/655365
    bytes 655360-655364/655365
    ");
    let headers = |index: usize| fake.seen()[index].headers().clone();
    assert!(headers(0).get_optional_str(&"authorization".into()).is_some());
    assert!((1..4).all(|it| headers(it).get_optional_str(&"authorization".into()).is_none()));
}

#[tokio::test]
async fn a_session_at_the_own_origin_gets_no_token_either() {
    let url = r#"{"uploadUrl":"https://graph.microsoft.com/upload/1"}"#;
    let fake = Fake::new([json(url), done()]);
    session(&fake).await.upload(content(5)).await.unwrap();
    assert!(fake.seen()[1].headers().get_optional_str(&"authorization".into()).is_none());
}

#[tokio::test(start_paused = true)]
async fn faults_are_survived_and_the_service_says_where_to_go_on() {
    let content = content(3 * UNIT);
    let broken = || (0..9).map(|_| Answer::Broken);
    let script = [created(), wants("\"327680-\""), answer(503, &[("retry-after", "7")], "")]
        .into_iter()
        .chain(broken())
        .chain([json(r#"{"nextExpectedRanges":["327680-"]}"#), status(416)])
        .chain([json(r#"{"nextExpectedRanges":["655360-","700000-"]}"#), done()]);
    let fake = Fake::new(script);
    let mut session = session(&fake).await;
    session.upload(Seekable::new(Cursor::new(content.clone())).await.unwrap()).await.unwrap();
    let mut ranges = ranges(&fake, &content);
    ranges.dedup();
    assert_snapshot!(ranges.join("\n"), @"
    POST
    bytes 0-327679/983040
    bytes 327680-655359/983040
    GET
    bytes 327680-655359/983040
    GET
    bytes 655360-983039/983040
    ");
}

#[tokio::test(start_paused = true)]
async fn a_failed_upload_can_be_taken_up_again() {
    let content = content(2 * UNIT);
    let fake = Fake::new([
        created(),
        wants("\"327680-\""),
        answer(403, &[], r#"{"error":{"code":"quotaLimitReached"}}"#),
        json(r#"{"expirationDateTime":"later","nextExpectedRanges":["327680-655359"]}"#),
        done(),
    ]);
    let mut first = session(&fake).await;
    assert_eq!(first.upload(content.clone()).await.unwrap_err().code(), Some("quotaLimitReached"));
    let mut second = create().resume_upload::<Value>(&fake.client(), first.url()).unwrap();
    second.upload(content.clone()).await.unwrap();
    assert_snapshot!(ranges(&fake, &content).join("\n"), @"
    POST
    bytes 0-327679/655360
    bytes 327680-655359/655360
    GET
    bytes 327680-655359/655360
    ");
    let fake = Fake::new([
        created(),
        json(r#"{"nextExpectedRanges":["1-2","7-"],"expirationDateTime":"x"}"#),
        status(204),
    ]);
    let session = session(&fake).await;
    let status = session.status().await.unwrap();
    assert_eq!((status.next(), status.missing().len(), status.expires()), (Some(1), 2, Some("x")));
    session.cancel().await.unwrap();
    assert_eq!(fake.seen()[2].method().as_str(), "DELETE");
}

#[tokio::test]
async fn a_deferred_commit_is_made_explicitly() {
    let fake = Fake::new([created(), wants(""), done()]);
    session(&fake).await.upload(content(5)).await.unwrap();
    let last = fake.seen().pop().unwrap();
    assert_eq!((last.method().as_str(), last.url().as_str()), ("POST", SESSION));
    let fake = Fake::new([created(), wants("")]);
    assert!(session(&fake).await.send(content(5)).await.unwrap().is_none());
}

/// Seven bytes, of which there are five.
struct Short;

impl UploadSource for Short {
    fn length(&self) -> u64 {
        7
    }

    fn read(&mut self, _: u64, _: usize) -> BoxFuture<'_, io::Result<Bytes>> {
        std::future::ready(Ok(content(5))).boxed()
    }
}

#[tokio::test]
async fn a_service_that_makes_no_progress_and_content_that_ends_early_are_errors() {
    let fake = Fake::new([created()].into_iter().chain((0..4).map(|_| wants("\"0-\""))));
    let error = session(&fake).await.upload(content(5)).await.unwrap_err();
    assert_snapshot!(error, @"PUT https://up.example/…: the service asks for byte 0 again and again");
    let fake = Fake::new([created()]);
    let error = session(&fake).await.upload(Short).await.unwrap_err();
    assert!(matches!(error, Error::Content(_)));
}

#[tokio::test]
async fn a_service_that_goes_back_and_forth_makes_no_progress() {
    let wanted = ["\"327680-\"", "\"0-\""];
    let fake = Fake::new([created()].into_iter().chain((0..40).map(|it| wants(wanted[it % 2]))));
    let error = session(&fake).await.upload(content(3 * UNIT)).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)));
    assert!(fake.count() < 10, "{}", fake.count());
}

#[tokio::test]
async fn pieces_are_multiples_of_the_unit() {
    let fake = Fake::new([created()]);
    let mut session = session(&fake).await;
    for (wanted, is) in [(0, 1), (UNIT - 1, 1), (2 * UNIT + 1, 2), (u64::MAX, 191)] {
        assert_eq!(session.piece_size(wanted).piece, is * UNIT);
    }
}

#[tokio::test]
async fn an_odd_value_does_not_hide_what_is_missing() {
    let content = content(2 * UNIT);
    let wants = |at: &str| {
        answer(202, &[], &format!(r#"{{"nextExpectedRanges":["{at}-"],"x":"\ud83d","y":1e400}}"#))
    };
    let odd = json(r#"{"uploadUrl":"https://up.example/s1?key=k","x":"\ud83d","y":1e400}"#);
    let fake = Fake::new([odd, wants("100"), wants("327680"), done()]);
    session(&fake).await.upload(content.clone()).await.unwrap();
    assert_snapshot!(ranges(&fake, &content).join("\n"), @"
    POST
    bytes 0-327679/655360
    bytes 100-327779/655360
    bytes 327680-655359/655360
    ");
}
