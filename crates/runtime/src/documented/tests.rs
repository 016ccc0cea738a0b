use insta::assert_snapshot;
use serde_json::Value;

use super::json::difference;
use super::{WriteBack, assert_body, assert_response, same_request};
use crate as rt;
use rt::{Method, Page, Path, Request, Wrapped};

fn users() -> Request<()> {
    Path::at("https://graph.example/v1.0").child("/users").request(Method::GET)
}

#[test]
fn spellings_of_the_same_request() {
    let filter = |text: &str| users().filter_raw(text);
    let cases = [
        (users(), "GET https://graph.example/v1.0/users"),
        (users(), "GET /Users/"),
        (users().top(5).count(), "GET /users?$count=true&top=5"),
        (filter("startswith(name,'A b')"), "GET /users?$filter=startsWith(name,%20'A+b')"),
        (filter("a eq 'b&c' or d eq 1"), "GET /users?$filter=(a eq 'b&c') or d  eq 1"),
        (filter("t ge 2026-01-31T08:00:00Z"), "GET /users?$filter=t ge 2026-01-31T08:00:00.000Z"),
        (
            filter("l/any(x:x/id eq 1 and x eq 2)"),
            "GET /users?$filter=l/any(u:u/id eq 1 and u eq 2)",
        ),
        (users().expand_raw(["m($select=id,name)"]), "GET /users?$expand=m(select=id, name)"),
        (
            users().expand_raw(["m($select=id,name;$levels=max)"]),
            "GET /users?$expand=m($levels=max;$select=id,name)",
        ),
    ];
    for (request, documented) in cases {
        assert_eq!(same_request(&request, documented), Ok(()), "{documented}");
    }
}

#[test]
fn requests_that_differ() {
    let cases = [
        (users(), "POST /users", "method"),
        (users(), "GET /user", "path"),
        (users(), "GET /users?$top=1", "query"),
        (users().top(2), "GET /users?$top=1", "query"),
        (users().filter_raw("a eq 'b c'"), "GET /users?$filter=a eq 'bc'", "query"),
        (users().filter_raw("not (a eq 1)"), "GET /users?$filter=a eq 1", "query"),
        (users().filter_raw("a in (1,2)"), "GET /users?$filter=a in (1,3)", "query"),
    ];
    for (request, documented, part) in cases {
        let difference = same_request(&request, documented).unwrap_err();
        assert!(difference.starts_with(&format!("the {part} differs")), "{difference}");
    }
}

#[test]
fn functions_keys_and_item_paths() {
    let path = Path::root().child("/drive/root").child(":/{path}").with(&"a b/c.txt");
    let content: Request<()> = path.child("/content").request(Method::PUT);
    assert_eq!(same_request(&content, "PUT /drive/root:/a b/c.txt:/content"), Ok(()));
    let range = Path::root().child("/range(a='{a}',b={b})").with(&"x'y").with(&1);
    let range: Request<()> = range.request(Method::GET);
    assert_eq!(same_request(&range, "GET /microsoft.graph.range(a='x''y', b=1)"), Ok(()));
}

