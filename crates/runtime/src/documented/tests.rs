use super::same_request;
use crate::{Method, Path, Request};

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
