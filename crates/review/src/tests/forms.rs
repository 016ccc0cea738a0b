//! The forms in which a review is printed.

use insta::assert_snapshot;

use super::{between, review};
use crate::print;

pub(super) const EDITS: [(&str, &str, &str); 4] = [
    ("book", "|pages|Int32|", "|pages|Int64|"),
    (
        "book",
        "|notes|",
        "|isbn|String|The *number* that <b>booksellers</b> know, `` ``` `` and @all.|\n|notes|",
    ),
    ("book-list", "|Book.Read, Book.ReadWrite|", "|Book.ReadWrite|"),
    ("person", "Somebody who writes", "Anybody who writes"),
];

#[test]
fn markdown() {
    assert_snapshot!(print::markdown(&review(&EDITS), 60_000), @"
    ## API changes from <code>before</code> to <code>after</code>

    **Rust source: breaking; wire: breaking; behaviour: stricter**

    Version step: major

    3 changes: 1 breaking source, 1 of the service, 1 breaking unusual source only; beside them 1 change of words alone

    ### Source that uses these breaks (1)

    <details><summary><b>changed</b> property <code>library.book/pages</code>: source breaking, wire breaking</summary>

    - <code>type: Edm.Int32 → Edm.Int64</code>

    Docs: <code>v1.0/resources/book.md:12</code>, <code>Properties</code>

    ```diff
    - |pages|Int32|How many pages the book has, without its cover.|
    + |pages|Int64|How many pages the book has, without its cover.|
    ```

    Rust:

    ```diff
    - Book::pages: Option<i32>
    + Book::pages: Option<i64>
    - Book::PAGES: rt::Property<i32>
    + Book::PAGES: rt::Property<i64>
    ```

    </details>

    ### The service takes, promises or asks for something else (1)

    <details><summary><b>changed</b> operation <code>GET /books</code>: behaviour stricter</summary>

    - <code>permissions (delegated, work or school): Book.Read, Book.ReadWrite → Book.ReadWrite</code>

    Docs: <code>v1.0/api/book-list.md:18</code>, <code>HTTP request</code>

    ```diff
    - |Delegated (work or school account)|Book.Read, Book.ReadWrite|
    + |Delegated (work or school account)|Book.ReadWrite|
    ```

    </details>

    ### Only unusual source breaks (1)

    <details><summary><b>added</b> property <code>library.book/isbn</code>: source breaking for some source</summary>

    - <code>type: Edm.String</code>

    Docs: <code>v1.0/resources/book.md:14</code>, <code>Properties</code>

    ````diff
    + |isbn|String|The *number* that <b>booksellers</b> know, `` ``` `` and @all.|
    ````

    Rust:

    ```diff
    + Book::isbn: Option<Box<str>>
      // where all fields are written out, without `..`
    + Book::ISBN: rt::Property<Box<str>>
    ```

    </details>

    ### Wording (1)

    <details><summary>Where only words differ</summary>

    - type <code>library.person</code>

    </details>
    ");
}

#[test]
fn markdown_leaves_out_details_first() {
    let review = review(&EDITS);
    let whole = print::markdown(&review, 60_000).len();
    for most in [0, 400, 900, 1500, whole] {
        assert!(print::markdown(&review, most).len() <= most.max(700), "{most}");
    }
    assert_snapshot!(print::markdown(&review, 1300), @"
    ## API changes from <code>before</code> to <code>after</code>

    **Rust source: breaking; wire: breaking; behaviour: stricter**

    Version step: major

    3 changes: 1 breaking source, 1 of the service, 1 breaking unusual source only; beside them 1 change of words alone

    ### Source that uses these breaks (1)

    - <b>changed</b> property <code>library.book/pages</code>: source breaking, wire breaking

    ### The service takes, promises or asks for something else (1)

    - <b>changed</b> operation <code>GET /books</code>: behaviour stricter

    ### Only unusual source breaks (1)

    - <b>added</b> property <code>library.book/isbn</code>: source breaking for some source

    ### Wording (1)

    <details><summary>Where only words differ</summary>


    … and 1 more.

    </details>
    ");
}

#[test]
fn changelog() {
    let mut review = review(&EDITS);
    review.package_version = Some("0.3.1".to_owned());
    assert_snapshot!(print::changelog(&review), @"
    ## 0.4.0

    ### Breaking

    - Changed property `library.book/pages`: `type: Edm.Int32 → Edm.Int64`.
      - `Book::pages: Option<i32>` is now `Book::pages: Option<i64>`
      - `Book::PAGES: rt::Property<i32>` is now `Book::PAGES: rt::Property<i64>`

    ### Changes of the service

    - Changed operation `GET /books`: `permissions (delegated, work or school): Book.Read, Book.ReadWrite → Book.ReadWrite`.

    ### Added

    - Added property `library.book/isbn`.
      - `Book::isbn: Option<Box<str>>`; it breaks where all fields are written out, without `..`
      - `Book::ISBN: rt::Property<Box<str>>`
    ");
}

#[test]
fn changelog_is_not_headed_by_a_version_that_stays() {
    let heading = |edits: &[_], version: &str| {
        let mut review = review(edits);
        review.package_version = Some(version.to_owned());
        print::changelog(&review).lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(heading(&EDITS, "1.0.0-rc.1"), "## Unreleased", "a preview");
    assert_eq!(heading(&[], "1.0.0"), "## Unreleased", "nothing changes");
    assert_eq!(heading(&EDITS[3..], "1.0.0"), "## 1.0.1", "words are published, too");
}

#[test]
fn changelog_says_what_no_compiler_says() {
    let rows = "|title|String|The title on the cover. Required.|\n|subtitle|String|The line below. Required.|\n";
    let swapped = "|subtitle|String|The line below. Required.|\n|title|String|The title on the cover. Required.|\n";
    let row = "|title|String|The title on the cover. Required. Supports `$filter` (`eq`, `ne`, `startsWith`).|\n";
    let review = between(&[("book", row, rows)], &[("book", row, swapped)]);
    assert_snapshot!(print::changelog(&review), @"
    ## Unreleased

    ### Breaking

    - Changed type `library.book`.
      - `Book::create(title: &str, subtitle: &str) -> rt::Create<Self>` is now `Book::create(subtitle: &str, title: &str) -> rt::Create<Self>`; it compiles, but arguments mean other things
    ");
}

#[test]
fn changelog_holds_no_markup_of_the_docs() {
    let mut review = review(&EDITS[2..3]);
    review.changes[0].name = "GET /books/{a``b}/<b>*".to_owned();
    review.changes[0].former_name = Some("`".to_owned());
    review.changes[0].differences[0].of = Some("[all](https://example.com) @all\u{1b}".to_owned());
    review.changes[0].differences[0].after = Some("<b>*_`".to_owned());
    assert_snapshot!(print::changelog(&review), @r"
    ## Unreleased

    ### Changes of the service

    - Changed operation `` ` ``, now ```GET /books/{a``b}/<b>*```: `` permissions ([all](https://example.com) @all\u{1b}): Book.Read, Book.ReadWrite → <b>*_` ``.
    ");
}

#[test]
fn changelog_shortens_what_is_long() {
    let mut review = review(&EDITS[2..3]);
    let difference = &mut review.changes[0].differences[0];
    difference.after = Some("Book.ReadWrite, ".repeat(100));
    let differences = vec![difference.clone(); 12];
    review.changes[0].differences = differences;
    let changelog = print::changelog(&review);
    assert_eq!(changelog.matches("Book.Read, Book.ReadWrite → ").count(), 10);
    assert!(changelog.ends_with("…`; and 2 more.\n"), "{changelog}");
    assert!(changelog.len() < 4_000, "{changelog}");
}

#[test]
fn json() {
    assert_snapshot!(print::json(&review(&EDITS[2..3])), @r#"
    {
      "schemaVersion": 1,
      "verdict": {
        "source": "patch",
        "wire": "same",
        "behaviour": "stricter"
      },
      "step": "minor",
      "stepInUse": "minor",
      "base": "before",
      "new": "after",
      "remarks": [],
      "changes": [
        {
          "id": "operation-GET-books-a95be1f6",
          "version": "v1.0",
          "kind": "changed",
          "what": "operation",
          "name": "GET /books",
          "differences": [
            {
              "aspect": "permissions",
              "of": "delegated, work or school",
              "before": "Book.Read, Book.ReadWrite",
              "after": "Book.ReadWrite",
              "wire": "same",
              "behaviour": "stricter"
            }
          ],
          "verdict": {
            "source": "patch",
            "wire": "same",
            "behaviour": "stricter"
          },
          "cause": "docs",
          "before": {
            "page": "v1.0/api/book-list.md",
            "heading": "HTTP request",
            "line": 18,
            "text": [
              "|Delegated (work or school account)|Book.Read, Book.ReadWrite|"
            ]
          },
          "after": {
            "page": "v1.0/api/book-list.md",
            "heading": "HTTP request",
            "line": 18,
            "text": [
              "|Delegated (work or school account)|Book.ReadWrite|"
            ]
          },
          "rust": []
        }
      ]
    }
    "#);
}

/// An edit that shows in a type which has no other difference.
const ELSEWHERE: (&str, &str, &str) =
    ("book", "[person](person.md) collection", "[item](item.md) collection");

#[test]
fn what_follows_from_another_change_names_it_in_all_forms() {
    let review = review(&[ELSEWHERE]);
    let line = |text: &str| text.lines().find(|it| it.contains("follows from")).unwrap().to_owned();
    let markdown = print::markdown(&review, 60_000);
    assert_snapshot!(line(&print::text(&review, None, true)).trim(), @"follows from relationship library.book/authors");
    assert_snapshot!(line(&markdown), @"- follows from relationship <code>library.book/authors</code>");
    let json = print::json(&review);
    let (_, rest) = json.split_once("\"followsFrom\": ").unwrap();
    let (origin, _) = rest.split_once('}').unwrap();
    assert_snapshot!(origin.trim_matches(['{', '\n', ' ']), @r#"
    "id": "relationship-library.book-authors-7803baac",
            "what": "relationship",
            "name": "library.book/authors",
            "more": 0,
            "isNear": true
    "#);
}

#[test]
fn of_several_changes_the_nearest_is_named() {
    let edits = [ELSEWHERE, ("item", "|shelf|String|", "|shelf|Int32|")];
    let text = print::text(&review(&edits), None, true);
    let lines: Vec<&str> = text.lines().filter(|it| it.contains("follows from")).collect();
    assert_snapshot!(lines.join("\n"), @"    follows from relationship library.book/authors");
}

#[test]
fn text_that_is_capped() {
    assert_snapshot!(print::text(&review(&EDITS), Some(1), false), @"
    API changes from before to after
    3 changes: 1 breaking source, 1 of the service, 1 breaking unusual source only; beside them 1 change of words alone
    Rust source: breaking; wire: breaking; behaviour: stricter
    Version step: major

    Source that uses these breaks (1)

      changed property library.book/pages
        type: Edm.Int32 → Edm.Int64
        docs  v1.0/resources/book.md:12, “Properties”
              - |pages|Int32|How many pages the book has, without its cover.|
              + |pages|Int64|How many pages the book has, without its cover.|
        rust  - Book::pages: Option<i32>
              + Book::pages: Option<i64>
              - Book::PAGES: rt::Property<i32>
              + Book::PAGES: rt::Property<i64>
        source breaking, wire breaking

    The service takes, promises or asks for something else (1)

    … and 1 more

    Only unusual source breaks (1)

    … and 1 more
    ");
}

#[test]
fn heads_are_printable_and_bounded() {
    let mut review = review(&[]);
    review.base = "before\u{1b}[2J".to_owned();
    review.new = "\u{202e}after".to_owned();
    review.remarks = vec!["other docs\nin one".to_owned()];
    assert_snapshot!(print::text(&review, None, true), @r"
    API changes from before\u{1b}[2J to \u{202e}after
    note: other docs\nin one
    No changes.
    ");
    review.remarks = vec!["long ".repeat(1_000)];
    let markdown = print::markdown(&review, 60_000);
    assert!(markdown.len() < 1_200, "{markdown}");
    assert!(markdown.contains("long …\n"), "{markdown}");
}
