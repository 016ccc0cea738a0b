use crate::testing::{cell, origin, type_cell};

fn read(markdown: &str) -> String {
    type_cell(&super::read_type_cell(&cell(markdown), origin()))
}

#[test]
fn primitive_cells() {
    let cases = [
        ("String", "String"),
        ("`string`", "string"),
        ("`Edm.boolean `", "Edm.boolean"),
        ("Edm.Binary", "Edm.Binary"),
        ("String collection", "String[]"),
        ("String Collection", "String[]"),
        ("Collection(Edm.Int32)", "Edm.Int32[]"),
        ("`collection(string)`", "string[]"),
        ("Collection of String", "String[]"),
        ("List of strings", "string[]"),
        ("List&lt;String&gt;", "String[]"),
        ("`List<String>`", "String[]"),
        ("`IEnumerable<Nullable<Guid>>`", "Guid[]"),
        ("`Nullable<Int32>`", "Int32"),
        ("`Dictionary<string, int>`", "Object"),
        ("Array of String", "String[]"),
        ("string array", "string[]"),
        ("array(string)", "string[]"),
        ("byte array", "Binary"),
        ("`byte[]`", "Binary"),
        ("Unix timestamp", "Int64"),
        ("Unix timestamp (seconds)", "Int64"),
        ("byte array or null", "Binary"),
        ("string (set (a, b))", "string"),
        ("base64 string", "Binary"),
        ("string or null", "string"),
        ("array of objects", "object[]"),
        ("Set of strings", "string[]"),
        ("Date/Time", "DateTimeOffset"),
        ("date and time", "DateTimeOffset"),
        ("string in UTC date time format", "DateTimeOffset"),
        ("Guid?", "Guid"),
        ("Nullable Guid", "Guid"),
        ("Nullable representation Guid", "Guid"),
        ("Enum", "String"),
        ("Nullable Enum", "String"),
        ("Enum collection", "String[]"),
        ("Nullable", ""),
        ("string, maximum size 20", "string"),
        ("integer, read-only", "integer"),
        ("decimal,read-only", "decimal"),
        ("string (url)", "string"),
        ("String (enum)", "String"),
        ("string (readonly)", "string"),
        ("(Optional) String", "String"),
        ("String (optional)", "String"),
        ("String - optional", "String"),
        ("string/number", "string | number"),
        ("(boolean or string or number) collection", "boolean | string | number[]"),
        ("JSON object", "JSON"),
        ("Untyped JSON object", "JSON"),
        ("Moment at which the pen was bought.  DateTimeOffset", "DateTimeOffset"),
        ("Binary data", "Binary"),
        ("string[]", "string[]"),
        ("array[string]", "string[]"),
        ("string (uuid)", "Guid"),
        ("String (timestamp)", "DateTimeOffset"),
        ("integer (int64)", "Int64"),
        ("number (double)", "Double"),
        ("integer (int64) array", "integer[]"),
        ("string (int64)", "string"),
        ("integer (optional)", "integer"),
    ];
    for (cell, expected) in cases {
        assert_eq!(read(cell), expected, "{cell}");
    }
}

#[test]
fn named_cells() {
    let cases = [
        ("inkColor", "inkColor"),
        ("inkColor collection", "inkColor[]"),
        ("inkColor collection collection", "inkColor[]"),
        ("**inkColor**", "inkColor"),
        ("`inkColor`", "inkColor"),
        ("List&lt;inkColor&gt;", "inkColor[]"),
        ("Nullable inkColor", "inkColor"),
        ("inkColor?", "inkColor"),
        ("List of ink stains", "[]"),
        ("inkColor enum", "inkColor"),
        ("ink object", "ink"),
        ("microsoft.graph.desk.ink", "microsoft.graph.desk.ink"),
        ("microsoft.graph.desk.ink collection", "microsoft.graph.desk.ink[]"),
        ("Collection(microsoft.graph.ink)", "microsoft.graph.ink[]"),
        ("NAV.inkType", "NAV.inkType"),
        ("** Unknown Type `acme.desk.models.ink` ** collection", "acme.desk.models.ink[]"),
        ("object", "object"),
        ("Object collection", "Object[]"),
        ("None.", "None"),
        ("GET /pens/{pen-id}/ink", ""),
        ("octet-stream", "octet-stream"),
    ];
    for (cell, expected) in cases {
        assert_eq!(read(cell), expected, "{cell}");
    }
}

