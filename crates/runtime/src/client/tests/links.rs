//! Where links to further pages lead, and what goes there.

use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::json;

use super::fake::{Answer, Fake, json as answer};
use crate::client::{Change, ClientBuilder, DeltaLink, Error};
use crate::{Method, Page, Path, Request, Value};

const ROOT: &str = "https://graph.microsoft.com/v1.0";
const LAST: &str = r#"{"value":[2]}"#;

fn messages<T>() -> Request<Page<T>> {
    Path::at(ROOT).child("/users/{id}/messages").with(&"1").request(Method::GET)
}

/// A page with one item.
fn page(members: Value) -> Answer {
    let mut page = json!({ "value": [1] });
    page.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    answer(&page.to_string())
}

/// Where the second page was asked for after this first one, or why it was not.
async fn second(builder: impl Fn(&Fake) -> ClientBuilder, first: Value) -> String {
    let fake = Fake::new([page(first), answer(LAST)]);
    let client = builder(&fake).build().unwrap();
    let mut items = messages::<i32>().items(&client);
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    match items.try_next().await {
        Ok(item) => assert_eq!(item, Some(2)),
        Err(error) => return error.to_string(),
    }
    let asked = fake.seen().remove(1);
    let token = asked.headers().get_optional_str(&"authorization".into());
    format!("{}{}", asked.url(), if token.is_some() { " with token" } else { "" })
}

