//! What is sent for a request, and what comes back.

use std::borrow::Cow;

use futures::stream;
use insta::assert_snapshot;
use proptest::prelude::*;

use super::fake::{Fake, answer, json, status};
use crate::client::call::Call;
use crate::client::{Batch, Bytes, Cloud, Error, StreamBody};
use crate::{InvalidRequest, Media, Method, NoContent, Page, Path, Request, Value};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn get<T>(path: &'static str) -> Request<T> {
    Path::at(ROOT).child(path).request(Method::GET)
}

#[tokio::test]
async fn method_path_query_headers_and_body_arrive_as_they_are() {
    let fake = Fake::new([status(204)]);
    let path =
        Path::at(ROOT).child("/users/{id}").with(&"50%/b c").child("/f(x='{x}')").with(&"a'b");
    let request: Request<NoContent> = path.request(Method::PATCH);
    let request = request
        .query("$filter", "name eq 'a&b'")
        .query("$count", true)
        .header("If-Match", "W/\"1\"")
        .header("Prefer", "return=minimal")
        .json(&serde_json::json!({"a": 1}));
    request.send(&fake.client()).await.unwrap();
    assert_snapshot!(fake.log(), @r#"
    PATCH https://graph.microsoft.com/v1.0/users/50%25%2Fb%20c/f(x='a%27%27b')?$filter=name%20eq%20%27a%26b%27&$count=true
      authorization: Bearer secret
      content-type: application/json
      if-match: W/"1"
      prefer: return=minimal
      {"a":1}
    "#);
}

#[tokio::test]
async fn the_host_is_the_clients_and_the_version_the_requests() {
    let fake = Fake::new([json("1"), json("2"), json("3"), json("4")]);
    let beta =
        || Path::at("https://graph.microsoft.com/beta").child("/me").request::<i32>(Method::GET);
    let china = fake.builder().cloud(Cloud::China).build().unwrap();
    beta().send(&china).await.unwrap();
    let local = fake.builder().base_url("http://127.0.0.1:8080").build().unwrap();
    beta().send(&local).await.unwrap();
    let gateway = fake.builder().base_url("https://gateway.example/graph/").build().unwrap();
    beta().send(&gateway).await.unwrap();
    Path::root().child("/me").request::<i32>(Method::GET).send(&gateway).await.unwrap();
    assert_snapshot!(fake.log(), @"
    GET https://microsoftgraph.chinacloudapi.cn/beta/me
      authorization: Bearer secret
    GET http://127.0.0.1:8080/beta/me
      authorization: Bearer secret
    GET https://gateway.example/graph/beta/me
      authorization: Bearer secret
    GET https://gateway.example/graph/me
      authorization: Bearer secret
    ");
}

#[tokio::test]
async fn status_headers_and_ids_come_with_the_body() {
    let headers = [("request-id", "r1"), ("client-request-id", "c1"), ("location", "/x")];
    let fake = Fake::new([answer(201, &headers, r#"{"id":"1"}"#)]);
    let response = get::<Value>("/me").send_full(&fake.client()).await.unwrap();
    assert_eq!(u16::from(response.status()), 201);
    assert_eq!((response.request_id(), response.client_request_id()), (Some("r1"), Some("c1")));
    assert_eq!((response.header("LOCATION"), response.header("é")), (Some("/x"), None));
    assert_eq!(response.into_body()["id"], "1");
    let sent = fake.seen().remove(0);
    let header = |name: &'static str| sent.headers().get_optional_string(&name.into());
    assert_eq!(header("client-request-id").map(|id| id.len()), Some(36));
    assert!(header("user-agent").unwrap().contains("apimark-runtime/"));
}

#[tokio::test]
async fn a_raw_answer_is_read_piece_by_piece() {
    let headers = [("content-type", "image/jpeg"), ("content-length", "3")];
    let fake = Fake::new([answer(200, &headers, "abc")]);
    let mut raw = get::<Media>("/me/photo/$value").send_raw(&fake.client()).await.unwrap();
    assert_eq!((raw.content_type(), raw.content_length()), (Some("image/jpeg"), Some(3)));
    assert_eq!(raw.chunk().await.unwrap().as_deref(), Some(&b"abc"[..]));
    assert_eq!(raw.chunk().await.unwrap(), None);
}

#[tokio::test]
async fn the_token_does_not_follow_a_redirect_to_another_origin() {
    let fake = Fake::new([
        answer(302, &[("location", "/v1.0/elsewhere")], ""),
        answer(302, &[("location", "https://files.example/a?sig=1")], ""),
        answer(307, &[("location", "https://graph.microsoft.com/v1.0/back")], ""),
        answer(200, &[], "abc"),
    ]);
    let request = get::<Media>("/content").header("Range", "bytes=0-2").header("X-Own", "1");
    assert_eq!(request.send(&fake.client()).await.unwrap(), Media(b"abc".to_vec()));
    assert_snapshot!(fake.log(), @"
    GET https://graph.microsoft.com/v1.0/content
      authorization: Bearer secret
      range: bytes=0-2
      x-own: 1
    GET https://graph.microsoft.com/v1.0/elsewhere
      authorization: Bearer secret
      range: bytes=0-2
      x-own: 1
    GET https://files.example/a?sig=1
      range: bytes=0-2
    GET https://graph.microsoft.com/v1.0/back
      range: bytes=0-2
    ");
}

#[tokio::test]
async fn redirects_that_lead_nowhere_or_lose_protection_are_refused() {
    let there = |location: &'static str| answer(302, &[("location", location)], "");
    let fake = Fake::new([there("http://files.example/a")]);
    assert_snapshot!(get::<Media>("/a").send(&fake.client()).await.unwrap_err(), @"GET https://graph.microsoft.com/v1.0/a: a link leads to http://files.example, which has no TLS");
    let fake = Fake::new((0..11).map(|_| there("/again")));
    assert_snapshot!(get::<Media>("/a").send(&fake.client()).await.unwrap_err(), @"GET https://graph.microsoft.com/again: too many redirects");
    let fake = Fake::new([there("https://[")]);
    assert_snapshot!(get::<Media>("/a").send_raw(&fake.client()).await.unwrap_err(), @"GET https://graph.microsoft.com/v1.0/a: a link is not a URL");
    let fake = Fake::new([there("/b")]);
    let post: Request<Media> = Path::at(ROOT).child("/a").request(Method::POST);
    assert_snapshot!(post.send(&fake.client()).await.unwrap_err(), @"POST https://graph.microsoft.com/v1.0/a: 302 Found");
}

#[tokio::test]
async fn what_cannot_be_sent_is_not() {
    let fake = Fake::new([]);
    let client = fake.client();
    let empty: Request<Value> = Path::at(ROOT).child("/users/{id}").with(&"").request(Method::GET);
    assert!(matches!(
        empty.send(&client).await,
        Err(Error::Invalid(InvalidRequest::EmptyArgument { .. }))
    ));
    for (name, value) in
        [("名", "x"), ("", "x"), ("A b", "x"), ("Prefer", "a\r\nAuthorization: b"), ("Prefer", "é")]
    {
        let sent = get::<Value>("/me").header(name, value).send(&client).await;
        assert!(matches!(sent, Err(Error::Invalid(InvalidRequest::Header { .. }))), "{name}");
    }
    let options: Request<Value> = Path::at(ROOT).child("/me").request(Method::OPTIONS);
    assert_snapshot!(options.send(&client).await.unwrap_err(), @"invalid request: the client does not send OPTIONS");
}

#[test]
fn a_client_is_not_set_up_with_an_unusable_place_or_name() {
    let fake = Fake::new([]);
    let place = |url: &str| fake.builder().base_url(url).build().map(|it| it.base_url().to_owned());
    let refused: Vec<String> = [
        "graph.microsoft.com",
        "http://graph.microsoft.com",
        "http://127.0.0.1.example.com",
        "ftp://localhost",
        "https://me:secret@graph.microsoft.com",
        "https://graph.microsoft.com?x=1",
    ]
    .iter()
    .map(|it| place(it).unwrap_err().to_string())
    .collect();
    assert_snapshot!(refused.join("\n"), @"
    the client cannot be set up: base URL `graph.microsoft.com`: relative URL without a base
    the client cannot be set up: base URL `http://graph.microsoft.com`: neither https nor an address of this machine
    the client cannot be set up: base URL `http://127.0.0.1.example.com`: neither https nor an address of this machine
    the client cannot be set up: base URL `ftp://localhost`: neither https nor an address of this machine
    the client cannot be set up: the base URL holds a user name or password
    the client cannot be set up: base URL `https://graph.microsoft.com?x=1`: it has a query or a fragment
    ");
    for fine in ["http://localhost:80", "http://[::1]:1", "http://127.1.2.3", "https://a.b/c/"] {
        assert!(place(fine).is_ok(), "{fine}");
    }
    let named = |id: &str| fake.builder().application_id(id).build();
    assert_snapshot!(named("my app").unwrap_err(), @"the client cannot be set up: application id `my app`: not a token of 24 characters");
    assert!(
        named(&"x".repeat(25)).is_err() && named("my-app/1").is_err() && named("my-app").is_ok()
    );
}

proptest! {
    /// URL parsers resolve, decode and encode as they see fit; nothing that is built here may suffer that.
    #[test]
    fn no_argument_and_no_value_changes_on_its_way(key in "(?s).+", name in "[a-z$]{1,5}", value in "(?s).*") {
        let client = Fake::default().client();
        let path = Path::at(ROOT).child("/users/{id}").with(&key).child("/f(x='{x}')").with(&value);
        let request: Request<Value> = path.request(Method::GET).query(name.clone(), &value);
        let Ok(call) = Call::of(&client, &request) else {
            prop_assert!([".", ".."].contains(&&*key));
            return Ok(());
        };
        let url = call.http.url();
        prop_assert_eq!(url.path(), format!("/v1.0{}", request.path()));
        let pairs: Vec<_> = url.query_pairs().collect();
        prop_assert_eq!(pairs, [(Cow::from(name), Cow::from(value))]);
        prop_assert!(url.fragment().is_none());
    }
}

#[test]
fn everything_can_run_on_any_thread() {
    fn is_send<T: Send>(_: T) {}
    let client = Fake::new([]).client();
    is_send(get::<Value>("/me").send(&client));
    is_send(get::<Value>("/me").send_full(&client));
    is_send(get::<NoContent>("/me").send_stream(&client, StreamBody::new("a/b", stream::empty())));
    is_send(async { get::<Page<Value>>("/me").items(&client).try_next().await });
    is_send(async { get::<Page<Value>>("/me").pages(&client).try_next().await });
    is_send(async { get::<Page<Value>>("/me").delta(&client).try_next().await });
    is_send(async { get::<Media>("/me").download(&client).await?.chunk().await });
    is_send(async { get::<Media>("/me").send_raw(&client).await?.bytes().await });
    is_send(get::<Value>("/me").send_raw(&client));
    is_send(get::<Media>("/me").download(&client));
    is_send(async { get::<Value>("/me").start::<Value>(&client).await?.wait().await });
    is_send(async {
        let mut session = get::<Value>("/me").start_upload::<Value>(&client).await?;
        session.upload(Bytes::new()).await
    });
    is_send(Batch::new().send(&client));
    is_send((client, Error::Configuration(String::new())));
}
