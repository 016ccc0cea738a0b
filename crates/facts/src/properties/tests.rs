use insta::assert_snapshot;

use crate::testing::{coverage, diagnostics, resource};

/// A resource page with this table below "Properties".
fn table(table: &str) -> String {
    format!("# pen resource type\n\n## Properties\n\n{table}\n")
}

#[test]
fn names_are_read_through_their_decoration() {
    assert_snapshot!(resource(&table(
        "|Property|Type|Description|\n|:---|:---|:---|\n\
         |**id**|string|The number.|\n\
         |`color`|String|The color.|\n\
         |[ink](../api/pen-get-ink.md)|[ink](ink.md)|The ink.|\n\
         |cap (deprecated)|String|The cap.|\n\
         |**Writing** |||\n\
         |nib|[nib](nib.md) collection|The nibs.|\n\
         |@odata.type|String|The type.|\n\
         |ink@odata.mediaReadLink|String|The link.|\n\
         |@microsoft.graph.downloadUrl|String|The link.|"
    )), @r#"
    type pen (type-heading)
      properties id: string
      properties color: String
      properties ink: ink (v1.0/resources/ink.md)
      properties cap: String
        Deprecated("Deprecated") (deprecated-name)
      properties nib: nib (v1.0/resources/nib.md)[]
    "#);
}

#[test]
fn words_that_are_no_name_are_reported() {
    let page = table(
        "|Property|Type|Description|\n|:---|:---|:---|\n|ink/color|String|The color.|\n|id|String|Id.|",
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties id: String
    ");
    assert_snapshot!(diagnostics(&page), @"
    warning[AM0210 property-row]: this row names no property
     --> v1.0/resources/pen.md:7:1
      |
    7 | |ink/color|String|The color.|
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ink/color` is no property name
      |
      = help: the row is left out
    ");
}

#[test]
fn header_synonyms_and_extra_columns() {
    for header in [
        "|Property name|Type|Description|",
        "| Property Name | Type | description |",
        "|**Property**|**Type**|**Description**|",
        "|Name|Type|Description|",
        "|Attribute|Data type|Remarks|",
    ] {
        let page = table(&format!("{header}\n|:-|:-|:-|\n|id|String|Key.|"));
        assert!(resource(&page).contains("properties id: String\n    Key"), "{header}");
    }
    assert_snapshot!(resource(&table(
        "|Property|Type|Description| |\n|:---|:---|:---|:---|\n\
         |kinds|inkKind collection|One or more kinds. Possible values are: `thin`, `thick`.|\n"
    )), @"
    type pen (type-heading)
      properties kinds: inkKind[]
        values thin thick
    ");
    assert_snapshot!(resource(&table(
        "|Property|Type|Required|Value|\n|:---|:---|:---|:---|\n|id|String|Yes|The number.|\n\
         |cap|String|No|The cap. Read-only.|\n"
    )), @"
    type pen (type-heading)
      properties id: String
        Required (required-column)
      properties cap: String
        ReadOnly (read-only)
        Optional (required-column)
    ");
    assert_snapshot!(resource(&table(
        "|Property|Type|Description|Default value|\n|:---|:---|:---|:---|\n|size|Int32|In mm.|14|\n"
    )), @r#"
    type pen (type-heading)
      properties size: Int32
        Default("14") (default-column)
    "#);
}

#[test]
fn surplus_cells_belong_to_the_description() {
    let page = table(
        "|Property|Type|Description|\n|:---|:---|:---|\n\
         |fileName|String|The file (*.ink | *.nib | *.cap). Required.|\n|id|String|Key.|",
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      key id (key)
      properties fileName: String
        Required (required)
      properties id: String
        Key (key)
    ");
}

#[test]
fn a_broken_line_belongs_to_the_cell_above() {
    let page = table(
        "|Property|Type|Description|\n|:---|:---|:---|\n|risks|String collection|The risks (leak,\n\
         dry,break,loss).|\n|id|String|Key.|",
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      key id (key)
      properties risks: String[]
      properties id: String
        Key (key)
    ");
}

#[test]
fn a_second_table_in_prose_adds_no_properties() {
    let page = table(
        "|Property|Type|Description|\n|:---|:---|:---|\n|endDate|Date|The end.|\n|kind|String|The kind.|\n\n\
         The kind decides what is needed.\n\n\
         |kind property|Kind of range|Description|Required properties|\n|:---|:---|:---|:---|\n\
         |`endDate`|Ends|Until a day.|**kind**, **endDate**|\n|`noEnd`|Goes on|For ever.|**kind**|",
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties endDate: Date
      properties kind: String
    ");
    assert_snapshot!(coverage(&page), @"
    1: section read by section-roles
    3: section read by section-roles
    5: table read by properties-table
    12: table left out by explanatory-table
    ");
}

#[test]
fn relationships_and_what_their_names_link_to() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## Relationships\n|Relationship|Type|Description|\n|:-|:-|:-|\n\
         |caps|[cap](cap.md) collection|The caps. Nullable.|\n\n## Navigation\n\n\
         |Navigation|Return Type|Description|\n|:-|:-|:-|\n|[owner](../resources/person.md)|people|Whose.|\n"
    ), @"
    type pen (type-heading)
      relationships caps: cap (v1.0/resources/cap.md)[]
        Nullable(true) (nullable)
      relationships owner: owner (v1.0/resources/person.md) | people
    ");
}

#[test]
fn properties_twice_and_an_abstract_base_in_the_annotation_only() {
    assert_snapshot!(resource(
        "# notePen resource\n\nHolds notes.\n\n## JSON representation\n\n<!-- {\n\"blockType\": \"resource\",\n\
         \"abstract\": true,\n\"baseType\": \"microsoft.graph.notePenBase\",\n\"@odata.type\": \
         \"microsoft.graph.notePen\"\n}-->\n```json\n{\"id\": \"string\"}\n```\n\n## Properties\n\n\
         ## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n"
    ), @"
    type microsoft.graph.notePen (resource-annotation), notePen (type-heading)
      base microsoft.graph.notePenBase (resource-annotation)
      abstract true (resource-annotation)
      key id (key)
      properties id: String
        Key (key)
      json id: string
    ");
}

#[test]
fn rows_below_a_statement_of_inheritance() {
    assert_snapshot!(resource(&table(
        "|Property|Type|Description|\n|:-|:-|:-|\n|color|String|The color.|\n\n\
         The following properties are inherited from **[tool](tool.md)**.\n\n\
         |Property|Type|Description|\n|:-|:-|:-|\n|weight|Int32|In grams.|\n"
    )), @r#"
    type pen (type-heading)
      base tool (v1.0/resources/tool.md) (inherited-row)
      properties color: String
      properties weight: Int32
        InheritedFrom(Mention { name: "tool", link: Some("v1.0/resources/tool.md") }) (inheritance-sentence)
    "#);
}

#[test]
fn a_header_copied_from_another_section_is_reported() {
    let page =
        table("|Method|Return Type|Description|\n|:-|:-|:-|\n|data|Binary|The bytes. Read-only.|");
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties data: Binary
        ReadOnly (read-only)
    ");
    assert_snapshot!(diagnostics(&page), @"
    warning[AM0208 table-header]: the header of this property table speaks of methods
     --> v1.0/resources/pen.md:5:1
      |
    5 | / |Method|Return Type|Description|
    6 | | |:-|:-|:-|
    7 | | |data|Binary|The bytes. Read-only.|
      | |___________________________________^
      |
      = help: its rows were read as properties
    ");
}

#[test]
fn another_type_on_the_same_page() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n\n\
         ## penTip resource type\n\n### Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|width|Int32|In mm.|\n"
    ), @"
    type pen (type-heading)
      key id (key)
      properties id: String
        Key (key)
    type penTip (type-heading)
      properties width: Int32
    ");
}

#[test]
fn a_localized_heading_is_reported() {
    let page = "# pen resource type\n\n## Eigenschaften\n|Property|Type|Description|\n|:-|:-|:-|\n|id|String|Key.|\n";
    assert_snapshot!(resource(page), @"type pen (type-heading)");
    assert_snapshot!(diagnostics(page), @"
    note[AM0203 unknown-section]: no rule knows the heading `Eigenschaften`
     --> v1.0/resources/pen.md:3:1
      |
    3 | ## Eigenschaften
      | ^^^^^^^^^^^^^^^^
      |
      = help: add it to the headings of the dialect if it is a synonym or a translation
    error[AM0201 unread-table]: no rule reads the table `Property | Type | Description`
     --> v1.0/resources/pen.md:4:1
      |
    4 | / |Property|Type|Description|
    5 | | |:-|:-|:-|
    6 | | |id|String|Key.|
      | |________________^
      |
      = help: add its section's heading or its columns to the dialect if it states facts
    ");
}

#[test]
fn properties_of_a_part_are_not_those_of_the_type() {
    let page = table(
        "|Property|Type|Description|\n|:-|:-|:-|\n|definition|String|JSON.|\n\n\
         ### Properties of a pen policy definition\n\n\
         |Property|Type|Description|\n|:-|:-|:-|\n|Version|Integer|Set to 1.|",
    );
    assert_snapshot!(resource(&page), @"
    type pen (type-heading)
      properties definition: String
    ");
    assert_snapshot!(coverage(&page), @"
    1: section read by section-roles
    3: section read by section-roles
    5: table read by properties-table
    9: section read by section-roles
    11: table left out by properties-of-a-part
    ");
}
