//! Deprecation notices as attributes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;
use text::Notice;

use crate::code::{Code, code};
use crate::syntax;
use crate::tokens::string;

/// The attribute of a struct or field.
pub(crate) fn attribute(notice: Option<&Notice>) -> Option<Attribute> {
    let note = notice?.as_str();
    let arguments = if note.is_empty() { TokenStream::new() } else { quote!(note = #note) };
    Some(syntax::named_attribute("deprecated", arguments))
}

/// The attribute as a line of a table.
pub(crate) fn line(notice: Option<&Notice>) -> Code {
    match notice.map(Notice::as_str) {
        None => Code::default(),
        Some("") => Code::fixed("    #[deprecated]\n"),
        Some(note) => code!("    #[deprecated(note = {})]\n", string(note)),
    }
}
