use insta::assert_snapshot;

use super::{Annotation, document};
use crate::testing::{diagnostics, resource};

/// The annotation in a comment.
fn parse(comment: &str) -> Option<Annotation> {
    let annotation = Annotation { root: document(comment)?.root };
    annotation.block_type().is_some().then_some(annotation)
}

#[test]
fn types_of_annotations() {
    let cases = [
        (
            r##"{"blockType": "resource", "@odata.type": "#microsoft.graph.pen"}"##,
            Some("microsoft.graph.pen"),
            false,
        ),
        (
            r#"{"blockType": "resource", "@type": "microsoft.graph.pen"}"#,
            Some("microsoft.graph.pen"),
            false,
        ),
        (
            r#"{"blockType": "response", "@odata.type": "Collection(microsoft.graph.pen)"}"#,
            Some("microsoft.graph.pen"),
            true,
        ),
        (
            r#"{"blockType": "response", "@odata.type": "microsoft.graph.pen", "isCollection": "true"}"#,
            Some("microsoft.graph.pen"),
            true,
        ),
        (r#"{"blockType": "response", "@odata.type": "null"}"#, None, false),
        (
            r#"{"blockType": "response", isCollection: true, "@odata.type": "pen"}"#,
            Some("pen"),
            true,
        ),
    ];
    for (comment, name, collection) in cases {
        let annotation = parse(comment).expect("it is an annotation");
        assert_eq!(annotation.element_type(), name, "{comment}");
        assert_eq!(annotation.is_collection(), collection, "{comment}");
    }
}

#[test]
fn other_comments_are_no_annotations() {
    for comment in [
        " uuid: 8fcb5dbc-d5aa-4681-8e31-b001d5168d79\n2015-10-25 14:57:30 UTC ",
        " markdownlint-disable MD024 ",
        r##"{ "type": "#page.annotation", "section": "documentation" }"##,
        " { is kept for later } ",
        "",
    ] {
        assert_eq!(parse(comment), None, "{comment}");
    }
}

#[test]
fn a_repaired_annotation_is_read_and_reported() {
    let page = "# pen resource type\n\n<!-- {\n  \"blockType\": \"resource\"\n  \"@odata.type\": \
                \"microsoft.graph.pen\"\n} -->\n```json\n{ \"id\": \"String\" }\n```\n";
    assert_snapshot!(resource(page), @"
    type microsoft.graph.pen (resource-annotation), pen (type-heading)
      json id: String
    ");
    assert_snapshot!(diagnostics(page), @r#"
    note[AM0206 annotation-json]: the annotation is not valid JSON
     --> v1.0/resources/pen.md:3:5
      |
    3 |   <!-- {
      |  _____^
    4 | |   "blockType": "resource"
    5 | |   "@odata.type": "microsoft.graph.pen"
    6 | | } -->
      | |__^ a comma is missing
      |
      = help: it was read all the same
    "#);
}

#[test]
fn a_key_given_twice_and_capabilities() {
    let page = "# penEvent resource type\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n\
                |event|[pen](pen.md)|What happened.|\n\n## JSON representation\n\n<!-- {\n\
                \"blockType\": \"resource\",\n\"baseType\": \"microsoft.graph.note\",\n\
                \"optionalProperties\": [ \"event\" ],\n\"baseType\": \"microsoft.graph.note\",\n\
                \"@odata.type\": \"microsoft.graph.penEvent\",\n\"@odata.annotations\": [ { \
                \"property\": \"event\", \"capabilities\": { \"deletable\": false, \"insertable\": \
                false } } ]\n}-->\n\n```json\n{ \"event\": { \"@odata.type\": \"microsoft.graph.pen\" } \
                }\n```\n";
    assert_snapshot!(resource(page), @r#"
    type microsoft.graph.penEvent (resource-annotation), penEvent (type-heading)
      base microsoft.graph.note (resource-annotation)
      properties event: pen (v1.0/resources/pen.md)
        Capability { name: "deletable", allowed: false } (resource-annotation)
        Capability { name: "insertable", allowed: false } (resource-annotation)
      json event: microsoft.graph.pen
    "#);
}

#[test]
fn a_comment_in_a_sentence_is_neither_text_nor_annotation() {
    let page = "# pen resource type\n\nHolds ink <!-- {\"blockType\": \"resource\"} maybe --> and \
                lead<!-- or chalk -->.\n\n## Properties\n|Property|Type|Description|\n|:-|:-|:-|\n\
                |id|String|The number.|\n";
    assert_snapshot!(resource(page), @"
    type pen (type-heading)
      properties id: String
    ");
    let summary = crate::testing::about(page).summary.expect("there is one").value;
    assert_snapshot!(summary, @"Holds ink and lead.");
}
