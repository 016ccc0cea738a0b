use diag::Sources;
use insta::assert_snapshot;

use super::clean;
use crate::{Links, Options};

fn cleaned(markdown: &str) -> String {
    let sources = Sources::new(Vec::new());
    let links = Links {
        site: "https://docs.example.com".to_owned(),
        reference: "https://docs.example.com/api/{page}?view=1.0".to_owned(),
        concept: "https://docs.example.com/{page}".to_owned(),
    };
    let options = Options {
        version: "v1.0".to_owned(),
        module: "v1_0".to_owned(),
        base_url: String::new(),
        default_namespace: "example".to_owned(),
        links,
        sources: &sources,
    };
    clean(markdown, "v1.0/resources/team.md", &options)
}

fn rows(lines: &[&str]) -> String {
    lines
        .iter()
        .map(|line| format!("{line}\n    {}\n", cleaned(line).replace('\n', "\n    ")))
        .collect()
}

#[test]
fn links() {
    assert_snapshot!(rows(&[
        "See [user](v1.0/resources/user.md) and [its values](v1.0/resources/user.md#kind-values).",
        "See [get](v1.0/api/user-get.md), [paging](concepts/Paging.md) or [below](#members).",
        "A [site link](/graph/overview), a [web link](https://example.com/a_(b)), a [mail](mailto:a@b.c).",
        "A [picture](images/a.png) has no page.",
        "![A picture](https://example.com/a.png)",
        "A [`code`](v1.0/resources/user.md) label and a [label [with] brackets](v1.0/resources/user.md).",
    ]), @r"
    See [user](v1.0/resources/user.md) and [its values](v1.0/resources/user.md#kind-values).
        See [user](https://docs.example.com/api/resources/user?view=1.0) and [its values](https://docs.example.com/api/resources/user?view=1.0#kind-values).
    See [get](v1.0/api/user-get.md), [paging](concepts/Paging.md) or [below](#members).
        See [get](https://docs.example.com/api/user-get?view=1.0), [paging](https://docs.example.com/paging) or [below](https://docs.example.com/api/resources/team?view=1.0#members).
    A [site link](/graph/overview), a [web link](https://example.com/a_(b)), a [mail](mailto:a@b.c).
        A [site link](https://docs.example.com/graph/overview), a [web link](https://example.com/a_%28b%29), a [mail](mailto:a@b.c).
    A [picture](images/a.png) has no page.
        A picture has no page.
    ![A picture](https://example.com/a.png)
        [A picture](https://example.com/a.png)
    A [`code`](v1.0/resources/user.md) label and a [label [with] brackets](v1.0/resources/user.md).
        A [`code`](https://docs.example.com/api/resources/user?view=1.0) label and a [label \[with\] brackets](https://docs.example.com/api/resources/user?view=1.0).
    ");
}

#[test]
fn brackets_are_no_paths() {
    assert_snapshot!(rows(&[
        "Values [a] and [b][] and [c][d], open [ or closed ].",
        "Already \\[escaped\\].",
        "Code keeps `[a]` and ``a ` b``; a lone ` is escaped.",
    ]), @r"
    Values [a] and [b][] and [c][d], open [ or closed ].
        Values \[a\] and \[b\]\[\] and \[c\]\[d\], open \[ or closed \].
    Already \[escaped\].
        Already \[escaped\].
    Code keeps `[a]` and ``a ` b``; a lone ` is escaped.
        Code keeps `[a]` and ``a ` b``; a lone \` is escaped.
    ");
}

#[test]
fn html_and_addresses() {
    assert_snapshot!(rows(&[
        "One<br>two<br/>three <b>bold</b> and <user-id>.",
        "At https://example.com/a\\_b, or (http://example.com).",
        "<https://example.com> stays; https://{tenant}.example.com cannot be followed.",
        "Nothing after https:// here, nor in xhttps://a.b",
        "Less < and greater > signs, \\<kept\\>",
    ]), @r"
    One<br>two<br/>three <b>bold</b> and <user-id>.
        One
        two
        three \<b>bold\</b> and \<user-id>.
    At https://example.com/a\_b, or (http://example.com).
        At <https://example.com/a_b>, or (<http://example.com>).
    <https://example.com> stays; https://{tenant}.example.com cannot be followed.
        <https://example.com> stays; `https://{tenant}.example.com` cannot be followed.
    Nothing after https:// here, nor in xhttps://a.b
        Nothing after https:// here, nor in xhttps://a.b
    Less < and greater > signs, \<kept\>
        Less \< and greater > signs, \<kept\>
    ");
}

#[test]
fn blocks_run_no_code() {
    assert_snapshot!(cleaned("One\r\n\n\n    let indented = 1;\n```\nfn main() {}\n```\n- a\n  - b\n~~~json\n{}"), @"
    One

    let indented = 1;
    ```text
    fn main() {}
    ```
    - a
      - b
    ~~~text
    {}
    ~~~
    ");
}

#[test]
fn deprecation_notes_are_plain_words() {
    let notes = [
        "\\[Deprecated\\] Use [this one](v1.0/resources/user.md) instead.",
        "Do *not* use `old`,\nsee https://example.com/a_b.",
        "Gone [for good",
    ];
    let plain: Vec<String> = notes.into_iter().map(super::note).collect();
    assert_snapshot!(plain.join("\n"), @"
    Deprecated Use this one instead.
    Do not use old, see <https://example.com/a_b>.
    Gone for good
    ");
}

proptest::proptest! {
    #[test]
    fn any_text_is_cleaned_without_control_characters(text in "[a-z \\\\`*_<>\\[\\]()!#|~:/.\r\n\t\u{1}-]{0,60}") {
        let clean = cleaned(&text);
        proptest::prop_assert!(clean.lines().all(|line| !line.contains(char::is_control)));
        let note = super::note(&text);
        proptest::prop_assert!(!note.contains(['[', ']', '\n', '\r']));
    }
}
