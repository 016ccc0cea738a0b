//! Pages to the names of properties whose rows have another case than JSON.

use diag::codes;
use insta::assert_snapshot;

use crate::testing::built;

/// The names of a type with these rows, this representation, and a page for each of these examples; then what is reported.
fn boat(rows: &[&str], represented: &str, shown: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| format!("|{row}|String|Of it.|\n")).collect();
    let resource = format!(
        "# boat resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n{rows}\n{represented}"
    );
    let operation = |shown: &&str| {
        format!(
            "# Get boat\n\n## HTTP request\n\n```http\nGET /boats/{{id}}\n```\n\n## Response\n\nIf successful, this method \
         returns a `200 OK` response code and a **boat** object in the response body.\n\n## Example\n\n```http\nGET \
         /boats/1\n```\n\n```http\nHTTP/1.1 200 OK\n\n{shown}\n```\n"
        )
    };
    let operations = shown.iter().map(operation).enumerate();
    let operations = operations.map(|(number, text)| (format!("api/boat-{number}.md"), text));
    let pages = [("resources/boat.md".to_owned(), resource)].into_iter().chain(operations);
    let (built, sources) = built(pages);
    let names = built.api.structs.iter().flat_map(|item| &item.fields);
    let names: Vec<&str> = names.map(|field| field.wire_name.as_str()).collect();
    let reports = built.diagnostics.iter().filter(|it| it.code == codes::NAME_CASE);
    let reports: String = reports.map(|it| diag::render(it, &sources)).collect();
    format!("{}\n{reports}", names.join(", "))
}

const SHOWN: &str = r#"{ "id": "7", "harbor": "Elb" }"#;

#[test]
fn a_row_in_another_case_than_all_json_is_called_as_json_has_it() {
    assert_snapshot!(boat(&["ID", "harbor"], "", &[SHOWN, SHOWN]), @"
    id, harbor
    note[AM0432 name-case]: examples show `id`, the table has `ID`
     --> v1.0/resources/boat.md:7:2
      |
    7 | |ID|String|Of it.|
      |  ^^
      |
      = help: it is called as in the examples, which are what is sent
    ");
    let represented = "## JSON representation\n\n```json\n{ \"id\": \"String\" }\n```\n";
    assert_snapshot!(boat(&["ID", "harbor"], represented, &[SHOWN]), @"id, harbor");
}

#[test]
fn what_one_page_alone_has_is_rather_a_slip() {
    let shown = r#"{ "iD": "7", "harborName": "Elb", "linenumber": "2" }"#;
    let rows = ["id", "harborname", "lineNumber"];
    assert_snapshot!(boat(&rows, "", &[shown]), @"id, harborname, lineNumber");
}

#[test]
fn capitals_of_a_table_alone_are_outweighed_by_one_page() {
    let shown = r#"{ "id": "7", "state": "Elb", "uRL": "2" }"#;
    assert_snapshot!(boat(&["ID", "State", "URL"], "", &[shown]), @"
    id, state, URL
    note[AM0432 name-case]: examples show `id`, the table has `ID`
     --> v1.0/resources/boat.md:7:2
      |
    7 | |ID|String|Of it.|
      |  ^^
      |
      = help: it is called as in the examples, which are what is sentnote[AM0432 name-case]: examples show `state`, the table has `State`
     --> v1.0/resources/boat.md:8:2
      |
    8 | |State|String|Of it.|
      |  ^^^^^
      |
      = help: it is called as in the examples, which are what is sent
    ");
}

#[test]
fn one_example_with_the_name_of_the_row_confirms_it() {
    let represented = "## JSON representation\n\n```json\n{ \"linenumber\": \"String\" }\n```\n";
    let shown = r#"{ "lineNumber": "7", "harbor": "Elb" }"#;
    assert_snapshot!(boat(&["lineNumber", "harbor"], represented, &[shown]), @"lineNumber, harbor");
}

#[test]
fn rows_that_differ_in_case_alone_are_two_properties() {
    assert_snapshot!(boat(&["ID", "id", "harbor"], "", &[SHOWN, SHOWN]), @"ID, id, harbor");
}
