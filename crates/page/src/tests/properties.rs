//! Whatever the text, reading it ends, and every place lies in the text.

use proptest::prelude::*;

use super::{check_spans, read};
use crate::{Library, Page, expand};

/// Pieces that mean something to the reader, in odd company.
const PIECES: [&str; 40] = [
    "---\n",
    "title: x\n",
    "# A\n",
    "## B ",
    "# [H](#tab/http)\n",
    "```http\n",
    "```\n",
    "~~~",
    "<!-- {",
    "-->",
    "\n",
    "\r\n",
    "\r",
    "|a|b|\n",
    "|-|-|\n",
    "|",
    "\\|",
    "`",
    "**",
    "_",
    "[x](",
    "[x][]",
    "[x]: y\n",
    "[!INCLUDE [a](b.md)]",
    "[!NOTE]",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "<br>",
    "<div>\n",
    "</div>",
    "&lt;",
    "ä",
    "\u{200b}",
    "\u{a0}",
    "\u{feff}",
    "===\n",
    "text ",
];

const SEED: &str = "---\ntitle: \"Ä\"\n---\r\n# A\n\n> [!NOTE]\n> b [c](d.md)\n\n<!-- {\n \"e\": 1\n} -->\n```http\nGET /f\n\n{}\n```\n**G**\n|H|I|\n|:-|-|\n|`j`|[k][] <!-- l -->|\n|m|n\nö|\n\n1. o\n\n   ```json\n   {}\n   ```\n# [C#](#tab/csharp)\n[!INCLUDE [p](q.md)]\n---\n[k]: r.md\n";

fn check(markdown: &str) {
    let (page, diagnostics) = read(markdown);
    check_spans(&page, &diagnostics, markdown);
    let included = Page { path: "api/b.md".to_owned(), ..page.clone() };
    let library: Library = [included].into_iter().collect();
    let (expanded, _) = expand(&page, &library);
    assert!(expanded.sections.len() >= page.sections.len());
}

/// Deletes or doubles a slice of the text.
fn mutate(text: &mut String, from: usize, length: usize, double: bool) {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let start = floor(from % (text.len() + 1)).unwrap_or(0);
    let end = floor(start + length).unwrap_or(start).max(start);
    let slice = text[start..end].to_owned();
    if double {
        text.insert_str(start, &slice);
    } else {
        text.replace_range(start..end, "");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn pieces_in_any_order(pieces in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        check(&text);
    }

    #[test]
    fn damaged_page(damage in prop::collection::vec((any::<usize>(), 0usize..40, any::<bool>()), 1..8)) {
        let mut text = SEED.to_owned();
        for (from, length, double) in damage {
            mutate(&mut text, from, length, double);
        }
        check(&text);
    }
}

#[test]
fn long_and_deep() {
    let long = 20_000;
    for piece in [
        "|",
        "[",
        ">",
        "> ",
        "- ",
        "[a][",
        "[a](",
        "<!--",
        "<!--\n",
        "<",
        "`",
        "*a_ ",
        "```\n",
        "~~~\n# a\n",
        "\0",
        "\r",
    ] {
        check(&piece.repeat(long / piece.len()));
    }
}
