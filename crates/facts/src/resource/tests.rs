use insta::assert_snapshot;

use crate::testing::{facts_at, resource};
use crate::{Dialect, PageKind};

#[test]
fn the_annotation_wins_over_the_title_which_becomes_an_alias() {
    assert_snapshot!(resource(
        "# Pen resource type\n\n## Properties\n|Property\t|Type\t|Description|\n|:-|:-|:-|\n|id|String|Key.|\n\n\
         ## JSON representation\n\n<!-- {\n\"blockType\": \"resource\",\n\"keyProperty\": \"id\",\n\
         \"@odata.type\": \"microsoft.graph.deskPen\"\n}-->\n\n```json\n{\"id\": \"string\"}\n```\n"
    ), @"
    type microsoft.graph.deskPen (resource-annotation), Pen (type-heading)
      key id (resource-annotation)
      key id (key)
      properties id: String
        Key (key)
      json id: string
    ");
}

#[test]
fn a_page_in_the_older_style() {
    assert_snapshot!(resource(
        "# Pen resource type\n\nThe **pen** resource is derived from [**tool**][tool].\n\n\
         ## Methods\n\n| Method | Return Type | Description\n|:--|:--|:--\n\
         | [Get marks][] | [markSet][] | Marks.\n| [List versions][] | collection of [PenVersion][] | Versions.\n\
         | [Lend pen](../api/pen-lend.md) | `POST /pens/{penId}/lend`\n\n\
         ## Properties\n\n| Property | Type | Description\n|:--|:--|:--\n| color | string | The color.\n\
         | maker | [identitySet][] | The maker. Read-only.\n\n\
         ## Relationships\n\n| Relationship | Type | Description\n|:--|:--|:--\n\
         | marks | [markSet][] resource | Marks.\n| pens | pen collection | More pens.\n\
         | versions | Collection([PenVersion][]) | Versions.\n\n\
         ## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"openType\": true, \"baseType\": \
         \"microsoft.graph.tool\", \"@type\": \"microsoft.graph.pen\" } -->\n\n```json\n{\n\
         \"color\": \"string\",\n\n/* relationships */\n\"pens\": [{ \"@odata.type\": \"microsoft.graph.pen\" }],\n\
         /* from tool */\n\"id\": \"string (identifier)\"\n}\n```\n\n\
         [Get marks]: ../api/pen-marks.md\n[List versions]: ../api/pen-versions.md\n[markSet]: markset.md\n\
         [PenVersion]: ../resources/penversion.md\n[identitySet]: identityset.md\n[tool]: tool.md\n"
    ), @"
    type microsoft.graph.pen (resource-annotation), Pen (type-heading)
      base microsoft.graph.tool (resource-annotation)
      base tool (v1.0/resources/tool.md) (inheritance-sentence)
      open true (resource-annotation)
      properties color: string
      properties maker: identitySet (v1.0/resources/identityset.md)
        ReadOnly (read-only)
      relationships marks: markSet (v1.0/resources/markset.md)
      relationships pens: pen[]
      relationships versions: PenVersion (v1.0/resources/penversion.md)[]
      json color: string
      json pens: microsoft.graph.pen[]
      json id: string (identifier)
    method v1.0/api/pen-marks.md -> markSet (v1.0/resources/markset.md)
    method v1.0/api/pen-versions.md -> PenVersion (v1.0/resources/penversion.md)[]
    method v1.0/api/pen-lend.md ->
    ");
}

#[test]
fn front_matter_may_state_the_base() {
    assert_snapshot!(resource(
        "---\ndescription: \"A pen. Inherits from deskTool.\"\n---\n# pen resource type\n\n## Properties\n"
    ), @"
    type pen (type-heading)
      base deskTool (inheritance-sentence)
    ");
}

#[test]
fn an_annotated_fence_on_an_operation_page_states_a_type() {
    assert_snapshot!(facts_at(
        "v1.0/api/pen-draw.md",
        "---\ndoc_type: apiPageType\n---\n# pen: draw\n\n## HTTP request\n\n```http\nPOST /pens/draw\n```\n\n\
         ## Request body\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.drawing\" } -->\n\
         ```json\n{ \"line\": \"String\" }\n```\n"
    ), @"
    type microsoft.graph.drawing (resource-annotation)
      json line: String
    ");
}

#[test]
fn kinds_of_pages() {
    let cases = [
        ("v1.0/resources/pen.md", "# pen resource type\n\n## Properties\n", PageKind::Resource),
        (
            "v1.0/resources/pens-overview.md",
            "---\ndoc_type: conceptualPageType\n---\n# Pens\n\n## Common properties\n",
            PageKind::Concept,
        ),
        ("v1.0/api/pen-get.md", "# Get pen\n\n## HTTP request\n", PageKind::Operation),
        (
            "v1.0/api/pen-lend.md",
            "---\ndoc_type: resourcePageType\n---\n# Lend pen\n\n## HTTP request\n",
            PageKind::Operation,
        ),
        (
            "v1.0/api/pen-post.md",
            "---\ndoc_type: apiPageType\n---\n# Add pen\n\n## Permissions\n",
            PageKind::Operation,
        ),
        ("docs/pens.md", "# Pens\n\nThey write.\n", PageKind::Concept),
    ];
    for (path, markdown, kind) in cases {
        let page = crate::testing::page_at(path, markdown);
        assert_eq!(crate::read(&page, Dialect::graph()).0.kind, kind, "{path}");
    }
}

#[test]
fn a_configured_synonym_opens_a_localized_page() {
    let german = "extends = \"graph\"\nheadings.properties = [\"Eigenschaften\"]\n\
         columns = { property = [\"Eigenschaft\"], type = [\"Typ\"] }";
    let dialect = Dialect::parse(diag::PageId(0), german).expect("it is valid");
    let page = crate::testing::page(
        "# pen resource type\n\n## Eigenschaften\n|Eigenschaft|Typ|Description|\n|:-|:-|:-|\n|id|String|Key.|\n",
    );
    let (facts, diagnostics) = crate::read(&page, &dialect);
    assert_eq!(facts.types[0].properties[0].name.value, "id");
    assert_eq!(diagnostics, []);
}

proptest::proptest! {
    #[test]
    fn any_page_is_read(lines in proptest::collection::vec(
        proptest::sample::select(vec![
            "# pen resource type", "## Properties", "### inkColor values", "## Methods", "## JSON representation",
            "|Property|Type|Description|", "|Member|Value|", "|:-|:-|:-|", "|id|String|Key. Possible values are: `a`|",
            "|**é**||", "|x", "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"a.é\"", "-->", "```json", "```",
            "{ \"é\": [", "Inherits from [é](", "- `é`: …", "> [!NOTE]", "Namespace:", "",
        ]), 0..24,
    )) {
        let page = crate::testing::page(&lines.join("\n"));
        let (facts, _) = crate::read(&page, Dialect::graph());
        assert_eq!(facts.path, page.path);
    }
}

#[test]
fn an_enumeration_without_a_name_is_called_after_its_type_and_property() {
    assert_snapshot!(resource(
        "# Pen resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
         |Color|Nullable Enum|Of the ink. Possible values are: 'black' and 'blue'.|\n\
         |cap|Enum|**True** if there is one.|\n|nib|nibShape|Possible values are: `round`, `flat`.|\n"
    ), @"
    type Pen (type-heading)
      properties Color: penColor
        Nullable(true) (properties-table)
        values black blue
      properties cap: String
      properties nib: nibShape
        values round flat
    ");
}
