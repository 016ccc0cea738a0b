//! Deprecation notices.

use crate::deprecation::line;

#[test]
fn notices_are_plain_text() {
    let cases = [
        (None, ""),
        (Some(""), "#[deprecated]"),
        (Some("[ Old ] Use\n`x`."), r#"#[deprecated(note = "Old Use `x`.")]"#),
        (
            Some("Use [the new](https://a.b/c?d#e) **one**."),
            r#"#[deprecated(note = "Use the new one.")]"#,
        ),
        (Some("See https://a.b/c."), r#"#[deprecated(note = "See `https://a.b/c.`")]"#),
        (Some("Use \\<b> or \"c\""), r#"#[deprecated(note = "Use b or \"c\"")]"#),
        (Some("[a](b"), r#"#[deprecated(note = "a(b")]"#),
        (Some("**"), "#[deprecated]"),
    ];
    for (notice, attribute) in cases {
        assert_eq!(line(notice).trim(), attribute, "{notice:?}");
    }
}
