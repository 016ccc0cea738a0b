//! Includes replaced by what they include.

use diag::{PageId, SourceFile, Sources, render};
use insta::assert_snapshot;

use super::show;
use crate::{Library, Page, expand, parse};

/// The first file with its includes replaced, and what was reported.
fn expanded(files: &[(&str, &str)]) -> String {
    let file = |(path, text): &(&str, &str)| SourceFile {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    };
    let sources = Sources::new(files.iter().map(file).collect());
    let pages: Vec<Page> = sources.iter().map(|(id, file)| parse(id, file).0).collect();
    let first = pages[0].clone();
    let library: Library = pages.into_iter().collect();
    let (page, diagnostics) = expand(&first, &library);
    for block in &page.blocks {
        let text = &sources.get(block.span.page).expect("a file of this run").text;
        assert!(text.get(block.span.range()).is_some());
    }
    let printed: Vec<_> = diagnostics.iter().map(|found| render(found, &sources)).collect();
    show(&page) + &printed.join("\n")
}

#[test]
fn blocks_take_the_place_of_the_directive() {
    assert_snapshot!(expanded(&[
        (
            "api/a.md",
            "# A\nbefore\n\n> [!INCLUDE [x](../includes/x.md)]\n\nafter [b][]\n\n# [HTTP](#tab/http)\n[!INCLUDE [y](../includes/y.md)]\n---\n"
        ),
        ("includes/x.md", "---\ntitle: x\n---\nfrom x\n\n[b]: b.md"),
        ("includes/y.md", "text\n\n|a|\n|-|\n|b|\n"),
    ]), @"
    # A (in 0)
    paragraph before
    Plain paragraph from x
    paragraph after [b]()
    <http> paragraph text
    <http> table a
        b
    [b]: b.md
    ");
}

#[test]
fn headings_become_sections() {
    assert_snapshot!(expanded(&[
        ("a.md", "# A\n## B\n[!INCLUDE [x](x.md)]\nin X\n## C\n"),
        ("x.md", "intro\n### X\ntext\n#### Y\n"),
    ]), @"
    # A (in 0)
    ## B (in 1)
    paragraph intro
    ### X (in 2)
    paragraph text
    #### Y (in 3)
    paragraph in X
    ## C (in 1)
    ");
}

#[test]
fn nested_and_in_another_case() {
    assert_snapshot!(expanded(&[
        ("v1/api/a.md", "[!INCLUDE [x](..\\..\\Includes/./X.md)]"),
        ("includes/x.md", "x\n\n[!INCLUDE [y](sub/y.md)]"),
        ("includes/sub/y.md", "y"),
    ]), @"
    paragraph x
    paragraph y
    ");
}

#[test]
fn directive_in_the_midst_of_text() {
    assert_snapshot!(expanded(&[
        (
            "a.md",
            "Use **[!INCLUDE [x](x.md)]** now.\n\n|a|\n|-|\n|In [!INCLUDE [x](x.md)].|\n|[!INCLUDE [z](z.md)] gone|\n"
        ),
        ("x.md", "---\ntitle: x\n---\n\nthe `product`\n\nmore\n"),
    ]), @"
    paragraph Use **the ****`product`** now.
    table a
        In the `product`.
         gone
    warning[AM0106 missing-include]: there is no file `z.md` to include
     --> a.md:6:2
      |
    6 | |[!INCLUDE [z](z.md)] gone|
      |  ^^^^^^^^^^^^^^^^^^^^
      |
      = help: nothing was included here
    ");
}

#[test]
fn missing_file() {
    assert_snapshot!(expanded(&[("api/a.md", "[!INCLUDE [x](../x.md)]\n\ntext")]), @"
    include ../x.md
    paragraph text
    warning[AM0106 missing-include]: there is no file `x.md` to include
     --> api/a.md:1:1
      |
    1 | [!INCLUDE [x](../x.md)]
      | ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: nothing was included here
    ");
}

#[test]
fn path_above_the_root() {
    assert_snapshot!(expanded(&[("api/a.md", "[!INCLUDE [x](../../x.md)]")]), @"
    include ../../x.md
    warning[AM0105 include-outside]: `../../x.md` leads out of the documentation
     --> api/a.md:1:1
      |
    1 | [!INCLUDE [x](../../x.md)]
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: nothing was included here
    ");
}

#[test]
fn snippets_are_left_out_on_purpose() {
    assert_snapshot!(expanded(&[(
        "api/a.md",
        "# [HTTP](#tab/http)\n[!INCLUDE [a](x.md)]\n# [C#](#tab/csharp)\n[!INCLUDE [b](y.md)]\n---\n[!INCLUDE [c](../includes/snippets/z.md)]",
    )]), @"
    <http> include x.md
    <csharp> include y.md
    include ../includes/snippets/z.md
    warning[AM0106 missing-include]: there is no file `api/x.md` to include
     --> api/a.md:2:1
      |
    2 | [!INCLUDE [a](x.md)]
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: nothing was included here
    ");
}

#[test]
fn cycle() {
    assert_snapshot!(expanded(&[
        ("a.md", "a\n\n[!INCLUDE [b](b.md)]"),
        ("b.md", "b\n\n[!INCLUDE [a](a.md)]"),
    ]), @"
    paragraph a
    paragraph b
    include a.md
    warning[AM0107 include-cycle]: `a.md` includes itself
     --> b.md:3:1
      |
    3 | [!INCLUDE [a](a.md)]
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: nothing was included here
    ");
}

#[test]
fn pages_that_multiply() {
    let twice = |next: usize| format!("[!INCLUDE [x]({next}.md)]\n\n[!INCLUDE [x]({next}.md)]\n");
    let files: Vec<_> = (0..40).map(|at| (format!("{at}.md"), twice(at + 1))).collect();
    let library: Library = files
        .into_iter()
        .map(|(path, text)| parse(PageId(0), &SourceFile { path, text }).0)
        .collect();
    let first = library.get("0.md").expect("it was just put in");
    let (page, diagnostics) = expand(first, &library);
    assert!(page.blocks.len() < 2_000);
    assert!(diagnostics.iter().any(|found| found.code == diag::codes::INCLUDE_LIMIT));
}
