use insta::assert_snapshot;

use crate::{Block, DocText, ItemPath, Link, Look, Marker, Words};

fn lines(text: &DocText, width: usize) -> String {
    text.lines(width).join("\n")
}

#[test]
fn only_what_would_be_markup_is_escaped() {
    assert_snapshot!(DocText::plain(
        "a_b _c_ *d* e* [f] <g> & &amp; 1. - # + = > x -- y `z` C:\\d | ~h ~ !i (j) {k} http: xhttp://l.om"
    ), @r"a_b \_c_ \*d\* e\* \[f\] \<g\> & \&amp; 1. - # + = \> x -- y \`z\` C:\\d | \~h \~ !i (j) {k} http: xhttp\://l.om");
}

#[test]
fn what_opens_a_block_does_not_begin_a_line() {
    let mut text = DocText::plain("- a");
    for words in ["1. b", "# c", "> d", "=== ", "---", "|-|", "+", "<div>", "    e", "[f]: g"] {
        text.push(Block::paragraph(Words::new().text(words)));
    }
    assert_snapshot!(text, @r"
    \- a

    1\. b

    \# c

    \> d

    \===

    \---

    \|-|

    \+

    \<div\>

    e

    \[f\]: g
    ");
    assert_snapshot!(lines(&DocText::plain("four 1. - words - - - - more"), 5), @r"
    four 1.
    \-
    words -
    \- - -
    more
    ");
}

#[test]
fn addresses_become_links() {
    assert_snapshot!(DocText::plain(
        "At https://example.com/a_b, (http://example.com) or https://{tenant}.example.com; not https:// here."
    ), @"At <https://example.com/a_b>, (<http://example.com>) or `https://{tenant}.example.com`; not https:// here.");
}

#[test]
fn looks_and_links() {
    let (strong, emphasis) =
        (Look { strong: true, ..Look::default() }, Look { emphasis: true, ..Look::default() });
    let mut words = Words::new();
    words.push("bold ", strong, None);
    words.push("and", strong, None);
    words.push("not so", emphasis, None);
    words.push(" a ", Look::default(), Some(Link::to("https://a.b/(c) d")));
    words.push("`tick", Look { code: true, ..strong }, None);
    words.push(" x", Look::default(), Some(Link::to("v1.0/resources/pen.md")));
    let words = words.text(" ").item("models::Pen").text(" ").item("no path");
    assert_snapshot!(DocText::from(words.clone()), @"**bold and**not so [a](https://a.b/%28c%29%20d) **`` `tick ``** [x](v1.0/resources/pen.md) [`models::Pen`] `no path`");
    assert_snapshot!(lines(&words.into(), 100), @"**bold and**not so [a](https://a.b/%28c%29%20d) **`` `tick ``** x [`models::Pen`] `no path`");
}

#[test]
fn comments_lead_to_items_and_other_texts_to_addresses() {
    let links = ["https://a.b/pen", "https://a.b/ink"];
    let words = links.map(|link| Words::new().link("it", Link::to(link)));
    let text = DocText::from(Words::new().join(words, " and "));
    let text = text.lead_to_items(|address, run| {
        assert_eq!(run.text(), "it");
        address.as_str().ends_with("pen").then(|| ItemPath::new("crate::Pen"))?
    });
    assert_snapshot!(text, @"[it](https://a.b/pen) and [it](https://a.b/ink)");
    assert_snapshot!(lines(&text, 100), @"[it](crate::Pen) and [it](https://a.b/ink)");
}

#[test]
fn paths_are_as_rustdoc_finds_items() {
    let path = |text| ItemPath::new(text).map(|path| path.as_str().to_owned());
    let field = |text| ItemPath::field(text).map(|path| path.as_str().to_owned());
    assert_eq!(path("models::r#mod::r#type").as_deref(), Some("models::mod::type"));
    assert_eq!(field("r#type").as_deref(), Some("field@Self::type"));
    for text in ["", "a b", "a:b", "1", "a::", "r#", "a)"] {
        assert_eq!((path(text), field(text)), (None, None), "{text}");
    }
    assert_eq!(field("a::b"), None);
}

#[test]
fn blocks() {
    let words = |text: &str| Words::new().text(text);
    let mut text = DocText::default();
    text.push(Block::heading(words("Title #")));
    text.push(Block::paragraph(words("Kinds:")));
    text.push(Block::item(Marker::Bullet, words("thin or thick"), DocText::plain("Below.")));
    text.push(Block::item(Marker::Number(1), words("one"), DocText::default()));
    text.push(Block::item(Marker::Number(7), words("two"), DocText::default()));
    text.push(Block::code(["```", "\tx\u{202e}"]));
    text.push(Block::table(
        vec![words("a|b"), words("c")],
        vec![vec![Words::new().code("d|e")], vec![words("f"), words("g"), words("h")]],
    ));
    assert_snapshot!(lines(&text, 10), @r"
    # Title \#

    Kinds:
    - thin or
      thick

      Below.
    1. one
    2. two

    ````text
    ```
        x
    ````

    | a\|b | c |
    |---|---|
    | `d\|e` |  |
    | f | g |
    ");
}

#[test]
fn parts_of_a_text() {
    let mut words = Words::new().text("One. ").code("two");
    words.push_break();
    let text = DocText::from(words.text("three"));
    assert_snapshot!(text.first_line(), @"One. `two`");
    let kept = text.edit(&|words| Some(words.keep(&[0..3, 5..7])));
    assert_snapshot!(kept, @"One`tw`");
    assert!(text.edit(&|_| Some(Words::new())).is_empty());
}
