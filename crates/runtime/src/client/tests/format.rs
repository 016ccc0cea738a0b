//! What requests say of the form of JSON, and which headers are not theirs to set.

use insta::assert_snapshot;

use super::fake::{Fake, answer, json, status};
use crate::client::{Batch, Error, ODataVersion};
use crate::{InvalidRequest, Media, Method, NoContent, Page, Path, Request, Value, Written};

fn at<T>(path: &'static str, method: Method) -> Request<T> {
    Path::at("https://graph.microsoft.com/v1.0").child(path).request(method)
}

/// The headers of each request that speak of its form.
fn forms(fake: &Fake) -> String {
    let mut lines = String::new();
    for request in fake.seen() {
        lines.push_str(&format!("{} {}", request.method(), request.url().path()));
        for name in ["accept", "content-type", "odata-maxversion", "odata-version"] {
            if let Some(value) = request.headers().get_optional_string(&name.into()) {
                lines.push_str(&format!(" | {name}: {value}"));
            }
        }
        lines.push('\n');
    }
    lines
}

async fn send_all(client: &crate::client::Client) {
    at::<Value>("/me", Method::GET).send(client).await.unwrap();
    at::<Written<Value>>("/me", Method::PATCH).json(&1).send(client).await.unwrap();
    at::<NoContent>("/me", Method::DELETE).send(client).await.unwrap();
    at::<i64>("/users/$count", Method::GET).send(client).await.unwrap();
    at::<Media>("/photo/$value", Method::GET).send(client).await.unwrap();
    at::<Value>("/content", Method::GET).download(client).await.unwrap();
    let own =
        at::<Value>("/me", Method::GET).header("accept", "application/json;odata.metadata=full");
    own.send(client).await.unwrap();
    let mut pages = at::<Page<Value>>("/users", Method::GET).pages(client);
    while pages.try_next().await.unwrap().is_some() {}
}

fn answers() -> Fake {
    let first =
        r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/users?$skiptoken=2"}"#;
    let away = answer(302, &[("location", "https://files.example/a")], "");
    Fake::new([
        json("{}"),
        json("{}"),
        status(204),
        json("7"),
        status(200),
        away,
        json("x"),
        json("{}"),
        json(first),
        json(r#"{"value":[]}"#),
    ])
}

#[tokio::test]
async fn json_is_asked_for_where_it_is_expected() {
    let fake = answers();
    send_all(&fake.client()).await;
    assert_snapshot!(forms(&fake), @"
    GET /v1.0/me | accept: application/json
    PATCH /v1.0/me | accept: application/json | content-type: application/json
    DELETE /v1.0/me | accept: application/json
    GET /v1.0/users/$count | accept: text/plain
    GET /v1.0/photo/$value
    GET /v1.0/content
    GET /a
    GET /v1.0/me | accept: application/json;odata.metadata=full
    GET /v1.0/users | accept: application/json
    GET /v1.0/users | accept: application/json
    ");
}

#[tokio::test]
async fn a_version_and_numbers_as_strings_are_asked_for_everywhere() {
    let fake = answers();
    let builder = fake.builder().odata_version(ODataVersion::V4_0).ieee754_compatible(true);
    send_all(&builder.build().unwrap()).await;
    assert_snapshot!(forms(&fake), @"
    GET /v1.0/me | accept: application/json;IEEE754Compatible=true | odata-maxversion: 4.0
    PATCH /v1.0/me | accept: application/json;IEEE754Compatible=true | content-type: application/json;IEEE754Compatible=true | odata-maxversion: 4.0 | odata-version: 4.0
    DELETE /v1.0/me | accept: application/json;IEEE754Compatible=true | odata-maxversion: 4.0
    GET /v1.0/users/$count | accept: text/plain | odata-maxversion: 4.0
    GET /v1.0/photo/$value | odata-maxversion: 4.0
    GET /v1.0/content | odata-maxversion: 4.0
    GET /a
    GET /v1.0/me | accept: application/json;odata.metadata=full | odata-maxversion: 4.0
    GET /v1.0/users | accept: application/json;IEEE754Compatible=true | odata-maxversion: 4.0
    GET /v1.0/users | accept: application/json;IEEE754Compatible=true | odata-maxversion: 4.0
    ");
}

#[tokio::test]
async fn parts_of_a_batch_ask_for_the_same() {
    let fake = Fake::new([json(r#"{"responses":[]}"#)]);
    let builder = fake.builder().odata_version(ODataVersion::V4_01).ieee754_compatible(true);
    let mut batch = Batch::new();
    batch.add(at::<Written<Value>>("/me", Method::PATCH).json(&1));
    batch.add(at::<i64>("/users/$count", Method::GET));
    batch.add(at::<Media>("/photo/$value", Method::GET));
    batch.add(at::<Value>("/me", Method::GET).header("accept", "own"));
    batch.send(&builder.build().unwrap()).await;
    assert_snapshot!(fake.log(), @r#"
    POST https://graph.microsoft.com/v1.0/$batch
      accept: application/json;IEEE754Compatible=true
      authorization: Bearer secret
      content-type: application/json
      odata-maxversion: 4.01
      odata-version: 4.01
      {"requests":[{"id":"0","method":"PATCH","url":"/me","headers":{"Accept":"application/json;IEEE754Compatible=true","Content-Type":"application/json;IEEE754Compatible=true"},"body":1},{"id":"1","method":"GET","url":"/users/$count","headers":{"Accept":"text/plain"}},{"id":"2","method":"GET","url":"/photo/$value"},{"id":"3","method":"GET","url":"/me","headers":{"accept":"own"}}]}
    "#);
}

#[tokio::test]
async fn headers_that_frame_a_message_are_refused() {
    let fake = Fake::new([]);
    let client = fake.client();
    for name in [
        "Content-Length",
        "HOST",
        "transfer-encoding",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Upgrade",
        "Proxy-Connection",
        "Proxy-Authorization",
        "HTTP2-Settings",
    ] {
        let request = || at::<Value>("/me", Method::POST).header(name, "0");
        let alone = request().send(&client).await.unwrap_err();
        let refused = |error: &Error| matches!(error, Error::Invalid(InvalidRequest::FramingHeader { name: it }) if it == name);
        assert!(refused(&alone), "{alone:?}");
        let mut batch = Batch::new();
        let part = batch.add(request());
        assert!(refused(&batch.send(&client).await.get(part).unwrap_err()), "{name}");
        assert!(refused(&request().download(&client).await.unwrap_err()), "{name}");
    }
    let pages = at::<Page<Value>>("/me", Method::GET)
        .header("Host", "other")
        .pages(&client)
        .try_next()
        .await;
    assert_snapshot!(pages.unwrap_err(), @"invalid request: the header `Host` is set by the transport alone");
    assert_eq!(fake.count(), 0);
}
