use insta::assert_snapshot;

use super::named;
use crate::Dialect;
use crate::testing::about;

#[test]
fn titles_name_types() {
    let cases = [
        ("pen resource type", Some("pen")),
        ("Pen resource", Some("Pen")),
        ("Ink facet", Some("Ink")),
        ("pen complex type", Some("pen")),
        ("penCase entity type", Some("penCase")),
        ("penCase resource type (deleted pens)", Some("penCase")),
        ("(Desk API) pen resource type", Some("pen")),
        ("The pen resource type", Some("pen")),
        ("microsoft.graph.desk.pen resource type", Some("microsoft.graph.desk.pen")),
        ("inkColor enum type", Some("inkColor")),
        ("inkColor enumeration", Some("inkColor")),
        ("penCase", Some("penCase")),
        ("Pens", None),
        ("Working with pens in Microsoft Graph", None),
        ("Shared resources in the desk", None),
        ("Use the pen API", None),
        ("Enum values", None),
        ("JSON resource type", None),
    ];
    for (title, name) in cases {
        assert_eq!(
            named(title, Dialect::graph()).map(|named| named.name).as_deref(),
            name,
            "{title}"
        );
    }
}

#[test]
fn namespace_lines() {
    let cases = [
        ("Namespace: microsoft.graph", Some("microsoft.graph")),
        ("**Namespace:** microsoft.graph.desk", Some("microsoft.graph.desk")),
        ("Namespace: `microsoft.graph.desk`", Some("microsoft.graph.desk")),
        ("Namespace: microsoft.graph.", Some("microsoft.graph")),
        ("Namespace:microsoft.graph.desk", Some("microsoft.graph.desk")),
        ("A namespace: nothing.", None),
    ];
    for (line, name) in cases {
        let facts = about(&format!("# pen resource type\n\n{line}\n\nHolds ink.\n"));
        assert_eq!(facts.namespace.map(|fact| fact.value).as_deref(), name, "{line}");
    }
}

#[test]
fn the_area_comes_from_the_front_matter() {
    let facts = about("---\ntitle: pen\nms.prod: \"desk\"\n---\n# pen resource type\n");
    assert_snapshot!(facts.area.expect("it is stated").value, @"desk");
}
