//! Names and texts as tokens.

#[cfg(test)]
mod tests;

use proc_macro2::{Ident, Literal, Span};
use quote::ToTokens;

/// An identifier, maybe raw (`r#type`). The model gives nothing else, and this makes sure of it.
pub(crate) fn ident(name: &str) -> Ident {
    let ident = declared(name);
    if may_be_keyword(name) && syn::parse2::<Ident>(ident.to_token_stream()).is_err() {
        panic!("the model gave `{name}` as an identifier");
    }
    ident
}

/// All keywords but these two are one short word in lower case, and few names are.
fn may_be_keyword(name: &str) -> bool {
    let is_short_word = name.len() <= 8 && name.bytes().all(|b| b.is_ascii_lowercase());
    is_short_word || matches!(name, "Self" | "_")
}

/// The identifier of what is declared elsewhere, where it was found to be no keyword.
pub(crate) fn declared(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A string literal, quotes and escapes included.
pub(crate) fn string(text: &str) -> Literal {
    Literal::string(text)
}

/// The same, without escapes where it can be read so: between as many `#` as it takes.
pub(crate) fn raw_string(text: &str) -> Literal {
    let is_plain = |c: char| matches!(c, '"' | '\\') || c.escape_debug().len() == 1;
    if !text.contains(['"', '\\']) || !text.chars().all(is_plain) {
        return string(text);
    }
    let longest =
        text.split('"').skip(1).map(|rest| rest.bytes().take_while(|it| *it == b'#').count());
    let marks = "#".repeat(longest.max().map_or(0, |longest| longest + 1));
    let literal = format!("r{marks}\"{text}\"{marks}").parse().ok();
    let is_same = |literal: &Literal| match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(read) => read.value() == text,
        _ => false,
    };
    literal.filter(is_same).unwrap_or_else(|| string(text))
}
