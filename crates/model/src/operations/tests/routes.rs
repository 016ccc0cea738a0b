//! Pages to operations: kinds, names, routes, files.

use facts::{BodyStatement, ParameterPlace};
use insta::assert_snapshot;

use super::build::{Doc, page, resource};
use super::{api, operations};

fn with_boats(pages: Vec<Doc>) -> Vec<Doc> {
    let mut all = vec![
        resource("boat", None, "id: String, logo: Stream | crew: sailor[], captain: sailor"),
        resource("sailor", None, "id: String, name: String"),
    ];
    all.extend(pages);
    all
}

#[test]
fn what_a_method_does_depends_on_what_the_path_addresses() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-list.md", &["GET /boats"]).returns("200 boat[]"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-post.md", &["POST /boats"]).returns("201 boat"),
        page("api/boat-update.md", &["PATCH /boats/{id}"]).returns("200 boat"),
        page("api/boat-put.md", &["PUT /boats/{id}"]).returns("200 boat"),
        page("api/boat-delete.md", &["DELETE /boats/{id}"]).returns("204"),
    ])), @"
    Get /boats .boats.list()
        List -> 200 boat[] (test)
        operations/common/boat of api/boat-list.md
    Post /boats .boats.create()
        Create boat -> 201 boat (test)
        operations/common/boat of api/boat-post.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Put /boats/{id} .by_id.put()
        Replace boat -> 200 boat (test)
        operations/common/boat of api/boat-put.md
    Patch /boats/{id} .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-update.md
    Delete /boats/{id} .by_id.delete()
        Delete -> 204 nothing (test)
        operations/common/boat of api/boat-delete.md
    ");
}

#[test]
fn operations_that_the_path_names() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-launch.md", &["POST /boats/{id}/launch"]).returns("204"),
        page("api/boat-delta.md", &["GET /boats/delta"]).returns("200 boat"),
        page("api/boat-find.md", &["GET /boats/find(name='{name}')"]).returns("200 boat[]"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
    ])), @"
    Get /boats/delta .delta.get()
        Delta -> 200 boat[] (test)
        operations/common/boat of api/boat-delta.md
    Get /boats/find(name='{name}') .find.get()
        Function -> 200 boat[] (test)
        operations/common/boat of api/boat-find.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Post /boats/{id}/launch .launch.post()
        Action -> 204 nothing (test)
        operations/common/boat of api/boat-launch.md
    ");
}

#[test]
fn references_counts_and_media() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-list-crew.md", &["GET /boats/{id}/crew/$ref"]).returns("200 sailor[]"),
        page("api/boat-post-crew.md", &["POST /boats/{id}/crew/$ref"]).returns("204"),
        page("api/boat-delete-crew.md", &["DELETE /boats/{id}/crew/{id}/$ref"]).returns("204"),
        page("api/boat-put-captain.md", &["PUT /boats/{id}/captain/$ref"]).returns("204"),
        page("api/boat-count-crew.md", &["GET /boats/{id}/crew/$count"]).returns("200"),
        page("api/boat-get-logo.md", &["GET /boats/{id}/logo", "GET /boats/{id}/logo/$value"]),
        page("api/boat-put-logo.md", &["PUT /boats/{id}/logo"]).returns("204"),
    ])), @r#"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Put /boats/{id}/captain/$ref .reference.set()
        Reference Reference -> 204 nothing (test)
        operations/common/boat of api/boat-put-captain.md
    Get /boats/{id}/crew/$count .count.get()
        Count -> 200 Int32 (path)
        operations/common/boat of api/boat-count-crew.md
    Get /boats/{id}/crew/$ref .reference.list()
        Reference -> 200 sailor[] (test)
        operations/common/boat of api/boat-list-crew.md
    Post /boats/{id}/crew/$ref .reference.add()
        Reference Reference -> 204 nothing (test)
        operations/common/boat of api/boat-post-crew.md
    Delete /boats/{id}/crew/{crew-id}/$ref .reference.remove()
        Reference -> 204 nothing (test)
        operations/common/boat of api/boat-delete-crew.md
    Get /boats/{id}/logo .logo.get()
    Get /boats/{id}/logo/$value .value.get()
        Media ->  stream (path)
        operations/common/boat of api/boat-get-logo.md
    Put /boats/{id}/logo .logo.put()
        Media Binary("application/octet-stream") -> 204 nothing (test)
        operations/common/boat of api/boat-put-logo.md
    "#);
}

