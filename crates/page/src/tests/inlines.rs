//! Runs of text.

use insta::assert_snapshot;

use super::{page, read};
use crate::BlockKind;

#[test]
fn looks() {
    assert_snapshot!(page("A `code` and **bold** and *slanted* and ***both*** and **[x](y.md)**."), @"paragraph A `code` and **bold** and _slanted_ and **_both_** and [**x**](y.md).");
}

#[test]
fn reference_links() {
    assert_snapshot!(page(
        "See [Site][], [it][Drive  Item], [lost][nowhere] and [plain].\n\n|a|\n|-|\n|[drive item][]|\n|[gone][]|\n\n[site]: ../site.md\n[drive item]: ../drive.md \"Title\"\n"
    ), @"
    paragraph See [Site](../site.md), [it](../drive.md), [lost]() and [plain].
    table a
        [drive item](../drive.md)
        [gone]()
    [drive item]: ../drive.md
    [site]: ../site.md
    ");
}

#[test]
fn definitions_between_other_blocks() {
    assert_snapshot!(page("[a][]\n\n```\n```\n[a]: first.md\n\n# T [a]\n[a]: second.md\n"), @r#"
    paragraph [a](first.md)
    fence ""
    # T [a](first.md) (in 0)
    [a]: first.md
    "#);
}

#[test]
fn entities_and_escapes() {
    assert_snapshot!(page("|a|\n|-|\n|x &#124; y &lt;z&gt; \\* A&nbsp;B|\n"), @"
    table a
        x | y <z> * A B
    ");
}

#[test]
fn breaks_and_tags() {
    assert_snapshot!(page(
        "|a|\n|-|\n|one<br>two<br/><ul><li>**three**</li><li>four</li></ul>|\n|<b>bold</b> <code>code</code> <i>x</i>|\n"
    ), @"
    table a
        one⏎two⏎⏎**three**⏎four
        **bold** `code` _x_
    ");
    assert_snapshot!(page("soft\nbreak  \nhard\\\nbreak"), @"paragraph soft break⏎hard⏎break");
}

#[test]
fn placeholders_are_text() {
    assert_snapshot!(page("Call range(<address-local>) or <group-id>."), @"paragraph Call range(<address-local>) or <group-id>.");
}

#[test]
fn block_marks_in_cells_are_text() {
    assert_snapshot!(page(
        "|a|b|\n|-|-|\n|# x_ |- *y*|\n|1. `z`|> _q_|\n|.dot *x*|[t]: u*|\n|*.x*|&#46;*z*|\n"
    ), @"
    table a | b
        # x_ | - _y_
        1. `z` | > _q_
        .dot _x_ | [t]: u*
        _.x_ | ._z_
    ");
}

#[test]
fn include_in_the_midst_of_text() {
    assert_snapshot!(page(
        "In [!INCLUDE[short](../short.md)] one\n> a [!include [x](y.md)]\n> [!INCLUDE [z](z.md)]\n> b"
    ), @"
    paragraph In [[!INCLUDE[short](../short.md)]](../short.md) one
    Plain paragraph a [[!include [x](y.md)]](y.md)
    Plain include z.md
    Plain paragraph b
    ");
    assert_snapshot!(page("|a|\n|-|\n|**By [!INCLUDE [x](y.md)]**, too|\n"), @"
    table a
        **By **[**[!INCLUDE [x](y.md)]**](y.md), too
    ");
}

#[test]
fn images_and_autolinks() {
    assert_snapshot!(page("![alt *text*](i.png) <https://a.b> https://c.d"), @"paragraph alt _text_ [https://a.b](https://a.b) https://c.d");
}

#[test]
fn characters_without_width_are_left_out() {
    assert_snapshot!(page("|a|\n|-|\n|na\u{200b}me\u{feff}|\n|\u{200b}*x*|\n"), @"
    table a
        name
        _x_
    ");
}

#[test]
fn plain_text_and_links() {
    let (page, _) = read("**a**\n  b\u{a0}c [x `y`](z) [q](z) <br> d");
    let BlockKind::Paragraph(text) = &page.blocks[0].kind else { panic!("no paragraph") };
    assert_eq!(text.plain(), "a b c x y q d");
    assert_eq!(text.links(), [("x y".into(), "z".into()), ("q".into(), "z".into())]);
}

#[test]
fn runs_lie_where_they_stand() {
    let markdown = "> ä `b`\r\n> **c** [d](e)\r\n\r\n|f ö|\r\n|-|\r\n|g\\|h *i*|\r\n";
    let (page, _) = read(markdown);
    let mut places = Vec::new();
    for block in &page.blocks {
        let texts = match &block.kind {
            BlockKind::Paragraph(text) => vec![text],
            BlockKind::Table(table) => table.header.iter().chain(&table.rows[0].cells).collect(),
            _ => vec![],
        };
        let runs = texts.into_iter().flat_map(|text| &text.runs);
        places.extend(runs.map(|run| &markdown[run.span.range()]));
    }
    assert_eq!(places, ["ä ", "`b`", "\r\n", "c", " ", "d", "f ö", "g\\|h ", "i"]);
}
