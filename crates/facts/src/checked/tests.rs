use insta::assert_snapshot;

use crate::testing::{diagnostics, resource};

#[test]
fn a_type_that_an_annotation_names_with_markup_is_left_out() {
    let page = r#"# Pens

<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.thing\n\n```\npanic!()\n```\n<script>" } -->
```json
{ "ink": "String" }
```
"#;
    assert_snapshot!(resource(page), @"");
    assert_snapshot!(diagnostics(page), @r#"
    warning[AM0212 not-a-name]: this is no name of a type
     --> v1.0/resources/pen.md:3:5
      |
    3 | <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.thing\n\n```\npanic!()\n```\n<script>" } -->
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `microsoft.graph.thing\n\n```\npanic!()\n```\n<script>`
      |
      = help: it was left out
    "#);
}

#[test]
fn keys_and_base_types_are_names_too() {
    let page = "# pen resource type\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \
                \"microsoft.graph.pen\", \"keyProperty\": \"i`d\", \"baseType\": \"a b\" } -->\n\
                ```json\n{ \"ink\": \"String\", \"a<b>\": \"String\" }\n```\n";
    assert_snapshot!(resource(page), @"
    type microsoft.graph.pen (resource-annotation), pen (type-heading)
      json ink: String
    ");
    assert_snapshot!(diagnostics(page), @r#"
    warning[AM0212 not-a-name]: this is no name of a type
     --> v1.0/resources/pen.md:3:5
      |
    3 | <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.pen", "keyProperty": "i`d", "baseType": "a b" } -->
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `a b`
      |
      = help: it was left out
    warning[AM0212 not-a-name]: this is no name of a property
     --> v1.0/resources/pen.md:3:5
      |
    3 | <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.pen", "keyProperty": "i`d", "baseType": "a b" } -->
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `i`d`
      |
      = help: it was left out
    warning[AM0212 not-a-name]: this is no name of a property
     --> v1.0/resources/pen.md:5:20
      |
    5 | { "ink": "String", "a<b>": "String" }
      |                    ^^^^^^ `a<b>`
      |
      = help: it was left out
    "#);
}

#[test]
fn an_area_that_was_never_filled_in_is_none() {
    let page = "---\nms.subservice: \"**TODO: see [the list](https://example.com)**\"\n---\n# pen resource type\n\n\
                |Property|Type|\n|---|---|\n|ink|String|\n";
    assert_snapshot!(diagnostics(page), @r#"
    warning[AM0204 todo]: this text is not finished
     --> v1.0/resources/pen.md:2:16
      |
    2 | ms.subservice: "**TODO: see [the list](https://example.com)**"
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: replace the `TODO` before the page is published
    warning[AM0212 not-a-name]: this is no name of a product area
     --> v1.0/resources/pen.md:2:16
      |
    2 | ms.subservice: "**TODO: see [the list](https://example.com)**"
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `**TODO: see [the list](https://example.com)**`
      |
      = help: it was left out
    "#);
}

#[test]
fn members_of_words_and_digits_stay() {
    let page = "# term enum type\n\n## Members\n|Member|Description|\n|---|---|\n\
                |12Months|a|\n|Not Started|b|\n|#microsoft.graph.x|c|\n";
    assert_snapshot!(resource(page), @r"
    enum term
      12Months: a
      Not Started: b
      #microsoft.graph.x: c
    ");
    assert_snapshot!(diagnostics(page), @"");
}

#[test]
fn a_name_of_ten_kilobytes_is_none() {
    let page = format!(
        "# pen resource type\n\n## Properties\n|Property|Type|\n|---|---|\n|{}|String|\n|ink|String|\n",
        "a".repeat(10_000)
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties ink: String
    ");
}