#[tokio::test]
async fn relative_links_are_meant_from_the_context_and_that_from_the_request() {
    let context = "@odata.context";
    let pages = [
        json!({ context: format!("{ROOT}/$metadata#users('1')/messages"), "@odata.nextLink": "users/1/messages?$skiptoken=a" }),
        json!({ context: "../../$metadata#users('1')/messages", "@odata.nextLink": "users/1/messages?$skiptoken=a" }),
        json!({ context: "/v1.0/$metadata", "@odata.nextLink": "./users/1/messages?$skiptoken=a" }),
        json!({ "@context": "../../$metadata", "@nextLink": "users/1/messages?$skiptoken=a" }),
        json!({ "@odata.nextLink": "messages?$skiptoken=a" }),
        json!({ context: 5, "@odata.nextLink": "messages?$skiptoken=a" }),
        json!({ context: "https://[", "@odata.nextLink": "messages?$skiptoken=a" }),
        json!({ context: "data:text/plain,x", "@odata.nextLink": "messages?$skiptoken=a" }),
        json!({ context: "../../$metadata", "@odata.nextLink": "?$skiptoken=a" }),
    ];
    let mut asked = Vec::new();
    for first in pages {
        asked.push(second(Fake::builder, first).await);
    }
    assert_snapshot!(asked.join("\n"), @"
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a with token
    ");
}

#[tokio::test]
async fn both_spellings_of_the_names_of_odata_are_read() {
    for (next, delta, count) in [
        ("@odata.nextLink", "@odata.deltaLink", "@odata.count"),
        ("@nextLink", "@deltaLink", "@count"),
    ] {
        let first = page(json!({ next: "messages?$skiptoken=a", count: 2 }));
        let last = page(json!({ delta: "messages?$deltatoken=b" }));
        let fake = Fake::new([first, last]);
        let client = fake.client();
        let mut pages = messages::<i32>().pages(&client);
        let first = pages.try_next().await.unwrap().unwrap();
        assert_eq!((first.value, first.count), (vec![1], Some(2)));
        assert!(first.annotations.is_empty());
        let last = pages.try_next().await.unwrap().unwrap();
        assert_eq!((last.value, last.next_link), (vec![1], None));
        let link = format!("{ROOT}/users/1/messages?$deltatoken=b");
        assert_eq!(last.delta_link, Some(link));
        assert!(pages.try_next().await.unwrap().is_none());
    }
}

#[tokio::test]
async fn links_to_be_stored_are_absolute() {
    let context = "../../$metadata#users('1')/messages";
    let first = json!({ "@odata.context": context, "value": [{ "id": "1" }],
        "@odata.nextLink": "users/1/messages/delta?$skiptoken=a" });
    let last = json!({ "@odata.context": format!("{ROOT}/$metadata#x"), "value": [],
        "@odata.deltaLink": "users/1/messages/delta?$deltatoken=b" });
    let later = json!({ "value": [], "@odata.deltaLink": "delta?$deltatoken=c" });
    let fake = Fake::new([first, last, later].map(|it| answer(&it.to_string())));
    let client = fake.client();
    let mut delta = messages::<Value>().delta(&client);
    assert!(matches!(delta.try_next().await.unwrap(), Some(Change::Updated(_))));
    let link = delta.link().unwrap();
    assert_eq!(link.as_str(), format!("{ROOT}/users/1/messages/delta?$skiptoken=a"));
    assert!(delta.try_next().await.unwrap().is_none());
    let link = delta.link().unwrap();
    assert_eq!(link.as_str(), format!("{ROOT}/users/1/messages/delta?$deltatoken=b"));
    let stored: DeltaLink = link.to_string().parse().unwrap();
    let mut delta = messages::<Value>().delta_from(&client, &stored);
    assert!(delta.try_next().await.unwrap().is_none());
    let link = delta.link().unwrap();
    assert_eq!(link.as_str(), format!("{ROOT}/users/1/messages/delta?$deltatoken=c"));
}

#[tokio::test]
async fn a_place_to_begin_anew_may_be_relative() {
    let headers = vec![("location", "delta?token=latest".to_owned())];
    let fake = Fake::new([Answer::With(410, headers, "".into())]);
    let client = fake.client();
    let Err(Error::Resync(error)) = messages::<Value>().delta(&client).try_next().await else {
        panic!()
    };
    let restart = format!("{ROOT}/users/1/delta?token=latest");
    assert_eq!(error.restart().map(DeltaLink::as_str), Some(restart.as_str()));
}

#[tokio::test]
async fn behind_a_gateway_the_service_may_call_itself_as_it_likes() {
    let gateway = |fake: &Fake| {
        let builder = fake.builder().base_url("https://gateway.example/graph/");
        let builder = builder.known_as("http://internal.example:8080/app");
        builder.allowed_origins(["https://pages.example"])
    };
    let next = |link: &str| json!({ "@odata.nextLink": link });
    let context = format!("{ROOT}/$metadata#users");
    let links = [
        next("https://graph.microsoft.com/v1.0/users/1/messages?$skiptoken=a"),
        next("https://GRAPH.microsoft.com:443/beta/users?$skiptoken=a%2Fb"),
        json!({ "@odata.context": context, "@odata.nextLink": "users?$skiptoken=a" }),
        next("http://internal.example:8080/app/v1.0/users?$skiptoken=a"),
        next("messages?$skiptoken=a"),
        next("https://gateway.example/graph/v1.0/users?$skiptoken=a"),
        next("https://pages.example/v1.0/users?$skiptoken=a"),
        next("http://internal.example:8080/application/v1.0/users"),
        next("http://internal.example/app/v1.0/users"),
        next("http://graph.microsoft.com/v1.0/users"),
        next("https://graph.microsoft.com:8443/v1.0/users"),
        next("https://graph.microsoft.com.example/v1.0/users"),
        next("https://me:password@graph.microsoft.com/v1.0/users"),
        next("https://pages.example:444/v1.0/users"),
        next("http://pages.example/v1.0/users"),
        next("https://other.example/v1.0/users"),
    ];
    let mut asked = Vec::new();
    for first in links {
        asked.push(second(gateway, first).await);
    }
    assert_snapshot!(asked.join("\n"), @"
    https://gateway.example/graph/v1.0/users/1/messages?$skiptoken=a with token
    https://gateway.example/graph/beta/users?$skiptoken=a%2Fb with token
    https://gateway.example/graph/v1.0/users?$skiptoken=a with token
    https://gateway.example/graph/v1.0/users?$skiptoken=a with token
    https://gateway.example/graph/v1.0/users/1/messages?$skiptoken=a with token
    https://gateway.example/graph/v1.0/users?$skiptoken=a with token
    https://pages.example/v1.0/users?$skiptoken=a
    GET https://gateway.example/graph/v1.0/users/1/messages: a link leads to http://internal.example:8080, which has no TLS
    GET https://gateway.example/graph/v1.0/users/1/messages: a link leads to http://internal.example, which has no TLS
    GET https://gateway.example/graph/v1.0/users/1/messages: a link leads to http://graph.microsoft.com, which has no TLS
    GET https://gateway.example/graph/v1.0/users/1/messages: the link to the next page leads to another origin, https://graph.microsoft.com:8443
    GET https://gateway.example/graph/v1.0/users/1/messages: the link to the next page leads to another origin, https://graph.microsoft.com.example
    GET https://gateway.example/graph/v1.0/users/1/messages: a link holds a user name or password
    GET https://gateway.example/graph/v1.0/users/1/messages: the link to the next page leads to another origin, https://pages.example:444
    GET https://gateway.example/graph/v1.0/users/1/messages: a link leads to http://pages.example, which has no TLS
    GET https://gateway.example/graph/v1.0/users/1/messages: the link to the next page leads to another origin, https://other.example
    ");
}

#[tokio::test]
async fn the_root_that_a_request_is_documented_with_is_mapped_too() {
    let shop = || -> Request<Page<i32>> {
        Path::at("https://shop.example/api").child("/orders").request(Method::GET)
    };
    let next = r#"{"value":[1],"@odata.nextLink":"https://shop.example/api/orders?$skip=1"}"#;
    let fake = Fake::new([answer(next), answer(LAST), answer(LAST)]);
    let client = fake.builder().base_url("http://127.0.0.1:4004").build().unwrap();
    let mut items = shop().items(&client);
    let mut seen: Vec<i32> = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        seen.push(item);
    }
    assert_eq!(seen, [1, 2]);
    let stored = "https://shop.example/api/orders?$skip=2";
    let mut pages = shop().pages_from(&client, stored);
    assert_eq!(pages.try_next().await.unwrap().unwrap().value, [2]);
    assert_snapshot!(fake.log(), @"
    GET http://127.0.0.1:4004/api/orders
      authorization: Bearer secret
    GET http://127.0.0.1:4004/api/orders?$skip=1
      authorization: Bearer secret
    GET http://127.0.0.1:4004/api/orders?$skip=2
      authorization: Bearer secret
    ");
}

#[tokio::test]
async fn another_origin_sees_what_is_asked_for_but_not_by_whom() {
    let next = r#"{"value":[1],"@odata.nextLink":"https://pages.example/2"}"#;
    let third = format!(r#"{{"value":[2],"@odata.nextLink":"{ROOT}/users/1/messages?$skip=2"}}"#);
    let fake = Fake::new([answer(next), answer(&third), answer(LAST)]);
    let client = fake.builder().allowed_origins(["https://pages.example/"]).build().unwrap();
    let request = messages::<i32>().header("ConsistencyLevel", "eventual");
    let mut items = request.header("Accept", "application/json").items(&client);
    while items.try_next().await.unwrap().is_some() {}
    assert_snapshot!(fake.log(), @"
    GET https://graph.microsoft.com/v1.0/users/1/messages
      authorization: Bearer secret
      consistencylevel: eventual
    GET https://pages.example/2
    GET https://graph.microsoft.com/v1.0/users/1/messages?$skip=2
      authorization: Bearer secret
      consistencylevel: eventual
    ");
}

#[test]
fn places_that_cannot_be_used_are_refused() {
    let fake = Fake::new([]);
    let failures = [
        fake.builder().known_as("internal").build(),
        fake.builder().known_as("https://me:password@internal.example").build(),
        fake.builder().known_as("mailto:me@internal.example").build(),
        fake.builder().allowed_origins(["http://pages.example"]).build(),
        fake.builder().allowed_origins(["https://pages.example?a"]).build(),
    ];
    let texts = failures.map(|it| it.unwrap_err().to_string());
    assert_snapshot!(texts.join("\n"), @"
    the client cannot be set up: name of the service `internal`: relative URL without a base
    the client cannot be set up: the name of the service holds a user name or password
    the client cannot be set up: name of the service `mailto:me@internal.example`: it has no host
    the client cannot be set up: allowed origin `http://pages.example`: neither https nor an address of this machine
    the client cannot be set up: allowed origin `https://pages.example?a`: it has a query or a fragment
    ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a service writes as context and link, the token goes to the client's own place alone, and only there
    /// and to allowed origins goes anything.
    #[test]
    fn the_token_never_leaves(
        context in link(),
        next in link(),
        gateway in any::<bool>(),
    ) {
        let fake = Fake::new([
            page(json!({ "@odata.context": context, "@odata.nextLink": next })),
            answer(LAST),
        ]);
        let builder = fake.builder().allowed_origins(["https://pages.example"]);
        let builder = builder.known_as("https://internal.example/app");
        let home = if gateway { "https://gateway.example/g" } else { "https://graph.microsoft.com" };
        let client = builder.base_url(home).build().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let mut items = messages::<i32>().items(&client);
            while let Ok(Some(_)) = items.try_next().await {}
        });
        for request in fake.seen() {
            let origin = request.url().origin().ascii_serialization();
            let is_home = home.starts_with(&origin);
            let token = request.headers().get_optional_str(&"authorization".into()).is_some();
            prop_assert_eq!(token, is_home, "{}", request.url());
            prop_assert!(is_home || origin == "https://pages.example", "{}", request.url());
        }
    }
}

/// Pieces of URLs, put together in every way.
fn link() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "https://",
        "http://",
        "//",
        "/",
        "..",
        "?$skip=1",
        "#",
        "@",
        ":",
        "me",
        "graph.microsoft.com",
        "gateway.example",
        "pages.example",
        "internal.example",
        "/app",
        "/g",
        "/v1.0",
        "users",
        "%2e%2e",
        "\\",
        "$metadata",
        "evil.example",
        ":443",
        ":8080",
        "[",
        " ",
        "é",
    ]);
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}
