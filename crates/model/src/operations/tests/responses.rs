//! What operations return, and which statement wins.

use facts::{ExampleFacts, HttpMessage, Note, ParameterPlace};
use insta::assert_snapshot;

use super::build::{Doc, fact, mention, page, request, resource};
use super::operations;

fn with_fleet(pages: Vec<Doc>) -> Vec<Doc> {
    let mut all = vec![
        resource("fleet", None, "id: String | boats: boat[], flagship: boat"),
        resource("boat", None, "id: String"),
        resource("ferry", Some("boat"), "cars: Int32"),
        resource("sailor", None, "id: String"),
        page("api/fleet-get.md", &["GET /fleet"]).returns("200 fleet"),
    ];
    all.extend(pages);
    all
}

#[test]
fn an_object_for_a_code_without_a_body_is_reported() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/a-one.md", &["POST /fleet/one"]).returns("204 boat"),
        page("api/a-two.md", &["POST /fleet/boats/$ref"]).returns("201 boat"),
        page("api/a-three.md", &["POST /fleet/three"]).returns("204 nothing"),
    ])), @"
    Post /fleet/boats/$ref .reference.add()
        Reference Reference -> 201 nothing (test)
        operations/common/a of api/a-two.md
    Post /fleet/one .one.post()
        Action -> 204 nothing (test)
        operations/common/a of api/a-one.md
    Post /fleet/three .three.post()
        Action -> 204 nothing (test)
        operations/common/a of api/a-three.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    warning[AM0603 conflicting-response]: `dock.boat` is stated here, nothing is returned
     |
     = help: the status code says that nothing comes back, and is believed
    ");
}

#[test]
fn the_sentence_goes_before_the_annotation() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/a-one.md", &["POST /fleet/one"]).returns("200 boat").shows("200 sailor"),
        page("api/a-two.md", &["POST /fleet/two"]).returns("200").shows("200 sailor"),
        page("api/a-three.md", &["POST /fleet/three"]).returns("204").shows("200 sailor"),
        page("api/a-four.md", &["POST /fleet/four"]).returns("200 String[]"),
        page("api/a-five.md", &["POST /fleet/five"]).returns("302"),
        page("api/a-six.md", &["POST /fleet/six"]).returns("200 stream"),
        page("api/a-seven.md", &["POST /fleet/seven"]).returns("200 nothing"),
        page("api/a-eight.md", &["POST /fleet/eight"]).returns("202"),
    ])), @"
    Post /fleet/eight .eight.post()
        Action -> 202 nothing (test)
        operations/common/a of api/a-eight.md
    Post /fleet/five .five.post()
        Action -> 302 stream (test)
        operations/common/a of api/a-five.md
    Post /fleet/four .four.post()
        Action -> 200 String[] (test)
        operations/common/a of api/a-four.md
    Post /fleet/one .one.post()
        Action -> 200 boat (test)
        operations/common/a of api/a-one.md
    Post /fleet/seven .seven.post()
        Action -> 200 nothing (test)
        operations/common/a of api/a-seven.md
    Post /fleet/six .six.post()
        Action -> 200 stream (test)
        operations/common/a of api/a-six.md
    Post /fleet/three .three.post()
        Action -> 204 nothing (test)
        operations/common/a of api/a-three.md
    Post /fleet/two .two.post()
        Action -> 200 sailor (test)
        operations/common/a of api/a-two.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    warning[AM0603 conflicting-response]: `dock.sailor` is stated here, `dock.boat` is returned by a stronger statement
     |
     = help: a sentence goes before the annotation of an example, that before its JSON
    ");
}

#[test]
fn the_path_settles_how_many_and_which_relative() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-list-boats.md", &["GET /fleet/boats"]).returns("200 ferry"),
        page("api/fleet-post-boats.md", &["POST /fleet/boats"]).returns("201 ferry[]"),
        page("api/fleet-get-boat.md", &["GET /fleet/boats/{id}"]).returns("200 boat[]"),
        page("api/fleet-get-flagship.md", &["GET /fleet/flagship"]).shows("200"),
        page("api/fleet-update-flagship.md", &["PATCH /fleet/flagship"]).returns("204"),
        page("api/fleet-list-ferries.md", &["GET /fleet/boats/microsoft.dock.ferry"]).returns("200 boat[]"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/boats .boats.list()
        List -> 200 boat[] (test)
        operations/common/fleet of api/fleet-list-boats.md
    Post /fleet/boats .boats.create()
        Create boat -> 201 boat (test)
        operations/common/fleet of api/fleet-post-boats.md
    Get /fleet/boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/fleet of api/fleet-get-boat.md, api/fleet-list-ferries.md
    Get /fleet/flagship .flagship.get()
        Get -> 200 boat (path)
        operations/common/fleet of api/fleet-get-flagship.md
    Patch /fleet/flagship .flagship.update()
        Update boat -> 204 nothing (test)
        operations/common/fleet of api/fleet-update-flagship.md
    warning[AM0607 value-in-path]: `microsoft.dock.ferry` stands in this path where others have a key
     |
     = help: it is taken for a value of that key; write a placeholder such as `{id}`
    ");
}

