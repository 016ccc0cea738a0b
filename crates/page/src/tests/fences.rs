//! Code blocks.

use insta::assert_snapshot;

use super::{diagnostics, page};

#[test]
fn info_word() {
    assert_snapshot!(page("``` HTTP\nGET /a\n```\n~~~json x=y\n{}\n~~~\n```\nplain\n```\n"), @r#"
    fence "http"
        GET /a
    fence "json"
        {}
    fence ""
        plain
    "#);
}

#[test]
fn empty_fence() {
    assert_snapshot!(page("```json\n```\ntext"), @r#"
    fence "json"
    paragraph text
    "#);
}

#[test]
fn prefixes_are_left_out() {
    assert_snapshot!(page(" ```json\n {\n   1\n}\n ```\n"), @r#"
    fence "json"
        {
          1
        }
    "#);
    assert_snapshot!(page(
        "- item\n\n    ```json\n    {\n      1\n    }\n    ```\n\n    > [!TIP]\n    > ```http\n    > GET /a\n    > ```\n"
    ), @r#"
    item item
    fence "json"
        {
          1
        }
    Alert("TIP") fence "http"
        GET /a
    "#);
}

#[test]
fn comment_and_heading_in_a_closed_fence_are_code() {
    assert_snapshot!(page(
        "```http\nGET /a\n# not a heading\n<!-- not a comment -->\n```\n## Heading\n```json\n{}\n```\n"
    ), @r#"
    fence "http"
        GET /a
        # not a heading
        <!-- not a comment -->
    ## Heading (in 0)
    fence "json"
        {}
    "#);
}

#[test]
fn unclosed_fence_ends_at_a_heading() {
    assert_snapshot!(page("## Request\n```http\nGET /a\n\n## Response\n\n```json\n{}\n```\n"), @r#"
    ## Request (in 0)
    fence "http" (open)
        GET /a
    ## Response (in 0)
    fence "json"
        {}
    ! unclosed-fence at "```http"
    "#);
    assert_snapshot!(page("## Request\n```\nGET /a\n\n## Response\n\n```\n{}\n```\n\nEnd"), @r#"
    ## Request (in 0)
    fence "" (open)
        GET /a
    ## Response (in 0)
    fence ""
        {}
    paragraph End
    ! unclosed-fence at "```"
    "#);
}

#[test]
fn unclosed_fence_ends_before_the_next_annotation() {
    assert_snapshot!(page(
        "```http\nGET /a\n<!-- {\n  \"blockType\": \"response\"\n} -->\n```http\nHTTP/1.1 200 OK\n```\n"
    ), @r#"
    fence "http" (open)
        GET /a
    comment " {\n  \"blockType\": \"response\"\n} "
    fence "http"
        HTTP/1.1 200 OK
    ! unclosed-fence at "```http"
    "#);
    assert_snapshot!(page("```http\nGET /a\n```json\n{}\n```\n"), @r#"
    fence "http" (open)
        GET /a
    fence "json"
        {}
    ! unclosed-fence at "```http"
    "#);
}

#[test]
fn unclosed_fence_at_the_end_of_the_page() {
    assert_snapshot!(page("text\n\n```json\n{\n}\n\n"), @r#"
    paragraph text
    fence "json" (open)
        {
        }
    ! unclosed-fence at "```json"
    "#);
    assert_snapshot!(page("```"), @r#"
    fence "" (open)
    ! unclosed-fence at "```"
    "#);
    assert_snapshot!(diagnostics("text\n\n```json\n{\n"), @"
    warning[AM0101 unclosed-fence]: this code block is never closed
     --> api/page.md:3:1
      |
    3 | ```json
      | ^^^^^^^
      |
      = help: it was ended before the next heading, annotation or code block
    ");
}

#[test]
fn longer_fence_holds_shorter_ones() {
    assert_snapshot!(page("````md\n```json\n{}\n```\n````\nafter\n"), @r#"
    fence "md"
        ```json
        {}
        ```
    paragraph after
    "#);
}

#[test]
fn back_ticks_in_a_line_are_no_fence() {
    assert_snapshot!(page("It returns ```204 No Content``` and\n```json``` too.\n"), @"paragraph It returns `204 No Content` and `json` too.");
}

#[test]
fn indented_code() {
    assert_snapshot!(page("text\n\n    GET /a\n      /b\n\n    end\n\nafter"), @r#"
    paragraph text
    fence ""
        GET /a
          /b
        
        end
    paragraph after
    "#);
}

#[test]
fn line_endings() {
    assert_snapshot!(page("```http\r\nGET /a\r\n\r\n{}\r\n```\r\nafter\r\n"), @r#"
    fence "http"
        GET /a
        
        {}
    paragraph after
    "#);
    assert_snapshot!(page("```http\rGET /a\r```\rafter\r"), @r#"
    fence "http"
        GET /a
    paragraph after
    "#);
    assert_snapshot!(page("- a\r\n  ```\r\n  x\r\n\r\n  y\r\n  ```\r\n"), @r#"
    item a
    fence ""
        x
        
        y
    "#);
}
