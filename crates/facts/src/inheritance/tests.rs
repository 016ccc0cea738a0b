use super::{bases, inherited_rows, is_abstract, is_open};
use crate::testing::{origin, prose, text};

fn base(sentence: &str) -> String {
    let found = bases(&prose(&text(sentence)), "pen", origin());
    let shown = |fact: &crate::Fact<crate::Mention>| {
        let link = fact.value.link.as_deref().unwrap_or("-");
        format!("{} {link}", fact.value.name)
    };
    found.iter().map(shown).collect::<Vec<_>>().join(", ")
}

#[test]
fn sentences_name_a_base() {
    let cases = [
        ("Inherits from [tool](tool.md).", "tool v1.0/resources/tool.md"),
        ("Writes. Inherits from [tool](../resources/tool.md) type.", "tool v1.0/resources/tool.md"),
        ("This type inherits from **tool**.", "tool -"),
        (
            "Inherits from base class [deskTool](desktool.md).",
            "deskTool v1.0/resources/desktool.md",
        ),
        ("Inherits from [Desk Tool](desktool.md).", "Desk Tool v1.0/resources/desktool.md"),
        ("Inherits from\n[tool](tool.md).", "tool v1.0/resources/tool.md"),
        ("Inherits from entity.", "entity -"),
        ("Inherited from [tool](tool.md) entity.", "tool v1.0/resources/tool.md"),
        ("All the pen controls inherit from [tool](tool.md).", ""),
        ("Inherits from microsoft.graph.desk.tool.", "microsoft.graph.desk.tool -"),
        ("Derived from [tool](tool.md).", "tool v1.0/resources/tool.md"),
        (
            "The **pen** resource is derived from [**tool**](tool.md) and writes.",
            "tool v1.0/resources/tool.md",
        ),
        ("pen derives from [tool](tool.md)", "tool v1.0/resources/tool.md"),
        ("A type derived from deskTool that writes.", "deskTool -"),
        ("A subclass of [tool](tool.md).", "tool v1.0/resources/tool.md"),
        ("This resource is a subtype of [tool](tool.md).", "tool v1.0/resources/tool.md"),
        (
            "The **pen** inherits all the properties from [tool](tool.md).",
            "tool v1.0/resources/tool.md",
        ),
        ("Extends [tool](tool.md).", "tool v1.0/resources/tool.md"),
    ];
    for (sentence, expected) in cases {
        assert_eq!(base(sentence), expected, "{sentence}");
    }
}

#[test]
fn sentences_about_others_name_none() {
    for sentence in [
        "The base of all types that inherit from [tool](tool.md).",
        "Properties that are derived from descendants do not count.",
        "Other resources that are derived from [tool](tool.md) follow.",
        "Inherits from [pen](pen.md).",
        "It inherits from the one before.",
    ] {
        assert_eq!(base(sentence), "", "{sentence}");
    }
}

#[test]
fn abstract_and_open_types() {
    let cases = [
        ("An abstract type for all pens.", true, false),
        ("Abstract class that holds pens.", true, false),
        ("It is an abstract type that is inherited by pens.", true, false),
        ("The **pen** resource is an abstract resource that writes.", true, false),
        ("This superclass is abstract and cannot be created.", true, false),
        ("This type is an open type.", false, true),
        ("Inherits from the abstract type [tool](tool.md).", false, false),
        ("This type is used in the open type [pens](pens.md).", false, false),
    ];
    for (sentence, abstractness, openness) in cases {
        assert_eq!(is_abstract(&prose(&text(sentence))).is_some(), abstractness, "{sentence}");
        assert_eq!(is_open(&prose(&text(sentence))).is_some(), openness, "{sentence}");
    }
}

#[test]
fn a_paragraph_says_where_the_rows_below_come_from() {
    let stated = inherited_rows(
        &prose(&text("The following properties are inherited from **[tool](tool.md)**.")),
        origin(),
    );
    assert_eq!(stated.expect("it is stated").value.name, "tool");
    assert!(inherited_rows(&prose(&text("Inherited from [tool](tool.md).")), origin()).is_none());
}

#[test]
fn derived_types() {
    let cases = [
        ("This is a base type for [a](a.md) and [b](b.md) types.", "a b"),
        ("The base class for tools such as [a](a.md).", "a"),
        (
            "This is a base class; the derived types are [a](a.md), [b](b.md), and [c](c.md).",
            "a b c",
        ),
        ("A base class for actions in the [a](a.md) of a [b](b.md).", ""),
        ("Derived types have no [a](https://example.com/a.md).", ""),
    ];
    for (sentence, expected) in cases {
        let found = super::derived(&prose(&text(sentence)), origin());
        let names: Vec<&str> = found.iter().map(|fact| fact.value.name.as_str()).collect();
        assert_eq!(names.join(" "), expected, "{sentence}");
    }
    insta::assert_snapshot!(crate::testing::resource(
        "# pen resource type\n\n## Derived types\n|Type|Description|\n|:-|:-|\n|[inkPen](inkpen.md)|Ink.|\n"
    ), @"
    type pen (type-heading)
      derived inkPen (v1.0/resources/inkpen.md) (derived-types)
    ");
}