#[test]
fn where_no_status_has_content_nothing_comes_back_whatever_is_shown() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-get-flagship.md", &["GET /fleet/flagship"]).returns("200 boat"),
        page("api/fleet-update-flagship.md", &["PATCH /fleet/flagship"]).returns("204").shows("204 boat"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/flagship .flagship.get()
        Get -> 200 boat (test)
        operations/common/fleet of api/fleet-get-flagship.md
    Patch /fleet/flagship .flagship.update()
        Update boat -> 204 nothing (test)
        operations/common/fleet of api/fleet-update-flagship.md
    ");
}

#[test]
fn a_documented_path_overrules_an_unrelated_type_with_a_report() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-get-flagship.md", &["GET /fleet/flagship"]).returns("200 sailor"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/flagship .flagship.get()
        Get -> 200 boat (test)
        operations/common/fleet of api/fleet-get-flagship.md
    warning[AM0603 conflicting-response]: the page says that `dock.sailor` is returned, the path leads to `dock.boat`
     |
     = help: the path is believed; correct the page, or the property that the path passes
    ");
}

#[test]
fn weaker_statements_of_a_page_about_one_operation_are_reported() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-choose.md", &["POST /fleet/choose"])
            .returns("200 boat")
            .shows("200 sailor")
            .shows("200 ferry"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Post /fleet/choose .choose.post()
        Action -> 200 boat (test)
        operations/common/fleet of api/fleet-choose.md
    warning[AM0603 conflicting-response]: `dock.sailor` is stated here, `dock.boat` is returned by a stronger statement
     |
     = help: a sentence goes before the annotation of an example, that before its JSON
    ");
}

#[test]
fn after_a_collection_keys_may_be_spelled_out_or_left_out() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-list-boats.md", &["GET /fleet/boats"]).returns("200 boat[]"),
        page("api/fleet-get-oldest.md", &["GET /fleet/boats/oldest"]).returns("200 boat"),
        page("api/fleet-get-cars.md", &["GET /fleet/boats/cars"]).returns("200 Int32"),
        page("api/fleet-find-lost.md", &["GET /fleet/boats/lost"]).returns("200 boat[]"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/boats .boats.list()
        List -> 200 boat[] (test)
        operations/common/fleet of api/fleet-list-boats.md
    Get /fleet/boats/cars .cars.get()
        Get -> 200 {Int32} (test)
        operations/common/fleet of api/fleet-get-cars.md
    Get /fleet/boats/lost .lost.get()
        Function -> 200 boat[] (test)
        operations/common/fleet of api/fleet-find-lost.md
    Get /fleet/boats/oldest .oldest.get()
        Get -> 200 boat (test)
        operations/common/fleet of api/fleet-get-oldest.md
    ");
}

#[test]
fn a_page_that_names_the_owner_means_what_the_path_ends_with() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/boat-add-sailor.md", &["POST /fleet/boats/{id}/sailors"]).returns("201 boat"),
        page("api/boat-update-sailor.md", &["PATCH /fleet/boats/{id}/sailors/{id}"]).returns("200 boat"),
        page("api/boat-update-crew.md", &["PATCH /fleet/boats/{id}/crew"]).returns("200 boat"),
    ])), @"
    Patch /fleet/boats/{id}/crew .crew.update()
        Update boat -> 200 boat (test)
        operations/common/boat of api/boat-update-crew.md
    Post /fleet/boats/{id}/sailors .sailors.create()
        Create sailor -> 201 sailor (test)
        operations/common/boat of api/boat-add-sailor.md
    Patch /fleet/boats/{id}/sailors/{sailor-id} .by_id.update()
        Update sailor -> 200 sailor (test)
        operations/common/boat of api/boat-update-sailor.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    warning[AM0603 conflicting-response]: the page says that `dock.boat` is returned, the path leads to `dock.sailor`
     |
     = help: the path is believed; correct the page, or the property that the path passes
    ");
}

