use insta::assert_snapshot;

use crate::testing::resource;

#[test]
fn rows_with_links_and_return_types() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## Methods\n\n|Method|Return Type|Description|\n|:---|:---|:---|\n\
         |[List pens](../api/pen-list.md)|[pen](pen.md) collection|All.|\n\
         |[Get pen](/graph/api/pen-get)|[pen](pen.md)|One.|\n\
         |**Caps**| | |\n\
         |[Delete pen](../api/pen-delete.md)|None|Gone.|\n\
         |[Refill][]|collection of ink|Full.|\n\
         |[Lend](../api/pen-lend.md)|POST /pens/{pen-id}/lend|\n\
         |Throw|None|No page.|\n\n[Refill]: ../api/pen-refill.md\n"
    ), @"
    type pen (type-heading)
    method v1.0/api/pen-list.md -> pen (v1.0/resources/pen.md)[]
    method v1.0/api/pen-get.md -> pen (v1.0/resources/pen.md)
    method v1.0/api/pen-delete.md -> None
    method v1.0/api/pen-refill.md -> ink[]
    method v1.0/api/pen-lend.md ->
    ");
}

#[test]
fn a_row_that_is_not_closed_and_an_empty_one() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## Methods\n\n|Method|Return Type|Description|\n|:---|:---|:---|\n\
         |[List caps](../api/pen-list-caps.md)|[desk.cap](desk-cap.md) collection|All caps\n |\n"
    ), @"
    type pen (type-heading)
    method v1.0/api/pen-list-caps.md -> desk.cap (v1.0/resources/desk-cap.md)[]
    ");
}

#[test]
fn tasks_of_older_pages() {
    assert_snapshot!(resource(
        "# pen resource\n\n## Tasks on a pen\n\n| Common task | HTTP method\n|:---|:---\n\
         | [Get pen][] | GET /pens/{pen-id}\n\n[Get pen]: ../api/pen-get.md\n"
    ), @"
    type pen (type-heading)
    method v1.0/api/pen-get.md ->
    ");
}
