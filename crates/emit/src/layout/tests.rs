//! Long fields and attributes.

use insta::assert_snapshot;

use super::{attributes, field};

#[test]
fn what_fits_stays_as_it_is() {
    let text = "    #[deprecated]\n    pub name: Option<Box<str>>,\n";
    assert_eq!(field(text.to_owned()), text);
    assert_eq!(attributes(String::new()), "");
}

#[test]
fn what_does_not_fit_is_broken_as_prettyplease_does() {
    let name = "LongNameOfATypeThatDescribesPartOfAnother";
    let text =
        format!("    #[deprecated]\n    pub long_name_of_field: Option<Box<models::{name}>>,\n");
    assert_snapshot!(field(text), @"
    #[deprecated]
    pub long_name_of_field: Option<
        Box<models::LongNameOfATypeThatDescribesPartOfAnother>,
    >,
    ");
    let words = "words ".repeat(20);
    assert_snapshot!(attributes(format!("#[deprecated(note = {words:?})]\n")), @r#"
    #[deprecated(
        note = "words words words words words words words words words words words words words words words words words words words words "
    )]
    "#);
}
