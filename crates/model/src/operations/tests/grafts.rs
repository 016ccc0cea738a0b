//! Routes that only examples show.

use insta::assert_snapshot;

use super::api;
use super::build::{Doc, page, resource};

/// The routes that only examples show, as method and template.
fn shown(pages: Vec<Doc>) -> String {
    let mut all = vec![resource("boat", None, "id: String")];
    all.extend(pages);
    let api = api(all);
    let routes = api.operations.iter().flat_map(|operation| {
        let shown = operation.routes.iter().filter(|route| !route.is_listed());
        shown.map(|route| format!("{} {}", operation.method.as_str(), route.template))
    });
    routes.collect::<Vec<_>>().join("\n")
}

fn list() -> Doc {
    page("api/boat-list.md", &["GET /docks/{id}/boats"]).returns("200 boat[]")
}

fn own() -> Doc {
    page("api/me-get.md", &["GET /me/dock"]).returns("200 boat")
}

#[test]
fn below_a_node_of_another_page() {
    assert_snapshot!(shown(vec![own(), list().tries("GET /me/dock/boats")]), @"GET /me/dock/boats");
}

#[test]
fn keys_are_values() {
    let get = page("api/boat-get.md", &["GET /docks/{id}/boats/{boat-id}"]).returns("200 boat");
    assert_snapshot!(shown(vec![own(), get.tries("GET /me/dock/boats/42")]), @"GET /me/dock/boats/{boat-id}");
}

#[test]
fn listed_routes_are_not_shown_again() {
    assert_snapshot!(shown(vec![list().tries("GET /docks/7/boats")]), @"");
}

#[test]
fn another_end_is_a_slip() {
    let remove = page("api/boat-delete.md", &["DELETE /docks/{id}/boats/{id}/$ref"]);
    assert_snapshot!(shown(vec![list(), remove.tries("DELETE /docks/1/boats/2")]), @"");
    assert_snapshot!(shown(vec![own(), list().tries("GET /me/dock/boat")]), @"");
}

#[test]
fn nothing_grows_on_nothing() {
    assert_snapshot!(shown(vec![list().tries("GET /harbours/1/boats")]), @"");
    assert_snapshot!(shown(vec![list().tries("GET /boats")]), @"");
}

#[test]
fn arguments_that_the_list_forgets() {
    let page = page("api/boat-find.md", &["GET /docks/{id}/find"]).returns("200 boat[]");
    assert_snapshot!(
        shown(vec![page.tries("GET /docks/1/find(name='Ann')")]),
        @"GET /docks/{id}/find(name='{name}')"
    );
}

#[test]
fn what_the_page_spells_out_is_no_key() {
    let get =
        page("api/boat-get.md", &["GET /{owner}/{dock}/fleet/boats/{id}"]).returns("200 boat");
    assert_snapshot!(shown(vec![get.tries("GET /elb/fleet/boats/12")]), @"GET /{owner}/fleet/boats/{id}");
}
