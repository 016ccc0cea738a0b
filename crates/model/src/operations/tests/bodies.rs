//! What operations send.

use facts::BodyStatement;
use insta::assert_snapshot;

use super::build::{Doc, mention, page, resource};
use super::operations;

fn with_boats(pages: Vec<Doc>) -> Vec<Doc> {
    let mut all = vec![
        resource("boat", None, "id: String, name: String | crew: sailor[]"),
        resource("ferry", Some("boat"), "cars: Int32"),
        resource("sailor", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
    ];
    all.extend(pages);
    all
}

#[test]
fn creating_and_changing_send_the_type() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-post.md", &["POST /boats"])
            .sends(BodyStatement::Representation(vec![mention("ferry")]), "name: String")
            .returns("201 boat"),
        page("api/boat-update.md", &["PATCH /boats/{id}"])
            .sends(BodyStatement::RelevantFields, "name: String")
            .returns("200 boat"),
        page("api/boat-touch.md", &["PUT /boats/{id}"]).sends(BodyStatement::None, "").returns("200 boat"),
    ])), @"
    Post /boats .boats.create()
        Create boat -> 201 boat (test)
        operations/common/boat of api/boat-post.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Put /boats/{id} .by_id.put()
        Replace -> 200 boat (test)
        operations/common/boat of api/boat-touch.md
    Patch /boats/{id} .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-update.md
    ");
}

#[test]
fn actions_send_their_parameters() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-launch.md", &["POST /boats/{id}/launch", "POST /marina/boats/{id}/launch"])
            .sends(BodyStatement::Parameters, "slip: Int32, type: String, crew: sailor[], slip: String")
            .returns("204"),
        page("api/boat-scrap.md", &["POST /boats/{id}/scrap"]).sends(BodyStatement::None, "").returns("204"),
        page("api/boat-hire.md", &["POST /boats/{id}/hire"])
            .sends(BodyStatement::Representation(vec![mention("sailor")]), "id: String")
            .returns("200 sailor"),
        page("api/boat-paint.md", &["POST /boats/{id}/paint"]).sends(BodyStatement::Other, "").returns("204"),
        page("api/boat-upload.md", &["POST /boats/{id}/upload"])
            .sends(BodyStatement::Binary(Some("image/png".to_owned())), "")
            .returns("204"),
    ])), @r#"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Post /boats/{id}/hire .hire.post()
        Action sailor -> 200 sailor (test)
        operations/common/boat of api/boat-hire.md
    Post /boats/{id}/launch .launch.post()
    Post /marina/boats/{id}/launch .launch.post()
        Action BoatLaunchBody { slip: Int32, r#type: String, crew: sailor[] } -> 204 nothing (test)
        operations/common/boat of api/boat-launch.md
    Post /boats/{id}/paint .paint.post()
        Action Untyped -> 204 nothing (test)
        operations/common/boat of api/boat-paint.md
    Post /boats/{id}/scrap .scrap.post()
        Action -> 204 nothing (test)
        operations/common/boat of api/boat-scrap.md
    Post /boats/{id}/upload .upload.post()
        Action Binary("image/png") -> 204 nothing (test)
        operations/common/boat of api/boat-upload.md
    "#);
}

#[test]
fn a_page_that_changes_what_only_a_derived_type_has_sends_that_type() {
    let update = |path: &str, name: &str, row: &str| {
        let said = BodyStatement::Representation(vec![mention(name)]);
        page(path, &["PATCH /boats/{id}"]).returns(&format!("200 {name}")).sends(said, row)
    };
    let boats = |pages: Vec<Doc>| {
        let mut all = vec![
            resource("boat", None, "id: String"),
            resource("ferry", Some("boat"), "cars: Int32"),
            resource("barge", Some("boat"), "load: Int32"),
            page("api/boat-list.md", &["GET /boats"]).returns("200 boat[]"),
        ];
        all.extend(pages);
        let shown = operations(all);
        shown.lines().filter(|line| line.contains("Update")).collect::<Vec<_>>().join("\n")
    };
    let (ferry, barge) = (
        || update("api/ferry-update.md", "ferry", "cars: Int32"),
        || update("api/barge-update.md", "barge", "load: Int32"),
    );
    assert_snapshot!(boats(vec![ferry()]), @"    Update ferry -> 200 boat (test)");
    assert_snapshot!(boats(vec![ferry(), barge()]), @"    Update boat -> 200 boat (test)");
    assert_snapshot!(boats(vec![update("api/ferry-update.md", "ferry", "id: String")]), @"    Update boat -> 200 boat (test)");
}

#[test]
fn what_lists_none_of_the_properties_is_an_action_though_it_creates() {
    assert_snapshot!(operations(with_boats(vec![
        resource("order", None, "orderId: String, state: String"),
        page("api/boat-dock.md", &["POST /boats/{id}/dock"])
            .sends(BodyStatement::Parameters, "comment: String, pier: String")
            .returns("201 order"),
        page("api/boat-order.md", &["POST /boats/{id}/orders"])
            .sends(BodyStatement::Parameters, "comment: String, state: String")
            .returns("201 order"),
    ])), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Post /boats/{id}/dock .dock.post()
        Action BoatDockBody { comment: String, pier: String } -> 201 order (test)
        operations/common/boat of api/boat-dock.md
    Post /boats/{id}/orders .orders.create()
        Create order -> 201 order (test)
        operations/common/boat of api/boat-order.md
    warning[AM0610 unsent-member]: `dock.order` is sent, which has no `comment`
     |
     = help: the member is left out; add it to the type, or correct its name
    ");
}

#[test]
fn a_listed_member_that_the_type_lacks_is_reported() {
    assert_snapshot!(operations(with_boats(vec![
        page("api/boat-update.md", &["PATCH /boats/{id}"])
            .sends(BodyStatement::RelevantFields, "Name: String, cars: Int32, remark: String, crew@odata.bind: String")
            .returns("200 boat"),
    ])), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Patch /boats/{id} .by_id.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-update.md
    warning[AM0610 unsent-member]: `dock.boat` is sent, which has no `remark`
     |
     = help: the member is left out; add it to the type, or correct its name
    ");
}