pub(super) struct Boat {
    pub name: Option<Box<str>>,
    pub length: Option<i64>,
    pub launched: Option<rt::Timestamp>,
    pub additional: rt::Additional,
}
rt::model! { Boat: "sea.boat" { name: "name", length: "length", launched: "launched", } }

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn spellings_of_the_same_json() {
    let cases = [
        (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#),
        (r#"{"a":1}"#, r#"{"a":1,"b":null}"#),
        (r#"[1,"1.50",9007199254740993]"#, r#"[1.0,1.5,"9007199254740993"]"#),
        (r#""2026-01-31T08:00:00Z""#, r#""2026-01-31T09:00:00.0000000+01:00""#),
        (r#""08:30:00""#, r#""08:30:00.0000000""#),
        (r#""PT90S""#, r#""P0DT90.0S""#),
        (r#""d0ce4a3b-9a4c-4b5e-8d9f-0a1b2c3d4e5f""#, r#""D0CE4A3B-9A4C-4B5E-8D9F-0A1B2C3D4E5F""#),
        (r#""-_8=""#, r#""+/8""#),
        (r#""red,green""#, r#""red, green""#),
        (r##"{"@odata.type":"#sea.boat"}"##, r#"{"@odata.type":"sea.boat"}"#),
    ];
    for (ours, theirs) in cases {
        assert_eq!(difference(&json(ours), &json(theirs)), None, "{ours} {theirs}");
        assert_eq!(difference(&json(theirs), &json(ours)), None, "{theirs} {ours}");
    }
}

#[test]
fn json_that_differs() {
    let cases = [
        (r#"{"a":{"b":[1,2]}}"#, r#"{"a":{"b":[1,3]}}"#),
        (r#"{"a":[1]}"#, r#"{"a":[1,2]}"#),
        (r#"{"a":[]}"#, "{}"),
        (r#"{"a":true}"#, r#"{"a":"true"}"#),
        (r#"{"a":9007199254740993}"#, r#"{"a":9007199254740992}"#),
        (r#"{"a":"PT1H"}"#, r#"{"a":"PT60M"}"#),
        (r#"{"a":"Red"}"#, r#"{"a":"red"}"#),
        (r#"{"a":"red,green"}"#, r#"{"a":"green,red"}"#),
    ];
    let differences: Vec<String> = cases
        .into_iter()
        .map(|(ours, theirs)| difference(&json(ours), &json(theirs)).unwrap())
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_snapshot!(differences.join("\n"), @r#"
    `/a/b[1]` differs built: 2 documented: 3
    `/a` differs built: [1] documented: [1,2]
    `/a` differs built: [] documented: null
    `/a` differs built: true documented: "true"
    `/a` differs built: 9007199254740993 documented: 9007199254740992
    `/a` differs built: "PT1H" documented: "PT60M"
    `/a` differs built: "Red" documented: "red"
    `/a` differs built: "red,green" documented: "green,red"
    "#);
}

#[test]
fn answers_come_back() {
    let page: Request<Page<Boat>> = Path::root().child("/boats").request(Method::GET);
    assert_response(
        &page,
        r##"{"@odata.context":"x","@odata.count":7,"@odata.nextLink":"y","value":[{"name":"Ann","length":"7",
            "launched":"not yet","mast":{"height":9},"@odata.type":"#sea.boat"}]}"##,
    );
    assert_response(&page, r#"[{"name":"Ann"},{"name":"Bob","length":"7"}]"#);
    let one: Request<Option<Boat>> = Path::root().child("/boat").request(Method::GET);
    assert_response(&one, r#"{"launched":"2026-01-31T08:00:00.000Z","name":null}"#);
    let number: Request<Wrapped<i64>> = Path::root().child("/number").request(Method::GET);
    assert_response(&number, r#"{"value":5}"#);
}

#[test]
#[should_panic(expected = "unexpected response")]
fn an_answer_of_another_shape_is_not_read() {
    let page: Request<Page<Boat>> = Path::root().child("/boats").request(Method::GET);
    assert_response(&page, r#"{"name":"Ann"}"#);
}

#[test]
#[should_panic(expected = "`/name` differs")]
fn a_body_that_says_something_else() {
    let boat = Boat { name: Some("Ann".into()), ..Boat::default() };
    let request: Request<Boat> = Path::root().child("/boats").request(Method::POST).json(&boat);
    assert_body(&request, r#"{"name":"Ann"}"#);
    assert_body(&request, r#"{"name":"Bob"}"#);
}

#[test]
fn a_page_is_written_as_it_was_read() {
    let page: Page<Boat> = serde_json::from_str(r#"{"value":[],"a":1}"#).unwrap();
    assert_eq!(page.write_back(), json(r#"{"a":1,"value":[]}"#));
}
