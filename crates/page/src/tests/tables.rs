//! Pipe tables and their repair.

use insta::assert_snapshot;

use super::{diagnostics, page, read};
use crate::BlockKind;

#[test]
fn plain_table() {
    assert_snapshot!(page(
        "|Name|Type|\n|:--|:--|\n| id | Edm.String |\n|size|[Size](size.md) collection|"
    ), @"
    table Name | Type
        id | Edm.String
        size | [Size](size.md) collection
    ");
}

#[test]
fn table_directly_under_text() {
    assert_snapshot!(page(
        "**TODO: sort these**\n|Name|Type|\n|:--|:--|\n|id|String|\n|size|Int32|\n"
    ), @r#"
    paragraph **TODO: sort these**
    table Name | Type
        id | String
        size | Int32
    ! table-glued at "|Name|Type|"
    "#);
    assert_snapshot!(page("Two lines\nof text\nName | Type\n--|--\nid | String\n"), @r#"
    paragraph Two lines of text
    table Name | Type
        id | String
    ! table-glued at "Name | Type"
    "#);
    assert_snapshot!(page(
        "## Properties\n|Name|\n|--|\n|id|\n<!-- {} -->\n|Name|\n|--|\n|size|\n"
    ), @r#"
    ## Properties (in 0)
    table Name
        id
    comment " {} "
    table Name
        size
    "#);
}

#[test]
fn surplus_cells_join_the_last_column() {
    assert_snapshot!(page("|Name|Type|Note|\n|-|-|-|\n|file|String|one (*.a | *.b | *.c).|\n"), @r#"
    table Name | Type | Note
        file | String | one (*.a | *.b | *.c).
    ! table-row at "|file|String|one (*.a | *.b | *.c).|"
    "#);
    assert_snapshot!(diagnostics("|Name|Note|\n|-|-|\n|file|*.a | *.b|\n"), @r"
    warning[AM0112 table-row]: this row has 3 cells and the header has 2
     --> api/page.md:3:1
      |
    3 | |file|*.a | *.b|
      | ^^^^^^^^^^^^^^^^
      |
      = help: the surplus cells were joined into the last column; write `\|` for a pipe
    ");
}

#[test]
fn pipes_in_code_and_braces_are_no_borders() {
    assert_snapshot!(page(
        "|Name|Note|\n|-|-|\n|mode|`a|b`|\n|path|/users/{id | name}/x|\n|esc|`a\\|b` and c\\|d|\n"
    ), @"
    table Name | Note
        mode | `a|b`
        path | /users/{id | name}/x
        esc | `a|b` and c|d
    ");
    assert_snapshot!(page("|Name|Note|\n|-|-|\n|tick|one ` tick | here|\n"), @r#"
    table Name | Note
        tick | one ` tick | here
    ! table-row at "|tick|one ` tick | here|"
    "#);
}

#[test]
fn row_with_the_pipe_and_the_back_tick_as_code() {
    assert_snapshot!(page("|Name|Type|Note|\n|-|-|-|\n|name|String|Not `\\`, `|`, `` ` `` or `^`.|\n"), @r"
    table Name | Type | Note
        name | String | Not `\`, `|`, ``` or `^`.
    ");
}

#[test]
fn row_in_a_comment() {
    assert_snapshot!(page("|Name|Type|\n|-|-|\n|a|b|\n<!--|c|d|-->\n|e|f|\n<!-- g -->\n"), @r#"
    table Name | Type
        a | b
        e | f
    comment " g "
    "#);
}

#[test]
fn missing_cells_are_filled_up() {
    assert_snapshot!(page("|Name|Type|Note|\n|-|-|-|\n|a|String\n|b|\n||Int32||\n"), @r#"
    table Name | Type | Note
        a | String | 
        (label) b |  | 
         | Int32 | 
    ! short-row at "|a|String"
    "#);
}

#[test]
fn label_rows() {
    assert_snapshot!(page("|Method|Returns|\n|-|-|\n|**Keys**| |\n|add|key|\n|**Owners**|\n"), @"
    table Method | Returns
        (label) **Keys** | 
        add | key
        (label) **Owners** |
    ");
}

#[test]
fn line_without_pipe_continues_an_open_row() {
    assert_snapshot!(page(
        "|Name|Type|Note|\n|-|-|-|\n|risks|String|Some of (theft, loss,\nfire, water).|\n|tier|String|Level|\n"
    ), @"
    table Name | Type | Note
        risks | String | Some of (theft, loss, fire, water).
        tier | String | Level
    ");
}

#[test]
fn line_without_pipe_after_a_closed_row_is_a_paragraph() {
    assert_snapshot!(page("|Name|Type|\n|-|-|\n|a|b|\n**Note**: this is text.\n"), @"
    table Name | Type
        a | b
    paragraph **Note**: this is text.
    ");
    assert_snapshot!(page("|Name|Type|\n|-|-|\n|a|b|\n> **Note**: quoted.\n"), @"
    table Name | Type
        a | b
    Plain paragraph **Note**: quoted.
    ");
    assert_snapshot!(page("|Name|Type\n|-|-\n|a|b\nThis is text.\n"), @"
    table Name | Type
        a | b
    paragraph This is text.
    ");
    assert_snapshot!(page("|Name|Type|\n|-|-|\n|a|b\n- an item\n"), @"
    table Name | Type
        a | b
    item an item
    ");
    assert_snapshot!(page("|Name|Type|\n|-|-|\n|a|[b][]|\n[b]: b.md\n"), @"
    table Name | Type
        a | [b](b.md)
    [b]: b.md
    ");
}

#[test]
fn row_without_leading_pipe() {
    assert_snapshot!(page("| Name | Type |\n| - | - |\n| a | x |\n  b | y |\n| c | z |\n"), @"
    table Name | Type
        a | x
        b | y
        c | z
    ");
}

#[test]
fn lone_pipe_is_dropped() {
    assert_snapshot!(page("|Method|Returns|\n|-|-|\n|[List](l.md)|[thing](t.md) collection\n |\n"), @"
    table Method | Returns
        [List](l.md) | [thing](t.md) collection
    ");
}

#[test]
fn delimiter_row_of_another_width() {
    assert_snapshot!(page("|Kind|Permissions|\n|-|-|-|\n|own|Read.All|\n"), @r#"
    table Kind | Permissions
        own | Read.All
    ! table-delimiter at "|-|-|-|"
    "#);
    assert_snapshot!(diagnostics("|Kind|Permissions|\n|-|-|-|\n|own|Read.All|\n"), @"
    warning[AM0111 table-delimiter]: the header has 2 cells and this row has 3
     --> api/page.md:2:1
      |
    2 | |-|-|-|
      | ^^^^^^^
      |
      = help: it was read as a table with the header's columns
    ");
}

#[test]
fn empty_header_cell() {
    assert_snapshot!(page("|Name|Type|Note||\n|:-|:-|:-|:-|\n|a|b|c|\n"), @r#"
    table Name | Type | Note | 
        a | b | c | 
    ! short-row at "|a|b|c|"
    "#);
}

#[test]
fn empty_table() {
    assert_snapshot!(page("|\n|-|\n|a|\n"), @"
    table 
        a
    ");
    assert_snapshot!(page("|Name|\n|-|\n\nText"), @"
    table Name
    paragraph Text
    ");
}

#[test]
fn tables_in_lists_and_quotes() {
    assert_snapshot!(page(
        "- item\n\n  |Name|Type|\n  |-|-|\n  |a|b|\n\n> |Name|Type|\n> |-|-|\n> |c|d\\|e|\n"
    ), @"
    item item
    table Name | Type
        a | b
    Plain table Name | Type
        c | d|e
    ");
}

#[test]
fn unclosed_link_ends_at_the_pipe() {
    assert_snapshot!(page(
        "|Name|Type|Note|\n|-|-|-|\n|info|[mailInfo](mailinfo.md|More of it.|\n|x|[y](y.md and more|z|\n"
    ), @r#"
    table Name | Type | Note
        info | [mailInfo](mailinfo.md) | More of it.
        x | [y](y.md) and more | z
    ! unclosed-link at "[mailInfo](mailinfo.md"
    ! unclosed-link at "[y](y.md"
    "#);
    assert_snapshot!(diagnostics("|Name|Type|\n|-|-|\n|info|[mailInfo](mailinfo.md|\n"), @"
    warning[AM0103 unclosed-link]: this link is never closed
     --> api/page.md:3:7
      |
    3 | |info|[mailInfo](mailinfo.md|
      |       ^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it was ended here; add the missing `)`
    ");
}

#[test]
fn code_span_with_a_link_in_it_is_code() {
    assert_snapshot!(page("|Name|\n|-|\n|`[a](b`|\n"), @"
    table Name
        `[a](b`
    ");
}

#[test]
fn cells_lie_where_they_stand() {
    let markdown = "\u{feff}Über\r\n\r\n|Näme|\tTyp |\r\n|-|-|\r\n| ä | *ö*\u{a0}|\r\n";
    let (page, _) = read(markdown);
    let cells: Vec<_> = page
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        })
        .flat_map(|table| table.header.iter().chain(table.rows.iter().flat_map(|row| &row.cells)))
        .map(|cell| &markdown[cell.span.range()])
        .collect();
    assert_eq!(cells, ["Näme", "Typ", "ä", "*ö*"]);
}

#[test]
fn padding_is_bounded() {
    let columns = 2_000;
    let markdown =
        format!("{}|\n{}|\n{}", "|a".repeat(columns), "|-".repeat(columns), "|x\n".repeat(1_000));
    let (page, diagnostics) = read(&markdown);
    let BlockKind::Table(table) = &page.blocks[0].kind else { panic!("no table") };
    assert!(table.rows.len() < 200);
    assert_eq!(
        diagnostics.iter().map(|found| found.code.name()).collect::<Vec<_>>(),
        ["table-size"]
    );
}

#[test]
fn rows_without_a_delimiter_are_reported() {
    assert_snapshot!(diagnostics("
| Property | Type   |
| name     | String |
"), @"
    error[AM0110 table-lost]: these lines look like rows of a table
     --> api/page.md:2:1
      |
    2 | / | Property | Type   |
    3 | | | name     | String |
      | |_____________________^
      |
      = help: a table begins with a header row and a delimiter row; they were read as text
    ");
}
