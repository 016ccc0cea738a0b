//! How long a client waits, and how much it takes, as far as a fake can show it.

use std::time::Duration;

use insta::assert_snapshot;
use tokio::time::Instant;

use super::fake::{Answer, Fake, answer, json, status};
use crate::client::{Batch, Error, ExceededLimit, Limits, RefusedLink};
use crate::{Media, Method, NoContent, Page, Path, Request, Value};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn me<T>(method: Method) -> Request<T> {
    Path::at(ROOT).child("/me").request(method)
}

fn seconds(span: Duration) -> f64 {
    span.as_secs_f64()
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_stays_is_reported_after_some_seconds() {
    for code in [500, 502, 503, 504] {
        let fake = Fake::new((0..20).map(|_| status(code)));
        let start = Instant::now();
        let error = me::<Value>(Method::GET).send(&fake.client()).await.unwrap_err();
        assert_eq!((error.status().map(u16::from), fake.count()), (Some(code), 6));
        assert!((12.0..14.5).contains(&seconds(start.elapsed())), "{:?}", start.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_longer_than_the_limit_is_not_begun() {
    let busy = |span: &str| {
        answer(429, &[("retry-after", span)], r#"{"error":{"code":"busy","message":"Later."}}"#)
    };
    for (span, is_waited) in
        [("300", true), ("300.5", false), ("301", false), ("86400", false), ("9e15", false)]
    {
        let fake = Fake::new([busy(span), status(204), busy(span), json("[]")]);
        let (client, start) = (fake.client(), Instant::now());
        let sent = me::<NoContent>(Method::POST).send(&client).await;
        assert_eq!((sent.is_ok(), fake.count()), (is_waited, 1 + usize::from(is_waited)), "{span}");
        assert_eq!(start.elapsed() > Duration::from_secs(1), is_waited, "{span}");
    }
    let fake = Fake::new([busy("301"), busy("301"), busy("61")]);
    let error = me::<Value>(Method::GET).send(&fake.client()).await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me: 429 Too Many Requests: busy: Later. (asks to wait 301s)");
    assert_eq!((error.code(), error.retry_after()), (Some("busy"), Some(Duration::from_secs(301))));
    let error = me::<Media>(Method::GET).send_raw(&fake.client()).await.unwrap_err();
    assert_eq!((error.code(), error.retry_after()), (Some("busy"), Some(Duration::from_secs(301))));
    let limits = Limits::default().retry_after(Duration::from_secs(60));
    let client = fake.builder().limits(limits).build().unwrap();
    let error = me::<Value>(Method::GET).send(&client).await.unwrap_err();
    assert_eq!((error.retry_after(), fake.count()), (Some(Duration::from_secs(61)), 3));
}

#[tokio::test(start_paused = true)]
async fn the_parts_of_a_batch_wait_no_longer() {
    let part = |span: &str| {
        json(&format!(
            r#"{{"responses":[{{"id":"0","status":429,"headers":{{"Retry-After":"{span}"}}}}]}}"#
        ))
    };
    let fake = Fake::new([part("2"), part("301"), status(500)]);
    let mut batch = Batch::new();
    let one = batch.add(me::<Value>(Method::GET));
    let start = Instant::now();
    let answers = batch.send(&fake.client()).await;
    let error = answers.get(one).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(301)));
    assert_eq!((fake.count(), start.elapsed().as_secs()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn work_under_way_is_looked_at_within_the_limit() {
    let headers = [("location", "/v1.0/operations/1"), ("retry-after", "86400")];
    let fake = Fake::new([answer(202, &headers, ""), json(r#"{"status":"succeeded"}"#)]);
    let start = Instant::now();
    let mut work = me::<Value>(Method::POST).start::<Value>(&fake.client()).await.unwrap();
    work.poll().await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 300);
}

#[tokio::test(start_paused = true)]
async fn a_call_as_a_whole_has_a_deadline() {
    let fake = Fake::new((0..20).map(|_| answer(429, &[("retry-after", "290")], "")));
    let limits = Limits::default().deadline(Duration::from_secs(60));
    let client = fake.builder().limits(limits.clone()).build().unwrap();
    let start = Instant::now();
    let error = me::<Value>(Method::GET).send(&client).await.unwrap_err();
    assert_eq!(start.elapsed().as_secs(), 60);
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me: not done within the limit of 60s");
    let Error::Limit(error) = error else { panic!("{error:?}") };
    assert!(matches!(*error, ExceededLimit::Deadline { .. }) && error.status().is_none());
    let error = me::<Media>(Method::GET).download(&client).await.unwrap_err();
    assert!(matches!(error, Error::Limit(_)) && start.elapsed().as_secs() == 120);
    let client = fake.builder().limits(limits.no_deadline()).build().unwrap();
    let start = Instant::now();
    assert!(me::<Value>(Method::GET).send(&client).await.unwrap_err().service().is_some());
    assert!(start.elapsed().as_secs() > 600);
}

fn empty(page: usize) -> Answer {
    json(&format!(r#"{{"value":[],"@odata.nextLink":"{ROOT}/me?$skiptoken={page}"}}"#))
}

fn full(page: usize) -> Answer {
    json(&format!(r#"{{"value":[1],"@odata.nextLink":"{ROOT}/me?$skiptoken=f{page}"}}"#))
}

#[tokio::test(start_paused = true)]
async fn empty_pages_without_end_are_an_error_and_no_end() {
    let fake = Fake::new((0..3000).map(empty));
    let client = fake.client();
    let mut items = me::<Page<i32>>(Method::GET).items(&client);
    let start = Instant::now();
    let error = items.try_next().await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me: 100 empty pages in a row, each with a link to the next one");
    assert_eq!(fake.count(), 100);
    assert!((80..100).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    let Error::Link(error) = error else { panic!() };
    assert!(matches!(*error, RefusedLink::EmptyPages { pages: 100, .. }));
    assert!(items.try_next().await.unwrap().is_none());
    let link = items.pages().next_link().unwrap().to_owned();
    assert_eq!(link, format!("{ROOT}/me?$skiptoken=99"));
    let limits = Limits::default().empty_pages(2);
    let client = fake.builder().limits(limits).build().unwrap();
    let mut delta = me::<Page<Value>>(Method::GET).delta(&client);
    assert!(matches!(delta.try_next().await, Err(Error::Link(_))));
    assert!(!delta.is_complete() && delta.link().is_some());
    assert_eq!(fake.count(), 102);
}

#[tokio::test(start_paused = true)]
async fn some_empty_pages_are_read_over_at_once_and_more_of_them_slowly() {
    let pages = [0, 1, 2].map(empty).into_iter().chain([full(0)]);
    let pages = pages.chain((3..10).map(empty)).chain([json(r#"{"value":[2]}"#)]);
    let fake = Fake::new(pages);
    let limits = Limits::default().empty_pages(8);
    let client = fake.builder().limits(limits).build().unwrap();
    let mut items = me::<Page<i32>>(Method::GET).items(&client);
    let start = Instant::now();
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!(start.elapsed().as_millis(), 100);
    assert_eq!(items.try_next().await.unwrap(), Some(2));
    assert_eq!(start.elapsed().as_millis(), 100 + 100 + 200 + 400 + 800 + 1000);
    assert_eq!(items.try_next().await.unwrap(), None);
}

#[tokio::test]
async fn the_body_limit_holds_for_every_transport_and_every_way_of_holding() {
    let limits = Limits::default().body(8);
    let client = |fake: &Fake| fake.builder().limits(limits.clone()).build().unwrap();
    let fits = Fake::new([json("12345678")]);
    assert_eq!(me::<i64>(Method::GET).send(&client(&fits)).await.unwrap(), 12_345_678);
    let long = || answer(201, &[], "123456789");
    let fake = Fake::new([long(), long(), long(), answer(404, &[], "123456789")]);
    let client = client(&fake);
    let error = me::<i64>(Method::POST).send(&client).await.unwrap_err();
    assert_snapshot!(error, @"POST https://graph.microsoft.com/v1.0/me: applied with 201, but the body is longer than the limit of 8 bytes");
    assert_eq!(error.status().map(u16::from), Some(201));
    let raw = me::<Media>(Method::GET).send_raw(&client).await.unwrap();
    assert!(matches!(raw.bytes().await, Err(Error::Limit(_))));
    let mut raw = me::<Media>(Method::GET).send_raw(&client).await.unwrap();
    assert_eq!(raw.chunk().await.unwrap().as_deref(), Some(&b"123456789"[..]));
    let error = me::<Media>(Method::GET).download(&client).await.unwrap_err();
    assert!(matches!(error, Error::Limit(_)), "what an error says is held");
    assert_eq!(fake.count(), 4, "it would be as long the next time");
}
