//! Tests of batches.

use std::time::Duration;

use insta::assert_snapshot;
use serde_json::json;
use tokio::time::Instant;

use super::Batch;
use crate::client::tests::fake::{Answer, Fake, json as answer, status};
use crate::client::{BatchAnswers, Error};
use crate::{InvalidRequest, Media, Method, NoContent, Path, Request, Value};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn request<T>(method: Method, path: &'static str) -> Request<T> {
    Path::at(ROOT).child(path).request(method)
}

fn get<T>(path: &'static str) -> Request<T> {
    request(Method::GET, path)
}

/// A batch's answer from `id status body` with headers.
fn replies(each: &[(usize, u16, Value)]) -> Answer {
    let each = each.iter().map(|(id, status, rest)| {
        let mut reply = json!({"id": id.to_string(), "status": status});
        reply.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        reply
    });
    answer(&json!({"responses": each.collect::<Vec<_>>()}).to_string())
}

fn ok(id: usize) -> (usize, u16, Value) {
    (id, 200, json!({"body": id}))
}

fn statuses(answers: &BatchAnswers) -> Vec<u16> {
    answers.statuses().map(|it| it.map_or(0, u16::from)).collect()
}

#[tokio::test]
async fn typed_requests_go_in_and_typed_answers_come_out() {
    let fake = Fake::new([replies(&[
        (2, 200, json!({"headers": {"Content-Type": "image/png"}, "body": "aGk="})),
        (
            1,
            404,
            json!({"headers": {"request-id": "r1", "名": "x"},
            "body": {"error": {"code": "itemNotFound"}}}),
        ),
        (0, 201, json!({"headers": {"Location": "/x"}, "body": {"id": "a"}})),
        (3, 204, json!({})),
        (17, 200, json!({})),
    ])]);
    let mut batch = Batch::new();
    let created = batch.add(request::<Value>(Method::POST, "/users").json(&json!({"a": "é"})));
    let missing = batch.add(get::<Value>("/me").query("$select", "id, x").header("Prefer", "p"));
    let photo = batch.add_after(get::<Media>("/me/photo/$value"), &[created.id(), missing.id()]);
    let put = batch.add(request::<NoContent>(Method::PUT, "/content").bytes("image/png", "hi"));
    let answers = batch.send(&fake.client()).await;
    assert_snapshot!(fake.log(), @r#"
    POST https://graph.microsoft.com/v1.0/$batch
      authorization: Bearer secret
      content-type: application/json
      {"requests":[{"id":"0","method":"POST","url":"/users","headers":{"Accept":"application/json","Content-Type":"application/json"},"body":{"a":"é"}},{"id":"1","method":"GET","url":"/me?$select=id,%20x","headers":{"Accept":"application/json","Prefer":"p"}},{"id":"2","method":"GET","url":"/me/photo/$value","dependsOn":["0","1"]},{"id":"3","method":"PUT","url":"/content","headers":{"Accept":"application/json","Content-Type":"image/png"},"body":"aGk="}]}
    "#);
    let created = answers.get(created).unwrap();
    assert_eq!((u16::from(created.status()), created.header("location")), (201, Some("/x")));
    assert_eq!(created.body()["id"], "a");
    assert_snapshot!(answers.get(missing).unwrap_err(), @"GET https://graph.microsoft.com/v1.0/me: 404 Not Found: itemNotFound (request-id r1)");
    assert_eq!(answers.get(photo).unwrap().into_body(), Media(b"hi".to_vec()));
    answers.get(put).unwrap();
    assert_eq!(statuses(&answers), [201, 404, 200, 204]);
}

#[tokio::test]
async fn many_requests_go_twenty_at_a_time_and_each_version_by_itself() {
    let v1: Vec<_> = (0..50).filter(|it| it % 10 != 0).collect();
    let beta: Vec<_> = (0..50).filter(|it| it % 10 == 0).map(ok).collect();
    let chunk = |each: &[usize]| replies(&each.iter().copied().map(ok).collect::<Vec<_>>());
    let fake = Fake::new([replies(&beta), chunk(&v1[..20]), chunk(&v1[20..40]), chunk(&v1[40..])]);
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..50)
        .map(|index| {
            let root = if index % 10 == 0 { "https://graph.microsoft.com/beta" } else { ROOT };
            batch.add(Path::at(root).child("/me").request::<usize>(Method::GET))
        })
        .collect();
    assert_eq!((batch.len(), batch.is_empty()), (50, false));
    let answers = batch.send(&fake.client()).await;
    let got: Vec<usize> = handles.iter().map(|it| *answers.get(*it).unwrap().body()).collect();
    assert_eq!(got, (0..50).collect::<Vec<_>>());
    let urls: Vec<String> = fake.seen().iter().map(|it| it.url().path().to_owned()).collect();
    assert_eq!(urls, ["/beta/$batch", "/v1.0/$batch", "/v1.0/$batch", "/v1.0/$batch"]);
    assert!(statuses(&Batch::new().send(&fake.client()).await).is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_turned_away_is_sent_again_with_what_depends_on_it() {
    let later = |seconds: &str| json!({"headers": {"Retry-After": seconds}});
    let fake = Fake::new([
        replies(&[
            ok(0),
            (1, 429, later("4")),
            (2, 424, json!({})),
            (3, 503, later("9.5")),
            (4, 500, json!({})),
        ]),
        replies(&[ok(1), ok(2), (3, 429, json!({}))]),
        replies(&[ok(3)]),
    ]);
    let mut batch = Batch::new();
    let first = batch.add(get::<usize>("/0"));
    let second = batch.add_after(request::<usize>(Method::POST, "/1"), &[first.id()]);
    batch.add_after(get::<usize>("/2"), &[second.id()]);
    batch.add(get::<usize>("/3"));
    batch.add(get::<usize>("/4"));
    let start = Instant::now();
    let answers = batch.send(&fake.client()).await;
    assert_eq!(statuses(&answers), [200, 200, 200, 200, 500]);
    // The longest delay asked for, then the client's own for the second round.
    assert_eq!(start.elapsed().as_millis() / 100, Duration::from_millis(11_500).as_millis() / 100);
    assert_snapshot!(fake.log(), @r#"
    POST https://graph.microsoft.com/v1.0/$batch
      authorization: Bearer secret
      content-type: application/json
      {"requests":[{"id":"0","method":"GET","url":"/0","headers":{"Accept":"application/json"}},{"id":"1","method":"POST","url":"/1","headers":{"Accept":"application/json"},"dependsOn":["0"]},{"id":"2","method":"GET","url":"/2","headers":{"Accept":"application/json"},"dependsOn":["1"]},{"id":"3","method":"GET","url":"/3","headers":{"Accept":"application/json"}},{"id":"4","method":"GET","url":"/4","headers":{"Accept":"application/json"}}]}
    POST https://graph.microsoft.com/v1.0/$batch
      authorization: Bearer secret
      content-type: application/json
      {"requests":[{"id":"1","method":"POST","url":"/1","headers":{"Accept":"application/json"}},{"id":"2","method":"GET","url":"/2","headers":{"Accept":"application/json"},"dependsOn":["1"]},{"id":"3","method":"GET","url":"/3","headers":{"Accept":"application/json"}}]}
    POST https://graph.microsoft.com/v1.0/$batch
      authorization: Bearer secret
      content-type: application/json
      {"requests":[{"id":"3","method":"GET","url":"/3","headers":{"Accept":"application/json"}}]}
    "#);
}

#[tokio::test(start_paused = true)]
async fn what_is_turned_away_for_good_is_reported_and_fails_its_dependents() {
    let busy = || replies(&[(0, 429, json!({"headers": {"Retry-After": "1"}}))]);
    let fake = Fake::new([busy(), busy()]);
    let mut batch = Batch::new().retries(1);
    let mut last = batch.add(get::<Value>("/0"));
    for _ in 0..21 {
        last = batch.add_after(get::<Value>("/n"), &[last.id()]);
    }
    let beyond = batch.add_after(get::<Value>("/n"), &[last.id()]);
    // Those in the first chunk have no answer here, so that the one behind them is never sent.
    let answers = batch.send(&fake.client()).await;
    assert_eq!(statuses(&answers)[0], 429);
    assert_eq!(answers.get(beyond).unwrap_err().status().map(u16::from), Some(424));
}

#[tokio::test(start_paused = true)]
async fn a_failed_batch_is_told_from_failed_requests() {
    let first: Vec<_> = (0..20).map(ok).collect();
    let fake = Fake::new([replies(&first), Answer::Broken]);
    let mut batch = Batch::new();
    let handles: Vec<_> =
        (0..45).map(|_| batch.add(request::<usize>(Method::POST, "/x"))).collect();
    let answers = batch.send(&fake.client()).await;
    assert!(handles[..20].iter().all(|it| answers.get(*it).is_ok()));
    let sent = |index: usize| match answers.get(handles[index]) {
        Err(Error::Batch(failure)) => failure.was_sent(),
        other => panic!("{other:?}"),
    };
    assert!(sent(20) && sent(39) && !sent(40));
    assert_snapshot!(answers.get(handles[40]).unwrap_err(), @"POST https://graph.microsoft.com/v1.0/x: not sent (again), as an earlier batch failed: POST https://graph.microsoft.com/v1.0/$batch: connection reset");
    let refused = Fake::new([crate::client::tests::fake::answer(
        400,
        &[],
        r#"{"error":{"code":"BadRequest"}}"#,
    )]);
    let mut batch = Batch::new();
    let only = batch.add(get::<Value>("/x"));
    let error = batch.send(&refused.client()).await.get(only).unwrap_err();
    assert_eq!((error.code(), error.status().map(u16::from)), (Some("BadRequest"), Some(400)));
}

#[tokio::test(start_paused = true)]
async fn a_batch_is_repeated_as_freely_as_its_requests() {
    for (method, tries) in [(Method::GET, 2), (Method::POST, 1)] {
        let fake = Fake::new([status(504), replies(&[ok(0)])]);
        let mut batch = Batch::new();
        batch.add(request::<usize>(method, "/x"));
        batch.send(&fake.client()).await;
        assert_eq!(fake.count(), tries, "{method}");
    }
}

#[tokio::test]
async fn odd_answers_and_invalid_requests_fail_alone() {
    let fake = Fake::new([answer(
        r#"{"responses":[{"id":0,"status":"200","body":"text"},{"id":"x","status":1}]}"#,
    )]);
    let mut batch = Batch::new();
    let text = batch.add(get::<Media>("/0"));
    let forgotten = batch.add(get::<Value>("/1"));
    let invalid = batch.add(Path::at(ROOT).child("/{id}").with(&"").request::<Value>(Method::GET));
    let after = batch.add_after(get::<Value>("/3"), &[invalid.id()]);
    let answers = batch.send(&fake.client()).await;
    assert_eq!(answers.get(text).unwrap().into_body().0.len(), 3);
    assert_snapshot!(answers.get(forgotten).unwrap_err(), @"GET https://graph.microsoft.com/v1.0/1: the batch's answer says nothing about this request");
    assert!(matches!(
        answers.get(invalid),
        Err(Error::Invalid(InvalidRequest::EmptyArgument { .. }))
    ));
    assert_eq!(answers.get(after).unwrap_err().status().map(u16::from), Some(424));
    let broken = Fake::new([answer("[]")]);
    let mut batch = Batch::new();
    let only = batch.add(get::<Value>("/x"));
    assert_snapshot!(batch.send(&broken.client()).await.get(only).unwrap_err(), @"GET https://graph.microsoft.com/v1.0/x: its batch failed: POST https://graph.microsoft.com/v1.0/$batch: applied with 200, answer unreadable: no Replies: unexpected response: invalid length 0, expected struct Replies with 1 element at line 1 column 2");
}

#[tokio::test]
async fn one_odd_reply_does_not_spoil_the_others() {
    let fake = Fake::new([answer(
        r#"{"responses":[{"id":"0","status":200,"headers":null,"body":1},{"id":"1"},
            {"status":200,"body":9},7,{"id":"2","status":200,"headers":[],"body":null},
            {"id":"3","status":200,"headers":{"a":null,"b":"\ud83d"},"x":1e400,"body":3}]}"#,
    )]);
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..4).map(|_| batch.add(get::<usize>("/x"))).collect();
    let answers = batch.send(&fake.client()).await;
    assert_eq!(statuses(&answers), [200, 0, 200, 200]);
    assert_eq!(*answers.get(handles[0]).unwrap().body(), 1);
    assert_snapshot!(answers.get(handles[1]).unwrap_err(), @"GET https://graph.microsoft.com/v1.0/x: the batch's answer says nothing about this request");
    assert!(matches!(answers.get(handles[2]), Err(Error::Nothing(_))));
    assert_eq!(*answers.get(handles[3]).unwrap().body(), 3);
}

