//! What servers say of a change, and what requests say of JSON, byte for byte.

use apimark_runtime::client::{Applied, Batch, Bytes, Error, ODataVersion};
use apimark_runtime::{Conditional, InvalidRequest, Media, Method, Request, Value, Written};

use crate::server::{Server, answer};
use crate::{builder, client, request};

fn change(method: Method) -> Request<Written<Value>> {
    request(method).json(&serde_json::json!({"a": 1}))
}

#[tokio::test]
async fn every_empty_success_is_a_success() {
    let html = [("Content-Type", "text/html")];
    let empty = ["200 OK", "201 Created", "202 Accepted", "204 No Content"];
    for method in [Method::POST, Method::PATCH, Method::PUT] {
        let server = Server::start(empty.iter().map(|status| answer(status, &html, b"")).collect());
        for _ in empty {
            let response = change(method).send_full(&client(&server.url)).await.unwrap();
            let is_accepted = u16::from(response.status()) == 202;
            let expected = if is_accepted { Written::Accepted } else { Written::Nothing };
            assert_eq!(response.into_body(), expected);
        }
        assert_eq!(server.seen().len(), empty.len());
    }
}

/// A proxy on the way answers with a page of its own, or cuts what the service said.
#[tokio::test]
async fn a_change_whose_answer_is_unreadable_is_known_to_be_made() {
    let cut = || answer("200 OK", &[("Content-Length", "100")], b"{\"id\":");
    let page = answer("200 OK", &[("Content-Type", "text/html")], b"<html>All is well.</html>");
    let server = Server::start(vec![page, cut(), cut(), cut(), cut()]);
    let client = client(&server.url);
    let error = change(Method::POST).send(&client).await.unwrap_err();
    assert_eq!((error.applied(), error.status().map(u16::from)), (Applied::Yes, Some(200)));
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    // Twice is once with PATCH, so that it is tried again; and POST is not.
    let error = change(Method::POST).send(&client).await.unwrap_err();
    assert_eq!((error.applied(), server.seen().len()), (Applied::Yes, 2), "{error:?}");
    let error = change(Method::PATCH).send(&client).await.unwrap_err();
    assert_eq!((error.applied(), server.seen().len()), (Applied::Yes, 5), "{error:?}");
}

#[tokio::test]
async fn a_lost_answer_counts_although_a_refusal_follows() {
    let refused = answer("412 Precondition Failed", &[], b"");
    let server = Server::start(vec![Vec::new(), refused]);
    let error = change(Method::PATCH).if_match("e").send(&client(&server.url)).await.unwrap_err();
    assert_eq!((error.applied(), error.status().map(u16::from)), (Applied::Unknown, Some(412)));
}

#[tokio::test]
async fn not_modified_has_no_body_whatever_its_length_says() {
    let same = answer("304 Not Modified", &[("ETag", "\"e\""), ("Content-Length", "0")], b"");
    let server = Server::start(vec![same.clone(), same]);
    let client = client(&server.url);
    let read = || request::<Value>(Method::GET);
    let known = read().if_none_match("\"e\"").send(&client).await.unwrap();
    assert_eq!(known, Conditional::NotModified);
    assert!(server.seen()[0].contains("\nif-none-match: \"e\"\n"));
    assert!(read().send(&client).await.unwrap_err().is_not_modified());
}

#[tokio::test]
async fn an_upload_may_end_without_a_word() {
    let up = Server::start(vec![answer("201 Created", &[], b"")]);
    let created = format!("{{\"uploadUrl\":\"{}/s\"}}", up.url);
    let server = Server::start(vec![answer("200 OK", &[], created.as_bytes())]);
    let create = change(Method::POST).start_upload::<Value>(&client(&server.url)).await;
    let mut session = create.unwrap();
    let empty = session.upload(Bytes::new()).await.unwrap_err();
    assert!(matches!(empty, Error::Invalid(InvalidRequest::EmptyUpload)));
    assert_eq!(up.seen().len(), 0);
    let response = session.upload(Bytes::from_static(b"abc")).await.unwrap();
    assert_eq!(response.into_body(), Written::Nothing);
    assert!(up.seen()[0].contains("\ncontent-range: bytes 0-2/3\n"));
}

