//! Tests of pages, items and changes.

use insta::assert_snapshot;

use crate::client::DeltaLink;
use crate::client::Error;
use crate::client::tests::fake::{Answer, Fake, answer, json, status};
use crate::delta::{Change, Removal};
use crate::{InvalidRequest, Method, Page, Path, Request, Value};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn users<T>() -> Request<Page<T>> {
    Path::at(ROOT).child("/users").request(Method::GET)
}

fn page(items: &str, next: &str) -> Answer {
    json(&format!(r#"{{"value":[{items}],"@odata.nextLink":"{ROOT}{next}"}}"#))
}

fn last(items: &str) -> Answer {
    json(&format!(r#"{{"value":[{items}],"@odata.deltaLink":"{ROOT}/users/delta?$deltatoken=d"}}"#))
}

async fn all(fake: &Fake) -> (Vec<i32>, Option<Error>) {
    let client = fake.client();
    let (mut items, mut seen) = (users().items(&client), Vec::new());
    loop {
        match items.try_next().await {
            Ok(Some(item)) => seen.push(item),
            Ok(None) => return (seen, None),
            Err(error) => return (seen, Some(error)),
        }
    }
}

#[tokio::test]
async fn every_item_comes_once_and_headers_go_with_every_page() {
    let fake = Fake::new([
        page("1,2", "/users?$skiptoken=a%2Bb"),
        page("", "/users?$skiptoken=c"),
        last("3"),
    ]);
    let request =
        users().top(2).header("ConsistencyLevel", "eventual").prefer("odata.maxpagesize=2");
    let client = fake.client();
    let mut items = request.items(&client);
    let mut seen: Vec<i32> = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        seen.push(item);
    }
    assert_eq!(seen, [1, 2, 3]);
    assert!(items.try_next().await.unwrap().is_none());
    assert_snapshot!(fake.log(), @"
    GET https://graph.microsoft.com/v1.0/users?$top=2
      authorization: Bearer secret
      consistencylevel: eventual
      prefer: odata.maxpagesize=2
    GET https://graph.microsoft.com/v1.0/users?$skiptoken=a%2Bb
      authorization: Bearer secret
      consistencylevel: eventual
      prefer: odata.maxpagesize=2
    GET https://graph.microsoft.com/v1.0/users?$skiptoken=c
      authorization: Bearer secret
      consistencylevel: eventual
      prefer: odata.maxpagesize=2
    ");
}

#[tokio::test]
async fn a_service_without_odata_says_in_a_header_where_the_next_page_is() {
    let linked = |link: &str, body: &str| answer(200, &[("link", link)], body);
    let fake = Fake::new([
        linked(
            &format!("<{ROOT}/users?page=1>; rel=\"first\", </users?page=2>; rel=\"next\""),
            "[1]",
        ),
        linked("<https://evil.example/users>; rel=\"next\"", "[2]"),
    ]);
    let (items, error) = all(&fake).await;
    assert_eq!(items, [1, 2]);
    assert_snapshot!(error.unwrap(), @"GET https://graph.microsoft.com/users: the link to the next page leads to another origin, https://evil.example");
    assert!(fake.log().contains("GET https://graph.microsoft.com/users?page=2\n"));
}

#[tokio::test(start_paused = true)]
async fn faults_under_way_lose_and_repeat_nothing() {
    let fake = Fake::new([
        page("1,2", "/users?$skiptoken=a"),
        answer(429, &[("retry-after", "3")], ""),
        Answer::Broken,
        status(503),
        Answer::Cut(200, Vec::new(), r#"{"value":[3,"#.into()),
        page("3,4", "/users?$skiptoken=b"),
        status(500),
        last("5"),
    ]);
    let (items, error) = all(&fake).await;
    assert_eq!(items, [1, 2, 3, 4, 5]);
    assert!(error.is_none());
    assert_eq!(fake.count(), 8);
}

#[tokio::test]
async fn after_a_failure_one_can_go_on() {
    let fake = Fake::new([
        page("1,2", "/users?$skiptoken=a"),
        json(r#"{"values":[]}"#),
        page("3", "/users?$skiptoken=b"),
        last("4"),
    ]);
    let client = fake.client();
    let mut pages = users::<i32>().pages(&client);
    assert_eq!(pages.next_link(), Some("https://graph.microsoft.com/v1.0/users"));
    assert_eq!(pages.try_next().await.unwrap().unwrap().value, [1, 2]);
    assert!(matches!(pages.try_next().await, Err(Error::Decode(_))));
    assert!(pages.try_next().await.unwrap().is_none());
    let link = pages.next_link().unwrap().to_owned();
    assert_eq!(link, format!("{ROOT}/users?$skiptoken=a"));
    let mut pages = users::<i32>().pages_from(&client, &link);
    assert_eq!(pages.try_next().await.unwrap().unwrap().value, [3]);
    assert_eq!(pages.try_next().await.unwrap().unwrap().value, [4]);
    assert_eq!(pages.next_link(), None);
    assert_eq!(pages.headers().get_optional_str(&"content-type".into()), Some("application/json"));
}

#[tokio::test]
async fn links_that_lead_away_or_in_a_circle_are_refused_after_their_page() {
    for link in [
        "https://evil.example/v1.0/users",
        "http://graph.microsoft.com/v1.0/users",
        "https://graph.microsoft.com:8443/v1.0/users",
        "https://graph.microsoft.com@evil.example/",
        "https://me:password@graph.microsoft.com/v1.0/users?$skiptoken=a",
        "https://me@graph.microsoft.com/v1.0/users?$skiptoken=a",
        "//evil.example/users",
        "https://[",
    ] {
        let fake = Fake::new([json(&format!(r#"{{"value":[1],"@odata.nextLink":"{link}"}}"#))]);
        let (items, error) = all(&fake).await;
        assert_eq!((items, fake.count()), (vec![1], 1), "{link}");
        assert!(matches!(error, Some(Error::Link(_))), "{link}: {error:?}");
        let fake = Fake::new([json(&format!(r#"{{"value":[1],"@odata.nextLink":"{link}"}}"#))]);
        let mut pages = users::<i32>().pages(&fake.client());
        pages.try_next().await.unwrap();
        assert!(pages.next_link().is_some(), "{link} is not the end");
    }
    let fake = Fake::new([json(r#"{"value":[1],"@odata.nextLink":"https://evil.example/x?y=z"}"#)]);
    assert_snapshot!(all(&fake).await.1.unwrap(), @"GET https://graph.microsoft.com/v1.0/users: the link to the next page leads to another origin, https://evil.example");
    let fake = Fake::new([json(
        r#"{"value":[],"@odata.nextLink":"https://me:password@graph.microsoft.com/v1.0/users"}"#,
    )]);
    assert_snapshot!(all(&fake).await.1.unwrap(), @"GET https://graph.microsoft.com/v1.0/users: a link holds a user name or password");
    let fake = Fake::new([page("1", "/users?$skiptoken=a"), page("2", "/users?$skiptoken=a")]);
    let (items, error) = all(&fake).await;
    assert_eq!(items, [1, 2]);
    assert_snapshot!(error.unwrap(), @"GET https://graph.microsoft.com/v1.0/users: the link to the next page leads back to one that was read before");
}

#[tokio::test]
async fn a_circle_of_several_pages_is_left_too() {
    let round = ["a", "b", "c"].map(|it| format!("/users?$skiptoken={it}"));
    let pages = (0..64).map(|index| page("1", &round[index % round.len()]));
    let fake = Fake::new(pages);
    let (items, error) = all(&fake).await;
    assert!(matches!(error, Some(Error::Link(_))), "{error:?}");
    assert!(items.len() < 10, "{}", items.len());
}

#[tokio::test]
async fn stored_links_are_checked_like_those_of_the_service() {
    let fake = Fake::new([]);
    let client = fake.client();
    let link: DeltaLink = "https://evil.example/delta?$deltatoken=1".parse().unwrap();
    let mut delta = users::<i32>().delta_from(&client, &link);
    assert!(matches!(delta.try_next().await, Err(Error::Link(_))));
    assert!(delta.try_next().await.unwrap().is_none());
    let mut invalid =
        Path::at(ROOT).child("/{id}").with(&"").request::<Page<i32>>(Method::GET).pages(&client);
    let error = invalid.try_next().await.unwrap_err();
    assert!(matches!(error, Error::Invalid(InvalidRequest::EmptyArgument { .. })));
}

#[tokio::test]
async fn a_delta_tells_changed_from_removed_and_can_be_resumed() {
    let fake = Fake::new([
        page(r#"{"id":"1","note":"\"@removed\""}"#, "/users/delta?$skiptoken=s"),
        last(
            r#"{"id":"2","@removed":{"reason":"changed"},"x":1},{"@removed":{"reason":"deleted"},"id":"3"},
            {"id":"4","@removed":{"reason":"odd"}},{"id":"5","members@delta":[{"id":"6","@removed":{}}]}"#,
        ),
    ]);
    let client = fake.client();
    let mut delta = users::<Value>().delta(&client);
    let mut told = Vec::new();
    while let Some(change) = delta.try_next().await.unwrap() {
        told.push(match change {
            Change::Updated(user) => format!("set {}", user.object["id"]),
            Change::Removed(it) => {
                let members = it.additional.iter().map(|(name, value)| (name, value.clone()));
                format!("{} {:?} {}", it.id, it.reason, Value::from_iter(members))
            }
            Change::Link(link) => panic!("{link:?}"),
        });
        if told.len() == 1 {
            assert_eq!(delta.link().unwrap().as_str(), format!("{ROOT}/users/delta?$skiptoken=s"));
        }
        assert_eq!(delta.is_complete(), told.len() == 5);
    }
    assert_snapshot!(told.join("\n"), @r#"
    set "1"
    2 Changed {"x":1}
    3 Deleted {}
    4 Other("odd") {}
    set "5"
    "#);
    let link = delta.link().unwrap();
    assert_eq!(link.as_str(), format!("{ROOT}/users/delta?$deltatoken=d"));
    let stored = serde_json::to_string(&link).unwrap();
    assert_eq!(serde_json::from_str::<DeltaLink>(&stored).unwrap(), link);
    assert_eq!(link.to_string().parse::<DeltaLink>().unwrap(), link);
    assert!("delta".parse::<DeltaLink>().is_err());
}

#[tokio::test]
async fn what_was_not_handed_out_comes_again_after_resuming() {
    let two = || last(r#"{"id":"1"},{"id":"2"}"#);
    let fake = Fake::new([two(), two()]);
    let client = fake.client();
    let mut delta = users::<Value>().delta(&client);
    delta.try_next().await.unwrap();
    let link = delta.link().unwrap();
    assert_eq!(link.as_str(), format!("{ROOT}/users"));
    let mut again = users::<Value>().delta_from(&client, &link);
    assert!(
        matches!(again.try_next().await.unwrap(), Some(Change::Updated(it)) if it.object["id"] == "1")
    );
}

#[tokio::test]
async fn a_forgotten_history_is_an_error_of_its_own() {
    let gone = r#"{"error":{"code":"resyncRequired","innerError":{"code":"resyncChangesApplyDifferences"}}}"#;
    let restart = format!("{ROOT}/users/delta?token=latest");
    let lost = r#"{"error":{"code":"SyncStateNotFound"}}"#;
    let headers = vec![("location", restart.clone())];
    let fake =
        Fake::new([Answer::With(410, headers, gone.into()), answer(400, &[], lost), status(404)]);
    let client = fake.client();
    let Err(Error::Resync(error)) = users::<Value>().delta(&client).try_next().await else {
        panic!()
    };
    assert_eq!(error.restart().map(DeltaLink::as_str), Some(restart.as_str()));
    assert!(error.error().has_code("resyncChangesApplyDifferences"));
    let error = users::<Value>().delta(&client).try_next().await.unwrap_err();
    assert_eq!(
        (error.code(), error.status().map(u16::from)),
        (Some("SyncStateNotFound"), Some(400))
    );
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/users: 400 Bad Request: SyncStateNotFound; the changes must be read from the beginning");
    assert!(users::<Value>().delta(&client).try_next().await.unwrap_err().is_not_found());
}

#[test]
fn streams_can_be_sent_between_threads() {
    fn is_send<T: Send + Unpin>(_: &T) {}
    let client = Fake::default().client();
    is_send(&users::<Value>().items(&client));
    is_send(&users::<Value>().pages(&client));
    is_send(&users::<Value>().delta(&client));
    assert_eq!(Removal::Other(String::new()), Removal::Other(String::new()));
}

#[tokio::test(start_paused = true)]
async fn a_time_limit_loses_nothing() {
    let fake = Fake::new([answer(429, &[("retry-after", "60")], ""), last("1,2")]);
    let client = fake.client();
    let mut items = users::<i32>().items(&client);
    let short = std::time::Duration::from_secs(5);
    assert!(tokio::time::timeout(short, items.try_next()).await.is_err());
    assert_eq!(items.try_next().await.unwrap(), Some(1));
    assert_eq!((items.try_next().await.unwrap(), fake.count()), (Some(2), 2));
}

#[tokio::test]
async fn one_item_that_cannot_be_read_is_an_error_among_the_others() {
    let fake = Fake::new([
        json(r#"{"@count":"5","value":[1,"x",2],"@nextLink":"/v1.0/users?$skiptoken=a"}"#),
        json(r#"{"value":[null,3],"@odata.nextLink":"","@odata.deltaLink":""}"#),
    ]);
    let client = fake.client();
    let mut items = users::<i32>().items(&client);
    let mut told = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => told.push(item.to_string()),
            Ok(None) => break,
            Err(error) => told.push(error.to_string()),
        }
    }
    assert_snapshot!(told.join("\n"), @r#"
    1
    value[1]: invalid type: string "x", expected i32 at line 1 column 3
    2
    value[0]: invalid type: null, expected i32 at line 1 column 4
    3
    "#);
}
