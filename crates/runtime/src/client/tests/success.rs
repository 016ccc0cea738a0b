//! What was done is done, whatever came back.

use insta::assert_snapshot;

use super::fake::{Answer, Fake, answer, json, status};
use crate::client::{Applied, Batch, Bytes, Error};
use crate::{Conditional, InvalidRequest, Method, NoContent, Path, Request, Value, Written};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn read() -> Request<i32> {
    Path::at(ROOT).child("/me/age").request(Method::GET)
}

fn change(method: Method) -> Request<Written<i32>> {
    Path::at(ROOT).child("/me/age").request(method).json(&1)
}

#[tokio::test]
async fn a_change_without_an_answer_is_no_error() {
    let fake = Fake::new([status(204), status(200), answer(201, &[], "null"), json("7")]);
    let client = fake.client();
    for _ in 0..3 {
        let written = change(Method::PATCH).return_minimal().send(&client).await.unwrap();
        assert_eq!(written.returned(), None);
    }
    let written = change(Method::PATCH).send(&client).await.unwrap();
    assert_eq!(written.as_ref().returned(), Some(&7));
    assert_eq!(written.body(), Ok(7));
    let missed = Error::from(Written::<i32>::Nothing.body().unwrap_err());
    assert_snapshot!(missed, @"the change is done, and the service returned no i32");
    assert_eq!(missed.applied(), Applied::Yes);
}

/// Nobody is told that work is done which has only been taken on.
#[tokio::test]
async fn what_is_accepted_is_told_from_what_is_done() {
    let parts = r#"{"responses":[{"id":"0","status":202},{"id":"1","status":204}]}"#;
    let fake = Fake::new([status(202), status(202), answer(202, &[], "7"), json(parts)]);
    let client = fake.client();
    let accepted = change(Method::POST).send(&client).await.unwrap();
    assert_eq!((accepted.is_done(), accepted.as_ref().returned()), (false, None));
    let missed = Error::from(accepted.body().unwrap_err());
    assert_snapshot!(missed, @"the change is accepted, but not known to be done, and the service returned no i32");
    assert_eq!(missed.applied(), Applied::Yes);
    let told = change(Method::POST).decode_as::<NoContent>().send_full(&client).await.unwrap();
    assert_eq!(u16::from(told.status()), 202);
    assert_eq!(change(Method::POST).send(&client).await.unwrap(), Written::Returned(7));
    let mut batch = Batch::new();
    let parts = [batch.add(change(Method::POST)), batch.add(change(Method::POST))];
    let answers = batch.send(&client).await;
    let written = parts.map(|it| answers.get(it).unwrap().into_body());
    assert_eq!(written, [Written::Accepted, Written::Nothing]);
}

#[tokio::test]
async fn an_unreadable_answer_says_that_the_change_is_done() {
    let fake = Fake::new([answer(200, &[("content-type", "text/html")], "<html>"), json("{")]);
    let client = fake.client();
    let error = change(Method::POST).send(&client).await.unwrap_err();
    assert_snapshot!(error, @"POST https://graph.microsoft.com/v1.0/me/age: applied with 200, answer unreadable: no i32: unexpected response: expected value at line 1 column 1");
    assert_eq!((error.applied(), error.status().map(u16::from)), (Applied::Yes, Some(200)));
    let error = read().send(&client).await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me/age: 200, but no i32: unexpected response: EOF while parsing an object at line 1 column 1");
}

/// The answer to the first try is lost, and the second one fails because the first did not.
#[tokio::test(start_paused = true)]
async fn a_refusal_behind_a_lost_answer_is_no_proof() {
    let cut = || Answer::Cut(200, Vec::new(), "{".into());
    let refused = |first, code| Fake::new([first, status(code)]);
    for (fake, applied) in [
        (refused(Answer::Broken, 412), Applied::Unknown),
        (refused(status(500), 404), Applied::Unknown),
        (refused(cut(), 412), Applied::Yes),
        (refused(Answer::Unreachable, 412), Applied::No),
        (refused(status(503), 412), Applied::No),
        (refused(status(429), 404), Applied::No),
    ] {
        let error = change(Method::PATCH).if_match("e").send(&fake.client()).await.unwrap_err();
        assert_eq!((error.applied(), fake.count()), (applied, 2), "{error}");
    }
}

