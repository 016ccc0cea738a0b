use std::fmt::Display;

use insta::assert_snapshot;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::Path;
use crate::Method;

fn path(template: &'static str, arguments: &[&dyn Display]) -> String {
    let path = arguments.iter().fold(Path::root().child(template), |path, it| path.with(*it));
    path.invalid().map_or(path.as_str().to_owned(), |invalid| invalid.to_string())
}

#[test]
fn arguments_are_written_for_their_place() {
    let cases: &[(&'static str, &str, &str)] = &[
        ("/users/{id}", "adele@contoso.com", "/users/adele@contoso.com"),
        ("/users/{id}", "a/b?c#d%e f", "/users/a%2Fb%3Fc%23d%25e%20f"),
        ("/chats/{id}", "19:x_y@thread.v2", "/chats/19%3Ax_y@thread.v2"),
        ("/sites/{id}", "contoso.example,1,2", "/sites/contoso.example,1,2"),
        ("/users/{id}", "jürgen", "/users/j%C3%BCrgen"),
        ("/apps(appId='{appId}')", "O'Neil", "/apps(appId='O%27%27Neil')"),
        ("/apps(appId='{appId}')", "", "/apps(appId='')"),
        ("/apps({id})", "49dd5ffb-fe49-ee11", "/apps(49dd5ffb-fe49-ee11)"),
        ("/apps({id})", "1)/x(2", "/apps(1%29%2Fx%282)"),
        ("/apps('{id}')", "O'Neil/x", "/apps('O%27%27Neil%2Fx')"),
        ("/report(period='{period}')/content", "D7", "/report(period='D7')/content"),
        ("/cell(row={row})", "1,column=2", "/cell(row=1%2Ccolumn%3D2)"),
        ("/root:/{path}", "Documents/a b.txt", "/root:/Documents/a%20b.txt"),
        ("/root:/{path}", "a:b/50%", "/root:/a%3Ab/50%25"),
    ];
    for (template, argument, written) in cases {
        assert_eq!(path(template, &[argument]), *written, "{template} with {argument}");
    }
}

#[test]
fn several_arguments_fill_their_placeholders_in_order() {
    let written = path("/cell(row={row},column={column},name='{name}')", &[&1, &22, &"it's"]);
    assert_snapshot!(written, @"/cell(row=1,column=22,name='it%27%27s')");
}

#[test]
fn an_item_path_is_closed_before_more_follows() {
    let item = Path::root().child("/root").child(":/{path}").with(&"a/b");
    assert_eq!(item.as_str(), "/root:/a/b");
    assert_eq!(item.child("/children").as_str(), "/root:/a/b:/children");
    let nested = item.child("/items").child("/{id}").with(&"1");
    assert_eq!(nested.as_str(), "/root:/a/b:/items/1");
}

#[test]
fn what_would_address_another_resource_is_refused() {
    let cases: &[(&'static str, &str)] = &[
        ("/users/{user-id}/messages", ""),
        ("/users/{user-id}/messages", ".."),
        ("/users/{user-id}", "."),
        ("/root:/{path}", ""),
        ("/root:/{path}", "a/../../../users"),
        ("/root:/{path}", "a//b"),
        ("/root:/{path}", "/a"),
        ("/root:/{path}", "a/"),
        ("/root:/{path}", "/"),
        ("/root:/{path}", "./a"),
        ("/cell(row={row})", ""),
        ("/apps({id})", ""),
    ];
    let refused: Vec<String> =
        cases.iter().map(|(template, argument)| path(template, &[argument])).collect();
    assert_snapshot!(refused.join("\n"), @"
    nothing given for `{user-id}` in the path
    `.` or `..` given for `{user-id}` would change the path
    `.` or `..` given for `{user-id}` would change the path
    nothing given for `{path}` in the path
    `.` or `..` given for `{path}` would change the path
    what is given for `{path}` has two slashes in a row, or one at an end, which names another item
    what is given for `{path}` has two slashes in a row, or one at an end, which names another item
    what is given for `{path}` has two slashes in a row, or one at an end, which names another item
    what is given for `{path}` has two slashes in a row, or one at an end, which names another item
    `.` or `..` given for `{path}` would change the path
    nothing given for `{row}` in the path
    nothing given for `{id}` in the path
    ");
}

#[test]
fn the_first_refusal_is_kept() {
    let path = Path::root().child("/{first}").with(&"").child("/{second}").with(&"..");
    assert_snapshot!(path.invalid().unwrap(), @"nothing given for `{first}` in the path");
}

#[test]
fn a_placeholder_without_an_argument_is_refused() {
    let path = Path::root().child("/cell(row={row | line},column={column})").with(&1);
    assert_eq!(path.as_str(), "/cell(row=1,column=");
    let request = path.request::<crate::NoContent>(crate::Method::GET);
    assert_eq!(request.path(), "/cell(row=1,column=)");
    assert_snapshot!(request.check().unwrap_err(), @"nothing given for `{column}` in the path");
    assert_snapshot!(Path::root().child("/{id | name}").child("/x").invalid().unwrap(), @"nothing given for `{id}` in the path");
    assert_eq!(Path::root().child("/users").with(&"surplus").as_str(), "/users");
}

#[test]
fn a_path_remembers_its_service_root() {
    let users = Path::at("https://api.example/v1.0/").child("/users");
    assert_eq!(users.service_root(), "https://api.example/v1.0");
    assert_eq!(users.as_str(), "/users");
    assert_eq!(users.request::<()>(Method::GET).service_root(), "https://api.example/v1.0");
    assert_eq!(Path::root().service_root(), "");
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

proptest! {
    #[test]
    fn any_key_stays_one_segment_and_decodes_back(key in "\\PC+|[/%?#:.'&=+ ]+|(?s).+") {
        let path = Path::root().child("/users").child("/{id}").with(&key).child("/messages");
        if key == "." || key == ".." {
            prop_assert!(path.invalid().is_some());
            return Ok(());
        }
        let segments: Vec<&str> = path.as_str().split('/').collect();
        prop_assert_eq!(&segments[..2], &["", "users"]);
        prop_assert_eq!(segments.len(), 4);
        prop_assert_eq!(decoded(segments[2]), key);
        prop_assert!(!segments[2].contains(['?', '#', ':', '(', '\'', '&', ' ']));
    }

    #[test]
    fn any_quoted_argument_ends_where_its_quote_ends(text in "(?s).*") {
        let path = Path::root().child("/f(x='{x}')").with(&text);
        let inner = path.as_str().strip_prefix("/f(x='").unwrap().strip_suffix("')").unwrap();
        prop_assert!(!inner.contains(['\'', '/', '?', '#']));
        prop_assert_eq!(decoded(inner).replace("''", "'"), text);
    }

    #[test]
    fn any_item_path_keeps_its_components(components in prop::collection::vec("[^/]{1,6}", 1..5)) {
        prop_assume!(components.iter().all(|it| it != "." && it != ".."));
        let path = Path::root().child(":/{path}").with(&components.join("/"));
        let inner = path.as_str().strip_prefix(":/").unwrap();
        prop_assert_eq!(inner.split('/').map(decoded).collect::<Vec<_>>(), components);
        prop_assert!(!inner.contains(':'));
    }
}