#[test]
fn pages_that_agree_with_the_path_say_what_it_addresses() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/fleet-list-sailors.md", &["GET /fleet/sailors"]).returns("200 boat[]"),
        page("api/fleet-get-sailor.md", &["GET /fleet/sailors/{id}"]).returns("200 sailor"),
        page("api/fleet-add-sailor.md", &["POST /fleet/sailors"]).shows("201"),
    ])), @"
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/sailors .sailors.list()
        List -> 200 boat[] (test)
        operations/common/fleet of api/fleet-list-sailors.md
    Post /fleet/sailors .sailors.create()
        Create sailor -> 201 sailor (path)
        operations/common/fleet of api/fleet-add-sailor.md
    Get /fleet/sailors/{id} .by_id.get()
        Get -> 200 sailor (test)
        operations/common/fleet of api/fleet-get-sailor.md
    ");
}

#[test]
fn keys_after_a_plural_select_one_of_several() {
    assert_snapshot!(operations(vec![
        resource("pier", None, "id: String | berths: berth, lamp: berth"),
        resource("berth", None, "id: String"),
        page("api/pier-get.md", &["GET /pier"]).returns("200 pier"),
        page("api/pier-list-berths.md", &["GET /pier/berths"]).shows("200"),
        page("api/pier-get-berth.md", &["GET /pier/berths/{id}"]).shows("200"),
        page("api/pier-get-lamp.md", &["GET /pier/lamp/{id}"]).shows("200"),
    ]), @"
    Get /pier .pier.get()
        Get -> 200 pier (test)
        operations/common/pier of api/pier-get.md
    Get /pier/berths .berths.list()
        List -> 200 berth[] (path)
        operations/common/pier of api/pier-list-berths.md
    Get /pier/berths/{id} .by_id.get()
        Get -> 200 berth (path)
        operations/common/pier of api/pier-get-berth.md
    Get /pier/lamp/{id} .by_id.get()
        Get -> 200 berth (path)
        operations/common/pier of api/pier-get-lamp.md
    ");
}

#[test]
fn what_is_not_understood_may_be_anything() {
    assert_snapshot!(operations(with_fleet(vec![
        page("api/a-silent.md", &["POST /fleet/silent"]),
        page("api/a-status.md", &["POST /fleet/status"]).returns("200"),
        page("api/a-gone.md", &["POST /fleet/gone"]).returns("200 submarine"),
        page("api/a-nothing.md", &["POST /fleet/nothing"]).returns("200 nothing"),
        page("api/a-empty.md", &["POST /fleet/empty"]).returns("200").answers("HTTP/1.1 200 OK"),
        page("api/fleet-get-flagship.md", &["GET /fleet/flagship"]).returns("200 boat"),
        page("api/fleet-update-flagship.md", &["PATCH /fleet/flagship"]).returns("200"),
        page("api/fleet-delete-flagship.md", &["DELETE /fleet/flagship"]),
    ])), @"
    Post /fleet/empty .empty.post()
        Action -> 200 nothing (path)
        operations/common/a of api/a-empty.md
    Post /fleet/gone .gone.post()
        Action -> 200 any (path)
        operations/common/a of api/a-gone.md
    Post /fleet/nothing .nothing.post()
        Action -> 200 nothing (test)
        operations/common/a of api/a-nothing.md
    Post /fleet/silent .silent.post()
        Action ->  any (path)
        operations/common/a of api/a-silent.md
    Post /fleet/status .status.post()
        Action -> 200 any (path)
        operations/common/a of api/a-status.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/flagship .flagship.get()
        Get -> 200 boat (test)
        operations/common/fleet of api/fleet-get-flagship.md
    Patch /fleet/flagship .flagship.update()
        Update boat -> 200 any (path)
        operations/common/fleet of api/fleet-update-flagship.md
    Delete /fleet/flagship .flagship.delete()
        Delete ->  nothing (path)
        operations/common/fleet of api/fleet-delete-flagship.md
    warning[AM0605 unclear-answer]: nothing tells what the PATCH of `api/fleet-update-flagship.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    warning[AM0605 unclear-answer]: nothing tells what the POST of `api/a-gone.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    warning[AM0605 unclear-answer]: nothing tells what the POST of `api/a-silent.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    warning[AM0605 unclear-answer]: nothing tells what the POST of `api/a-status.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    ");
}

#[test]
fn of_several_types_the_base_that_they_share_is_returned() {
    let ferry = || resource("barge", Some("boat"), "load: Int32");
    let either = |page: Doc, one: &str, other: &str| page.returns("200").names(&[one, other]);
    let pages = vec![
        ferry(),
        either(page("api/a-mix.md", &["POST /fleet/mix"]), "ferry", "barge"),
        either(page("api/a-odd.md", &["POST /fleet/odd"]), "ferry", "sailor"),
    ];
    assert_snapshot!(operations(with_fleet(pages)), @"
    Post /fleet/mix .mix.post()
        Action -> 200 boat (test)
        operations/common/a of api/a-mix.md
    Post /fleet/odd .odd.post()
        Action -> 200 ferry (test)
        operations/common/a of api/a-odd.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    warning[AM0606 several-answers]: `dock.ferry` and `dock.sailor` share no base type
     |
     = help: the first is used unless the path leads to another
    ");
}

#[test]
fn an_answer_of_another_form_is_an_alternative() {
    let forms = |pages: Vec<Doc>| {
        let api = super::api(with_fleet(pages));
        let of_page = |it: &&crate::Operation| it.page == "api/boat-export.md";
        let response = &api.operations.iter().find(of_page).expect("the page's operation").response;
        let all =
            response.alternatives.iter().map(|it| format!("{:?} {:?}", it.statuses, it.content));
        format!(
            "{:?} {:?}\n{}",
            response.statuses,
            response.content,
            all.collect::<Vec<_>>().join("\n")
        )
    };
    let export = || page("api/boat-export.md", &["GET /fleet/export"]);
    assert_snapshot!(forms(vec![export().returns("302").returns("200 boat[]")]), @r#"
    [200, 302] Stream
    [200] Collection(Struct(QualifiedName { namespace: "dock", name: "boat" }))
    "#);
    assert_snapshot!(forms(vec![export().returns("200 boat[]").returns("204")]), @r#"[200, 204] Collection(Struct(QualifiedName { namespace: "dock", name: "boat" }))"#);
}

#[test]
fn a_segment_and_a_title_name_the_type_of_a_page_that_names_none() {
    assert_snapshot!(operations(vec![
        resource("boat", None, "id: String"),
        resource("manual", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        page("api/library-get.md", &["GET /library/{id}"]).returns("200 manual"),
        page("api/manual-get.md", &["GET /boats/{id}/manual"])
            .titled("Get the boat manual")
            .returns("200"),
        page("api/manuals.md", &["GET /boats/{id}/manuals"]).titled("Get manual").returns("200"),
        page("api/manual-other.md", &["GET /rafts/{id}/manual"]).titled("Get it").returns("200"),
    ]), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Get /library/{id} .by_id.get()
        Get -> 200 manual (test)
        operations/common/library of api/library-get.md
    Get /boats/{id}/manual .manual.get()
        Get -> 200 manual (path)
        operations/common/manual of api/manual-get.md
    Get /rafts/{id}/manual .manual.get()
        Get -> 200 any (path)
        operations/common/manual of api/manual-other.md
    Get /boats/{id}/manuals .manuals.get()
        Get -> 200 any (path)
        operations/common/manuals of api/manuals.md
    warning[AM0605 unclear-answer]: nothing tells what the GET of `api/manuals.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    warning[AM0605 unclear-answer]: nothing tells what the GET of `api/manual-other.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    ");
}

#[test]
fn answers_to_another_method_do_not_say_that_something_comes_back() {
    let answer = |method: &str, body: &str| ExampleFacts {
        line: Some(fact(request(&format!("{method} /boats/{{id}}/name")))),
        response: Some(fact(HttpMessage {
            start: "HTTP/1.1 200 OK".to_owned(),
            headers: Vec::new(),
            body: body.to_owned(),
            json: None,
        })),
        ..ExampleFacts::default()
    };
    let put = page("api/name-put.md", &["PUT /boats/{id}/name"])
        .returns("200")
        .shown_as(answer("PUT", ""))
        .shown_as(answer("GET", "{}"));
    assert_snapshot!(operations(vec![
        resource("boat", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        put,
    ]), @"
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Put /boats/{id}/name .name.put()
        Replace -> 200 nothing (path)
        operations/common/name of api/name-put.md
    ");
}

#[test]
fn an_action_answers_with_the_only_type_that_has_the_members_which_are_shown() {
    let shows = |page: Doc, keys: &[&str]| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        page.shows_members(keys)
    };
    assert_snapshot!(operations(with_fleet(vec![
        resource("berth", None, "harbor: String, length: Int32, depth: Int32"),
        shows(page("api/a-one.md", &["POST /fleet/one"]).returns("200"), &["Depth", "harbor", "length"]),
        shows(page("api/a-two.md", &["POST /fleet/two"]).returns("200"), &["harbor", "length"]),
        shows(page("api/a-three.md", &["POST /fleet/three"]).returns("200"), &["harbor", "length", "depth", "more"]),
    ])), @"
    Post /fleet/one .one.post()
        Action -> 200 berth (members-shown)
        operations/common/a of api/a-one.md
    Post /fleet/three .three.post()
        Action -> 200 any (test)
        operations/common/a of api/a-three.md
    Post /fleet/two .two.post()
        Action -> 200 any (test)
        operations/common/a of api/a-two.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    ");
}

#[test]
fn plain_words_count_where_neither_page_nor_path_names_a_type() {
    let worded = |path: &str, request: &str, words: &str| {
        let mut doc = page(path, &[request]).returns("200");
        let facts = doc.0.operation.as_mut().expect("it has a request");
        facts.response.statements[0].value.words = Some(mention(words));
        doc
    };
    assert_snapshot!(operations(vec![
        resource("boat", None, "id: String"),
        resource("harborLog", None, "id: String"),
        page("api/boat-get.md", &["GET /boats/{id}"]).returns("200 boat"),
        worded("api/boat-find.md", "GET /boats/find(name='{name}')", "boats"),
        worded("api/boat-logs.md", "GET /boats/{id}/papers", "harbor logs"),
        worded("api/boat-gone.md", "GET /boats/{id}/rest", "what is left"),
    ]), @"
    Get /boats/find(name='{name}') .find.get()
        Function -> 200 boat (test)
        operations/common/boat of api/boat-find.md
    Get /boats/{id} .by_id.get()
        Get -> 200 boat (test)
        operations/common/boat of api/boat-get.md
    Get /boats/{id}/papers .papers.get()
        Get -> 200 harborLog (test)
        operations/common/boat of api/boat-logs.md
    Get /boats/{id}/rest .rest.get()
        Get -> 200 any (path)
        operations/common/boat of api/boat-gone.md
    warning[AM0605 unclear-answer]: nothing tells what the GET of `api/boat-gone.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    ");
}

#[test]
fn a_row_may_call_optional_what_the_request_line_shows() {
    let optional = |mut doc: Doc| {
        let facts = doc.0.operation.as_mut().expect("it has a request");
        facts.parameters[0].notes.push(fact(Note::Optional));
        doc
    };
    let find = page("api/boat-find.md", &["GET /boats?tag={tag}&exact={exact}"]).returns("200");
    assert_snapshot!(operations(vec![
        optional(find.takes(ParameterPlace::Query, "exact", "Boolean", false)),
    ]), @"
    Get /boats .boats.get()
        Get -> 200 any (path)
        exact exact?: Boolean
        tag tag: String
        operations/common/boat of api/boat-find.md
    warning[AM0605 unclear-answer]: nothing tells what the GET of `api/boat-find.md` returns
     |
     = help: it is taken for any JSON; say what is returned, or that nothing is
    ");
}

#[test]
fn a_type_that_describes_a_page_stands_for_what_the_page_holds() {
    assert_snapshot!(operations(with_fleet(vec![
        resource("boatPage", None, "nextLink: String, value: boat[]"),
        resource("boatList", None, "nextLink: String, boats: boat[]"),
        resource("note", None, "id: String, value: boat[]"),
        resource("crew", None, "captain: sailor, value: boat[]"),
        page("api/boat-list.md", &["GET /fleet/boats"]).returns("200 boatPage"),
        page("api/sail-list.md", &["GET /fleet/sails"]).returns("200 boatPage"),
        page("api/flag-list.md", &["GET /boats"]).returns("200 boatList"),
        page("api/a-note.md", &["GET /fleet/note"]).returns("200 note"),
        page("api/a-crew.md", &["GET /fleet/crew"]).returns("200 crew"),
    ])), @"
    Get /fleet/crew .crew.get()
        Get -> 200 crew (test)
        operations/common/a of api/a-crew.md
    Get /fleet/note .note.get()
        Get -> 200 note (test)
        operations/common/a of api/a-note.md
    Get /fleet/boats .boats.list()
        List -> 200 boat[] (test)
        operations/common/boat of api/boat-list.md
    Get /boats .boats.get()
        Get -> 200 boatList (test)
        operations/common/flag of api/flag-list.md
    Get /fleet .fleet.get()
        Get -> 200 fleet (test)
        operations/common/fleet of api/fleet-get.md
    Get /fleet/sails .sails.list()
        List -> 200 boat[] (test)
        operations/common/sail of api/sail-list.md
    warning[AM0516 conflicting-kind]: a relationship leads to `boat`, which 4 properties hold
     |
     = help: it is read as a complex type; relationships lead to entity types only
    warning[AM0516 conflicting-kind]: a relationship leads to `boat`, which 4 properties hold
     |
     = help: it is read as a complex type; relationships lead to entity types only
    ");
}
