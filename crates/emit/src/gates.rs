//! Gates as attributes and as words.

use model::{Gate, Property, Struct};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;
use text::Words;

use crate::code::{Code, code};
use crate::docs::{Comment, WIDTH};
use crate::names::Names;
use crate::syntax;
use crate::tokens::string;

/// The features that a field needs beside those of its struct: a relationship may lead to a type that is
/// not there. The operation that has the parameters of a body reaches their types.
pub(crate) fn of_field(property: &Property, owner: Option<&Struct>, names: &Names<'_>) -> Gate {
    let gate = |owner: &Struct| names.item_gate(&property.ty.value.item).within(&owner.gate);
    owner.map(gate).unwrap_or_default()
}

/// The attribute of an item behind `gate`, on lines of their own; nothing for an item that is always there.
pub(crate) fn lines(gate: &Gate, indent: usize) -> Code {
    let features: Vec<Code> =
        gate.features().map(|name| code!("feature = {}", string(name))).collect();
    let pad = Code::indent(indent);
    match &features[..] {
        [] => Code::default(),
        [feature] => code!("{}#[cfg({})]\n", pad, feature),
        features => {
            let line = code!("{}#[cfg(any({}))]\n", &pad, Code::join(features, ", "));
            if line.len() <= WIDTH {
                return line;
            }
            let rows: Code = features.iter().map(|it| code!("{}    {},\n", &pad, it)).collect();
            code!("{}#[cfg(any(\n{}{}))]\n", &pad, rows, &pad)
        }
    }
}

/// The attribute of a field.
pub(crate) fn attribute(gate: &Gate) -> Option<Attribute> {
    Some(syntax::named_attribute("cfg", condition(gate)?))
}

fn condition(gate: &Gate) -> Option<TokenStream> {
    let features = gate.features().map(|feature| quote!(feature = #feature));
    match features.len() {
        0 => None,
        1 => Some(quote!(#(#features)*)),
        _ => Some(quote!(any(#(#features),*))),
    }
}

/// A paragraph of a comment that is there behind `gate` alone.
pub(crate) fn paragraph(gate: &Gate, words: Words) -> Option<Attribute> {
    let condition = condition(gate)?;
    let mut comment = Comment::new(0);
    comment.line(words);
    let lines = comment.lines();
    Some(syntax::named_attribute("cfg_attr", quote!(#condition, doc = "", #(doc = #lines),*)))
}

/// What a user must do to have it: "Needs the feature `users`."
pub(crate) fn sentence(gate: &Gate) -> Words {
    let features = || gate.features().map(|feature| Words::new().code(feature));
    match gate.features().count() {
        0 => Words::new(),
        1 => Words::new().text("Needs the feature ").join(features(), "").text("."),
        _ => Words::new().text("Needs one of the features ").join(features(), ", ").text("."),
    }
}