#[test]
fn one_page_is_one_operation_at_all_routes_that_do_the_same() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/sailor-get.md", &["GET /sailors/{id}", "GET /boats/{id}/crew/{id}", "GET /boats/{id}/crew"])
            .returns("200 sailor"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
    ])), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Get /boats/{id}/crew .crew.list()
        List -> 200 sailor[] (test)
        operations/common/sailor of api/sailor-get.md
    Get /boats/{id}/crew/{crew-id} .by_id.get()
    Get /sailors/{id} .by_id.get()
        Get -> 200 sailor (test)
        operations/common/sailor of api/sailor-get.md
    ");
}

#[test]
fn pages_about_one_route_become_one_operation() {
    let mut pages = with_boats(vec![
        page("api/ferry-update.md", &["PATCH /boats/{id}"]).returns("200 ferry"),
        page("api/barge-update.md", &["PATCH /Boats/{boat-id}"]).returns("200 barge"),
        page("api/ferry-get.md", &["GET /boats/{id}"]).returns("200 ferry"),
        page("api/barge-get.md", &["GET /boats/{id}"]).returns("200 barge"),
    ]);
    pages.push(resource("ferry", Some("boat"), "cars: Int32"));
    pages.push(resource("barge", Some("boat"), "load: Int32"));
    assert_snapshot!(operations(pages), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/barge of api/barge-get.md, api/ferry-get.md
    Patch /boats/{id} .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/barge of api/barge-update.md, api/ferry-update.md
    ");
}

#[test]
fn the_more_specific_page_speaks_for_a_route() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/annotation-get.md", &["GET /boats/{id}?$expand=x", "GET /sailors/{id}?$expand=x"]).returns("200 sailor"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
    ])), @"
    Get /sailors/{id} .by_id.get()
        Get -> 200 sailor (test)
        options $expand
        operations/common/annotation of api/annotation-get.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/annotation-get.md, api/boat-get.md
    ");
}

#[test]
fn parameters_of_headers_tables_and_request_lines() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-list-trips.md", &[
            "GET /boats/trips?from={from}&to={to}&$top=5",
            "GET /boats/trips?from={from}",
        ])
        .returns("200 boat[]")
        .takes(ParameterPlace::Header, "Authorization", "String", true)
        .takes(ParameterPlace::Header, "If-Match", "String", true)
        .takes(ParameterPlace::Query, "from", "DateTimeOffset", false)
        .takes(ParameterPlace::Query, "type", "String", false)
        .takes(ParameterPlace::Query, "$filter", "String", false)
        .takes(ParameterPlace::Query, "expand", "String", false),
        page("api/boat-search.md", &["GET /boats?search={text}"]).returns("200 boat[]"),
        page("api/boat-rate.md", &["GET /boats/rate", "GET /boats/{id}/draw(width=640)"])
            .sends(BodyStatement::Other, "width: Int32, colour: String")
            .returns("200 Double"),
    ])), @"
    Get /boats .boats.list()
        List -> 200 boat[] (test)
        search search: String
        operations/common/boat of api/boat-search.md
    Get /boats/rate .rate.get()
    Get /boats/{id}/draw(width={width}) .draw.get()
        Function -> 200 {Double} (test)
        colour colour?: String
        operations/common/boat of api/boat-rate.md
    Get /boats/trips .trips.get()
        Function -> 200 boat[] (test)
        If-Match if_match: String
        from from: DateTimeOffset
        type r#type?: String
        to to?: String
        options $expand $filter $top
        operations/common/boat of api/boat-list-trips.md
    ");
}

#[test]
fn what_follows_a_key_is_not_called() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-list-flags.md", &["GET /boats/flags"]).returns("200 boat[]"),
        page("api/boat-get-flag.md", &["GET /boats/flags/{id}"]).returns("200 boat"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-patch-own.md", &["PATCH /boats/own"]).returns("204"),
        page("api/boat-list-own-crew.md", &["GET /boats/own/crew"]).returns("200 sailor"),
        page("api/boat-race.md", &["POST /boats/race"]).returns("204"),
    ])), @"
    Get /boats/flags .flags.list()
        List -> 200 boat[] (test)
        operations/common/boat of api/boat-list-flags.md
    Get /boats/flags/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get-flag.md
    Patch /boats/own .own.update()
        Update boat -> 204 nothing (test)
        operations/common/boat of api/boat-patch-own.md
    Get /boats/own/crew .crew.list()
        List -> 200 sailor[] (test)
        operations/common/boat of api/boat-list-own-crew.md
    Post /boats/race .race.post()
        Action -> 204 nothing (test)
        operations/common/boat of api/boat-race.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    ");
}

