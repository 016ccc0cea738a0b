//! The struct of a JSON body that holds named parameters.

use model::{Operation, Property};
use text::Words;

use super::signature;
use crate::docs::Comment;
use crate::file::Text;
use crate::names::Names;
use crate::tokens::ident;
use crate::{properties, structs, syntax};

/// Adds the struct and its field table.
pub(super) fn push(
    text: &mut Text,
    rust_name: &str,
    fields: &[Property],
    operation: &Operation,
    names: &Names<'_>,
) {
    let docs = comment(operation).attributes().collect();
    let name = ident(rust_name);
    let members = structs::members(fields, None, names);
    text.push(&syntax::print(syntax::structure(docs, name.clone(), members)));
    let rows = structs::table(fields, None, names);
    text.push(&format!("rt::parameters! {{\n    {name} {{\n{rows}    }}\n}}\n"));
    if signature::is_change(operation) {
        text.push(&properties::of_parameters(rust_name, fields, names));
    }
}

fn comment(operation: &Operation) -> Comment {
    let mut comment = Comment::new(0);
    let words = Words::new().text("The body of “");
    comment.paragraph(words.join([super::docs::title(operation)], "").text("”."));
    comment
}
