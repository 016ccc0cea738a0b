//! Rows of parameters, to what a request takes.

use insta::assert_snapshot;

use crate::Parameter;
use crate::testing::built;

/// The parameters of requests, with rows of such columns.
fn parameters(
    requests: &str,
    columns: &str,
    rows: &str,
    shown: fn(&Parameter) -> String,
) -> String {
    let page = format!(
        "# List boats\n\n## HTTP request\n\n```http\n{requests}\n```\n\n## Query parameters\n\n{columns}\n|:--|:--|:--|\n{rows}"
    );
    let (built, _) = built([("api/boat-list.md", page)]);
    let all = built.api.operations.iter().flat_map(|it| &it.query);
    all.map(shown).collect::<Vec<_>>().join("\n")
}

fn described(requests: &str, rows: &str) -> String {
    parameters(requests, "|Parameter|Type|Description|", rows, |it| {
        format!("{}: {:?} {}", it.wire_name, it.ty, it.required)
    })
}

fn required(requests: &str, rows: &str) -> String {
    parameters(requests, "|Parameter|Type|Required|", rows, |it| {
        format!("{} {} {:?}", it.wire_name, it.required, it.constant)
    })
}

#[test]
fn a_text_takes_a_value_of_several_types() {
    let rows = "|owner|integer or string|Who.|\n|size|integer or Int32|How large.|\n";
    assert_snapshot!(described("GET /boats", rows), @"
    owner: ValueType { item: Scalar(String), collection: false } false
    size: ValueType { item: Scalar(Int32), collection: false } false
    ");
}

#[test]
fn what_stands_in_brackets_need_not_be_given() {
    assert_snapshot!(described("GET /boats?v={v}[&owner={who}]", "|owner|string|Who.|\n"), @"
    owner: ValueType { item: Scalar(String), collection: false } false
    v: ValueType { item: Scalar(String), collection: false } true
    ");
}

#[test]
fn a_constant_is_sent_and_not_asked_for() {
    assert_snapshot!(required("GET /boats?api-version=2024-05-01&size=3", "|api-version|string|Yes|\n"), @r#"
    api-version false Some("2024-05-01")
    size true None
    "#);
    assert_snapshot!(required("GET /boats?api-version=1.0\nGET /me/boats?api-version=1.0", ""), @r#"api-version false Some("1.0")"#);
    // What differs, is open or is missing somewhere is a parameter.
    assert_snapshot!(required("GET /boats?api-version=1.0\nGET /me/boats?api-version=2.0", ""), @"api-version true None");
    assert_snapshot!(required("GET /boats?api-version={version}", "|api-version|string|Yes|\n"), @"api-version true None");
    assert_snapshot!(required("GET /boats?api-version=1.0\nGET /me/boats", ""), @"api-version false None");
}
