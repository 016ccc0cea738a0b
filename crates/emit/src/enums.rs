//! Enumerations.

use model::{Enum, Member};
use text::Words;

use crate::deprecation;
use crate::docs::Comment;
use crate::gates;
use crate::tokens::{ident, string};

/// The declaration of an enumeration, one row per member.
pub(crate) fn declaration(item: &Enum) -> String {
    let docs = type_docs(item).print(4);
    let deprecated = deprecation::line(item.deprecated.as_ref());
    let (name, wire) = (ident(&item.rust.name), string(&item.name.to_string()));
    let members: String = item.members.iter().map(member).collect();
    format!(
        "rt::open_enum! {{\n{docs}{deprecated}    pub enum {name}: {wire} {{\n{members}    }}\n}}\n"
    )
}

fn type_docs(item: &Enum) -> Comment {
    let mut comment = Comment::new(4);
    comment.text(&item.docs.text);
    let flags = if item.flags { " Members can be combined." } else { "" };
    let words = Words::new().text("On the wire: ").code(&item.name.to_string()).text(".");
    comment.paragraph(
        words.text(flags).join([Words::new().text(" "), gates::sentence(&item.gate)], ""),
    );
    comment.sources(&item.docs);
    comment
}

fn member(member: &Member) -> String {
    let mut comment = Comment::new(8);
    comment.text(&member.docs.text);
    let (name, wire) = (ident(&member.rust_name), string(&member.wire_name));
    format!("{}        {name} = {wire},\n", comment.print(8))
}
