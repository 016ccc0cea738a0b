//! What only shows in what is generated.

use insta::assert_snapshot;

use super::{between, body, told};

#[test]
fn arguments_that_change_places_compile_and_mean_something_else() {
    let rows = "|title|String|The title on the cover. Required.|\n|subtitle|String|The line below. Required.|\n";
    let swapped = "|subtitle|String|The line below. Required.|\n|title|String|The title on the cover. Required.|\n";
    let row = "|title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|\n";
    assert_snapshot!(body(&between(&[("book", row, rows)], &[("book", row, swapped)])), @"
    1 change: 1 breaking source
    Rust source: breaking; wire: same; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed type library.book
        differs in Rust alone
        docs  v1.0/resources/book.md:25, “JSON representation”
        rust  - Book::create(title: &str, subtitle: &str) -> rt::Create<Self>
              + Book::create(subtitle: &str, title: &str) -> rt::Create<Self>
                it compiles, but arguments mean other things
        source breaking
    ");
}

#[test]
fn the_same_docs_have_no_changes() {
    assert_snapshot!(told(&[]), @"No changes.");
}
