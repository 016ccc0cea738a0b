use std::collections::BTreeSet;

use super::{Allowed, findings};

fn of(markdown: &str) -> String {
    let items = BTreeSet::from(["Attachment".to_owned()]);
    let (found, _) = findings(markdown, &Allowed { examples: 0, items: &items });
    found.iter().map(|(line, what)| format!("{line}: {what}\n")).collect()
}

#[test]
fn prose_is_allowed() {
    for text in [
        "Plain *words* with `<b>` in code, 3 < 4, and \\<b\\>.\n\n- one\n- two\n\n| a |\n|---|\n| `b` |",
        "[a](https://example.com/a_(b)) <https://example.com> <a@example.com> [x y] [1, 2]",
        "[`Attachment`] [`models::User`] [it](crate::v1_0::models::User::ID) [r](rt::Page) [f](field@Self::f)",
        "```json\n{}\n```\n~~~http\nGET /\n~~~\n```text\nx\n```",
        "&lt;script&gt; &#60;b&#62;",
    ] {
        assert_eq!(of(text), "", "{text}");
    }
}

#[test]
fn code_that_rustdoc_runs() {
    for info in ["", "rust", "ignore", "no_run", "E0277", "json,rust", "{.x}", "(c)", "edition2024"]
    {
        assert_eq!(
            of(&format!("a\n\n```{info}\nx\n```")),
            "2: a code block that rustdoc runs\n",
            "{info}"
        );
    }
    assert_eq!(of("a\n\n    x"), "2: a code block that rustdoc runs\n");
    assert_eq!(
        of("- `Prefer`: ~~~\n  a\n  ~~~\n  panic!();"),
        "2: a code block that rustdoc runs\n"
    );
}

#[test]
fn a_footnote_is_a_block_only_where_footnotes_are_on() {
    // With the options of rendering the text is that of a footnote, without them an indented block.
    let found = of("[^a]:\n\n        panic!()");
    assert!(found.contains("a code block that rustdoc runs"), "{found}");
    assert!(found.contains("a footnote"), "{found}");
}

#[test]
fn html_links_and_definitions() {
    for (text, expected) in [
        ("a <b>c", "0: HTML: <b>\n"),
        ("a\n\n<!-- x -->", "2: HTML: <!-- x -->\n"),
        ("[a](javascript:x)", "0: a link to \"javascript:x\"\n"),
        ("[a](../x.md)", "0: a link to \"../x.md\"\n"),
        ("[a](https:)", "0: a link to \"https:\"\n"),
        ("<javascript:x>", "0: a link to \"javascript:x\"\n"),
        ("![a](https://example.com)", "0: an image: https://example.com\n"),
        ("[`std::process::abort`]", "0: a link to \"`std::process::abort`\"\n"),
        ("[a]: https://example.com", "0: a link definition `[a]`\n"),
        ("[Nothing]", "0: a link to \"Nothing\"\n"),
    ] {
        assert_eq!(of(text), expected, "{text}");
    }
}
