use insta::assert_snapshot;

use crate::testing::{diagnostics, facts_at, resource};

#[test]
fn a_page_for_one_enumeration() {
    assert_snapshot!(resource(
        "---\ndoc_type: enumPageType\n---\n# inkColor enum type\n\nNamespace: microsoft.graph\n\n\
         The color of ink. This is a flags enum.\n\n## Members\n|Member|Value|Description|\n\
         |:---|:---|:---|\n|none|0|No ink.|\n|darkBlue|1|Like [night](night.md).|\n|red|2||\n"
    ), @"
    enum inkColor flags
      none = 0: No ink.
      darkBlue = 1: Like [night](v1.0/resources/night.md).
      red = 2
    ");
}

#[test]
fn sections_of_a_page_of_enumerations() {
    assert_snapshot!(facts_at(
        "v1.0/resources/enums-desk.md",
        "---\ndoc_type: enumPageType\n---\n# Desk enum values\n\nNamespace: microsoft.graph.desk\n\n\
         ### inkColor values\n\n|Member|\n|:---|\n|red|\n|green|\n|unknownFutureValue|\n\n\
         ### nibKind values\n\n|Value|Description|\n|:---|:---|\n|`fine`|Thin.|\n|**broad**|Thick.|\n\n\
         ### capState enumeration values\n\n|Member|Int value|Description|\n|:--|:--|:--|\n|on|0|\n\n\
         #### twist values\n\n|Member|Member|Description|\n|:--|:--|:--|\n|left|1|Left.|\n"
    ), @"
    enum inkColor
      red
      green
      unknownFutureValue
    enum nibKind
      fine: Thin.
      broad: Thick.
    enum capState
      on = 0
    enum twist
      left = 1: Left.
    ");
}

#[test]
fn sections_of_a_resource_page() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n\
         |color|inkColor|The color.|\n|nib|String|See below.|\n\n### inkColor values\n\n\
         |Member|Description|\n|:-|:-|\n|red|Red.|\n|dark blue|Blue.|\n\n\
         ### nib property values\n\n|Value|Description|\n|:-|:-|\n|fine|Thin.|\n"
    ), @"
    type pen (type-heading)
      properties color: inkColor
      properties nib: String
        values fine
    enum inkColor
      red: Red.
      dark blue: Blue.
    ");
}

#[test]
fn members_as_list_items() {
    assert_snapshot!(resource(
        "# pen resource type\n\n## inkColor values\n\n- `red`: like fire\n- `green` - like grass\n- plain\n"
    ), @"
    type pen (type-heading)
    enum inkColor
      red: like fire
      green: like grass
    ");
}

#[test]
fn an_operation_page_may_list_members() {
    assert_snapshot!(facts_at(
        "v1.0/api/pen-dye.md",
        "---\ndoc_type: apiPageType\n---\n# pen: dye\n\n## HTTP request\n\n```http\nPOST /pens/dye\n```\n\n\
         ### inkColor values\n\n|Member|Description|\n|:-|:-|\n|red|Red.|\n"
    ), @"
    enum inkColor
      red: Red.
    ");
}

#[test]
fn values_of_a_property_in_a_table_of_their_own() {
    assert_snapshot!(resource(
        "# pen resource type\n\n|nib value|Reasons|\n|:-|:-|\n|fine|Small hands.|\n|broad|Large ones.|\n\n\
         ## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|nib|String|See above.|\n|places|String|See below.|\n\n\
         ## Places\n\n|Value|Description|\n|:-|:-|\n|one|1.|\n|two|2.2|\n"
    ), @"
    type pen (type-heading)
      properties nib: String
        values fine broad
      properties places: String
        values one two
    ");
}

#[test]
fn a_row_that_names_no_member() {
    assert_snapshot!(diagnostics(
        "# pen resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n|color|inkColor|Its color.|\n\n\
         ### inkColor values\n\n|Member|Description|\n|:-|:-|\n|red|Red.|\n|every color, but not white|Any.|\n"
    ), @"
    warning[AM0211 member-row]: this row names no member
      --> v1.0/resources/pen.md:13:1
       |
    13 | |every color, but not white|Any.|
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `every color, but not white` is no member name
       |
       = help: the row is left out
    ");
}
