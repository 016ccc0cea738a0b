//! Mistakes in `apimark.toml`: each is told with its place and with what to write.

use insta::assert_snapshot;

use crate::{Workspace, stderr};

/// What a run says of these lines behind those of the output folder.
fn mistake(lines: &str) -> String {
    let workspace = Workspace::new();
    workspace
        .put("apimark.toml", &format!("docs = [\"docs\"]\n[output]\ndir = \"out\"\n{lines}\n"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2), "{lines}");
    assert!(!workspace.path("out").exists(), "{lines}");
    stderr(&output).replace(workspace.dir.path().to_str().unwrap(), "")
}

/// The place and the remedy of each mistake.
fn remedies(cases: &[&str]) -> String {
    let brief = |case: &&str| {
        let text = mistake(case);
        let of_interest = |line: &&str| {
            ["error[", " --> ", "= help"].iter().any(|it| line.trim_start().starts_with(it.trim()))
        };
        text.lines().filter(of_interest).map(|line| line.trim().to_owned() + "\n").collect()
    };
    cases.iter().map(brief).collect::<Vec<String>>().join("\n")
}

#[test]
fn a_mistake_is_told_with_its_place() {
    assert_snapshot!(mistake("folder = \"out\""), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: unknown field `folder`, expected one of `dir`, `crate`, `runtime`, `command`, `package`
     --> /apimark.toml:4:1
      |
    4 | folder = "out"
      | ^^^^^^
    "#);
    assert_snapshot!(mistake("[versions.\"v1.0\"]\nbase-url = \"not a url\""), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: `not a url` is no http or https address without a query
     --> /apimark.toml:5:12
      |
    5 | base-url = "not a url"
      |            ^^^^^^^^^^^
      |
      = help: requests go to it: write such as "https://example.com/v1.0"
    "#);
}

#[test]
fn a_revision_has_a_name() {
    let workspace = Workspace::new();
    let said = |line: &str| {
        workspace.put("apimark.toml", &format!("{line}\ndocs = [\"docs\"]\n"));
        stderr(&workspace.run(&["generate"]))
    };
    let mistakes = [said("revision = \" \""), said("revison = \"1\"")];
    let mistakes = mistakes.map(|text| text.replace(workspace.dir.path().to_str().unwrap(), ""));
    assert_snapshot!(mistakes.join("\n"), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: a revision has a name
     --> /apimark.toml:1:12
      |
    1 | revision = " "
      |            ^^^
      |
      = help: write a commit or a date, or leave `revision` out

    error: the configuration is invalid
    error[AM0905 configuration]: unknown field `revison`, expected one of `docs`, `source`, `revision`, `output`, `versions`, `select`, `dialect`, `overrides`, `allow`
     --> /apimark.toml:1:1
      |
    1 | revison = "1"
      | ^^^^^^^
      |
      = help: did you mean `revision`?
    "#);
}

#[test]
fn what_is_no_toml_or_no_key_is_named() {
    assert_snapshot!(remedies(&[
        "crate = my-client",
        "crate = 1",
        "comand = \"make\"",
        "[select]\ninclude-path = []",
    ]), @"
    error[AM0905 configuration]: string values must be quoted, expected literal string
    --> /apimark.toml:4:9

    error[AM0905 configuration]: invalid type: integer `1`, expected a string
    --> /apimark.toml:4:9

    error[AM0905 configuration]: unknown field `comand`, expected one of `dir`, `crate`, `runtime`, `command`, `package`
    --> /apimark.toml:4:1
    = help: did you mean `command`?

    error[AM0905 configuration]: unknown field `include-path`, expected one of `include-paths`, `exclude-paths`, `include-types`, `exclude-types`, `include-areas`, `exclude-areas`, `include-pages`, `exclude-pages`, `depth`
    --> /apimark.toml:5:1
    = help: did you mean `include-paths`?
    ");
}

#[test]
fn what_breaks_some_source_is_a_minor_step_at_least() {
    let patch = "[output.package.steps]\nbreaking-for-some = \"patch\"";
    assert_snapshot!(remedies(&[patch]), @r#"
    error[AM0905 configuration]: what breaks some source is something new as well, and that is a minor step
    --> /apimark.toml:5:21
    = help: write "minor" or "major"
    "#);
}

#[test]
fn the_crate_is_called_what_cargo_takes() {
    assert_snapshot!(remedies(&[
        "crate = \"my crate\"",
        "crate = \"std\"",
        "crate = \"Apimark-Runtime\"",
        "crate = \"fn\"",
        "crate = \"nul\"",
        "crate = \"\"",
        "command = \"make\\nit\"",
    ]), @"
    error[AM0905 configuration]: a crate cannot be called `my crate`: it must be letters, digits, `-` and `_`, with a letter first
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a crate cannot be called `std`: that is a crate of Rust
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a crate cannot be called `Apimark-Runtime`: that is the crate that it depends on
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a crate cannot be called `fn`: that is a keyword of Rust or a device of Windows
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a crate cannot be called `nul`: that is a keyword of Rust or a device of Windows
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a crate cannot be called ``: it must be letters, digits, `-` and `_`, with a letter first
    --> /apimark.toml:4:9
    = help: write a name such as `my-client`

    error[AM0905 configuration]: a command is one line of text
    --> /apimark.toml:4:11
    ");
}

#[test]
fn the_runtime_is_the_right_hand_side_of_a_dependency() {
    assert_snapshot!(remedies(&[
        "runtime = \"../x\"",
        "runtime = \"1.0\"",
        "runtime = \"{ path = '../x'\"",
        "runtime = \"{ features = ['client'] }\"",
        "runtime = \"{ path = 1 }\"",
        "runtime = '1\nother = 2'",
    ]), @r#"
    error[AM0905 configuration]: `../x` is not the right-hand side of a dependency in TOML
    --> /apimark.toml:4:11
    = help: write `'{ path = "../x" }'`, relative to the generated crate

    error[AM0905 configuration]: `1.0` is not the right-hand side of a dependency in TOML
    --> /apimark.toml:4:11
    = help: write `'"1.0"'`

    error[AM0905 configuration]: this is not the right-hand side of a dependency in TOML
    --> /apimark.toml:4:11
    = help: write `'{ path = "../apimark/crates/runtime" }'`, relative to the generated crate

    error[AM0905 configuration]: this dependency does not say where the runtime crate comes from
    --> /apimark.toml:4:11
    = help: give it a `path`, `git`, `version` or `workspace = true`

    error[AM0905 configuration]: `path` of this dependency is no text
    --> /apimark.toml:4:11
    = help: write `path = "…"`

    error[AM0905 configuration]: invalid literal string, expected `'`
    --> /apimark.toml:4:13
    "#);
}

#[test]
fn addresses_are_addresses() {
    assert_snapshot!(remedies(&[
        "[versions.v1]\nbase-url = \"https://x.org/v1?y\"",
        "[versions.v1]\nreference-url = \"x.org/{page}\"",
        "[versions.v1]\ndefault-namespace = \"not a name\"",
    ]), @r#"
    error[AM0905 configuration]: `https://x.org/v1?y` is no http or https address without a query
    --> /apimark.toml:5:12
    = help: requests go to it: write such as "https://example.com/v1.0"

    error[AM0905 configuration]: `x.org/{page}` is no http or https address
    --> /apimark.toml:5:17
    = help: links go to it: write such as "https://example.com/docs"

    error[AM0905 configuration]: `not a name` is no namespace
    --> /apimark.toml:5:21
    = help: write names with dots between them, such as "microsoft.graph"
    "#);
}

#[test]
fn a_password_is_not_printed() {
    for lines in [
        "[versions.v1]\nbase-url = \"https://ana:s3cret@x.org/v1\"",
        "[versions.v1]\nbase-url = \"ftp://ana:s3cret@x.org/v1\"",
        "[versions.v1]\nreference-url = \"ftp://ana:s3cret@x.org/{page}\"",
        "[versions.v1]\nbase = \"https://ana:s3cret@x.org/v1\"",
    ] {
        let text = mistake(lines);
        assert!(text.contains("apimark.toml:5:") && !text.contains("s3cret"), "{text}");
    }
    assert_snapshot!(mistake("[versions.v1]\nbase-url = \"https://ana:s3cret@x.org/v1\""), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: this address has a user's name or password
     --> /apimark.toml:5:12
      |
    5 | base-url = "https://**********@x.org/v1"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: requests go to it: write the host and the path as they are
    "#);
}

#[test]
fn settings_are_of_versions_that_the_docs_have() {
    let lines =
        "[versions.\"v1.O\"]\nbase-url = \"https://x.org/v1\"\n[versions.beta]\nskip = true";
    assert_snapshot!(mistake(lines), @r#"
    error: the configuration is invalid
    error[AM0905 configuration]: the docs have no API version `beta`
     --> /apimark.toml:6:1
      |
    6 | [versions.beta]
      | ^^^^^^^^^^^^^^^
      |
      = help: they have `v1.0`
    error[AM0905 configuration]: the docs have no API version `v1.O`
     --> /apimark.toml:4:1
      |
    4 | [versions."v1.O"]
      | ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `v1.0`?
    "#);
}

#[test]
fn other_docs_than_the_configured_ones_may_have_fewer_versions() {
    let workspace = Workspace::new();
    let config = "docs = [\"none\"]\n[output]\ndir = \"out\"\n[versions.beta]\nskip = true\n";
    workspace.put("apimark.toml", config);
    let docs = workspace.path("docs");
    let output = workspace.run(&["generate", "--docs", docs.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = "warning: the docs have no API version `beta`";
    assert!(stderr(&output).contains(said), "{}", stderr(&output));
}

#[test]
fn patterns_can_match() {
    assert_snapshot!(remedies(&[
        "[select]\ninclude-paths = [\"/shelves\", \"/shelves/[a\"]",
        "[select]\nexclude-paths = [\"/shelves#FETCH\"]",
        "[select]\ninclude-paths = [\"users/**\"]",
        "[select]\ninclude-paths = [\"/users/**#\"]",
        "[select]\ninclude-paths = [\"#GET,\"]",
        "[select]\ninclude-types = [\"{a\"]",
    ]), @"
    error[AM0905 configuration]: `/shelves/[a`: a `[` is not closed
    --> /apimark.toml:5:30

    error[AM0905 configuration]: `/shelves#FETCH`: `FETCH` is no HTTP method
    --> /apimark.toml:5:18

    error[AM0905 configuration]: `users/**`: a path begins with `/`
    --> /apimark.toml:5:18
    = help: did you mean `/users/**`?

    error[AM0905 configuration]: `/users/**#`: a method is missing
    --> /apimark.toml:5:18
    = help: write such as `/users/**#GET,PATCH`

    error[AM0905 configuration]: `#GET,`: it has no path
    --> /apimark.toml:5:18
    = help: write `/**` for all paths

    error[AM0905 configuration]: `{a`: a `{` is not closed
    --> /apimark.toml:5:18
    ");
}

#[test]
fn without_docs_there_is_nothing_to_do() {
    let workspace = Workspace::new();
    workspace.put("apimark.toml", "docs = []\n");
    let text = stderr(&workspace.run(&["generate"]));
    assert!(text.contains("no folder of docs is named"), "{text}");
}

/// What a run with these settings and one page says.
fn said(config: &str, page: &str) -> (Option<i32>, String) {
    let workspace = Workspace::new();
    std::fs::remove_dir_all(workspace.path("docs")).unwrap();
    workspace.put(page, crate::PAGE);
    workspace.put("apimark.toml", config);
    let output = workspace.run(&["generate"]);
    (output.status.code(), stderr(&output).replace(workspace.dir.path().to_str().unwrap(), ""))
}

#[test]
fn folders_of_docs_do_not_lie_in_one_another_and_are_not_written_to() {
    let page = "docs/v1.0/resources/shelf.md";
    let (code, text) = said("docs = [\"docs\"]\n[output]\ndir = \"docs\"\n", page);
    assert_eq!(code, Some(2));
    assert_snapshot!(text, @"error: /docs is the output folder and a documentation folder; write the client elsewhere");
    let (code, text) = said("docs = [\"docs\", \"docs/v1.0\"]\n", page);
    assert_eq!(code, Some(2));
    assert_snapshot!(text, @"error: the documentation folders /docs and /docs/v1.0 lie in one another; name the outer one only");
}

#[test]
fn a_version_that_is_called_as_the_folder_of_docs_is_remarked() {
    let page = "docs/resources/shelf.md";
    let config = "docs = [\"docs\"]\n[output]\ndir = \"out\"\n";
    let (code, text) = said(config, page);
    assert_eq!(code, Some(0), "{text}");
    let warning = text.lines().find(|it| it.starts_with("warning: ")).unwrap_or_default();
    assert_snapshot!(warning, @r#"warning: the documentation folder is itself that of an API version, by its name `docs`; requests go to https://graph.microsoft.com/docs, unless `base-url` below `[versions."docs"]` says where"#);
    let settings = "[versions.docs]\nbase-url = \"https://x.org/v1\"\n";
    let (_, text) = said(&format!("{config}{settings}"), page);
    assert!(!text.contains("warning: "), "{text}");
}
