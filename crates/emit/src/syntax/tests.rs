//! How prettyplease prints what was put together.

use insta::assert_snapshot;
use quote::quote;

use super::{doc, field, file, named_attribute, structure, type_at};
use crate::tokens::ident;

#[test]
fn pieces() {
    let text = type_at("Box", Some(type_at("str", None)));
    let fields = vec![
        field(vec![doc("A word: \"\\n\"."), doc(""), doc("More.")], ident("r#type"), text),
        field(vec![named_attribute("deprecated", quote!())], ident("x"), type_at("r#mod::X", None)),
    ];
    assert_snapshot!(printed(vec![doc("A struct.")], fields), @r#"
    /// A struct.
    pub struct Alone {
        /// A word: "\n".
        ///
        /// More.
        pub r#type: Box<str>,
        #[deprecated]
        pub x: r#mod::X,
    }
    "#);
}

#[test]
fn long_lines_are_broken() {
    let name = "models::LongNameOfATypeThatDescribesPartOfAnother";
    let ty = type_at("Option", Some(type_at("Box", Some(type_at(name, None)))));
    let note = "words ".repeat(20);
    let attributes = vec![named_attribute("deprecated", quote!(note = #note))];
    let fields = vec![field(Vec::new(), ident("long_name_of_field"), ty)];
    assert_snapshot!(printed(attributes, fields), @r#"
    #[deprecated(
        note = "words words words words words words words words words words words words words words words words words words words words "
    )]
    pub struct Alone {
        pub long_name_of_field: Option<
            Box<models::LongNameOfATypeThatDescribesPartOfAnother>,
        >,
    }
    "#);
}

fn printed(attributes: Vec<syn::Attribute>, fields: Vec<syn::Field>) -> String {
    prettyplease::unparse(&file(structure(attributes, ident("Alone"), fields)))
}
