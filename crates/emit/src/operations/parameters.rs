//! The struct of a JSON body that holds named parameters.

use model::{Operation, Property};
use quote::quote;

use crate::docs::Comment;
use crate::file::Text;
use crate::names::Names;
use crate::structs;
use crate::tokens::ident;

/// Adds the struct and its field table.
pub(super) fn push(
    text: &mut Text,
    rust_name: &str,
    fields: &[Property],
    operation: &Operation,
    names: &Names<'_>,
) {
    let docs = structs::doc_attributes(&comment(operation));
    let name = ident(rust_name);
    let members = structs::members(fields, None, names);
    text.push_item(quote! {
        #docs
        pub struct #name {
            #members
        }
    });
    let rows = structs::table(fields);
    text.push(&format!("rt::parameters! {{\n    {name} {{\n{rows}    }}\n}}\n"));
}

fn comment(operation: &Operation) -> Comment {
    let mut comment = Comment::new(0);
    comment.paragraph(&format!("The body of “{}”.", super::docs::title(operation)));
    comment
}
