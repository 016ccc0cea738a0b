//! Pages to what became of their claims, as one reads it.

use insta::assert_snapshot;

use crate::Account;
use crate::testing::built;

/// For each page: how many claims are used, outweighed and left out, by rule; then the codes of the reports.
fn accounts(pages: &[(&str, &str)]) -> String {
    let (built, _) = built(pages.iter().copied());
    let line = |(path, account): (&String, &Account)| {
        let Account { used, outweighed, left_out } = account;
        format!("{path}: {used} used, {outweighed} outweighed, {left_out:?}\n")
    };
    let codes = built.diagnostics.iter().map(|it| format!("{}\n", it.code.name()));
    built.accounts.iter().map(line).chain(codes).collect()
}

/// The page of a boat with these rows.
fn boat(rows: &str) -> String {
    format!(
        "# boat resource type\n\nNamespace: dock\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
         |id|String|The key.|\n{rows}\n"
    )
}

/// The page of a request for boats, with an example of it.
fn request(line: &str, body: &str, example: &str) -> String {
    format!(
        "# Boats\n\nNamespace: dock\n\n## HTTP request\n\n```http\n{line}\n```\n\n{body}\n\n## Response\n\n\
         If successful, this method returns a `200 OK` response code and a [boat](../resources/boat.md) object in the \
         response body.\n\n## Example\n\n<!-- {{ \"blockType\": \"request\", \"name\": \"one\" }} -->\n\
         ```http\n{example}\n```\n"
    )
}

#[test]
fn what_an_example_cannot_do_outweighs_nothing() {
    let boat = boat("|length|Int32|In metres.|");
    let get = request("GET /boats/{id}", "", "GET /ships/1");
    assert_snapshot!(accounts(&[("resources/boat.md", &boat), ("api/boat-get.md", &get)]), @"
    v1.0/api/boat-get.md: 5 used, 0 outweighed, {}
    v1.0/resources/boat.md: 9 used, 0 outweighed, {}
    example
    ");
}

#[test]
fn a_list_of_a_change_outweighs_the_note_and_not_the_other_way_round() {
    let boat = boat("|length|Int32|In metres. Read-only.|");
    let body =
        "## Request body\n\n|Property|Type|Description|\n|:--|:--|:--|\n|length|Int32|In metres.|";
    let update = request("PATCH /boats/{id}", body, "PATCH /boats/1");
    assert_snapshot!(accounts(&[("resources/boat.md", &boat), ("api/boat-update.md", &update)]), @r#"
    v1.0/api/boat-update.md: 6 used, 0 outweighed, {"other-body": 1}
    v1.0/resources/boat.md: 9 used, 1 outweighed, {}
    conflicting-access
    "#);
}

#[test]
fn what_nothing_documents_is_left_out_and_not_outweighed() {
    let boat = boat("|keel|keel|Below it.|")
        .replace("\n## Properties", "\nInherits from [hull](hull.md).\n\n## Properties");
    assert_snapshot!(accounts(&[("resources/boat.md", &boat)]), @r#"
    v1.0/resources/boat.md: 9 used, 0 outweighed, {"undocumented-type": 2}
    unknown-base
    unknown-type
    "#);
}

#[test]
fn a_base_type_that_another_statement_denies_is_outweighed() {
    let boat = boat("|length|Int32|Inherited from [vessel](vessel.md).|")
        .replace("\n## Properties", "\nInherits from [hull](hull.md).\n\n## Properties");
    let other = |name: &str| boat.replace("# boat", &format!("# {name}"));
    let plain = |name: &str| {
        let page = other(name).replace("Inherits from [hull](hull.md).\n\n", "");
        page.replace("Inherited from [vessel](vessel.md).", "In metres.")
    };
    let (hull, vessel) = (plain("hull"), plain("vessel"));
    assert_snapshot!(
        accounts(&[
            ("resources/boat.md", &boat),
            ("resources/hull.md", &hull),
            ("resources/vessel.md", &vessel)
        ]),
        @"
    v1.0/resources/boat.md: 11 used, 2 outweighed, {}
    v1.0/resources/hull.md: 9 used, 0 outweighed, {}
    v1.0/resources/vessel.md: 9 used, 0 outweighed, {}
    conflicting-base
    "
    );
}

#[test]
fn what_else_an_annotation_says_is_used() {
    let annotation = |name: &str, more: &str| {
        format!(
            "## JSON representation\n\n<!-- {{ \"blockType\": \"resource\", \"keyProperty\": \"id\", {more}\
             \"@odata.type\": \"dock.{name}\" }} -->\n```json\n{{ \"id\": \"String\" }}\n```\n"
        )
    };
    let page = |name: &str, more: &str| {
        let page = boat("").replace("# boat", &format!("# {name}"));
        format!("{page}\n{}", annotation(name, more))
    };
    let boat = page("boat", "\"openType\": true, \"baseType\": \"dock.hull\", ");
    let boat =
        boat.replace("\n## Properties", "\nInherits from [vessel](vessel.md).\n\n## Properties");
    let (hull, vessel) = (page("hull", ""), page("vessel", "\"baseType\": \"dock.hull\", "));
    assert_snapshot!(
        accounts(&[
            ("resources/boat.md", &boat),
            ("resources/hull.md", &hull),
            ("resources/vessel.md", &vessel)
        ]),
        @"
    v1.0/resources/boat.md: 13 used, 1 outweighed, {}
    v1.0/resources/hull.md: 10 used, 0 outweighed, {}
    v1.0/resources/vessel.md: 11 used, 0 outweighed, {}
    conflicting-base
    "
    );
}

#[test]
fn a_value_in_a_path_is_used() {
    let boat = boat("|length|Int32|In metres.|");
    let get = request("GET /boats/{id}\nGET /boats/7", "", "GET /boats/1");
    assert_snapshot!(accounts(&[("resources/boat.md", &boat), ("api/boat-get.md", &get)]), @"
    v1.0/api/boat-get.md: 6 used, 0 outweighed, {}
    v1.0/resources/boat.md: 9 used, 0 outweighed, {}
    value-in-path
    ");
}
