//! A part of an API, as a user chooses it and asks about it.

use std::fs;

use insta::assert_snapshot;

use crate::{PAGE, Workspace, stderr, stdout};

const SHELF: &str = "\
|width|Int32|In millimetres.|

## Relationships

|Relationship|Type|Description|
|:---|:---|:---|
|books|[book](book.md) collection|What stands in it.|
";

/// A service of shelves with books, of which `select` is wanted.
fn library(select: &str) -> Workspace {
    let workspace = Workspace::new();
    let shelf = PAGE.replace("|width|Int32|In millimetres.|\n", SHELF);
    workspace.put("docs/v1.0/resources/shelf.md", &shelf);
    workspace.put("docs/v1.0/resources/book.md", &PAGE.replace("shelf", "book"));
    for (name, path) in [("shelf", "/shelves/{id}"), ("book", "/books/{id}")] {
        let page = format!(
            "# Get {name}\n\nNamespace: microsoft.graph\n\nGet a {name}.\n\n## HTTP request\n\n```http\nGET {path}\n```\n\n\
             ## Response\n\nIf successful, this method returns a `200 OK` response code and a [{name}](../resources/{name}.md) \
             object.\n\n|{name}||\n|--|--|\n|a odd|table|\n"
        );
        workspace.put(&format!("docs/v1.0/api/{name}-get.md"), &page);
    }
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    workspace.put("apimark.toml", &format!("{config}[select]\n{select}\n"));
    workspace
}

#[test]
fn a_relationship_to_what_is_not_selected_is_json() {
    let workspace = library("include-paths = [\"/shelves/**\"]");
    workspace.generate();
    let shelf = fs::read_to_string(workspace.path("out/src/v1_0/models/common/shelf.rs")).unwrap();
    assert!(
        shelf.contains("/// Kept as JSON, because their types are not selected: `books`"),
        "{shelf}"
    );
    assert!(!workspace.path("out/src/v1_0/models/common/book.rs").exists());
    let report = fs::read_to_string(workspace.path("out/REPORT.md")).unwrap();
    let from = report.find("## Selection").unwrap();
    assert_snapshot!(report[from..].lines().take(8).collect::<Vec<_>>().join("\n"), @"
    ## Selection

    A part of the API is selected. Below stand the pages that describe it; 2 others are left out. `select --explain TYPE` tells why a type is in.

    | version | types in | types left out | properties kept as JSON |
    |:--|--:|--:|--:|
    | v1.0 | 1 | 1 | 1 |
    ");
    assert!(!report.contains("book-get.md"), "{report}");
}

#[test]
fn a_type_tells_why_it_is_in_or_not() {
    let workspace = library("include-paths = [\"/shelves/**\"]");
    let explain = |name| stdout(&workspace.run(&["select", "--explain", name]));
    assert_snapshot!(explain("microsoft.graph.Shelf"), @"
    v1.0: microsoft.graph.shelf is in
      GET /shelves/{id} takes or returns it (v1.0/api/shelf-get.md)
    ");
    assert_snapshot!(explain("book"), @"
    v1.0: microsoft.graph.book is not in; these properties are JSON:
      books of microsoft.graph.shelf
    ");
    assert_snapshot!(stderr(&workspace.run(&["select", "--explain", "lamp"])), @"error: the docs describe no type `lamp`");
    assert_snapshot!(stderr(&workspace.run(&["select", "--explain", "boook"])), @"error: the docs describe no type `boook`; did you mean `book`?");
    assert_snapshot!(stdout(&workspace.run(&["select"])), @"
    v1.0: 1 type is in, 1 not
      microsoft.graph.shelf: GET /shelves/{id} takes or returns it (v1.0/api/shelf-get.md)
    ");
    let workspace = library("include-paths = [\"/shelves/**\"]\ndepth = 1");
    let output = workspace.run(&["select", "--explain", "book"]);
    assert_snapshot!(stdout(&output), @"
    v1.0: microsoft.graph.book is in
      it is the type of books of microsoft.graph.shelf
      GET /shelves/{id} takes or returns it (v1.0/api/shelf-get.md)
    ");
}

#[test]
fn a_pattern_in_vain_is_an_error_beside_others() {
    let workspace = library("include-paths = [\"/shelves/**\", \"/shelfs/**\"]");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(stderr(&output).replace(workspace.dir.path().to_str().unwrap(), ""), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: the pattern `/shelfs/**` matches nothing
     --> /apimark.toml:5:33
      |
    5 | include-paths = ["/shelves/**", "/shelfs/**"]
      |                                 ^^^^^^^^^^^^
      |
      = help: did you mean `/shelves/**`?
    "#);
    assert!(!workspace.path("out").exists());
}

#[test]
fn what_is_included_and_excluded_is_nothing() {
    let workspace = library("include-types = [\"*.book\"]\nexclude-types = [\"*.b*\"]");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(stderr(&output), @"error: nothing is selected: what is included is excluded as well");
}
