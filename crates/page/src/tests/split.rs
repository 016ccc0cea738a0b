//! Pages in parts.

use insta::assert_snapshot;

use super::{read, show};
use crate::{Page, split};

fn shown(parts: &[Page]) -> String {
    let part = |part: &Page| format!("{}\n{}", part.path, show(part));
    parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

#[test]
fn parts_have_their_heading_as_title() {
    let (page, _) = read(
        "---\na: b\n---\n# All\nfront\n## Get a pen!\none\n### Response\ntwo\n## Permissions\nshared\n#### Deep\n## Get a pen\nthree\n# End\nfour\n",
    );
    let parts = split(&page, &[2], &|it| it.title.plain() != "Permissions");
    assert_snapshot!(shown(&parts), @"
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

#[test]
fn a_heading_that_only_gathers_parts_begins_none() {
    let (page, _) = read(
        "# All\n## Of pens\nfor writers\n### Get a pen\none\n### Permissions\nshared\n## Get a cap\n```http\nGET /caps\n```\n### Kinds\ntwo\n## Permissions\n### Roles\nthree\n",
    );
    let parts = split(&page, &[2, 3], &|it| it.title.plain() != "Permissions");
    assert_snapshot!(shown(&parts), @r#"
    api/page.md
    # All (in 0)
    ## Of pens (in 1)
    paragraph for writers
    ### Permissions (in 2)
    paragraph shared
    ## Permissions (in 1)
    ### Roles (in 4)
    paragraph three

    api/page~get-a-pen.md
    # Get a pen (in 0)
    paragraph one

    api/page~get-a-cap.md
    # Get a cap (in 0)
    fence "http"
        GET /caps
    ## Kinds (in 1)
    paragraph two
    "#);
}

#[test]
fn levels_need_not_follow_one_another() {
    let (page, _) = read("# All\n## Reading\n### Get a pen\none\n## Rest\ntwo\n");
    assert_snapshot!(shown(&split(&page, &[1, 3], &|_| true)), @"
    api/page.md
    # All (in 0)
    ## Reading (in 1)
    ## Rest (in 1)
    paragraph two

    api/page~get-a-pen.md
    # Get a pen (in 0)
    paragraph one
    ");
}
