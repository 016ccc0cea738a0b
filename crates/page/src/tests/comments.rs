//! HTML comments and other HTML.

use insta::assert_snapshot;

use super::{diagnostics, page};

#[test]
fn comments_are_blocks() {
    assert_snapshot!(page(
        "text\n<!-- {\n  \"a\": 1\n}\n-->\n```json\n{}\n```\n<!-- one --> <!-- two -->\n<!--three-->after\n"
    ), @r#"
    paragraph text
    comment " {\n  \"a\": 1\n}\n"
    fence "json"
        {}
    comment " one "
    comment " two "
    comment "three"
    paragraph after
    "#);
}

#[test]
fn comment_with_blank_lines() {
    assert_snapshot!(page(
        "<!-- {\n  \"a\": [\n\n  ]\n}-->\n\n# Title\n<!--\n## Hidden\n\n|a|\n|-|\n-->\ntext"
    ), @r#"
    comment " {\n  \"a\": [\n\n  ]\n}"
    # Title (in 0)
    comment "\n## Hidden\n\n|a|\n|-|\n"
    paragraph text
    "#);
}

#[test]
fn glued_to_other_blocks() {
    assert_snapshot!(page(
        "|a|\n|-|\n|b|\n<!-- {} -->\n|c|\n|-|\n|d|\n<!-- x -->```http\nGET /a\n```\n"
    ), @r#"
    table a
        b
    comment " {} "
    table c
        d
    comment " x "
    fence "http"
        GET /a
    "#);
}

#[test]
fn in_lists_and_quotes() {
    assert_snapshot!(page(
        "- item\n  <!-- {\n  \"a\": 1 } -->\n  more\n- next <!-- gone -->\n\n> text\n> <!-- quoted -->\n"
    ), @r#"
    item item
    comment " {\n  \"a\": 1 } "
    paragraph more
    item next 
    Plain paragraph text
    Plain comment " quoted "
    "#);
}

#[test]
fn in_the_midst_of_text() {
    assert_snapshot!(page("One <!--or two-->. The [x](x.md) <!--and\n[y](y.md)--> end."), @"paragraph One . The [x](x.md)  end.");
}

#[test]
fn unclosed_annotation_ends_before_the_code() {
    assert_snapshot!(page("<!-- {\n  \"a\": 1\n}\n```json\n{}\n```\n<!-- {} -->\n"), @r#"
    comment " {\n  \"a\": 1\n}"
    fence "json"
        {}
    comment " {} "
    ! unclosed-comment at "<!--"
    "#);
    assert_snapshot!(page("<!-- { \"a\": 1\n\ntext\n"), @r#"
    comment " { \"a\": 1"
    paragraph text
    ! unclosed-comment at "<!--"
    "#);
    assert_snapshot!(page("## A\n<!-- {\n## B\n"), @r#"
    ## A (in 0)
    comment " {"
    ## B (in 0)
    ! unclosed-comment at "<!--"
    "#);
    assert_snapshot!(diagnostics("text\n\n<!-- {\n\"a\": 1\n"), @"
    warning[AM0102 unclosed-comment]: this comment is never closed
     --> api/page.md:3:1
      |
    3 | <!-- {
      | ^^^^
      |
      = help: it was ended before the next blank line, heading, code block or comment
    ");
}

#[test]
fn comment_around_a_comment_ends_at_the_first_mark() {
    assert_snapshot!(page("<!--\nold text\n<!-- {} -->\n```json\n{}\n```\n"), @r#"
    comment "\nold text\n<!-- {} "
    fence "json"
        {}
    "#);
}

#[test]
fn unclosed_in_a_list() {
    assert_snapshot!(page("- item\n\n  <!-- never\n  closed\n\nafter\n"), @r#"
    item item
    comment " never\n  closed\n\n"
    paragraph after
    ! unclosed-comment at "<!--"
    "#);
}

#[test]
fn other_html() {
    assert_snapshot!(page("<br/>\n\n<div>\ntext <!-- c --> more\n</div>\n\nafter"), @r#"
    html "<br/>"
    html "<div>\ntext"
    comment " c "
    html "more\n</div>"
    paragraph after
    "#);
}
