use std::collections::BTreeSet;

use insta::assert_snapshot;

use super::feature::{OTHERS, feature};
use super::features;
use crate::types::tests::{built, selected};
use crate::{Api, Gate, Select};

/// What is behind which features: `-` before what is always there.
fn gates(text: &str) -> String {
    shown(&built(text).1)
}

fn shown(api: &Api) -> String {
    let structs = api.structs.iter().map(|it| (it.name.to_string(), &it.gate));
    let enums = api.enums.iter().map(|it| (it.name.to_string(), &it.gate));
    let operations = api.operations.iter().map(|it| (it.file.join("/"), &it.gate));
    let nodes = api.nodes.iter().map(|it| (it.template.clone(), &it.gate));
    let items = structs.chain(enums).chain(operations).chain(nodes);
    let lines: Vec<String> = items.map(|(name, gate)| format!("{} {name}", words(gate))).collect();
    format!("areas: {}\n{}", api.areas.join(" "), lines.join("\n"))
}

fn words(gate: &Gate) -> String {
    let features: Vec<&str> = gate.features().collect();
    if features.is_empty() { "-".to_owned() } else { features.join("|") }
}

#[test]
fn types_that_another_area_mentions_are_always_there() {
    assert_snapshot!(gates("
page resources/boat.md area=boats
type harbor.boat
    crew: sailor
    flag: flag
    owner -> person
page resources/sailor.md area=crews
type harbor.sailor
    papers: papers
page resources/papers.md area=crews
type harbor.papers
page resources/person.md area=people
type harbor.person key=id
    id: String
    hobby: hobby
type harbor.hobby
page resources/flag.md area=boats
enum harbor.flag: red green
"), @"
    areas: boats crews people
    boats harbor.boat
    people harbor.hobby
    - harbor.papers
    people harbor.person
    - harbor.sailor
    boats harbor.flag
    ");
}

#[test]
fn operations_bring_the_types_they_mention() {
    assert_snapshot!(gates("
page resources/boat.md area=boats
type harbor.boat
    crew: sailor
page resources/sailor.md area=boats
type harbor.sailor
page resources/log.md area=boats
type harbor.log
page api/boat-get.md area=boats
get /boats/{id} : boat
page api/boat-crew.md area=crews
get /boats/{id}/crew : sailor
page api/fleet.md area=crews
get /fleet : boat
"), @"
    areas: boats crews
    - harbor.boat
    boats harbor.log
    - harbor.sailor
    boats operations/boats/boat
    crews operations/crews/boat
    crews operations/crews/fleet
    boats|crews /boats
    boats|crews /boats/{id}
    crews /boats/{id}/crew
    crews /fleet
    ");
}

#[test]
fn types_of_one_page_stay_together() {
    assert_snapshot!(gates("
page resources/boat.md area=boats
type harbor.boat
    mast: mast
page resources/mast.md area=parts
type harbor.mast
type harbor.sail
    cloth: cloth
page resources/cloth.md area=parts
type harbor.cloth
"), @"
    areas: boats parts
    boats harbor.boat
    - harbor.cloth
    - harbor.mast
    - harbor.sail
    ");
}

#[test]
fn pages_without_an_area_and_areas_called_like_other_features() {
    assert_snapshot!(gates("
page resources/boat.md
type harbor.boat
page resources/client.md area=client
type harbor.client
page resources/key.md area=identity
type harbor.key
page resources/new.md area=TODO
type harbor.new
page api/client-get.md area=client
get /clients/{id} : client
"), @"
    areas: client_area common identity_area
    common harbor.boat
    client_area harbor.client
    identity_area harbor.key
    common harbor.new
    client_area operations/client/client
    client_area /clients
    client_area /clients/{id}
    ");
}

#[test]
fn what_a_selection_leaves_out_mentions_nothing() {
    let text = "
page resources/boat.md area=boats
type harbor.boat
page api/boat-get.md area=boats
get /boats/{id} : boat
page api/fleet.md area=crews
get /fleet/{id} : boat
";
    let selection = Select { include_paths: vec!["/boats/**".into()], ..Select::default() };
    assert_snapshot!(shown(&selected(text, &selection).1), @"
    areas: boats
    boats harbor.boat
    boats operations/boats/boat
    boats /boats
    boats /boats/{id}
    ");
}

#[test]
fn within_and_or() {
    let (none, a, b, ab) =
        (Gate::from([]), Gate::from(["a"]), Gate::from(["b"]), Gate::from(["b", "a"]));
    let cases = [
        (none.within(&a), "-"),
        (a.within(&none), "a"),
        (a.within(&a), "-"),
        (a.within(&b), "a"),
        (a.within(&ab), "a"),
        (ab.within(&a), "-"),
        (a.or(&none), "-"),
        (a.or(&b), "a|b"),
    ];
    for (gate, expected) in cases {
        assert_eq!(words(&gate), expected);
    }
}

#[test]
fn the_features_of_a_crate() {
    let api = |module: &str, areas: &[&str]| {
        let (_, api, _) = built("");
        let areas = areas.iter().map(|it| (*it).to_owned()).collect();
        Api { module: module.to_owned(), areas, ..api }
    };
    let shown = |apis: &[Api]| {
        let found = features(apis);
        let words = |names: &[String]| names.join(" ");
        let (versions, areas) = (words(&found.versions), words(&found.areas));
        format!("{versions}; {}; {areas}", words(&found.default_versions))
    };
    let (stable, beta) = (api("v1_0", &["boats", "crews"]), api("beta", &["boats", "harbors"]));
    assert_eq!(shown(&[beta.clone(), stable]), "beta v1_0; v1_0; boats crews harbors");
    assert_eq!(shown(&[beta]), "beta; beta; boats harbors");
    let odd = [api("client", &["v2_area"]), api("v2", &[])];
    assert_eq!(shown(&odd), "client_version v2; client_version v2; v2_area");
}

proptest::proptest! {
    #[test]
    fn no_two_features_are_called_alike(
        versions in proptest::collection::btree_set("v[0-9_]{1,3}|beta|client|default|([a-c]|_area|_version){1,3}", 1..6),
        folders in proptest::collection::btree_set("v[0-9_]{1,3}|beta|client|areas|([a-c]|_area|_version){1,3}", 0..6),
    ) {
        let modules: BTreeSet<String> = versions.iter().map(|it| crate::module_name(it)).collect();
        let folders: BTreeSet<String> = folders.iter().map(|it| crate::module_name(it)).collect();
        let (_, api, _) = built("");
        let file = |folder: &String| ["models".to_owned(), folder.clone(), "page".to_owned()];
        let areas: Vec<String> = folders.iter().filter_map(|it| feature(&file(it))).collect();
        let apis: Vec<Api> = modules
            .iter()
            .map(|module| Api { module: module.clone(), areas: areas.clone(), ..api.clone() })
            .collect();
        let found = features(&apis);
        let all: Vec<&str> =
            [&found.versions, &found.areas].into_iter().flatten().map(String::as_str).collect();
        let distinct: BTreeSet<&str> = all.iter().copied().chain(OTHERS.iter().copied()).collect();
        proptest::prop_assert_eq!(distinct.len(), modules.len() + folders.len() + OTHERS.len());
        for name in all {
            let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            proptest::prop_assert!(is_plain && name.starts_with(|c: char| c.is_ascii_alphabetic()));
        }
    }
}
