//! Pages whose answers are told by tables, to types.

use insta::assert_snapshot;

use crate::testing::built;
use crate::{Api, ItemType, ResponseContent};

/// A page of the request with this text in its response section, and this JSON as the answer of its example.
fn page(path: &str, request: &str, response: &str, shown: &str) -> (String, String) {
    let example = match shown {
        "" => String::new(),
        _ => format!(
            "## Example\n\n```http\n{request}\n```\n\n```http\nHTTP/1.1 200 OK\n\n{shown}\n```\n"
        ),
    };
    let text = format!(
        "# Page\n\n## HTTP request\n\n```http\n{request}\n```\n\n## Response\n\n{response}\n\n{example}"
    );
    (format!("api/{path}.md"), text)
}

fn table(rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| format!("|{row}|String|Of it.|\n")).collect();
    format!("|Name|Type|Description|\n|:--|:--|:--|\n{rows}")
}

const SAYS: &str =
    "If successful, this method returns `200 OK` and the figures in the response body.\n\n";

/// The types, what each request returns, and the reports.
fn answers(pages: Vec<(String, String)>) -> String {
    let (built, sources) = built(pages);
    let Api { structs, operations, .. } = &built.api;
    let types = structs.iter().map(|item| {
        let names: Vec<&str> = item.fields.iter().map(|it| it.wire_name.as_str()).collect();
        format!("{}: {}\n", item.name, names.join(", "))
    });
    let returned = operations.iter().map(|operation| {
        let name = |item: &ItemType| match item {
            ItemType::Struct(name) => name.to_string(),
            other => format!("{other:?}"),
        };
        let content = match &operation.response.content {
            ResponseContent::Value(item) => name(&item.clone()),
            ResponseContent::Collection(item) => format!("{} collection", name(&item.clone())),
            other => format!("{other:?}"),
        };
        format!("{} -> {content}\n", operation.page)
    });
    let reports = built.diagnostics.iter().map(|it| diag::render(it, &sources) + "\n");
    types.chain(returned).chain(reports).collect()
}

#[test]
fn pages_of_one_set_tell_of_one_type() {
    let several = page(
        "pen-list",
        "GET /pens",
        &(SAYS.to_owned() + &table(&["[].id", "colour"])),
        r#"[{ "id": "1" }]"#,
    );
    let one = page("pen-get", "GET /pens/{id}", &(SAYS.to_owned() + &table(&["id", "nib"])), "");
    let added = page("pen-add", "POST /pens", &(SAYS.to_owned() + &table(&["id"])), "");
    assert_snapshot!(answers(vec![several, one, added]), @"
    dock.pen: id, nib, colour
    v1.0/api/pen-add.md -> dock.pen
    v1.0/api/pen-get.md -> dock.pen
    v1.0/api/pen-list.md -> dock.pen collection
    note[AM0611 unnamed-answer]: nothing names the type whose members this table lists
      --> v1.0/api/pen-get.md:13:2
       |
    13 | |Name|Type|Description|
       |  ^^^^
       |
       = help: it is taken for `pen`, after its path or its page
    note[AM0611 unnamed-answer]: nothing names the type whose members this table lists
      --> v1.0/api/pen-list.md:13:2
       |
    13 | |Name|Type|Description|
       |  ^^^^
       |
       = help: it is taken for `pen`, after its path or its page
    note[AM0611 unnamed-answer]: nothing names the type whose members this table lists
      --> v1.0/api/pen-add.md:13:2
       |
    13 | |Name|Type|Description|
       |  ^^^^
       |
       = help: it is taken for `pen`, after its path or its page
    ");
}

#[test]
fn what_is_of_no_set_goes_by_its_page() {
    let object = page(
        "get-pen-figures",
        "GET /pens/figures",
        &(SAYS.to_owned() + &table(&["count"])),
        r#"{ "count": "1" }"#,
    );
    let around = page(
        "get-ink-figures",
        "GET /ink/figures",
        &(SAYS.to_owned() + &table(&["value", "next"])),
        r#"{ "value": [], "next": "" }"#,
    );
    assert_snapshot!(answers(vec![object, around]), @r#"
    dock.getInkFiguresResponse: value, next
    dock.getPenFiguresResponse: count
    v1.0/api/get-ink-figures.md -> dock.getInkFiguresResponse
    v1.0/api/get-pen-figures.md -> dock.getPenFiguresResponse
    note[AM0611 unnamed-answer]: nothing names the type whose members this table lists
      --> v1.0/api/get-ink-figures.md:13:2
       |
    13 | |Name|Type|Description|
       |  ^^^^
       |
       = help: it is taken for `getInkFiguresResponse`, after its path or its page
    note[AM0611 unnamed-answer]: nothing names the type whose members this table lists
      --> v1.0/api/get-pen-figures.md:13:2
       |
    13 | |Name|Type|Description|
       |  ^^^^
       |
       = help: it is taken for `getPenFiguresResponse`, after its path or its page
    note[AM0701 example]: the answer of the example cannot be tested: a value in it has another shape than is documented
      --> v1.0/api/get-ink-figures.md:21:1
       |
    21 | / ```http
    22 | | GET /ink/figures
    23 | | ```
       | |___^
    note[AM0703 example-value]: the value of `value` is not `String`
      --> v1.0/api/get-ink-figures.md:28:3
       |
    28 | { "value": [], "next": "" }
       |   ^^^^^^^
       |
       = help: the client can send and keep it as JSON only
    "#);
}

#[test]
fn a_type_with_the_same_properties_is_meant() {
    let text = "# pen resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|Of it.|\n|nib|String|Of it.|\n|cap|String|Of it.|\n";
    let resource = ("resources/pen.md".to_owned(), text.to_owned());
    let figures =
        page("pen-figures", "GET /figures", &(SAYS.to_owned() + &table(&["cap", "id", "Nib"])), "");
    assert_snapshot!(answers(vec![resource, figures]), @"
    dock.pen: id, nib, cap
    v1.0/api/pen-figures.md -> dock.pen
    ");
}

#[test]
fn a_sentence_may_name_the_type() {
    let says = "If successful, this method returns `200 OK` and a **penFigures** object in the response body.\n\n";
    let named = page("pen-figures", "GET /figures", &(says.to_owned() + &table(&["count"])), "");
    assert_snapshot!(answers(vec![named]), @"
    dock.penFigures: count
    v1.0/api/pen-figures.md -> dock.penFigures
    ");
}

#[test]
fn other_tables_explain() {
    let linked =
        "If successful, this method returns `200 OK` and a [pen](../resources/pen.md) object.\n\n";
    let linked = page("pen-get", "GET /a", &(linked.to_owned() + &table(&["count"])), "");
    let other = page(
        "pen-other",
        "GET /b",
        &(SAYS.to_owned() + &table(&["code", "why"])),
        r#"{ "id": "1", "nib": "" }"#,
    );
    assert_snapshot!(answers(vec![linked, other]), @"
    v1.0/api/pen-get.md -> Untyped
    v1.0/api/pen-other.md -> Untyped
    warning[AM0605 unclear-answer]: nothing tells what the GET of `v1.0/api/pen-get.md` returns
      --> v1.0/api/pen-get.md:11:1
       |
    11 | If successful, this method returns `200 OK` and a [pen](../resources/pen.md) object.
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: it is taken for any JSON; say what is returned, or that nothing is
    ");
}
