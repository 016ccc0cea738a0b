//! The struct of a JSON body that holds named parameters.

use model::{Change, Operation, Property};
use text::Words;

use crate::code::{Module, code};
use crate::docs::Comment;
use crate::file::Text;
use crate::names::Names;
use crate::tokens::ident;
use crate::{properties, structs};

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
    text.push(&structs::declaration(docs, &name, fields, None, names));
    let rows = structs::table(fields, None, names);
    text.push(&code!("{}::parameters! {{\n    {} {{\n{}    }}\n}}\n", Module::Rt, name, rows));
    if operation.body.as_ref().is_some_and(|body| body.change == Some(Change::Update)) {
        text.push(&properties::of_parameters(rust_name, fields, names));
    }
}

fn comment(operation: &Operation) -> Comment {
    let mut comment = Comment::new(0);
    let words = Words::new().text("The body of “");
    comment.paragraph(words.join([super::docs::title(operation)], "").text("”."));
    comment
}
