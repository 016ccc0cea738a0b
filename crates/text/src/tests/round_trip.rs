//! The proof: for any tree and width, what is printed is that tree and nothing else.

use proptest::prelude::*;

use super::parse::{Plain, parse, plain};
use super::trees;
use crate::{Block, CodeText, CommentLine, DocText, Link, Look, Marker, Words, is_hidden};

/// The text behind `/// `, as rustdoc has it.
fn documented(lines: &[String]) -> String {
    let printed = lines.iter().map(|line| format!("/// {line}").trim_end_matches(' ').to_owned());
    let stripped = printed.map(|line| line[3..].strip_prefix(' ').unwrap_or(&line[3..]).to_owned());
    stripped.collect::<Vec<_>>().join("\n")
}

fn check(text: &DocText, width: usize) {
    let lines = text.lines(width);
    for line in &lines {
        assert!(!line.contains(is_hidden), "{line:?}");
        assert_eq!(line.trim_end_matches([' ', '\t']), line);
    }
    let printed = documented(&lines);
    let wanted = plain(text.in_comment().blocks());
    assert_eq!(parse(&printed), wanted, "printed as\n{printed}");
}

#[test]
fn trees_that_were_found_to_be_hard() {
    let code = Look { code: true, ..Look::default() };
    let slanted = Look { emphasis: true, ..Look::default() };
    let link = || Some(Link::to("https://a.b"));
    let pushed = |runs: &[(&str, Look, Option<Link>)]| {
        let mut words = Words::new();
        for (text, look, link) in runs {
            words.push(text, *look, link.clone());
        }
        words
    };
    let hard = [
        // A label at the start of a line, of a definition or a target.
        pushed(&[("]:-:", code, link())]),
        Words::new().item("models::Pen").text(": a"),
        Words::new().item("models::Pen").text("(a)"),
        Words::new().item("models::Pen").text("[ ]").code("]"),
        // A letter that is a symbol to Markdown.
        pushed(&[("h", Look::default(), None), ("🄰", slanted, None)]),
        // Blanks between code of different looks.
        pushed(&[("` ", Look { emphasis: true, ..code }, None), (" `` ", code, None)]),
        Words::new().text("!").link("^1", Link::to("https://a.b/&lt;")),
    ];
    for words in hard {
        let item = Block::item(Marker::Bullet, words.clone(), DocText::default());
        check(&item.into_iter().chain(Block::paragraph(words)).collect(), 10);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_printed_tree_is_read_as_that_tree(text in trees::tree(), width in 1..120_usize) {
        check(&text, width);
    }

    #[test]
    fn words_are_read_as_those_words(words in trees::words(), width in 1..40_usize) {
        check(&words.into(), width);
    }

    #[test]
    fn plain_text_is_one_paragraph_of_its_words(text in trees::text(), width in 1..40_usize) {
        let text = DocText::plain(&text);
        prop_assert!(text.blocks().len() <= 1);
        check(&text, width);
    }

    #[test]
    fn unbroken_lines_are_read_alike(text in trees::tree()) {
        let resolved = text.resolve(|_| None);
        prop_assert_eq!(parse(&resolved.to_string()), plain(resolved.blocks()));
    }

    #[test]
    fn lines_keep_their_width_where_they_can_be_broken(
        words in prop::collection::vec("[a-z]{1,9}", 0..40),
        width in 10..60_usize,
    ) {
        let text = DocText::plain(&words.join(" "));
        prop_assert!(text.lines(width).iter().all(|line| line.len() <= width));
        prop_assert_eq!(text.lines(width).join(" "), words.join(" "));
    }

    #[test]
    fn a_line_stays_one(text in "\\PC{0,20}[\r\n\t\u{85}\u{2028}\u{202e}\u{0}]{0,3}\\PC{0,20}") {
        let line = CommentLine::new(&text).to_string();
        let code = format!("`{} {}`", "GET", CodeText::new(&text));
        prop_assert!(matches!(&parse(&code)[..], [Plain::Paragraph(it)] if it.len() == 1 && it[0].1.code));
        let separators = ['\u{2028}', '\u{2029}'];
        prop_assert!(!line.contains(|c| is_hidden(c) || separators.contains(&c)));
    }
}
