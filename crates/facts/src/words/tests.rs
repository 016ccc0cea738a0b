use insta::assert_snapshot;

use crate::testing::{cell, text};

const PATH: &str = "v1.0/resources/pen.md";

fn of_cell(markdown: &str) -> String {
    super::words(&cell(markdown), PATH).to_string()
}

#[test]
fn lines_of_a_cell_are_lines_items_and_paragraphs() {
    assert_snapshot!(of_cell("One:<br>- a<br/>* b.<br>c<br><br>two<br>three"), @"
    One:
    - a
    - b.
      c

    two
    three
    ");
    assert_snapshot!(of_cell("- a<br> - b"), @"
    - a
    - b
    ");
    assert_snapshot!(of_cell("Steps<br>1. a<br>2. b<br>4. c<br><br>5. d"), @r"
    Steps
    1. a
    2. b
       4\. c

    5\. d
    ");
    assert_snapshot!(of_cell("-<br>- <br>2. x"), @r"
    \-
    \-
    2\. x
    ");
}

#[test]
fn nothing_that_a_cell_says_opens_a_block() {
    assert_snapshot!(of_cell("~~~<br>a<br>~~~<br>panic!();"), @r"
    \~\~\~
    a
    \~\~\~
    panic!();
    ");
    assert_snapshot!(of_cell("```<br># a<br>> b<br>===<br>&lt;b&gt; &amp;lt; <br>&#91;x]: y"), @r"
    \`\`\`
    \# a
    \> b
    \===
    \<b\> \&lt;
    \[x\]: y
    ");
    assert_snapshot!(of_cell("a `` ` `` b `c\\|d` <script>e</script> \\<f>"), @r"a `` ` `` b `c|d` \<script\>e\</script\> \<f\>");
}

#[test]
fn looks_and_links_stay() {
    let markdown = "**A** *b* ***c*** `d` [e](lead.md#f) [`g`](https://example.com/a_(b)) <https://h.i/j>, \
                    https://k.l/{m} and [n](../../o.md).";
    assert_snapshot!(super::words(&text(markdown), PATH), @"**A** *b* ***c*** `d` [e](v1.0/resources/lead.md#f) [`g`](https://example.com/a_%28b%29) <https://h.i/j>, `https://k.l/{m}` and [n](o.md).");
}

#[test]
fn a_list_item_has_its_mark() {
    assert_snapshot!(super::item(&text("- a<br>b<br><br>c"), PATH), @"
    - a
      b

    c
    ");
}
