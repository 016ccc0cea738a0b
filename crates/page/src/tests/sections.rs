//! Headings, tabs, lists and quotes.

use insta::assert_snapshot;

use super::page;

#[test]
fn tree() {
    assert_snapshot!(page("before\n# A\n## B\n##### C\ntext\n## D `x` ##\n# E\n"), @"
    paragraph before
    # A (in 0)
    ## B (in 1)
    ##### C (in 2)
    paragraph text
    ## D `x` (in 1)
    # E (in 0)
    ");
}

#[test]
fn what_is_no_heading() {
    assert_snapshot!(page("#a\n\n####### b\n\n    # c\n\n> # d\n\n- # e\n\n#\n"), @r#"
    paragraph #a
    paragraph ####### b
    fence ""
        # c
    Plain paragraph d
    item e
    #  (in 0)
    "#);
}

#[test]
fn the_blank_behind_the_marks_of_a_heading_can_be_forgotten() {
    assert_snapshot!(page("##Properties\n\n#tag\n\n##1 is no name\n"), @r###"
    ## Properties (in 0)
    paragraph #tag
    paragraph ##1 is no name
    ! glued-heading at "##Properties"
    "###);
}

#[test]
fn tabs() {
    assert_snapshot!(page(
        "### Request\n# [HTTP](#tab/http)\n```http\nGET /a\n```\n# [C#](#tab/x/csharp)\n[!INCLUDE [s](../s.md)]\n[!INCLUDE [t](../t.md)]\n---\nafter\n\n---\nmore"
    ), @r#"
    ### Request (in 0)
    <http> fence "http"
        GET /a
    <csharp> include ../s.md
    <csharp> include ../t.md
    paragraph after
    paragraph more
    "#);
}

#[test]
fn heading_closes_tabs() {
    assert_snapshot!(page("# [HTTP](#tab/http)\na\n## Response\nb\n---\nc\n"), @"
    <http> paragraph a
    ## Response (in 0)
    paragraph b
    paragraph c
    ");
}

#[test]
fn underlined_headings() {
    assert_snapshot!(page("One\n===\ntext\n\nTwo `x`\n---\ntext\n\nThree\n-\n\n- item\n---\n"), @"
    # One (in 0)
    paragraph text
    ## Two `x` (in 1)
    paragraph text
    paragraph Three
    item item
    ");
}

#[test]
fn lists() {
    assert_snapshot!(page(
        "- one\n- two\n\n  more\n  - inner *x*\n* three\n\n1. a\n\n   ```json\n   {}\n   ```\n2. b\nlazy\n\ntext\n"
    ), @r#"
    item one
    item two
    paragraph more
    item inner _x_
    item three
    item a
    fence "json"
        {}
    item b lazy
    paragraph text
    "#);
}

#[test]
fn quotes_and_alerts() {
    assert_snapshot!(page(
        "> plain\nlazy\n\n> [!Note]\n> text\n>\n> more\n\n>[!TIP] same line\n\n> > [!WARNING]\n> > inner\n>\n> outer\n\n[!IMPORTANT] no quote\n"
    ), @r#"
    Plain paragraph plain lazy
    Alert("NOTE") paragraph text
    Alert("NOTE") paragraph more
    Alert("TIP") paragraph same line
    Alert("WARNING") paragraph inner
    Plain paragraph outer
    paragraph [!IMPORTANT] no quote
    "#);
}

#[test]
fn alert_with_a_character_without_width() {
    assert_snapshot!(page("> [!NOTE]\u{200b}\ttext\n"), @r#"Alert("NOTE") paragraph text"#);
}

#[test]
fn includes() {
    assert_snapshot!(page(
        "text\n[!INCLUDE [a b](../a.md)]\n[!INCLUDE[c](..\\c.md)] \n\n> [!INCLUDE [d](d.md)]\n\n- [!INCLUDE [e](e.md)]\n\n[!INCLUDE [f](f.md)]\n===\n"
    ), @r"
    paragraph text
    include ../a.md
    include ..\c.md
    Plain include d.md
    include e.md
    include f.md
    paragraph ===
    ");
}

#[test]
fn table_and_fence_after_a_list() {
    assert_snapshot!(page(
        "- item\n|a|\n|-|\n|b|\n\n- item\n```json\n{}\n```\n- item\n<!-- {} -->\n"
    ), @r#"
    item item
    table a
        b
    item item
    fence "json"
        {}
    item item
    comment " {} "
    ! table-glued at "|a|"
    "#);
}
