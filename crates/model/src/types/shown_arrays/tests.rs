//! Answers of pages to the types of properties.

use diag::codes;
use insta::assert_snapshot;

use crate::testing::built;

/// The type of `crew`, which a row calls one `sailor`, with the JSON representation `represented`, where the answer of a
/// page each shows `shown`; then what is reported.
fn crew(represented: &str, shown: &[&str]) -> String {
    let resource = format!(
        "# boat resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|name|String|Of it.|\n\
         |crew|sailor|On board.|\n\n{represented}"
    );
    let sailor = "# sailor resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|age|Int32|Of it.|\n";
    let operation = |json: &&str| {
        format!(
            "# Get boat\n\n## HTTP request\n\n```http\nGET /boats/{{id}}\n```\n\n## Response\n\nIf successful, this \
             method returns a `200 OK` response code and a **boat** object in the response body.\n\n## Example\n\n\
             ```http\nGET /boats/1\n```\n\n```http\nHTTP/1.1 200 OK\n\n{{ \"name\": \"Elb\", \"crew\": {json} }}\n```\n"
        )
    };
    let operations = shown.iter().map(operation).enumerate();
    let operations = operations.map(|(number, text)| (format!("api/boat-get-{number}.md"), text));
    let types = [
        ("resources/boat.md".to_owned(), resource),
        ("resources/sailor.md".to_owned(), sailor.to_owned()),
    ];
    let (built, sources) = built(types.into_iter().chain(operations));
    let fields = built.api.structs.iter().flat_map(|item| &item.fields);
    let crew = fields.filter(|field| field.wire_name == "crew");
    let shown = crew
        .map(|field| format!("collection: {} ({})\n", field.ty.value.collection, field.ty.rule));
    let reports = built.diagnostics.iter().filter(|it| it.code == codes::CONFLICTING_COLLECTION);
    shown.chain(reports.map(|it| diag::render(it, &sources))).collect()
}

#[test]
fn what_all_examples_show_as_an_array_is_a_collection() {
    let (several, none) = (r#"[{ "age": 30 }]"#, "[]");
    let of_two_pages = crew("", &[several, none]);
    assert_snapshot!(of_two_pages, @"
    collection: true (shown-arrays)
    note[AM0512 conflicting-collection]: all examples show a collection for `crew`
     --> v1.0/resources/boat.md:8:7
      |
    8 | |crew|sailor|On board.|
      |       ^^^^^^
      |
      = help: it is taken for one, though the table states one value; correct the row, or the examples
    ");
    let represented = "## JSON representation\n\n```json\n{ \"name\": \"String\", \"crew\": [{ \"@odata.type\": \"dock.sailor\" }] }\n```\n";
    assert_eq!(crew(represented, &[several]), of_two_pages);
}

#[test]
fn one_value_or_one_page_alone_leaves_the_row_right() {
    let (several, one) = (r#"[{ "age": 30 }]"#, r#"{ "age": 30 }"#);
    assert_snapshot!(crew("", &[several]), @"collection: false (properties-table)");
    assert_snapshot!(crew("", &[several, several, one]), @"collection: false (properties-table)");
    let texts = r#"["Anna"]"#;
    assert_snapshot!(crew("", &[texts, texts]), @"collection: false (properties-table)");
    assert_snapshot!(crew("", &["null", "null"]), @"collection: false (properties-table)");
}
