//! `lint` and `explain`, and what they share with `generate`.

use insta::assert_snapshot;

use crate::{PAGE, Workspace, stderr, stdout, warnings};

/// Docs of one page with a text that is not finished and a table that no rule reads.
fn faulty() -> Workspace {
    let workspace = Workspace::new();
    let page = PAGE.replace(
        "A shelf for books.",
        "TODO: describe it.\n\n## Propertis\n\n|a|b|\n|:-|:-|\n|c|d|",
    );
    workspace.put("docs/v1.0/resources/shelf.md", &page);
    workspace
}

#[test]
fn what_is_odd_is_shown_most_severe_first_and_fails() {
    let workspace = faulty();
    let output = workspace.run(&["lint"]);
    assert_eq!(output.status.code(), Some(1));
    assert_snapshot!(stdout(&output), @"
    error[AM0201 unread-table]: no rule reads the table `a | b`
      --> v1.0/resources/shelf.md:9:1
       |
     9 | / |a|b|
    10 | | |:-|:-|
    11 | | |c|d|
       | |_____^
       |
       = help: add its section's heading or its columns to the dialect if it states facts
      = `apimark explain AM0201` says more

    warning[AM0204 todo]: this text is not finished
     --> v1.0/resources/shelf.md:5:1
      |
    5 | TODO: describe it.
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: replace the `TODO` before the page is published
      = `apimark explain AM0204` says more

    warning[AM0401 near-heading]: the heading `Propertis` is not known
     --> v1.0/resources/shelf.md:7:1
      |
    7 | ## Propertis
      | ^^^^^^^^^^^^
      |
      = help: did you mean `properties`?
      = `apimark explain AM0401` says more
    ");
    assert_snapshot!(stderr(&output), @"
    error: 1 reports on the docs are denied
    1 page; 1 error, 2 warnings, 1 note
    ");
    assert!(!workspace.path("out").exists());
}

#[test]
fn what_is_denied_decides_the_exit_code() {
    let workspace = faulty();
    for (deny, code) in [("none", 0), ("errors", 1), ("todo", 1), ("AM0106,AM0101", 0), ("nope", 2)]
    {
        let output = workspace.run(&["lint", "--deny", deny]);
        assert_eq!(output.status.code(), Some(code), "{deny}: {}", stderr(&output));
    }
    workspace.generate();
    let output = workspace.run(&["generate", "--deny", "warnings"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(workspace.path("out/src/lib.rs").is_file());
}

#[test]
fn a_baseline_silences_what_was_and_not_what_is_new() {
    let workspace = faulty();
    let file = workspace.path("baseline.json");
    let file = file.to_str().unwrap();
    assert_eq!(workspace.run(&["lint", "--baseline", file]).status.code(), Some(2));
    assert!(workspace.run(&["lint", "--baseline", file, "--update-baseline"]).status.success());
    let known = workspace.run(&["lint", "--baseline", file, "--deny", "notes"]);
    assert_eq!((known.status.code(), stdout(&known)), (Some(0), String::new()));
    assert!(stderr(&known).contains("4 known to the baseline"), "{}", stderr(&known));
    workspace.put("docs/v1.0/resources/box.md", "# box resource type\n\n|x|y|\n|:-|:-|\n|c|d|\n");
    let new = workspace.run(&["generate", "--baseline", file, "--deny", "warnings"]);
    assert_eq!(new.status.code(), Some(1));
    assert!(warnings(&new).contains("`x | y`") && !warnings(&new).contains("`a | b`"));
}

#[test]
fn forms_for_machines_have_standard_output_to_themselves() {
    let workspace = faulty();
    let first = |format| {
        let text = stdout(&workspace.run(&["lint", "--format", format]));
        text.lines()
            .take(2)
            .map(|line| line.split(" file=").next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(first("github"), ["::error", "::warning"]);
    assert_eq!(first("json"), ["{", "  \"schemaVersion\": 1,"]);
    assert_eq!(
        first("sarif"),
        ["{", "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\","]
    );
}

#[test]
fn a_code_is_explained_by_number_and_name() {
    let explain = |code: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_apimark"));
        command.args(["explain", code]).output().unwrap()
    };
    assert_eq!(stdout(&explain("am0204")), stdout(&explain("todo")));
    assert!(stdout(&explain("todo")).starts_with("AM0204 todo: A text is not finished\n"));
    assert_snapshot!(stderr(&explain("tood")), @"error: no report has the code `tood`; did you mean `todo`?");
}
