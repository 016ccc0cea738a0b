use insta::assert_snapshot;
use serde::ser::{Error as _, Serialize, Serializer};

use crate::{Body, Media, Method, NoContent, Page, Path, Reference, Request, Wrapped};

const BASE: &str = "https://graph.example/v1.0/";

fn request<T>(method: Method) -> Request<T> {
    Path::root().child("/users").child("/{user-id}").with(&"a b").request(method)
}

/// The request as it would go over the wire, with the body as text.
fn wire<T>(request: &Request<T>) -> String {
    let url = request.url(BASE).unwrap_or_else(|error| error.to_string());
    let mut text = format!("{} {url}\n", request.method());
    if let Some(media_type) = request.body().media_type() {
        text.push_str(&format!("Content-Type: {media_type}\n"));
    }
    for (name, value) in request.headers() {
        text.push_str(&format!("{name}: {value}\n"));
    }
    text + "\n" + &String::from_utf8_lossy(request.body().as_bytes())
}

#[test]
fn query_options_are_encoded_and_the_last_value_counts() {
    let request = request::<NoContent>(Method::GET)
        .select_raw(["id", "displayName"])
        .expand_raw(["manager($select=id)"])
        .filter_raw("mail eq 'a&b+c@x.org' or givenName eq 'Zoë'")
        .order_by_raw(["displayName desc", "id"])
        .search_raw("\"displayName:50% #1\"")
        .top(5)
        .skip(10)
        .count()
        .query("$top", 7)
        .query("startDateTime", "2026-01-01T00:00:00+01:00");
    let url = request.url(BASE).unwrap().replace('&', "\n  &");
    assert_snapshot!(url, @"
    https://graph.example/v1.0/users/a%20b?$select=id,displayName
      &$expand=manager($select=id)
      &$filter=mail%20eq%20'a%26b%2Bc@x.org'%20or%20givenName%20eq%20'Zo%C3%AB'
      &$orderby=displayName%20desc,id
      &$search=%22displayName:50%25%20%231%22
      &$top=7
      &$skip=10
      &$count=true
      &startDateTime=2026-01-01T00:00:00%2B01:00
    ");
}

#[test]
fn a_preference_is_stated_once() {
    let request = request::<NoContent>(Method::GET)
        .time_zone("Here, \"there\"")
        .text_bodies()
        .max_page_size(5)
        .return_minimal()
        .prefer("OUTLOOK.TIMEZONE=\"a,b\\\",c\"; q=1")
        .immutable_ids()
        .html_bodies()
        .return_representation()
        .respond_async()
        .redeem_sharing_link();
    let headers: Vec<_> = request.headers().collect();
    assert_snapshot!(headers[0].1, @r#"odata.maxpagesize=5, OUTLOOK.TIMEZONE="a,b\",c"; q=1, IdType="ImmutableId", outlook.body-content-type="html", return=representation, respond-async, redeemSharingLink"#);
    let languages = request.accept_language("de").content_language("fr").workbook_session(1);
    let headers = languages.headers().skip(1).map(|(name, value)| format!("{name}: {value}"));
    assert_snapshot!(headers.collect::<Vec<_>>().join("\n"), @"
    Accept-Language: de
    Content-Language: fr
    workbook-session-id: 1
    ");
}

#[test]
fn headers_are_set_once_and_preferences_add_up() {
    let request = request::<NoContent>(Method::PATCH)
        .header("workbook-session-id", "first")
        .header("Workbook-Session-Id", "second")
        .if_match("W/\"etag\"")
        .if_absent()
        .consistency_level("eventual")
        .prefer("return=representation")
        .prefer("outlook.timezone=\"UTC\"");
    assert_snapshot!(wire(&request), @r#"
    PATCH https://graph.example/v1.0/users/a%20b
    workbook-session-id: second
    If-Match: W/"etag"
    If-None-Match: *
    ConsistencyLevel: eventual
    Prefer: return=representation, outlook.timezone="UTC"
    "#);
}

#[test]
fn bodies_carry_their_media_type() {
    let reference = Reference::new("https://graph.example/v1.0/directoryObjects/1");
    let json = request::<NoContent>(Method::POST).reference(&reference);
    assert_snapshot!(wire(&json), @r#"
    POST https://graph.example/v1.0/users/a%20b
    Content-Type: application/json

    {"@odata.id":"https://graph.example/v1.0/directoryObjects/1"}
    "#);
    assert_eq!(*json.body_at("https://elsewhere.example"), *json.body());
    let bytes = request::<NoContent>(Method::PUT).bytes("image/jpeg", *b"\x01\x02");
    assert_eq!(bytes.body(), &Body::Bytes { media_type: "image/jpeg".into(), content: vec![1, 2] });
    assert_eq!(request::<NoContent>(Method::GET).body().media_type(), None);
}

struct Unwritable;

impl Serialize for Unwritable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("no"))
    }
}

#[test]
fn a_problem_is_reported_before_anything_is_sent() {
    let unwritable = request::<NoContent>(Method::POST).json(&Unwritable);
    assert_snapshot!(unwritable.check().unwrap_err(), @"the body cannot be written as JSON: no");
    let empty: Request<NoContent> =
        Path::root().child("/users/{id}").with(&"").request(Method::DELETE);
    assert_snapshot!(empty.url(BASE).unwrap_err(), @"nothing given for `{id}` in the path");
}

#[test]
fn pages_keep_their_links_count_and_annotations() {
    let request = request::<Page<i32>>(Method::GET);
    let page = request
        .decode(br#"{"@odata.context":"c","@odata.count":3,"value":[1,2],"@odata.nextLink":"n"}"#)
        .unwrap();
    assert_eq!((page.value, page.count), (vec![1, 2], Some(3)));
    assert_eq!((page.next_link.as_deref(), page.delta_link), (Some("n"), None));
    assert_eq!(page.annotations.get("@odata.context"), Some(&"c".into()));
    let bare = request.decode(br#" [1, "a", 2]"#).unwrap();
    assert_eq!((bare.value, bare.unread.len(), bare.next_link), (vec![1, 2], 1, None));
    let plain = request.decode(br#"{"value":[],"nextLink":"n"}"#).unwrap();
    assert_eq!(plain.next_link.as_deref(), Some("n"));
    let delta = request.decode(br#"{"@odata.deltaLink":"d","value":[]}"#).unwrap();
    assert_eq!(delta.delta_link.as_deref(), Some("d"));
}

#[test]
fn what_is_not_a_page_is_an_error_that_says_so() {
    let request = request::<Page<i32>>(Method::GET);
    assert_snapshot!(request.decode(b"{}").unwrap_err(), @"unexpected response: no page, which is an object with an array `value`: there is no `value`");
    assert_snapshot!(request.decode(b"7").unwrap_err(), @"unexpected response: no page, which is an object with an array `value`: found 7");
}

#[test]
fn other_responses_are_read_as_documented() {
    let value: Wrapped<String> = request(Method::GET).decode(br#"{"value":"x"}"#).unwrap();
    assert_eq!(value.value, "x");
    let media: Media = request(Method::GET).decode(b"\xff\xfe").unwrap();
    assert_eq!(media, Media(vec![0xff, 0xfe]));
    assert_eq!(request::<NoContent>(Method::DELETE).decode(b"").unwrap(), NoContent);
    let untyped: serde_json::Value = request(Method::GET).decode(b"[1]").unwrap();
    assert_eq!(untyped, serde_json::json!([1]));
}

#[test]
fn no_body_is_none_and_nothing_else() {
    let maybe = request::<Option<i32>>(Method::PATCH);
    assert_eq!((maybe.decode(b"").unwrap(), maybe.decode(b"7").unwrap()), (None, Some(7)));
    let error = request::<i32>(Method::PATCH).decode(b"").unwrap_err();
    assert_snapshot!(error, @"unexpected response: EOF while parsing a value at line 1 column 0");
}

#[test]
fn another_response_type_keeps_the_rest() {
    let typed = request::<NoContent>(Method::POST).top(1).header("a", "b").json(&1);
    let (before, after) = (wire(&typed), wire(&typed.clone().decode_as::<Media>()));
    assert_eq!(before, after);
    assert_snapshot!(format!("{typed:?}"), @r#"Request { method: POST, path: "/users/a%20b", query: [("$top", "1")], headers: [("a", "…")], body: Json(1 bytes), invalid: None }"#);
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_json() {
    let count: Request<u32> = Path::root().child("/users/$count").request(Method::GET);
    assert_eq!(count.decode("\u{feff}17".as_bytes()).unwrap(), 17);
}

#[test]
fn a_list_of_nothing_makes_no_query_option() {
    let nothing: [&str; 0] = [];
    let request = request::<NoContent>(Method::GET)
        .select_raw(nothing)
        .expand_raw(nothing)
        .order_by_raw(nothing);
    assert_eq!(request.url(BASE).unwrap(), "https://graph.example/v1.0/users/a%20b");
}

#[test]
fn a_reference_to_a_path_follows_the_service() {
    let user: Request<NoContent> = Path::at("https://graph.example/v1.0")
        .child("/users/{id}")
        .with(&"a b")
        .request(Method::GET);
    let add = request::<NoContent>(Method::POST).reference(&Reference::to(&user.top(1)));
    assert_snapshot!(wire(&add), @r#"
    POST https://graph.example/v1.0/users/a%20b
    Content-Type: application/json

    {"@odata.id":"https://graph.example/v1.0/users/a%20b"}
    "#);
    let elsewhere = add.body_at("https://graph.example.us/v1.0/");
    assert_snapshot!(String::from_utf8_lossy(elsewhere.as_bytes()), @r#"{"@odata.id":"https://graph.example.us/v1.0/users/a%20b"}"#);
    assert_eq!(add.json(&1).body_at("https://x.example").as_bytes(), b"1");
    let nobody: Request<NoContent> =
        Path::root().child("/users/{id}").with(&"").request(Method::GET);
    let add = request::<NoContent>(Method::POST).reference(&Reference::to(&nobody));
    assert_eq!(add.check(), nobody.check());
    assert!(nobody.check().is_err());
}
