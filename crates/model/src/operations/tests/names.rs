//! Names that must not move, and names that must not clash.

use facts::BodyStatement;
use insta::assert_snapshot;

use super::build::{Doc, page, resource};
use super::{api, operations};
use crate::operations::files::Files;

fn fleet() -> Vec<Doc> {
    vec![
        resource("boat", None, "id: String | crew: sailor[]"),
        resource("sailor", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/boat-copy.md", &["POST /boats/{id}/copy"])
            .sends(BodyStatement::Parameters, "name: String")
            .returns("204"),
        page("api/sailor-get.md", &["GET /boats/{boat-id}/crew/{id}", "GET /sailors/{id}"])
            .returns("200 sailor"),
    ]
}

#[test]
fn the_order_of_pages_changes_nothing() {
    let mut reversed = fleet();
    reversed.reverse();
    assert_eq!(api(fleet()), api(reversed));
}

#[test]
fn an_unrelated_page_renames_nothing() {
    let mut more = fleet();
    more.push(
        page("api/a-harbour-copy.md", &["POST /harbours/{key}/copy"])
            .sends(BodyStatement::Parameters, "name: String")
            .returns("204"),
    );
    let (before, after) = (api(fleet()), api(more));
    let kept: Vec<_> =
        after.nodes.iter().filter(|it| !it.template.starts_with("/harbours")).collect();
    let names = |nodes: &[&crate::PathNode]| {
        nodes
            .iter()
            .map(|it| (it.template.clone(), it.rust_name.clone(), it.accessor.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&before.nodes.iter().collect::<Vec<_>>()), names(&kept));
}

#[test]
fn structs_of_parameters_are_named_after_type_and_operation() {
    let send = |page: Doc| page.sends(BodyStatement::Parameters, "name: String").returns("204");
    assert_snapshot!(operations(vec![
        resource("boat", None, "id: String | crew: sailor[]"),
        resource("sailor", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        send(page("api/boat-copy.md", &["POST /boats/{id}/copy"])),
        send(page("api/boat-sort.md", &["POST /boats/sort"])),
        send(page("api/harbour-sort.md", &["POST /harbours/{id}/boats/sort"])),
        send(page("api/harbour-open.md", &["POST /harbours/{id}/open"])),
        page("api/harbour-list-boats.md", &["GET /harbours/{id}/boats"]).returns("200 boat[]"),
    ]), @"
    Post /boats/sort .sort.post()
        Action BoatSortBody { name: String } -> 204 nothing (test)
        operations/common/boat of api/boat-sort.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Post /boats/{id}/copy .copy.post()
        Action BoatCopyBody { name: String } -> 204 nothing (test)
        operations/common/boat of api/boat-copy.md
    Get /harbours/{id}/boats .boats.list()
        List -> 200 boat[] (test)
        operations/common/harbour of api/harbour-list-boats.md
    Post /harbours/{id}/boats/sort .sort.post()
        Action BoatSortBody2 { name: String } -> 204 nothing (test)
        operations/common/harbour of api/harbour-sort.md
    Post /harbours/{id}/open .open.post()
        Action HarbourOpenBody { name: String } -> 204 nothing (test)
        operations/common/harbour of api/harbour-open.md
    warning[AM0514 name-collision]: `/harbours/{id}/boats/sort` and `/boats/sort` have the same Rust name `BoatSortBody`
     |
     = help: `/harbours/{id}/boats/sort` is called `BoatSortBody2`
    ");
}

#[test]
fn operations_are_filed_by_the_longest_resource_name() {
    let pages =
        [resource("boat", None, "id: String").0, resource("harbour-berth", None, "id: String").0];
    let files = Files::new(&pages.each_ref());
    let names =
        ["boat-get", "boat-list-crew", "harbour-berth-get", "harbour-list", "Boat-Post", "sailor"];
    let lines: Vec<String> = names
        .iter()
        .map(|name| files.of(&format!("v1/api/{name}.md"), "Fleet (area)").join("/"))
        .collect();
    assert_snapshot!(lines.join("\n"), @"
    operations/fleet_area/boat
    operations/fleet_area/boat
    operations/fleet_area/harbour_berth
    operations/fleet_area/harbour
    operations/fleet_area/boat
    operations/fleet_area/sailor
    ");
}

#[test]
fn constants_are_named_after_pages() {
    let constants = |pages: Vec<Doc>| -> Vec<String> {
        let mut named: Vec<(String, String)> = api(pages)
            .operations
            .into_iter()
            .map(|it| (format!("{} {}", it.method.as_str(), it.routes[0].template), it.constant))
            .collect();
        named.sort();
        named.into_iter().map(|(line, name)| format!("{line}: {name}")).collect()
    };
    let several = ["GET /boats/{id}", "PUT /boats/{id}", "GET /boats/{id}/name/$value"];
    let pages = || {
        vec![
            resource("boat", None, "id: String | name: String"),
            page("api/boat-get.md", &several).returns("200 boat"),
            page("api/Boat-List.md", &["GET /boats"]).returns("200 boat[]"),
        ]
    };
    assert_snapshot!(constants(pages()).join("\n"), @"
    GET /boats: BOAT_LIST
    GET /boats/{id}: BOAT_GET
    GET /boats/{id}/name/$value: BOAT_GET_VALUE
    PUT /boats/{id}: BOAT_GET_PUT
    ");
    let mut more = pages();
    more.push(page("api/a-harbour.md", &["GET /harbours", "POST /harbours"]).returns("204"));
    let after: Vec<String> =
        constants(more).into_iter().filter(|line| !line.contains("harbours")).collect();
    assert_eq!(after, constants(pages()));
}
