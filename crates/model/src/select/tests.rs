use insta::assert_snapshot;

use crate::types::tests::build_selected;
use crate::{Built, Select};

const HARBOR: &str = "
page resources/boat.md area=boats
type harbor.boat
name: String
berth: berth
owner -> sailor
page resources/berth.md area=boats
type harbor.berth
size: size
page resources/size.md area=boats
type harbor.size
length: Int32
page resources/sailor.md area=crews
type harbor.sailor
name: String
friend -> friend
page resources/friend.md area=crews
type harbor.friend
name: String
page api/boat-list.md area=boats
get /boats : [boat]
page api/boat-get.md area=boats
get /boats/{id} : boat
page api/sailor-get.md area=crews
get /sailors/{id} : sailor
";

/// The routes and types that are in, and the patterns that match nothing.
fn selected(change: impl FnOnce(&mut Select)) -> String {
    let mut selection = Select::default();
    change(&mut selection);
    let Built { api, unmatched, .. } = build_selected(HARBOR, &selection);
    let routes: Vec<String> = api
        .operations
        .iter()
        .flat_map(|operation| operation.routes.iter().map(move |route| (operation, route)))
        .map(|(operation, route)| {
            let template = &api.nodes[route.node.0].template;
            format!("{} {template}", operation.method.as_str())
        })
        .collect();
    let types: Vec<&str> = api.structs.iter().map(|it| it.name.name.as_str()).collect();
    let unmatched: String =
        unmatched.iter().map(|it| format!("\n{}: {:?}", it.message, it.near)).collect();
    format!("{}; {}{unmatched}", routes.join(", "), types.join(", "))
}

fn list(patterns: &[&str]) -> Vec<String> {
    patterns.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn what_lies_below_a_path_holds_the_path() {
    let paths = |patterns: &[&str]| selected(|it| it.include_paths = list(patterns));
    assert_snapshot!(paths(&["/boats/**"]), @"GET /boats, GET /boats/{id}; berth, boat, size");
    assert_snapshot!(paths(&["/boats/*"]), @"GET /boats/{id}; berth, boat, size");
    assert_snapshot!(paths(&["/BOATS/{any}#get", "/sailors/{id}"]), @"GET /boats/{id}, GET /sailors/{id}; berth, boat, sailor, size");
    assert_snapshot!(selected(|it| it.exclude_paths = list(&["/boats/**"])), @"GET /sailors/{id}; berth, boat, friend, sailor, size");
}

#[test]
fn relationships_are_followed_as_often_as_asked_for() {
    let depth = |depth| {
        selected(|it| {
            it.include_paths = list(&["/boats"]);
            it.depth = depth;
        })
    };
    assert_snapshot!([0, 1, 2].map(depth).join("\n"), @"
    GET /boats; berth, boat, size
    GET /boats; berth, boat, sailor, size
    GET /boats; berth, boat, friend, sailor, size
    ");
}

#[test]
fn types_areas_and_pages_are_chosen_by_name() {
    assert_snapshot!(selected(|it| it.include_types = list(&["harbor.s*"])), @"; sailor, size");
    assert_snapshot!(selected(|it| it.include_areas = list(&["Crews"])), @"GET /sailors/{id}; friend, sailor");
    assert_snapshot!(selected(|it| it.include_pages = list(&["boat-*"])), @"GET /boats, GET /boats/{id}; berth, boat, size");
    assert_snapshot!(selected(|it| it.include_pages = list(&["resources/{size,berth}"])), @"; berth, size");
    assert_snapshot!(selected(|it| it.exclude_areas = list(&["crews"])), @"GET /boats, GET /boats/{id}; berth, boat, size");
    assert_snapshot!(selected(|it| it.exclude_types = list(&["*.berth", "*.size"])), @"GET /boats, GET /boats/{id}, GET /sailors/{id}; boat, friend, sailor");
}

#[test]
fn a_pattern_in_vain_is_named_with_what_is_like_it() {
    let wrong = selected(|it| {
        it.include_paths =
            list(&["/boats", "/boat/**", "/boats/{id}#PUT", "/sailor/{id}#GET", "/x"]);
        it.include_types = list(&["boat", "harbor.sailer"]);
        it.exclude_areas = list(&["crew"]);
        it.exclude_pages = list(&["boats-get"]);
    });
    assert_snapshot!(wrong, @r#"
    GET /boats; berth, boat, size
    the pattern `/boat/**` matches nothing: ["/boats/**"]
    the pattern `/boats/{id}#PUT` matches nothing: ["/boats/{id}#GET"]
    the pattern `/sailor/{id}#GET` matches nothing: ["/sailors/{id}#GET"]
    the pattern `/x` matches nothing: []
    the pattern `boat` matches nothing: ["harbor.boat"]
    the pattern `harbor.sailer` matches nothing: ["harbor.sailor"]
    the pattern `crew` matches nothing: ["crews"]
    the pattern `boats-get` matches nothing: ["boat-get"]
    "#);
}

#[test]
fn patterns_that_are_none_are_refused() {
    let wrong = |pattern: &str| {
        let selection = Select { include_paths: list(&[pattern]), ..Select::default() };
        selection.check().err().map(|it| it.message).unwrap_or_default()
    };
    let patterns = ["/a/[b", "/a#FETCH", "!/a", "/a\\", "/{a", "/a/**#GET, patch"];
    assert_snapshot!(patterns.map(wrong).join("\n"), @r"
    `/a/[b`: a `[` is not closed
    `/a#FETCH`: `FETCH` is no HTTP method
    `!/a`: what is not wanted stands in the list that excludes it
    `/a\`: this is no glob
    ");
}

#[test]
fn each_type_tells_why_it_is_in() {
    let selection = Select { include_paths: list(&["/boats"]), ..Select::default() };
    let Built { selected, api, .. } = build_selected(HARBOR, &selection);
    let size = selected.types.keys().find(|it| it.name == "size").unwrap();
    assert_snapshot!(format!("{:#?}", selected.reasons(size)), @r#"
    [
        Property(
            PropertyName {
                of: QualifiedName {
                    namespace: "harbor",
                    name: "berth",
                },
                name: "size",
            },
        ),
        Property(
            PropertyName {
                of: QualifiedName {
                    namespace: "harbor",
                    name: "boat",
                },
                name: "berth",
            },
        ),
        Operation {
            request: "GET /boats",
            page: "api/boat-list.md",
        },
    ]
    "#);
    let left: Vec<String> = selected
        .left_out
        .iter()
        .map(|(ty, by)| {
            format!("{ty}: {}", by.iter().map(|it| it.name.as_str()).collect::<String>())
        })
        .collect();
    assert_snapshot!(left.join("\n"), @"
    harbor.friend: 
    harbor.sailor: owner
    ");
    let pages: Vec<&String> = selected.pages.iter().collect();
    assert_snapshot!(format!("{pages:?}"), @r#"["api/boat-list.md", "resources/berth.md", "resources/boat.md", "resources/size.md"]"#);
    let boat = api.structs.iter().find(|it| it.name.name == "boat").unwrap();
    assert_snapshot!(format!("{:?}", boat.docs.text.first_line()), @r#""Kept as JSON, because their types are not selected: `owner` (`harbor.sailor`).""#);
}