#[test]
fn a_title_tells_an_operation_from_an_undocumented_property() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-rename.md", &["PATCH /boats/{id}/rename"])
            .titled("boat: rename")
            .sends(BodyStatement::Parameters, "name: String")
            .returns("200 boat"),
        page("api/boat-weigh.md", &["GET /boats/{id}/weigh"]).titled("weigh function").returns("200 Double"),
        page("api/boat-get-berth.md", &["GET /boats/{id}/berth"]).titled("Get berth").returns("200 boat"),
    ])), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Get /boats/{id}/berth .berth.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get-berth.md
    Patch /boats/{id}/rename .rename.update()
        Action BoatRenameBody { name: String } -> 200 boat (test)
        operations/common/boat of api/boat-rename.md
    Get /boats/{id}/weigh .weigh.get()
        Function -> 200 {Double} (test)
        operations/common/boat of api/boat-weigh.md
    ");
}

#[test]
fn strings_stand_in_quotes_also_where_the_request_line_forgets_them() {
    let page = page("api/boat-trips.md", &["GET /boats/trips(to={to},hours={hours},via={via})"])
        .takes(ParameterPlace::Function, "to", "String", true)
        .takes(ParameterPlace::Function, "hours", "Int32", true)
        .returns("200 boat[]");
    let api = api(with_boats(vec![page]));
    let template = api.operations[0].routes[0].template.as_str();
    assert_eq!(template, "/boats/trips(to='{to}',hours={hours},via={via})");
}

/// What the first node addresses.
fn root(pages: Vec<Doc>) -> Option<String> {
    let value = api(with_boats(pages)).nodes.into_iter().next()?.shape.value?;
    Some(format!("{:?}", value.item))
}

#[test]
fn a_root_is_what_its_operations_are_called_on() {
    let launch = |title| page("api/boat-launch.md", &["POST /pier/launch"]).titled(title);
    let boat = root(vec![launch("boat: launch")]);
    assert!(boat.is_some_and(|it| it.contains("\"boat\"")));
    assert_eq!(root(vec![launch("Launch")]), None);
    assert_eq!(root(vec![launch("yacht: launch")]), None);
}

#[test]
fn a_root_that_only_shares_its_name_with_values_is_none_of_them() {
    let weather = || resource("weather", None, "wind: String |");
    let get = |path| page("api/get.md", &[path]).returns("200 sailor");
    assert_eq!(root(vec![weather(), get("GET /weather/reports")]), None);
    assert!(root(vec![weather(), get("GET /weather/wind")]).is_some());
    assert!(root(vec![resource("weather", None, ""), get("GET /weather/reports")]).is_some());
}

/// Each page that speaks for no operation: its constant, what it documents, and its permissions; then what was reported.
fn further(pages: Vec<Doc>) -> String {
    let sources = diag::Sources::default();
    let (api, diagnostics) = super::built(pages, &sources);
    let page = |it: &crate::FurtherPage| {
        let needs = it.permissions.iter().filter_map(|it| it.application.clone());
        let needs: Vec<String> = needs.flatten().flatten().collect();
        let (examples, of) = (it.examples.len(), it.operations.join(" "));
        format!("{} of {} as {of}: {} {examples}", it.constant, it.page, needs.join(" "))
    };
    let shown = api.further.iter().map(page);
    let reported = diagnostics.iter().map(|it| diag::render(it, &sources));
    shown.chain(reported).collect::<Vec<String>>().join("\n")
}

