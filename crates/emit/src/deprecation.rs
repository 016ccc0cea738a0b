//! Deprecation notices as attributes.
//!
//! The compiler prints a notice as plain text and rustdoc renders it as Markdown, so its markup is taken
//! off and what would mean something in Markdown does not stay.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

use crate::code::{Code, code};
use crate::syntax;
use crate::tokens::string;

/// The attribute of a struct or field.
pub(crate) fn attribute(notice: Option<&str>) -> Option<Attribute> {
    let note = plain(notice?);
    let arguments = if note.is_empty() { TokenStream::new() } else { quote!(note = #note) };
    Some(syntax::named_attribute("deprecated", arguments))
}

/// The attribute as a line of a table.
pub(crate) fn line(notice: Option<&str>) -> Code {
    match notice.map(plain) {
        None => Code::default(),
        Some(note) if note.is_empty() => Code::fixed("    #[deprecated]\n"),
        Some(note) => code!("    #[deprecated(note = {})]\n", string(&note)),
    }
}

/// The words of a notice on one line: links give their text, addresses stand in code spans.
pub(crate) fn plain(markdown: &str) -> String {
    let unlinked = unlink(markdown);
    let words: Vec<String> = unlinked
        .split_whitespace()
        .map(|word| word.replace(['[', ']', '<', '>', '*', '\\'], ""))
        .filter(|word| !word.is_empty())
        .map(
            |word| if word.contains("://") { format!("`{}`", word.replace('`', "")) } else { word },
        )
        .collect();
    words.join(" ")
}

/// `[text](target)` becomes `text`.
fn unlink(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((_, after)) = after.split_once(')') else { break };
        text.push_str(before);
        rest = after;
    }
    text + rest
}
