//! Names that are identifiers, and names that are not.

use std::panic::catch_unwind;

use super::{ident, raw_string};

#[test]
fn identifiers_stay_as_they_are() {
    for name in ["x", "display_name", "User", "r#type", "union", "_x"] {
        assert_eq!(ident(name).to_string(), name);
    }
}

#[test]
fn nothing_else_passes() {
    let keywords = ["type", "fn", "abstract", "override", "self", "Self", "crate", "_"];
    let others = ["", "1", "a b", "a::b", "a-b", "r#self", "r#", "type "];
    for name in keywords.into_iter().chain(others) {
        assert!(catch_unwind(|| ident(name)).is_err(), "{name}");
    }
}

#[test]
fn text_without_escapes_where_it_can_be_read_so() {
    let cases = [
        ("plain", r#""plain""#),
        (r#"{"a":"b"}"#, r##"r#"{"a":"b"}"#"##),
        (r##"a"#b"##, r###"r##"a"#b"##"###),
        (r"a\", r#"r"a\""#),
        ("\"\n", r#""\"\n""#),
        ("\"\u{202e}", r#""\"\u{202e}""#),
        ("\"\r", r#""\"\r""#),
    ];
    for (text, literal) in cases {
        assert_eq!(raw_string(text).to_string(), literal, "{text}");
    }
}
