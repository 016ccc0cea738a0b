//! Doc comments: wrapping, and texts that try to get out.

use insta::assert_snapshot;

use super::options;
use super::sample::api;
use crate::docs::Comment;
use crate::files;

fn comment(indent: usize, markdown: &str) -> String {
    let mut comment = Comment::new(indent);
    comment.paragraph(markdown);
    comment.print(indent)
}

#[test]
fn long_lines_are_wrapped() {
    let long = "word ".repeat(30);
    assert_snapshot!(comment(0, &long), @"
    /// word word word word word word word word word word word word word word word word word word word
    /// word word word word word word word word word word word
    ");
    assert_snapshot!(comment(4, &format!("- {long}\n  - {long}\n1. {long}")), @"
    /// - word word word word word word word word word word word word word word word word word word
    ///   word word word word word word word word word word word word
    ///   - word word word word word word word word word word word word word word word word word
    ///     word word word word word word word word word word word word word
    /// 1. word word word word word word word word word word word word word word word word word word
    ///    word word word word word word word word word word word word
    ");
}

#[test]
fn lines_never_break_where_markdown_would_change() {
    let filler = "x".repeat(84);
    for word in
        ["- a", "# a", "1. a", "> a", "== a", "| a", "`a b c d e f`", "[a b c](https://d.e)"]
    {
        let printed = comment(0, &format!("{filler} {word} and more words after it"));
        assert!(
            !printed.lines().skip(1).any(|line| {
                ["- a", "# a", "1. a", "> a", "== a", "| a", "b", "c", "d"]
                    .iter()
                    .any(|start| line[4..].starts_with(start))
            }),
            "{printed}"
        );
    }
}

#[test]
fn a_list_marker_never_stands_alone() {
    let long = "x".repeat(120);
    assert_eq!(comment(0, &format!("- {long} y")), format!("/// - {long}\n///   y\n"));
}

#[test]
fn tables_and_fences_keep_their_lines() {
    let wide = "w ".repeat(70);
    assert_snapshot!(comment(0, &format!("| {wide} |\n|-|\n\n\n```text\n{wide}\n```")), @"
    /// | w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w  |
    /// |-|
    ///
    /// ```text
    /// w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w
    /// ```
    ");
}

#[test]
fn control_characters_are_left_out() {
    assert_snapshot!(comment(0, "a\u{202e}b\rc\u{7}d\te").escape_debug(), @r"/// abcd e\n");
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
        api.structs[0].docs.text = text.to_owned();
        api.structs[0].fields[0].docs.text = text.to_owned();
        api.structs[1].deprecated = Some(text.to_owned());
        api.structs[1].fields[2].wire_name = text.to_owned();
        api.enums[0].docs.text = text.to_owned();
        api.enums[0].members[0].docs.text = text.to_owned();
        api.enums[0].members[0].wire_name = text.to_owned();
        api.enums[1].deprecated = Some(text.to_owned());
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
