//! Names that are identifiers, and names that are not.

use std::panic::catch_unwind;

use super::ident;

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
