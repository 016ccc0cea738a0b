//! Names and texts as tokens.

use proc_macro2::{Ident, Literal, Span};

/// An identifier, maybe raw (`r#type`). The model gives nothing else, and this makes sure of it.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A string literal, quotes and escapes included.
pub(crate) fn string(text: &str) -> String {
    Literal::string(text).to_string()
}
