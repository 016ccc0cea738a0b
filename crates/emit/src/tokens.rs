//! Names and texts as tokens.

use proc_macro2::{Ident, Literal};

/// An identifier, maybe raw (`r#type`).
pub(crate) fn ident(name: &str) -> Ident {
    syn::parse_str(name).unwrap_or_else(|_| panic!("the model gave `{name}` as an identifier"))
}

/// A string literal, quotes and escapes included.
pub(crate) fn string(text: &str) -> String {
    Literal::string(text).to_string()
}