#[test]
fn linked_cells() {
    let cases = [
        ("[ink](ink.md)", "ink (v1.0/resources/ink.md)"),
        ("[ink](../resources/Ink.md) collection", "ink (v1.0/resources/Ink.md)[]"),
        ("[ink](ink.md)collection", "ink (v1.0/resources/ink.md)[]"),
        ("Collection([ink](ink.md))", "ink (v1.0/resources/ink.md)[]"),
        ("Collection of [ink](ink.md)", "ink (v1.0/resources/ink.md)[]"),
        ("[Collection of ink](ink.md)", "ink (v1.0/resources/ink.md)[]"),
        ("[ink](ink.md) enum", "ink (v1.0/resources/ink.md)"),
        ("[ink](ink.md) (optional)", "ink (v1.0/resources/ink.md)"),
        ("[color](enums.md#color-values)", "color (v1.0/resources/enums.md#color-values)"),
        ("[color](#color-values)", "color (v1.0/resources/pen.md#color-values)"),
        ("[DateTimeOffset](timestamp.md)", "DateTimeOffset (v1.0/resources/timestamp.md)"),
        ("[String](https://example.com/string)", "String"),
        (
            "[ink](ink.md) or [lead](lead.md)",
            "ink (v1.0/resources/ink.md) | lead (v1.0/resources/lead.md)",
        ),
        ("[ink](ink.md) or string", "ink (v1.0/resources/ink.md) | string"),
        ("None *or* [ink](ink.md)", "ink (v1.0/resources/ink.md)"),
        ("[ink](ink.md) collection. Holds ink and/or lead.", "ink (v1.0/resources/ink.md)[]"),
        ("The requested, derived type of [ink](ink.md)", "ink (v1.0/resources/ink.md)"),
        ("[ink]", "ink"),
        ("[ink][] collection", "ink[]"),
        ("Collection([ink][])", "ink[]"),
        ("[ink][] resource", "ink"),
    ];
    for (cell, expected) in cases {
        assert_eq!(read(cell), expected, "{cell}");
    }
}

#[test]
fn a_link_that_is_not_closed_still_names_its_type() {
    let page = crate::testing::resource(
        "# pen resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
         |cap|[penCap](pencap.md|What closes the pen.|\n|ink|[ink](ink.md)|What is in it.|\n",
    );
    insta::assert_snapshot!(page, @"
    type pen (type-heading)
      properties cap: penCap (v1.0/resources/pencap.md)
      properties ink: ink (v1.0/resources/ink.md)
    ");
}

#[test]
fn cells_that_say_that_there_may_be_no_value() {
    let page = crate::testing::resource(
        "# pen resource type\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n\
         |cap|Nullable Guid|The cap.|\n|ink|Int32?|The ink.|\n|nib|String (not nullable)|The nib.|\n\
         |clip|string or null|The clip.|\n|cord|string (never null)|The cord.|\n\
         |kind|Nullable Enum|The kind. Possible values are: `fountain`, `ball`.|\n",
    );
    insta::assert_snapshot!(page, @"
    type pen (type-heading)
      properties cap: Guid
        Nullable(true) (properties-table)
      properties ink: Int32
        Nullable(true) (properties-table)
      properties nib: String
      properties clip: string
        Nullable(true) (properties-table)
      properties cord: string
      properties kind: penKind
        Nullable(true) (properties-table)
        values fountain ball
    ");
}
