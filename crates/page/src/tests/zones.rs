//! What versions have of a page with zones.

use diag::{PageId, Sources, render};
use insta::assert_snapshot;

use super::{check_spans, show, source};
use crate::{Zones, parse_zones};

fn pivots(own: &str) -> Zones {
    let others = ["v1", "v2"].into_iter().filter(|it| *it != own).map(str::to_owned).collect();
    Zones::Pivots { own: own.to_owned(), others }
}

fn monikers(own: usize) -> Zones {
    Zones::Monikers { all: ["a-1", "a-2", "a-3"].map(str::to_owned).to_vec(), own }
}

/// The page as a version has it, and how what is odd prints.
fn read(markdown: &str, zones: &Zones) -> String {
    let file = source(markdown);
    let (page, diagnostics) = parse_zones(PageId(0), &file, zones);
    check_spans(&page, &diagnostics, markdown);
    let mut sources = Sources::default();
    sources.add(file);
    let printed: Vec<String> = diagnostics.iter().map(|it| render(it, &sources)).collect();
    show(&page) + &printed.join("\n")
}

const TWO: &str = "# ä\n:::zone pivot=\"v1\"\nold ä\n\n## Old\n:::zone-end\n::: zone pivot=\"v1, v2\"\nboth\n::: zone-end\nafter\n";

#[test]
fn a_version_has_its_own_zones() {
    assert_snapshot!(read(TWO, &pivots("v1")), @"
    # ä (in 0)
    paragraph old ä
    ## Old (in 1)
    paragraph both
    paragraph after
    ");
    assert_snapshot!(read(TWO, &pivots("v2")), @"
    # ä (in 0)
    paragraph both
    paragraph after
    ");
}

#[test]
fn a_range_holds_monikers() {
    let cases = [
        ("a-2", [false, true, false]),
        ("= a-2", [false, true, false]),
        (">= a-2", [false, true, true]),
        (">=a-1 <a-3", [true, true, false]),
        ("<= a-1 || > a-2", [true, false, true]),
        // Of a product that is not listed nothing is known, but the others are.
        ("b-1 || >= a-2", [false, true, true]),
    ];
    for (range, versions) in cases {
        let page = format!("::: moniker range=\"{range}\"\nhere\n::: moniker-end\n");
        let shown = [0, 1, 2].map(|own| read(&page, &monikers(own)).contains("here"));
        assert_eq!(shown, versions, "{range}");
    }
}

#[test]
fn marks_in_fences_are_text() {
    assert_snapshot!(read("```\n:::zone pivot=\"v2\"\n```\n", &pivots("v1")), @r#"
    fence ""
        :::zone pivot="v2"
    "#);
}

#[test]
fn what_is_odd_is_reported() {
    assert_snapshot!(read(":::zone pivot=\"v3\"\nx\n:::zone-end\ny\n", &pivots("v1")), @r#"
    paragraph y
    error[AM0114 unknown-zone]: no version is known that has this zone
     --> api/page.md:1:1
      |
    1 | :::zone pivot="v3"
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: it was left out; list the versions and their marks as `versions.known` of the dialect
    "#);
    assert_snapshot!(read(":::zone pivot=\"v1\"\nx\n", &Zones::None), @r#"
    error[AM0114 unknown-zone]: no version is known that has this zone
     --> api/page.md:1:1
      |
    1 | :::zone pivot="v1"
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: it was left out; list the versions and their marks as `versions.known` of the dialect
    warning[AM0115 zone]: the zone is never closed
     --> api/page.md:1:1
      |
    1 | :::zone pivot="v1"
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: it ends with the page
    "#);
    assert_snapshot!(read("::: moniker range=\">= b\"\nx\n", &monikers(0)), @r#"
    error[AM0114 unknown-zone]: no version is known that has this zone
     --> api/page.md:1:1
      |
    1 | ::: moniker range=">= b"
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it was left out; list the versions and their marks as `versions.known` of the dialect
    warning[AM0115 zone]: the zone is never closed
     --> api/page.md:1:1
      |
    1 | ::: moniker range=">= b"
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: it ends with the page
    "#);
    assert_snapshot!(read(":::zone pivot=\"v1\"\nx\n:::zone pivot=\"v2\"\ny\n:::zone-end\n:::zone-end\n", &pivots("v1")), @r#"
    paragraph x
    warning[AM0115 zone]: the zone is never closed
     --> api/page.md:1:1
      |
    1 | :::zone pivot="v1"
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: it ends where the next begins
    warning[AM0115 zone]: no zone ends here
     --> api/page.md:6:1
      |
    6 | :::zone-end
      | ^^^^^^^^^^^
      |
      = help: the mark was left out
    "#);
    assert_snapshot!(read(":::quiz id=\"1\":::\nx\n:::row:::\ny\n", &pivots("v1")), @r#"
    paragraph x
    paragraph y
    warning[AM0116 unknown-marker]: this mark is unknown
     --> api/page.md:1:1
      |
    1 | :::quiz id="1":::
      | ^^^^^^^^^^^^^^^^^
      |
      = help: the line was left out; what follows it was read as if it stood there alone
    "#);
}

#[test]
fn a_page_of_no_known_version_is_reported() {
    let file = source("---\ntitle: Pen\nmonikerRange: \">= b-1\"\n---\n# Pen\n");
    let (page, _) = parse_zones(PageId(0), &file, &monikers(0));
    assert!(!monikers(0).have(&page));
    let report = monikers(0).unplaced(&page).expect("it is reported");
    let mut sources = Sources::default();
    sources.add(file);
    assert_snapshot!(render(&report, &sources), @r#"
    error[AM0114 unknown-zone]: no version is known that has this page
     --> api/page.md:3:15
      |
    3 | monikerRange: ">= b-1"
      |               ^^^^^^^^
      |
      = help: it was left out; list the versions and their marks as `versions.known` of the dialect
    "#);
    assert_eq!(Zones::None.unplaced(&page), None);
}
