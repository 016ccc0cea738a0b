use crate::testing::about;

fn deprecated(markdown: &str) -> String {
    about(markdown).deprecated.map(|fact| fact.value.to_string()).unwrap_or_default()
}

#[test]
fn pages_that_are_deprecated() {
    let cases = [
        ("# pen resource type (deprecated)\n\nHolds ink.\n", "Deprecated."),
        ("---\ntitle: \"pen (deprecated)\"\n---\n# pen resource type\n", "Deprecated."),
        (
            "# pen resource type\n\n> [!CAUTION]\n> This resource is deprecated. Use [lead](lead.md).\n",
            "This resource is deprecated. Use [lead](v1.0/resources/lead.md).",
        ),
        (
            "# pen resource type\n\n> The pen API is deprecated and stops on June 1.\n",
            "The pen API is deprecated and stops on June 1.",
        ),
        (
            "# pen resource type\n\n> **Note:** The **pen** API is deprecated.\n",
            "**Note:** The **pen** API is deprecated.",
        ),
    ];
    for (page, notice) in cases {
        assert_eq!(deprecated(page), notice, "{page}");
    }
}

#[test]
fn pages_of_which_a_part_is_deprecated() {
    for page in [
        "# pen resource type\n\n> **Note:** The `/desk` path is deprecated. Use `/office`.\n",
        "# pen resource type\n\n> The `/desk` API is deprecated. Use this API instead.\n",
        "# pen resource type\n\nThe [quill](quill.md) API is deprecated.\n",
        "# pen resource type\n\nThe older version of this API is deprecated.\n",
        "# pen resource type\n\nThe API in this section is the recommended one. The other API is deprecated.\n",
        "# pen resource type\n\nThe state is **New** or **Deprecated**.\n",
        "# pen resource type\n\n## Properties\n\nThis property is deprecated.\n",
    ] {
        assert_eq!(deprecated(page), "", "{page}");
    }
}
