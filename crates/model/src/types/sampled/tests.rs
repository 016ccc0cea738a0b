//! Pages to the types of properties that rows call numbers.

use diag::codes;
use insta::assert_snapshot;

use crate::testing::built;

/// The properties of a boat whose rows state `rows`, whose JSON representation is `represented`, and which the answer of
/// a page each shows as `shown`; then what is reported.
fn boat(rows: &[(&str, &str)], represented: &str, shown: &[&str]) -> String {
    let rows: String = rows.iter().map(|(row, ty)| format!("|{row}|{ty}|Of it.|\n")).collect();
    let resource = format!(
        "# boat resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|name|String|Of it.|\n{rows}\n\
         ## JSON representation\n\n```json\n{represented}\n```\n"
    );
    let operation = |json: &&str| {
        format!(
            "# Get boat\n\n## HTTP request\n\n```http\nGET /boats/{{id}}\n```\n\n## Response\n\nIf successful, this \
             method returns a `200 OK` response code and a **boat** object in the response body.\n\n## Example\n\n\
             ```http\nGET /boats/1\n```\n\n```http\nHTTP/1.1 200 OK\n\n{json}\n```\n"
        )
    };
    let operations = shown.iter().map(operation).enumerate();
    let operations = operations.map(|(number, text)| (format!("api/boat-get-{number}.md"), text));
    let pages = [("resources/boat.md".to_owned(), resource)].into_iter().chain(operations);
    let (built, sources) = built(pages);
    let types = built.api.structs.iter().flat_map(|item| &item.fields).map(|field| {
        format!("{}: {:?} ({})\n", field.wire_name, field.ty.value.item, field.ty.rule)
    });
    let of_types = built.diagnostics.iter().filter(|it| it.code == codes::CONFLICTING_TYPE);
    types.chain(of_types.map(|it| diag::render(it, &sources))).collect()
}

#[test]
fn a_number_that_examples_and_the_representation_show_as_a_text_is_one() {
    let rows = [("harbor", "Decimal"), ("length", "Decimal")];
    let represented = r#"{ "name": "String", "harbor": "String", "length": "Decimal" }"#;
    let shown = [
        r#"{ "name": "Elb", "harbor": "HAM", "length": 12.50 }"#,
        r#"{ "value": [ { "name": "Elb", "harbor": "", "length": "12.5" } ] }"#,
    ];
    assert_snapshot!(boat(&rows, represented, &shown), @r#"
    name: Scalar(String) (properties-table)
    harbor: Scalar(String) (shown-texts)
    length: Scalar(Decimal) (properties-table)
    note[AM0510 conflicting-type]: no example shows a number for `harbor`, but texts such as "HAM"
     --> v1.0/resources/boat.md:8:9
      |
    8 | |harbor|Decimal|Of it.|
      |         ^^^^^^^
      |
      = help: it is taken for a text, as in the JSON representation; correct the row, or the examples
    "#);
}

#[test]
fn a_number_that_only_examples_show_as_a_text_is_any_json() {
    let rows = [("harbor", "Int32")];
    let represented = r#"{ "name": "String", "harbor": "Int32" }"#;
    let shown = r#"{ "name": "Elb", "harbor": "HAM", "more": 1 }"#;
    assert_snapshot!(boat(&rows, represented, &[shown]), @"
    name: Scalar(String) (properties-table)
    harbor: Scalar(Int32) (properties-table)
    ");
    assert_snapshot!(boat(&rows, represented, &[shown, shown]), @r#"
    name: Scalar(String) (properties-table)
    harbor: Untyped (shown-texts)
    note[AM0510 conflicting-type]: no example shows a number for `harbor`, but texts such as "HAM"
     --> v1.0/resources/boat.md:8:9
      |
    8 | |harbor|Int32|Of it.|
      |         ^^^^^
      |
      = help: it is taken for any JSON, which can hold both; correct the row, or the examples
    "#);
}

#[test]
fn one_number_placeholders_and_other_objects_leave_it_a_number() {
    let rows = [
        ("harbor", "Int32"),
        ("length", "Int64"),
        ("beam", "Double"),
        ("tags", "Int32 collection"),
    ];
    let shown = [
        r#"{ "name": "Elb", "harbor": "HAM", "length": "Int64", "beam": "beam-value", "tags": "a" }"#,
        r#"{ "name": "Elb", "harbor": 7, "length": "{length}", "beam": null }"#,
        r#"{ "beam": "wide", "of": "a", "quite": "other", "thing": 1 }"#,
    ];
    assert_snapshot!(boat(&rows, "{}", &shown), @"
    name: Scalar(String) (properties-table)
    harbor: Scalar(Int32) (properties-table)
    length: Scalar(Int64) (properties-table)
    beam: Scalar(Double) (properties-table)
    tags: Scalar(Int32) (properties-table)
    ");
}