#[test]
fn what_pages_say_whose_routes_others_speak_for_is_kept_under_their_names() {
    let create = |kind: &str, scope: &str| {
        page(&format!("api/{kind}-create.md"), &["POST /boats"])
            .returns(&format!("201 {kind}"))
            .needs(scope)
            .tries("POST /boats")
    };
    let mut pages = with_boats(vec![
        create("ferry", "Ferries.Write"),
        create("barge", "Barges.Write"),
        page("api/boat-list.md", &["GET /boats"]).returns("200 boat[]"),
    ]);
    pages.push(resource("ferry", Some("boat"), "cars: Int32"));
    pages.push(resource("barge", Some("boat"), "load: Int32"));
    assert_snapshot!(further(pages), @"
    FERRY_CREATE of api/ferry-create.md as BARGE_CREATE: Ferries.Write 1
    note[AM0609 conflicting-conditions]: this page states other permissions for `POST /boats`
     |
     = help: `api/barge-create.md` speaks for the route, and `BARGE_CREATE` holds what it says; what this page says is kept in `FERRY_CREATE`
    ");
}

#[test]
fn other_permissions_for_a_route_are_reported_where_they_lose() {
    let get =
        |name: &str, lines: &[&str]| page(name, lines).returns("200 boat").needs("Boats.Read");
    assert_snapshot!(further(with_boats(vec![
        get("api/boat-get.md", &["GET /boats/{id}"]),
        get("api/boat-look.md", &["GET /boats/{id}"]),
        page("api/boat-watch.md", &["GET /boats/{id}", "GET /boats"])
            .returns("200 boat[]")
            .needs("Boats.Watch"),
    ])), @"
    BOAT_LOOK of api/boat-look.md as BOAT_GET: Boats.Read 0
    note[AM0609 conflicting-conditions]: this page states other permissions for `GET /boats/{id}`
     |
     = help: `api/boat-get.md` speaks for the route, and `BOAT_GET` holds what it says; what this page says holds for its other routes only
    ");
}

#[test]
fn a_page_that_says_what_none_of_its_operations_returns_is_reported() {
    assert_snapshot!(further(with_boats(vec![
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/sailor-find.md", &["GET /boats/{id}"]).returns("200 sailor"),
    ])), @"
    SAILOR_FIND of api/sailor-find.md as BOAT_GET:  0
    warning[AM0604 conflicting-pages]: this page says that `dock.sailor` is returned, its operation returns `dock.boat`
     |
     = help: `api/boat-get.md` documents the same route and is believed
    ");
}

#[test]
fn a_value_in_place_of_a_key_is_that_key() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-delete.md", &["DELETE /boats/f2192ca4b1a04f0db6a1ad0cf1aa2c8b"]).returns("204"),
        page("api/boat-moor.md", &["POST /boats/boats.example.com/moor"]).returns("204"),
        page("api/boat-delta.md", &["GET /boats/delta"]).returns("200 boat[]"),
        page("api/harbour-get.md", &["GET /harbours/12345"]).returns("200 boat"),
    ])), @"
    Get /boats/delta .delta.get()
        Delta -> 200 boat[] (test)
        operations/common/boat of api/boat-delta.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Delete /boats/{id} .by_id.delete()
        Delete -> 204 nothing (test)
        operations/common/boat of api/boat-delete.md
    Post /boats/{id}/moor .moor.post()
        Action -> 204 nothing (test)
        operations/common/boat of api/boat-moor.md
    Get /harbours/12345 .f12345.get()
        Get -> 200 boat (test)
        operations/common/harbour of api/harbour-get.md
    warning[AM0607 value-in-path]: `f2192ca4b1a04f0db6a1ad0cf1aa2c8b` stands in this path where others have a key
     |
     = help: it is taken for a value of that key; write a placeholder such as `{id}`
    warning[AM0607 value-in-path]: `boats.example.com` stands in this path where others have a key
     |
     = help: it is taken for a value of that key; write a placeholder such as `{id}`
    ");
}

#[test]
fn a_call_whose_arguments_stand_in_two_places_is_one() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-sum.md", &["GET /boats/sum?by={by}", "GET /boats/sum(by='{by}')"])
            .takes(ParameterPlace::Function, "by", "String", true)
            .returns("200 boat[]"),
        page("api/boat-rank.md", &["GET /boats/rank?by={by}"]).returns("200 boat[]"),
    ])), @"
    Get /boats/rank .rank.list()
        List -> 200 boat[] (test)
        by by: String
        operations/common/boat of api/boat-rank.md
    Get /boats/sum(by='{by}') .sum.get()
        Function -> 200 boat[] (test)
        operations/common/boat of api/boat-sum.md
    warning[AM0608 arguments-twice]: another line of this page has these arguments in parentheses
     |
     = help: that one is used; both are one call
    ");
}