/// Only who defers the commit is to ask for the file; others would ask in vain, and be told of a failure.
#[tokio::test]
async fn a_last_piece_that_is_accepted_ends_the_upload_unless_its_commit_is_deferred() {
    let json = [("Content-Type", "application/json")];
    let none_missing: &[u8] = b"{\"nextExpectedRanges\":[]}";
    let session: &[u8] = b"{\"expirationDateTime\":\"2030-01-01T00:00:00Z\"}";
    let cases = [
        (false, &b""[..], 1),
        (false, session, 1),
        (false, none_missing, 2),
        (true, b"", 2),
        (true, session, 2),
    ];
    for (is_deferred, body, requests) in cases {
        let made = answer("201 Created", &json, b"{\"id\":\"f\"}");
        let mut answers = vec![answer("202 Accepted", &json, body), made];
        answers.truncate(requests);
        let up = Server::start(answers);
        let created = format!("{{\"uploadUrl\":\"{}/s\"}}", up.url);
        let server = Server::start(vec![answer("200 OK", &json, created.as_bytes())]);
        let create: Request<Written<Value>> = request(Method::POST);
        let create = create.json(&serde_json::json!({"deferCommit": is_deferred}));
        let mut session = create.start_upload::<Value>(&client(&server.url)).await.unwrap();
        let response = session.upload(Bytes::from_static(b"abc")).await.unwrap();
        let expected = match requests {
            1 => Written::Accepted,
            _ => Written::Returned(serde_json::json!({"id": "f"})),
        };
        assert_eq!(response.into_body(), expected);
        let methods: Vec<String> = up.seen().iter().map(|it| it[..4].to_owned()).collect();
        assert_eq!(methods, ["PUT ", "POST"][..requests]);
    }
}

#[tokio::test]
async fn the_form_of_json_is_said_on_the_wire() {
    let ok = |body: &[u8]| answer("200 OK", &[], body);
    let server = Server::start(vec![ok(b"{}"), ok(b"x"), ok(b"{}"), ok(b"{\"responses\":[]}")]);
    let client = client(&server.url);
    change(Method::PATCH).send(&client).await.unwrap();
    request::<Media>(Method::GET).send(&client).await.unwrap();
    let strict = builder(&server.url).odata_version(ODataVersion::V4_0).ieee754_compatible(true);
    let strict = strict.build().unwrap();
    change(Method::PATCH).send(&strict).await.unwrap();
    let mut batch = Batch::new();
    batch.add(change(Method::PATCH));
    batch.send(&strict).await;
    let [plain, media, told, parts] = &server.seen()[..] else { panic!() };
    assert!(plain.contains("\naccept: application/json\n") && !plain.contains("odata-"), "{plain}");
    assert!(media.contains("\naccept: */*\n"), "{media}");
    for line in [
        "accept: application/json;IEEE754Compatible=true",
        "content-type: application/json;IEEE754Compatible=true",
        "odata-maxversion: 4.0",
        "odata-version: 4.0",
    ] {
        assert!(told.contains(&format!("\n{line}\n")), "{line} in {told}");
    }
    let part = "\"headers\":{\"Accept\":\"application/json;IEEE754Compatible=true\",\
                \"Content-Type\":\"application/json;IEEE754Compatible=true\"}";
    assert!(parts.contains(part), "{parts}");
}

#[tokio::test]
async fn no_header_of_a_caller_frames_the_message() {
    let server = Server::start(Vec::new());
    for name in ["Content-Length", "Host", "Transfer-Encoding", "Connection"] {
        let error = change(Method::POST).header(name, "0").send(&client(&server.url)).await;
        let error = error.unwrap_err();
        assert!(matches!(error, Error::Invalid(InvalidRequest::FramingHeader { .. })), "{error}");
        assert_eq!(error.applied(), Applied::No);
    }
    assert_eq!(server.seen().len(), 0);
}
