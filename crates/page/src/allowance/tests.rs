use diag::{PageId, SourceFile, Sources, render};
use insta::assert_snapshot;

use super::{Allowance, allowances_within};
use crate::{Library, MAX_PAGE_BYTES, Page, Size, expand, parse};

fn library(files: &[(&str, String)]) -> (Library, Sources) {
    let file =
        |(path, text): &(&str, String)| SourceFile { path: (*path).to_owned(), text: text.clone() };
    let sources = Sources::new(files.iter().map(file).collect());
    let pages: Vec<Page> = sources.iter().map(|(id, file)| parse(id, file).0).collect();
    (pages.into_iter().collect(), sources)
}

/// What is reported when the page is expanded, and how many blocks it has then.
fn expanded(files: &[(&str, String)], path: &str) -> (String, usize) {
    let (library, sources) = library(files);
    let page = library.get(path).expect("it was just put in");
    let (page, reports) = expand(page, &library);
    (reports.iter().map(|report| render(report, &sources) + "\n").collect(), page.blocks.len())
}

#[test]
fn many_short_blocks_are_counted() {
    let files = [("a.md", "[!INCLUDE [x](b.md)]\n\n".repeat(100)), ("b.md", "x\n\n".repeat(5_000))];
    let (reports, blocks) = expanded(&files, "a.md");
    assert_snapshot!(reports, @"
    warning[AM0108 include-limit]: with `b.md` this page, or the run, includes more than is allowed
     --> a.md:7:1
      |
    7 | [!INCLUDE [x](b.md)]
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: neither this nor any later file was included on the page
    ");
    assert!(blocks < 20_000, "{blocks}");
}

#[test]
fn bytes_are_counted() {
    let files =
        [("a.md", "[!INCLUDE [x](b.md)]\n\n".repeat(1_000)), ("b.md", "word ".repeat(80_000))];
    let (reports, blocks) = expanded(&files, "a.md");
    assert_snapshot!(reports, @"
    warning[AM0108 include-limit]: with `b.md` this page, or the run, includes more than is allowed
      --> a.md:21:1
       |
    21 | [!INCLUDE [x](b.md)]
       | ^^^^^^^^^^^^^^^^^^^^
       |
       = help: neither this nor any later file was included on the page
    ");
    assert!(blocks < 1_010, "{blocks}");
}

#[test]
fn includes_in_a_row_of_pages_are_not_followed_for_ever() {
    let names: Vec<String> = (0..40).map(|at| format!("{at}.md")).collect();
    let next = |at: usize| format!("t{at}\n\n[!INCLUDE [x]({}.md)]\n", at + 1);
    let files: Vec<_> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), next(at))).collect();
    let (reports, _) = expanded(&files, "0.md");
    assert_snapshot!(reports, @"
    warning[AM0108 include-limit]: these includes are nested more than 16 deep
     --> 16.md:3:1
      |
    3 | [!INCLUDE [x](17.md)]
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: neither this nor any later file was included on the page
    ");
}

#[test]
fn a_run_gives_to_its_first_pages() {
    let include = "[!INCLUDE [x](x.md)]\n".to_owned();
    let files = [
        ("a.md", include.clone()),
        ("b.md", include.clone()),
        ("c.md", "nothing\n".to_owned()),
        ("d.md", include),
        ("x.md", "1234567890\n".to_owned()),
    ];
    let (library, _) = library(&files);
    let pages: Vec<&Page> =
        ["a.md", "b.md", "c.md", "d.md"].iter().filter_map(|it| library.get(it)).collect();
    let run = Size { bytes: 25, parts: 100 };
    let none = Allowance(Size::default());
    let granted: Vec<Allowance> = allowances_within(run, &pages, &library).into_values().collect();
    let all = Allowance::default();
    assert_eq!(granted, [all, all, all, none]);
}

#[test]
fn a_page_that_is_too_long_is_not_read() {
    let text = "a\n\n".repeat(MAX_PAGE_BYTES / 3 + 1);
    let (page, reports) = parse(PageId(0), &SourceFile { path: "a.md".into(), text });
    assert!(page.blocks.is_empty());
    let codes: Vec<&str> = reports.iter().map(|report| report.code.name()).collect();
    assert_eq!(codes, ["page-size"]);
}
