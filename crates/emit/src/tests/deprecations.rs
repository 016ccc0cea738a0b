//! Deprecation notices.

use text::Notice;

use crate::deprecation::line;

#[test]
fn notices_are_literals() {
    let cases = [
        (None, ""),
        (Some(""), "#[deprecated]"),
        (Some("Use\n\"x\"."), r#"#[deprecated(note = "Use \"x\".")]"#),
    ];
    for (notice, attribute) in cases {
        let notice = notice.map(Notice::plain);
        assert_eq!(line(notice.as_ref()).text().trim(), attribute, "{notice:?}");
    }
}