#[tokio::test]
async fn what_has_not_changed_is_a_value() {
    let unchanged = || answer(304, &[("etag", "W/\"1\"")], "");
    let fake = Fake::new([unchanged(), json("7"), unchanged(), unchanged()]);
    let client = fake.client();
    let known = || read().if_none_match("W/\"1\"");
    let response = known().send_full(&client).await.unwrap();
    assert_eq!(
        (response.header("etag"), response.body()),
        (Some("W/\"1\""), &Conditional::NotModified)
    );
    assert_eq!(known().send(&client).await.unwrap().modified(), Some(7));
    let error = read().header("If-None-Match", "*").send(&client).await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me/age: 304, not modified");
    let Error::NotModified(it) = &error else { panic!("{error:?}") };
    assert_eq!((it.etag(), error.is_not_modified()), (Some("W/\"1\""), true));
    assert!(read().download(&client).await.unwrap_err().is_not_modified());
}

#[tokio::test]
async fn a_read_of_nothing_is_told_from_one_that_failed() {
    let fake = Fake::new([status(204), status(204), json("7")]);
    let client = fake.client();
    let error = read().send(&client).await.unwrap_err();
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me/age: 204, and no i32");
    assert!(matches!(error, Error::Nothing(_)));
    assert_eq!(read().optional().send(&client).await.unwrap(), None);
    assert_eq!(read().optional().send(&client).await.unwrap(), Some(7));
}

#[tokio::test]
async fn parts_of_a_batch_are_read_alike() {
    let parts = r#"{"responses":[{"id":"0","status":204},{"id":"1","status":304},{"id":"2","status":204},
        {"id":"3","status":200,"body":"<html>"},{"id":"4","status":"201","body":{}}]}"#;
    let fake = Fake::new([json(parts)]);
    let mut batch = Batch::new();
    let done = batch.add(change(Method::PATCH));
    let same = batch.add(read().if_none_match("e"));
    let nothing = batch.add(read());
    let odd = batch.add(change(Method::POST));
    let other = batch.add(change(Method::POST).decode_as::<Written<Value>>());
    let answers = batch.send(&fake.client()).await;
    assert_eq!(answers.get(done).unwrap().into_body(), Written::Nothing);
    assert_eq!(answers.get(same).unwrap().into_body(), Conditional::NotModified);
    assert!(matches!(answers.get(nothing), Err(Error::Nothing(_))));
    assert_eq!(answers.get(odd).unwrap_err().applied(), Applied::Yes);
    assert!(answers.get(other).unwrap().into_body().returned().is_some());
}

/// Of the parts of a batch whose answer is lost nobody knows anything, of those not sent everything.
#[tokio::test]
async fn parts_of_a_failed_batch_know_what_was_done() {
    for (outcome, first) in [(Answer::Broken, Applied::Unknown), (json("<"), Applied::Unknown)] {
        let fake = Fake::new([outcome]);
        let mut batch = Batch::new();
        let parts: Vec<_> = (0..21).map(|_| batch.add(change(Method::POST))).collect();
        let answers = batch.send(&fake.client()).await;
        let applied = |index: usize| answers.get(parts[index]).unwrap_err().applied();
        assert_eq!((applied(0), applied(20)), (first, Applied::No));
    }
}

const SESSION: &str = r#"{"uploadUrl":"https://up.example/s1"}"#;

#[tokio::test(start_paused = true)]
async fn an_upload_that_ends_with_an_empty_answer_is_complete() {
    let fake = Fake::new([json(SESSION), status(201)]);
    let mut session = change(Method::POST).start_upload::<Value>(&fake.client()).await.unwrap();
    let response = session.upload(Bytes::from_static(b"abc")).await.unwrap();
    assert_eq!((u16::from(response.status()), response.into_body()), (201, Written::Nothing));
}

