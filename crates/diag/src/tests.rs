use insta::assert_snapshot;

use crate::{Diagnostic, PageId, SourceFile, Sources, Span, codes, render};

fn sources(text: &str) -> Sources {
    Sources::new(vec![SourceFile { path: "api/user-get.md".into(), text: text.into() }])
}

#[test]
fn a_diagnostic_points_under_the_text() {
    let sources = sources("# Get user\n\n| owner | Persn |\n");
    let span = Span::new(PageId(0), 22, 27);
    let diagnostic = Diagnostic::new(codes::UNKNOWN_TYPE, span, "no page defines `Persn`")
        .label("used as a type here")
        .help("the property is kept as untyped JSON");
    assert_snapshot!(render(&diagnostic, &sources), @"
    warning[AM0506 unknown-type]: no page defines `Persn`
     --> api/user-get.md:3:11
      |
    3 | | owner | Persn |
      |           ^^^^^ used as a type here
      |
      = help: the property is kept as untyped JSON
    ");
}

#[test]
fn columns_count_characters() {
    let sources = sources("é\nñandú x");
    let start = "é\nñandú ".len();
    let position = sources.position(Span::new(PageId(0), start, start + 1));
    assert_eq!((position.line, position.column), (2, 7));
}

#[test]
fn a_byte_order_mark_is_no_column() {
    let sources = sources("\u{feff}---");
    assert_eq!(sources.position(Span::new(PageId(0), 3, 6)).column, 1);
}

#[test]
fn a_span_outside_the_text_still_prints() {
    let sources = sources("é");
    let diagnostic = Diagnostic::new(codes::TODO, Span::new(PageId(0), 1, 99), "past the end");
    assert!(render(&diagnostic, &sources).contains("api/user-get.md"));
}
