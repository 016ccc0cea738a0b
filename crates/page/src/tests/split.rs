//! Pages in parts.

use insta::assert_snapshot;

use super::{read, show};
use crate::split;

#[test]
fn parts_have_their_heading_as_title() {
    let (page, _) = read(
        "---\na: b\n---\n# All\nfront\n## Get a pen!\none\n### Response\ntwo\n## Permissions\nshared\n#### Deep\n## Get a pen\nthree\n# End\nfour\n",
    );
    let parts = split(&page, 2, &|title| title != "Permissions");
    let shown: Vec<String> =
        parts.iter().map(|part| format!("{}\n{}", part.path, show(part))).collect();
    assert_snapshot!(shown.join("\n"), @"
    api/page.md
    a: b
    # All (in 0)
    paragraph front
    ## Permissions (in 1)
    paragraph shared
    #### Deep (in 2)
    # End (in 0)
    paragraph four

    api/page~get-a-pen.md
    a: b
    # Get a pen! (in 0)
    paragraph one
    ## Response (in 1)
    paragraph two

    api/page~get-a-pen-1.md
    a: b
    # Get a pen (in 0)
    paragraph three
    ");
}
