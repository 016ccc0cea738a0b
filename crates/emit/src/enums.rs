//! Enumerations.

use model::{Enum, Member};
use text::Words;

use crate::code::{Code, Module, code};
use crate::deprecation;
use crate::docs::Comment;
use crate::gates;
use crate::tokens::{ident, string};

/// The declaration of an enumeration, one row per member.
pub(crate) fn declaration(item: &Enum) -> Code {
    code!(
        "{}::open_enum! {{\n{}{}    pub enum {}: {} {{\n{}    }}\n}}\n",
        Module::Rt,
        Code::comment(&type_docs(item), 4),
        deprecation::line(item.deprecated.as_ref()),
        ident(&item.rust.name),
        string(&item.name.to_string()),
        item.members.iter().map(member).collect::<Code>()
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

fn member(member: &Member) -> Code {
    let mut comment = Comment::new(8);
    comment.text(&member.docs.text);
    let (name, wire) = (ident(&member.rust_name), string(&member.wire_name));
    code!("{}        {} = {},\n", Code::comment(&comment, 8), name, wire)
}