#[tokio::test(start_paused = true)]
async fn a_session_that_is_gone_behind_a_lost_answer_may_be_complete() {
    let gone = || status(404);
    let lost: Vec<_> = (0..9).map(|_| Answer::Broken).collect();
    let fake = Fake::new([json(SESSION)].into_iter().chain(lost).chain((0..9).map(|_| gone())));
    let retry = azure_core::http::RetryOptions::none();
    let client = fake.builder().retry(retry).build().unwrap();
    let mut session = change(Method::POST).start_upload::<Value>(&client).await.unwrap();
    let error = session.upload(Bytes::from_static(b"abc")).await.unwrap_err();
    assert_eq!(error.applied(), Applied::Unknown, "{error}");
}

#[tokio::test]
async fn an_empty_upload_is_refused_before_anything_is_sent() {
    let fake = Fake::new([json(SESSION)]);
    let mut session = change(Method::POST).start_upload::<Value>(&fake.client()).await.unwrap();
    let error = session.upload(Bytes::new()).await.unwrap_err();
    assert!(matches!(error, Error::Invalid(InvalidRequest::EmptyUpload)));
    assert_snapshot!(error, @"invalid request: an upload session cannot send empty content; send it in one request");
    assert_eq!((fake.count(), error.applied()), (1, Applied::No));
}

#[tokio::test(start_paused = true)]
async fn work_that_was_taken_on_stays_begun() {
    let begun = || answer(202, &[("location", "/v1.0/o")], "");
    let page = || answer(200, &[], "<html>");
    for answers in [vec![begun(), page()], vec![begun(), status(404)], vec![page()]] {
        let fake = Fake::new(answers);
        let outcome = match change(Method::POST).start::<Value>(&fake.client()).await {
            Ok(work) => work.wait().await,
            Err(error) => Err(error),
        };
        assert_eq!(outcome.unwrap_err().applied(), Applied::Yes);
    }
    let elsewhere = answer(202, &[("location", "http://other.example/o")], "");
    let fake = Fake::new([elsewhere]);
    let error = change(Method::POST).start::<Value>(&fake.client()).await.unwrap_err();
    assert_eq!(error.applied(), Applied::Yes, "{error}");
    let fake = Fake::new([begun(), status(204)]);
    let work = change(Method::POST).start::<Value>(&fake.client()).await.unwrap();
    assert_eq!(work.wait().await.unwrap(), Written::Nothing);
}

/// What a service says may be of any length and hold any character.
#[tokio::test]
async fn what_a_service_says_stays_on_its_line() {
    let message = format!("a\r\nb\u{202e}c\u{1b}[2Jd é {}", "x".repeat(5000));
    let body = serde_json::json!({"error": {"code": "no\nway", "message": message}});
    let fake = Fake::new([answer(400, &[], &body.to_string())]);
    let error = change(Method::POST).send(&fake.client()).await.unwrap_err();
    let text = error.to_string().replace(&"x".repeat(900), "…");
    assert_snapshot!(text, @r"POST https://graph.microsoft.com/v1.0/me/age: 400 Bad Request: no\nway: a\r\nb\u{202e}c\u{1b}[2Jd é …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (5014 characters)");
    let Error::Service(it) = error else { panic!() };
    assert_eq!(it.message(), message);
    assert!(format!("{it:?}").len() < 2000);
}

#[test]
fn nothing_that_holds_a_request_shows_what_is_secret() {
    let request = change(Method::POST).json("hidden").header("authorization", "Bearer hidden");
    let request = request.header("X-Api-Key", "hidden").if_match("W/\"1\"");
    assert_snapshot!(format!("{request:?}"), @r#"Request { method: POST, path: "/me/age", query: [], headers: [("authorization", "…"), ("X-Api-Key", "…"), ("If-Match", "W/\"1\"")], body: Json(8 bytes), invalid: None }"#);
    let mut batch = Batch::new();
    batch.add(request);
    assert!(!format!("{batch:?}").contains("hidden"));
}
