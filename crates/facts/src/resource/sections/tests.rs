use insta::assert_snapshot;

use crate::testing::{coverage, diagnostics, facts_at, resource};

const TABLE: &str = "|Property|Type|Description|\n|:-|:-|:-|\n|width|Int32|In mm.|\n";

#[test]
fn types_below_a_title_that_announces_them() {
    let page = format!(
        "# Pen resources\n\nWhat a shop sells.\n\n## Pen\n\nWrites.\n\n{TABLE}\n## PenCap\n\n{TABLE}\n\
         ## Shape of nib\n\n{TABLE}\n## See also\n\n- [Caps](cap.md)\n"
    );
    assert_snapshot!(facts_at("docs/pens.md", &page), @"
    type Pen (type-section)
      properties width: Int32
    type PenCap (type-section)
      properties width: Int32
    type shapeOfNib (type-section)
      properties width: Int32
    ");
    assert_snapshot!(diagnostics(&page), @"
    note[AM0213 type-name]: the type of this section is called `shapeOfNib`
      --> v1.0/resources/pen.md:19:1
       |
    19 | ## Shape of nib
       | ^^^^^^^^^^^^^^^
       |
       = help: nothing but the words of the heading names it
    ");
    assert_snapshot!(coverage(&page), @"
    1: section read by section-roles
    5: section read by section-roles
    9: table read by properties-table
    13: section read by section-roles
    15: table read by properties-table
    19: section read by section-roles
    21: table read by properties-table
    25: section left out by prose-section
    ");
}

#[test]
fn json_that_names_its_type_is_the_stronger_statement() {
    let page = format!(
        "# complex types (v1)\n\n## Unit of ink\n\n### Properties\n\n{TABLE}\n\
         ```json\n\"InkUnit\"\n{{\n  \"width\": \"integer\"\n}}\n```\n\n\
         ## Cap\n\n### Properties\n\n{TABLE}\n```json\nPenCap: {{ \"width\": 3 }}\n```\n"
    );
    assert_snapshot!(resource(&page), @"
    type InkUnit (json-representation), unitOfInk (type-section)
      properties width: Int32
      json width: integer
    type PenCap (json-representation), Cap (type-section)
      properties width: Int32
      json width: 3
    ");
    assert_snapshot!(diagnostics(&page), @"");
}

#[test]
fn a_second_type_beside_the_page_s_own() {
    let page = format!(
        "# pen resource type\n\n## Properties\n\n{TABLE}|cap|PenCap|Keeps the ink.|\n\n## PenCap\n\n{TABLE}\n## Nib shape\n\n### Properties\n\n\
         {TABLE}\n## Sizes in use\n\n{TABLE}\n"
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties width: Int32
      properties cap: PenCap
    type PenCap (type-section)
      properties width: Int32
    type nibShape (type-section)
      properties width: Int32
    ");
    assert_snapshot!(diagnostics(&page), @"
    note[AM0213 type-name]: the type of this section is called `nibShape`
      --> v1.0/resources/pen.md:16:1
       |
    16 | ## Nib shape
       | ^^^^^^^^^^^^
       |
       = help: nothing but the words of the heading names it
    note[AM0203 unknown-section]: no rule knows the heading `Sizes in use`
      --> v1.0/resources/pen.md:24:1
       |
    24 | ## Sizes in use
       | ^^^^^^^^^^^^^^^
       |
       = help: add it to the headings of the dialect if it is a synonym or a translation
    error[AM0201 unread-table]: no rule reads the table `Property | Type | Description`
      --> v1.0/resources/pen.md:26:1
       |
    26 | / |Property|Type|Description|
    27 | | |:-|:-|:-|
    28 | | |width|Int32|In mm.|
       | |____________________^
       |
       = help: add its section's heading or its columns to the dialect if it states facts
    ");
}

#[test]
fn a_page_about_no_types_states_none() {
    let page = format!("# How to choose a pen\n\n## Pen\n\n{TABLE}\n");
    assert_snapshot!(facts_at("docs/pens.md", &page), @"");
    let page = format!(
        "# Create a pen\n\n## HTTP request\n\n```http\nPOST /pens\n```\n\n## Pen\n\n{TABLE}\n"
    );
    assert_snapshot!(facts_at("v1.0/api/pen-create.md", &page), @"");
}

#[test]
fn definitions_below_an_operation_go_by_their_headings() {
    let page = format!(
        "# Get pen\n\n## HTTP request\n\n```http\nGET /pens/{{id}}\n```\n\n## Responses\n\n|Name|Type|Description|\n|:-|:-|:-|\n\
         |200 OK|[Pen](#pen)|The pen.|\n\n## Definitions\n\n|Name|Description|\n|:-|:-|\n|[Pen](#pen)|Writes.|\n\n\
         ### Pen\n\nWrites.\n\n{TABLE}|state|[PenState](#penstate)|Of it.|\n\n### PenState\n\nHow full it is.\n\n\
         |Value|Description|\n|:-|:-|\n|full|New.|\n|empty|Old.|\n\n### Errors\n\n{TABLE}"
    );
    assert_snapshot!(facts_at("docs/api/pen-get.md", &page), @"
    type Pen (type-section)
      properties width: Int32
      properties state: PenState (docs/api/pen-get.md#penstate)
    type Errors (type-section)
      properties width: Int32
    enum PenState
      full: New.
      empty: Old.
    ");
    assert_snapshot!(diagnostics(&page), @"");
    assert_snapshot!(coverage(&page), @"
    1: section read by section-roles
    3: section read by section-roles
    5: fence read by request-blocks
    9: section read by section-roles
    11: table read by status-table
    15: section read by section-roles
    17: table left out by list-of-definitions
    21: section read by section-roles
    25: table read by properties-table
    30: section read by section-roles
    34: table read by enum-members
    39: section read by section-roles
    41: table read by properties-table
    ");
    // Elsewhere on such a page a table of properties has no heading that is a name.
    let page = page.replace("## Definitions", "## Further");
    assert_snapshot!(facts_at("docs/api/pen-get.md", &page), @"");
}

/// An operation with what it returns.
fn defining(definitions: &str) -> String {
    format!(
        "# Get pen\n\n## HTTP request\n\n```http\nGET /pens/{{id}}\n```\n\n## Response\n\nIf successful, returns `200 OK` and a \
         [pen](#pen) in the response body.\n\n## Definitions\n\n{definitions}"
    )
}

const COLUMNS: &str = "|Name|Type|Description|\n|:-|:-|:-|\n";

#[test]
fn texts_in_capitals_are_values_where_properties_begin_small() {
    let values = format!("### nib\n\n{COLUMNS}|Broad|string|For titles.|\n|Fine|string||\n");
    let page = defining(&format!("### pen\n\n{COLUMNS}|id|string|The key.|\n\n{values}"));
    assert_snapshot!(facts_at("api/pen-get.md", &page), @"
    type pen (type-section)
      key id (key)
      properties id: string
        Key (key)
    enum nib
      Broad: For titles.
      Fine
    ");
    assert_snapshot!(diagnostics(&page), @"
    note[AM0521 typed-members]: this table may list the properties or the values of `nib`
      --> v1.0/resources/pen.md:23:1
       |
    23 | / |Name|Type|Description|
    24 | | |:-|:-|:-|
    25 | | |Broad|string|For titles.|
    26 | | |Fine|string||
       | |______________^
       |
       = help: it is read as an enumeration, since its names begin with capitals and others here do not
    ");
    let alone = defining(&values);
    assert_snapshot!(facts_at("api/pen-get.md", &alone), @"
    type nib (type-section)
      properties Broad: string
      properties Fine: string
    ");
    let mixed = defining(&format!(
        "### pen\n\n{COLUMNS}|id|string|The key.|\n\n### nib\n\n{COLUMNS}|Broad|string||\n|Width|int||\n"
    ));
    assert_snapshot!(facts_at("api/pen-get.md", &mixed), @"
    type pen (type-section)
      key id (key)
      properties id: string
        Key (key)
    type nib (type-section)
      properties Broad: string
      properties Width: int
    ");
}
