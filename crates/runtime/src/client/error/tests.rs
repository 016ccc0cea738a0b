//! Tests of reading error bodies.

use azure_core::Bytes;
use azure_core::http::headers::Headers;
use azure_core::http::{RawResponse, StatusCode, Url};

use super::{ServiceError, Undecodable};
use crate::Method;
use crate::client::call::Call;
use crate::client::tests::fake::Fake;

fn error(headers: &[(&'static str, &'static str)], body: &str) -> ServiceError {
    let url = Url::parse("https://graph.microsoft.com/v1.0/me").unwrap();
    let target = Call::to(&Fake::default().client(), Method::GET, url).unwrap().target;
    let mut all = Headers::new();
    for (name, value) in headers {
        all.insert(*name, *value);
    }
    let body = Bytes::copy_from_slice(body.as_bytes());
    ServiceError::new(target, RawResponse::from_bytes(StatusCode::BadRequest, all, body))
}

#[test]
fn everything_that_the_service_says_is_reachable() {
    let error = error(
        &[("date", "Mon, 01 Jan 2024 00:00:00 GMT")],
        r#"{"error":{"code":"badRequest","message":"Two things.","target":"user",
            "details":[{"code":"tooLong","message":"Too long.","target":"name"},{"code":"odd"}],
            "innerError":{"code":"invalid","message":"Deeper.","date":"2024-01-01T00:00:00",
                "request-id":"r1","client-request-id":"c1",
                "innererror":{"code":"invalidRange"}}}}"#,
    );
    assert_eq!((error.code(), error.message()), ("badRequest", "Two things."));
    assert_eq!(error.error_target(), Some("user"));
    assert_eq!(error.details()[0].target.as_deref(), Some("name"));
    assert_eq!(
        (error.details()[1].code.as_str(), error.details()[1].message.as_str()),
        ("odd", "")
    );
    assert_eq!(error.inner_errors().len(), 2);
    assert_eq!(error.inner_errors()[0].members.len(), 3);
    assert!(error.has_code("BadRequest") && error.has_code("invalidRange"));
    assert!(!error.has_code("tooLong"));
    assert_eq!((error.request_id(), error.client_request_id()), (Some("r1"), Some("c1")));
    assert_eq!(error.date(), Some("Mon, 01 Jan 2024 00:00:00 GMT"));
}

#[test]
fn other_shapes_are_read_as_far_as_they_go() {
    let cases = [
        (
            r#"{"error":"invalid_grant","error_description":"Expired."}"#,
            "invalid_grant",
            "Expired.",
        ),
        (r#"{"code":"-1","message":"Unwrapped."}"#, "-1", "Unwrapped."),
        (r#"{"error":{"code":17,"message":null}}"#, "17", ""),
        (r#"{"error":[]}"#, "", ""),
        (r#"{"error":{"innerError":"text","details":{}}}"#, "", ""),
        ("<html>", "", ""),
        ("", "", ""),
        ("[1]", "", ""),
    ];
    for (body, code, message) in cases {
        let error = error(&[], body);
        assert_eq!((error.code(), error.message()), (code, message), "{body}");
        assert_eq!(&error.body()[..], body.as_bytes());
    }
}

/// One odd value in it does not cost the code.
#[test]
fn half_a_surrogate_pair_and_large_numbers_are_kept() {
    let error = error(
        &[],
        r#"{"error":{"code":"tooLong","message":"party \ud83d","innerError":{"code":"deep","limit":1e400,"\ud83d":12345678901234567.89}}}"#,
    );
    assert_eq!((error.code(), error.message()), ("tooLong", "party \u{fffd}"));
    let inner = &error.inner_errors()[0];
    let members: Vec<&str> = inner.members.raws().map(|(_, raw)| raw.get()).collect();
    assert_eq!(
        (inner.code.as_deref(), members),
        (Some("deep"), vec!["1e400", "12345678901234567.89"])
    );
}

/// What a program prints whose `main` returns the error.
#[test]
fn the_debug_form_is_for_people_and_does_not_hold_the_body() {
    let error = error(
        &[("request-id", "r1"), ("set-cookie", "secret")],
        r#"{"error":{"code":"badRequest","message":"No.","innerError":{"code":"deeper"}}}"#,
    );
    insta::assert_snapshot!(format!("{error:?}"), @r#"ServiceError { text: "GET https://graph.microsoft.com/v1.0/me: 400 Bad Request: badRequest: No. (request-id r1)", details: [], inner_codes: ["deeper"], retry_after: None, body_length: 78, .. }"#);
    let answer = (StatusCode::Ok, Headers::new(), Bytes::from_static(b"[\"secret\"]"));
    let undecodable = crate::FromBody::from_body(b"[\"secret\"]")
        .map_err(|it| Undecodable::new::<i32>(error.target().clone(), answer, it))
        .map(|_: i32| ())
        .unwrap_err();
    insta::assert_snapshot!(format!("{undecodable:?}"), @r#"Undecodable { text: "GET https://graph.microsoft.com/v1.0/me: 200, but no i32: unexpected response: invalid type: sequence, expected i32 at line 1 column 0", request_id: None, body_length: 10, .. }"#);
}
