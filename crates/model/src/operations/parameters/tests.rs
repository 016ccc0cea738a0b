//! Rows of parameters, to what a request takes.

use insta::assert_snapshot;

use crate::testing::built;

/// The parameters of a request, with these rows.
fn parameters(request: &str, rows: &str) -> String {
    let page = format!(
        "# List boats\n\n## HTTP request\n\n```http\n{request}\n```\n\n## Query parameters\n\n|Parameter|Type|Description|\n\
         |:--|:--|:--|\n{rows}"
    );
    let (built, _) = built([("api/boat-list.md", page)]);
    let all = built.api.operations.iter().flat_map(|it| &it.query);
    let shown = all.map(|it| format!("{}: {:?} {}", it.wire_name, it.ty, it.required));
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_text_takes_a_value_of_several_types() {
    let rows = "|owner|integer or string|Who.|\n|size|integer or Int32|How large.|\n";
    assert_snapshot!(parameters("GET /boats", rows), @"
    owner: ValueType { item: Scalar(String), collection: false } false
    size: ValueType { item: Scalar(Int32), collection: false } false
    ");
}

#[test]
fn what_stands_in_brackets_need_not_be_given() {
    assert_snapshot!(parameters("GET /boats?v={v}[&owner={who}]", "|owner|string|Who.|\n"), @"
    owner: ValueType { item: Scalar(String), collection: false } false
    v: ValueType { item: Scalar(String), collection: false } true
    ");
}
