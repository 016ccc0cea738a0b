//! Pages to the base types that their examples show.

use insta::assert_snapshot;

use crate::testing::built;

/// The types of these pages, each with its base type and the rule that read it; then what is reported.
fn bases(pages: &[(String, String)]) -> String {
    let (built, sources) = built(pages.iter().map(|(path, text)| (path, text)));
    let types = built.api.structs.iter().map(|item| {
        let base = item.base.as_ref().map(|base| format!(" : {} ({})", base.value.name, base.rule));
        format!("{}{}\n", item.name.name, base.unwrap_or_default())
    });
    let reports = built.diagnostics.iter().map(|it| diag::render(it, &sources));
    types.chain(reports).collect()
}

/// The page of a type with these rows.
fn page(name: &str, sentence: &str, rows: &[(&str, &str)]) -> (String, String) {
    let path = format!("resources/{name}.md");
    let rows: String = rows.iter().map(|(row, ty)| format!("|{row}|{ty}|Of it.|\n")).collect();
    let text = format!(
        "# {name} resource type\n\nNamespace: dock\n\n{sentence}\n\n## Properties\n\n\
         |Property|Type|Description|\n|:--|:--|:--|\n{rows}"
    );
    (path, text)
}

/// A page that answers with a berth.
fn answer(json: &str) -> (String, String) {
    let text = format!(
        "# Get berth\n\nNamespace: dock\n\n## HTTP request\n\n```http\nGET /berths/{{id}}\n```\n\n## Response\n\n\
         If successful, this method returns a `200 OK` response code and a [berth](../resources/berth.md) object in the \
         response body.\n\n## Example\n\n```http\nGET /berths/1\n```\n\n\
         <!-- {{ \"blockType\": \"response\", \"@odata.type\": \"dock.berth\" }} -->\n\
         ```http\nHTTP/1.1 200 OK\n\n{json}\n```\n"
    );
    ("api/berth-get.md".to_owned(), text)
}

const BERTH: &[(&str, &str)] = &[("id", "String"), ("takenBy", "[boat](boat.md)")];
const BOAT: &[(&str, &str)] = &[("name", "String"), ("length", "Int32")];
const FERRY: &[(&str, &str)] = &[("name", "String"), ("length", "Int32"), ("decks", "Int32")];
const FERRY_HERE: &str =
    r##"{ "id": "1", "takenBy": { "@odata.type": "#dock.ferry", "name": "Elb" } }"##;

#[test]
fn a_value_in_the_place_of_another_type_derives_from_it() {
    let pages = [
        page("berth", "", BERTH),
        page("boat", "", BOAT),
        page("ferry", "", FERRY),
        answer(FERRY_HERE),
    ];
    assert_snapshot!(bases(&pages), @r##"
    berth
    boat
    ferry : boat (example-in-place)
    note[AM0517 inferred-base]: `dock.ferry` is taken for a kind of `dock.boat`, whose place it has here
      --> v1.0/api/berth-get.md:25:27
       |
    25 | { "id": "1", "takenBy": { "@odata.type": "#dock.ferry", "name": "Elb" } }
       |                           ^^^^^^^^^^^^^
       |
       = help: state its base type on its page
    "##);
}

#[test]
fn what_lacks_a_property_of_the_promised_type_is_a_slip() {
    let pages = [
        page("berth", "", BERTH),
        page("boat", "", BOAT),
        page("ferry", "", &[("name", "String"), ("decks", "Int32")]),
        answer(FERRY_HERE),
    ];
    assert_snapshot!(bases(&pages), @r##"
    berth
    boat
    ferry
    note[AM0703 example-value]: `dock.ferry` is not documented as a kind of `dock.boat`
      --> v1.0/api/berth-get.md:25:27
       |
    25 | { "id": "1", "takenBy": { "@odata.type": "#dock.ferry", "name": "Elb" } }
       |                           ^^^^^^^^^^^^^
       |
       = help: the client can send and keep it as JSON only
    "##);
}

#[test]
fn a_base_type_that_is_stated_stays() {
    let pages = [
        page("berth", "", BERTH),
        page("boat", "", BOAT),
        page("ferry", "Inherits from [ship](ship.md).", FERRY),
        page("ship", "", BOAT),
        answer(FERRY_HERE),
    ];
    assert_snapshot!(bases(&pages), @r##"
    berth
    boat
    ferry : ship (inheritance-sentence)
    ship
    note[AM0703 example-value]: `dock.ferry` is not documented as a kind of `dock.boat`
      --> v1.0/api/berth-get.md:25:27
       |
    25 | { "id": "1", "takenBy": { "@odata.type": "#dock.ferry", "name": "Elb" } }
       |                           ^^^^^^^^^^^^^
       |
       = help: the client can send and keep it as JSON only
    "##);
}