/// What answers a request whose body was in base64 is in base64 itself, even if it says that it is JSON.
#[tokio::test]
async fn json_in_base64_is_read() {
    let json_type = json!({"Content-Type": "application/json; odata.metadata=minimal"});
    let fake = Fake::new([replies(&[
        (0, 201, json!({"headers": json_type, "body": "eyJpZCI6ImEifQ=="})),
        (1, 409, json!({"headers": json_type, "body": "eyJlcnJvciI6eyJjb2RlIjoieCJ9fQ=="})),
        (2, 200, json!({"headers": json_type, "body": "abcd"})),
    ])]);
    let mut batch = Batch::new();
    let put = batch.add(request::<Value>(Method::PUT, "/content").bytes("text/plain", "hi"));
    let conflict = batch.add(request::<Value>(Method::PUT, "/content").bytes("text/plain", "hi"));
    let text = batch.add(get::<String>("/text"));
    let answers = batch.send(&fake.client()).await;
    assert_eq!(answers.get(put).unwrap().body()["id"], "a");
    assert_eq!(answers.get(conflict).unwrap_err().code(), Some("x"));
    assert_eq!(answers.get(text).unwrap().body(), "abcd");
}

#[tokio::test]
async fn a_header_is_sent_once_however_it_is_capitalised() {
    let fake = Fake::new([replies(&[(0, 204, json!({}))])]);
    let mut batch = Batch::new();
    let request = request::<NoContent>(Method::PATCH, "/x").json(&1);
    batch.add(request.header("content-type", "application/merge-patch+json"));
    batch.send(&fake.client()).await;
    assert_snapshot!(fake.log(), @r#"
    POST https://graph.microsoft.com/v1.0/$batch
      authorization: Bearer secret
      content-type: application/json
      {"requests":[{"id":"0","method":"PATCH","url":"/x","headers":{"Accept":"application/json","content-type":"application/merge-patch+json"},"body":1}]}
    "#);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_names_no_time_to_wait_is_left_alone_for_a_while() {
    let busy = || replies(&[(0, 429, json!({"headers": {"Retry-After": "0"}}))]);
    let fake = Fake::new([busy(), busy(), replies(&[ok(0)])]);
    let mut batch = Batch::new();
    batch.add(get::<usize>("/0"));
    let start = Instant::now();
    assert_eq!(statuses(&batch.send(&fake.client()).await), [200]);
    assert_eq!(start.elapsed().as_secs(), 3);
}
