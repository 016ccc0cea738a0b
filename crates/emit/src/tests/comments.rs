//! Doc comments: wrapping, and texts that try to get out.

use insta::assert_snapshot;
use text::{Block, DocText, Marker, Notice, Words};

use super::options;
use super::sample::api;
use crate::docs::{Comment, described};
use crate::files;

#[test]
fn long_lines_are_wrapped() {
    let long = "word ".repeat(30);
    let below = Block::item(Marker::Bullet, Words::new().text(&long), DocText::default());
    let item = Block::item(Marker::Bullet, Words::new().text(&long), below.into_iter().collect());
    let mut comment = Comment::new(4);
    comment.text(&item.into_iter().chain(Block::paragraph(Words::new().text(&long))).collect());
    assert_snapshot!(comment.print(4), @"
    /// - word word word word word word word word word word word word word word word word word word
    ///   word word word word word word word word word word word word
    ///   - word word word word word word word word word word word word word word word word word
    ///     word word word word word word word word word word word word word
    ///
    /// word word word word word word word word word word word word word word word word word word
    /// word word word word word word word word word word word word
    ");
}

#[test]
fn titles_are_one_line() {
    let mut comment = Comment::new(0);
    comment.line(Words::new().text(&"- <br>\n".repeat(20)));
    assert_snapshot!(comment.print(0), @r"/// \- \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\> - \<br\>");
}

#[test]
fn the_rows_of_a_table_and_the_items_of_a_list_keep_what_they_hold() {
    let hostile = "~~~\n```\n| a |\u{202e}\r\n# b";
    let mut comment = Comment::new(0);
    comment
        .table(&["Name", "Of"], vec![vec![Words::new().text(hostile), Words::new().code("a|b")]]);
    let text: DocText =
        [Block::paragraph(Words::new().text(hostile)), Block::heading(Words::new().text("c"))]
            .into_iter()
            .flatten()
            .collect();
    comment.list("Names:", described(hostile, &text).into_iter());
    assert_snapshot!(comment.print(0), @r"
    /// | Name | Of |
    /// |---|---|
    /// | \~\~\~ \`\`\` \| a \| # b | `a\|b` |
    ///
    /// Names:
    ///
    /// - `~~~ ``` | a | # b`: \~\~\~ \`\`\` | a | # b
    ///
    ///   # c
    ");
}

#[test]
fn no_text_becomes_code() {
    for text in [
        "*/ fn x() {}",
        "\"] pub fn x() {} #[doc = \"",
        "a\nfn x() {}",
        "///",
        "\\",
        "\u{0}",
        "}}}\r}",
    ] {
        let mut api = api();
        api.structs[0].docs.text = DocText::plain(text);
        api.structs[0].fields[0].docs.text = DocText::plain(text);
        api.structs[1].deprecated = Some(Notice::plain(text));
        api.structs[1].fields[2].wire_name = text.to_owned();
        api.enums[0].docs.text = DocText::plain(text);
        api.enums[0].members[0].docs.text = DocText::plain(text);
        api.enums[0].members[0].wire_name = text.to_owned();
        api.enums[1].deprecated = Some(Notice::plain(text));
        for file in files(&[api], &options()).iter().filter(|file| file.path.ends_with(".rs")) {
            let parsed =
                syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            assert!(
                !parsed
                    .items
                    .iter()
                    .any(|item| matches!(item, syn::Item::Fn(it) if it.sig.ident == "x")),
                "{}",
                file.text
            );
        }
    }
}
