//! Names and texts as Rust writes them.

/// The name, which can be nothing but an identifier, maybe a raw one (`r#type`).
pub(crate) fn ident(name: &str) -> &str {
    let bare = name.strip_prefix("r#").unwrap_or(name);
    let is_identifier = bare.starts_with(|c: char| c == '_' || c.is_alphabetic())
        && bare.chars().all(|c| c == '_' || c.is_alphanumeric());
    assert!(is_identifier, "the model gave `{name}` as an identifier");
    name
}

/// A string literal, quotes and escapes included.
pub(crate) fn string(text: &str) -> String {
    format!("{text:?}")
}
