//! The commands as a user runs them: output, exit codes, and what is on disk afterwards.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod configuration;
mod init;
mod lint;
mod review;
mod selection;
mod sync;
mod watch;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use insta::assert_snapshot;
use tempfile::TempDir;

const PAGE: &str = "\
# shelf resource type

Namespace: microsoft.graph

A shelf for books.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|
|width|Int32|In millimetres.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"keyProperty\": \"id\", \"@odata.type\": \"microsoft.graph.shelf\" } -->
```json
{ \"id\": \"String\", \"width\": 1024 }
```
";

/// A workspace of its own: one page, a configuration, and an empty output folder.
struct Workspace {
    dir: TempDir,
}

impl Workspace {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let workspace = Self { dir };
        workspace.put("docs/v1.0/resources/shelf.md", PAGE);
        workspace.put("apimark.toml", "docs = [\"docs\"]\n[output]\ndir = \"out\"\n");
        workspace
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let config = self.path("apimark.toml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_apimark"));
        command.args(args).arg("--config").arg(config).output().unwrap()
    }

    fn generate(&self) {
        let output = self.run(&["generate"]);
        assert!(output.status.success(), "{}", stderr(&output));
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn files(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(dir).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_committed_crate_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_apimark"));
    let output = command
        .args(["generate", "--check", "--config"])
        .arg(root.join("apimark.toml"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn a_second_run_changes_nothing() {
    let workspace = Workspace::new();
    workspace.generate();
    let output = workspace.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert_eq!(stdout(&output), "");
}

#[test]
fn check_shows_the_difference_and_writes_nothing() {
    let workspace = Workspace::new();
    workspace.generate();
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let before = files(&workspace.path("out"));
    let output = workspace.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("+    /// In metres."), "{}", stdout(&output));
    assert!(!stdout(&output).contains("README.md"), "no page speaks in the README");
    assert!(stderr(&output).contains("run `apimark generate`"), "{}", stderr(&output));
    assert_eq!(files(&workspace.path("out")), before);
    let dry = workspace.run(&["generate", "--dry-run"]);
    assert_eq!(dry.status.code(), Some(0));
    assert_eq!(stdout(&dry), stdout(&output));
}

#[test]
fn a_removed_page_takes_its_file_along_and_nothing_else() {
    let workspace = Workspace::new();
    workspace.put("docs/v1.0/resources/book.md", &PAGE.replace("shelf", "book"));
    workspace.generate();
    workspace.put("out/src/mine.rs", "// Mine.\n");
    fs::remove_file(workspace.path("docs/v1.0/resources/book.md")).unwrap();
    let output = workspace.run(&["generate"]);
    assert!(output.status.success());
    assert!(stderr(&output).contains("src/mine.rs is not a generated file"), "{}", stderr(&output));
    let left = files(&workspace.path("out"));
    assert!(left.iter().any(|path| path.ends_with("shelf.rs")), "{left:?}");
    assert!(!left.iter().any(|path| path.ends_with("book.rs")), "{left:?}");
    assert!(left.contains(&"src/mine.rs".to_owned()), "{left:?}");
}

#[test]
fn a_file_of_somebody_else_beside_the_client_makes_nothing_stale() {
    let workspace = Workspace::new();
    workspace.generate();
    workspace.put("out/src/mine.rs", "// Mine.\n");
    let output = workspace.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("src/mine.rs is not a generated file"), "{}", stderr(&output));
}

#[test]
fn a_file_of_somebody_else_is_never_replaced() {
    let workspace = Workspace::new();
    workspace.put("out/src/lib.rs", "// Mine.\n");
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(stderr(&check).contains("apimark has not written it"), "{}", stderr(&check));
    assert!(!stderr(&check).contains("stale"), "{}", stderr(&check));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("apimark has not written it"), "{}", stderr(&output));
    assert_eq!(files(&workspace.path("out")), ["src/lib.rs"]);
}

#[cfg(unix)]
#[test]
fn a_readme_that_is_a_link_is_left_alone() {
    let workspace = Workspace::new();
    workspace.put("README.md", "# Ours\n");
    fs::create_dir_all(workspace.path("out")).unwrap();
    std::os::unix::fs::symlink("../README.md", workspace.path("out/README.md")).unwrap();
    for arguments in [&["generate"][..], &["generate", "--check"]] {
        let output = workspace.run(arguments);
        assert!(output.status.success(), "{}", stderr(&output));
    }
    assert!(fs::symlink_metadata(workspace.path("out/README.md")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(workspace.path("README.md")).unwrap(), "# Ours\n");
    let manifest = fs::read_to_string(workspace.path("out/apimark.manifest")).unwrap();
    assert!(!manifest.contains("README.md"), "{manifest}");
}

#[test]
fn files_name_the_command_of_the_workspace_whoever_calls() {
    let workspace = Workspace::new();
    let command = || {
        assert!(workspace.run(&["generate"]).status.success());
        let text = fs::read_to_string(workspace.path("out/src/lib.rs")).unwrap();
        text.split('`').nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(command(), "apimark generate");
    workspace.put(".cargo/config.toml", "[alias]\nxtask = \"run -p xtask --\"\n");
    assert_eq!(command(), "cargo xtask generate");
}

#[test]
fn a_readme_of_ones_own_stays_and_none_is_generated() {
    let workspace = Workspace::new();
    workspace.put("out/README.md", "# Ours\n");
    let own = |output: &Output| {
        assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
        assert!(stderr(output).contains("README.md is not a generated file"), "{}", stderr(output));
        assert_eq!(fs::read_to_string(workspace.path("out/README.md")).unwrap(), "# Ours\n");
    };
    own(&workspace.run(&["generate"]));
    own(&workspace.run(&["generate", "--check"]));
    own(&workspace.run(&["generate"]));
    let manifest = || fs::read_to_string(workspace.path("out/apimark.manifest")).unwrap();
    assert!(!manifest().contains("README.md"), "{}", manifest());
    // Without it there is a generated one, in whose place one's own may come.
    fs::remove_file(workspace.path("out/README.md")).unwrap();
    assert_eq!(workspace.run(&["generate", "--check"]).status.code(), Some(1));
    workspace.generate();
    assert!(manifest().contains("README.md"), "{}", manifest());
    workspace.put("out/README.md", "# Ours\n");
    workspace.generate();
    own(&workspace.run(&["generate", "--check"]));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_output_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let workspace = Workspace::new();
    workspace.put("elsewhere/mod.rs", "// Mine.\n");
    fs::create_dir_all(workspace.path("out/src")).unwrap();
    symlink(workspace.path("elsewhere"), workspace.path("out/src/v1_0")).unwrap();
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("apimark has not written it"), "{}", stderr(&output));
    assert_eq!(files(&workspace.path("elsewhere")), ["mod.rs"]);
    assert_eq!(fs::read_to_string(workspace.path("elsewhere/mod.rs")).unwrap(), "// Mine.\n");
}

#[test]
fn two_runs_do_not_write_at_once() {
    let workspace = Workspace::new();
    workspace.put("out/.apimark/lock", "");
    let lock = fs::File::open(workspace.path("out/.apimark/lock")).unwrap();
    lock.lock().unwrap();
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("another run is writing"), "{}", stderr(&output));
    // The system releases the lock of a run that dies.
    drop(lock);
    workspace.generate();
    assert!(!workspace.path("out/.apimark/lock").exists());
}

/// Leaves what a run leaves that died among its moves: one file replaced, one added.
fn interrupt(workspace: &Workspace) {
    let lib = fs::read_to_string(workspace.path("out/src/lib.rs")).unwrap();
    workspace.put("out/.apimark/moving/old/src/lib.rs", &lib);
    // The hash is that of the text below.
    let hash = "b82d0d096022d7545221ddd4b6d781dc555c2abe2ddb6a3564df0d5aa1ffcfbc";
    workspace.put("out/.apimark/moving/added", &format!("{hash}  src/more/new.rs\n"));
    workspace.put("out/src/more/new.rs", HALF);
    workspace.put("out/src/lib.rs", HALF);
}

const HALF: &str = "// @generated by `cargo xtask generate`. Do not edit.\n";

#[test]
fn an_interrupted_run_is_told_and_taken_back_by_the_next_one() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = tree(&workspace.path("out"));
    interrupt(&workspace);
    let between = tree(&workspace.path("out"));
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1));
    assert_snapshot!(warnings(&check), @"error: interrupted run: an earlier run has not finished moving its files; `apimark generate` takes them back");
    // The plan is against what the folder was, so there is nothing else to tell.
    assert_eq!(stdout(&check), "");
    assert_eq!(tree(&workspace.path("out")), between);
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(warnings(&output), @"warning: interrupted run: an earlier run has not finished moving its files; they are taken back first");
    assert_eq!(tree(&workspace.path("out")), before);
}

#[test]
fn what_was_put_among_the_moves_of_an_interrupted_run_stays() {
    let workspace = Workspace::new();
    workspace.generate();
    interrupt(&workspace);
    workspace.put("out/src/more/new.rs", "// Mine.\n");
    workspace.put("out/src/lib.rs", "// Mine.\n");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(warnings(&output).replace(workspace.dir.path().to_str().unwrap(), ""), @"
    warning: interrupted run: an earlier run has not finished moving its files; they are taken back first
    error: interrupted run: cannot take it back: /out/src/lib.rs stands where a generated file was; move it away
    ");
    fs::remove_file(workspace.path("out/src/lib.rs")).unwrap();
    workspace.generate();
    assert_eq!(fs::read_to_string(workspace.path("out/src/more/new.rs")).unwrap(), "// Mine.\n");
}

#[test]
fn a_run_that_died_while_tidying_up_stands() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = files(&workspace.path("out"));
    // The old files that are left here must not come back.
    workspace.put("out/.apimark/done/old/src/lib.rs", "// Old.\n");
    workspace.put("out/.apimark/staging/new/src/v1_0/mod.rs", "");
    workspace.generate();
    assert_eq!(files(&workspace.path("out")), before);
}

#[cfg(unix)]
#[test]
fn an_unwritable_folder_stays_whole() {
    use std::os::unix::fs::symlink;
    let workspace = Workspace::new();
    workspace.generate();
    let before = fs::read_to_string(workspace.path("out/REPORT.md")).unwrap();
    // A folder to work in that is none, also for root.
    symlink("/dev/null", workspace.path("out/.apimark")).unwrap();
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(workspace.path("out/REPORT.md")).unwrap(), before);
}

#[test]
fn a_new_revision_of_the_docs_is_named_and_no_changed_configuration() {
    let workspace = Workspace::new();
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    let configuration = |revision: &str| {
        workspace.put("apimark.toml", &format!("{revision}{config}"));
        workspace.generate();
        let manifest = fs::read_to_string(workspace.path("out/apimark.manifest")).unwrap();
        let line = manifest.lines().find(|line| line.starts_with("# configuration"));
        line.expect("the manifest has the configuration").to_owned()
    };
    let unknown = configuration("");
    assert_eq!(configuration("revision = \"docs of 2021-07-14\"\n"), unknown);
    let front_page = fs::read_to_string(workspace.path("out/src/lib.rs")).unwrap();
    assert!(front_page.contains(" at revision `docs of 2021-07-14`."), "{front_page}");
}

#[test]
fn a_pattern_need_match_in_one_version_only() {
    let workspace = Workspace::new();
    workspace.put("docs/beta/resources/book.md", &PAGE.replace("shelf", "book"));
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    let more = "[select]\ninclude-types = [\"*.shelf\", \"*.book\"]\n";
    workspace.put("apimark.toml", &(config + more));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!stderr(&output).contains("warning:"), "{}", stderr(&output));
}

#[test]
fn a_crate_among_the_docs_is_not_read() {
    let workspace = Workspace::new();
    workspace.put("apimark.toml", "docs = [\".\"]\n[output]\ndir = \"docs/v1.0/resources/out\"\n");
    workspace.generate();
    let output = workspace.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn a_folder_without_docs_is_an_error() {
    let workspace = Workspace::new();
    fs::remove_dir_all(workspace.path("docs")).unwrap();
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("does not exist"), "{}", stderr(&output));
    workspace.put("docs/index.md", "# Hello\n");
    assert!(stderr(&workspace.run(&["generate"])).contains("no API version"));
    let file = workspace.path("docs/index.md");
    let output = workspace.run(&["generate", "--docs", file.to_str().unwrap()]);
    assert!(stderr(&output).contains("is no folder"), "{}", stderr(&output));
}

#[test]
fn an_export_names_the_versions_there_are() {
    let workspace = Workspace::new();
    let output = workspace.run(&["export", "csdl", "--api-version", "beta", "-o", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("they have: v1.0"), "{}", stderr(&output));
    let output = workspace.run(&["export", "csdl", "-o", "-"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("<EntityType Name=\"shelf\""), "{}", stdout(&output));
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let workspace = Workspace::new();
    workspace.put("docs/v1.0/resources/book.md", &PAGE.replace("shelf", "book"));
    workspace.put("docs/v1.0/resources/page.md", &PAGE.replace("shelf", "page"));
    assert!(workspace.run(&["generate", "--threads", "1"]).status.success());
    let output = workspace.run(&["generate", "--check", "--threads", "3"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_docs_is_not_followed() {
    use std::os::unix::fs::symlink;
    let workspace = Workspace::new();
    workspace.put("elsewhere/secret.md", &PAGE.replace("shelf", "secret"));
    symlink(workspace.path("elsewhere/secret.md"), workspace.path("docs/v1.0/resources/secret.md"))
        .unwrap();
    symlink(workspace.path("elsewhere"), workspace.path("docs/v1.0/api")).unwrap();
    symlink("/dev/null", workspace.path("docs/v1.0/resources/picture.png")).unwrap();
    let status = Command::new("mkfifo").arg(workspace.path("docs/v1.0/resources/pipe.md")).status();
    assert!(status.unwrap().success());
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(warnings(&output), @"
    warning: v1.0/api is a link; links among the docs are not followed
    warning: v1.0/resources/pipe.md is no ordinary file; it is not read
    warning: v1.0/resources/secret.md is a link; links among the docs are not followed
    ");
    assert!(!files(&workspace.path("out")).iter().any(|path| path.ends_with("secret.rs")));
    let report = fs::read_to_string(workspace.path("out/REPORT.md")).unwrap();
    assert!(report.contains("- v1.0/resources/secret.md is a link"), "{report}");
}

#[test]
fn docs_without_an_api_are_an_error_and_touch_nothing() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = tree(&workspace.path("out"));
    workspace.put("docs/v1.0/resources/shelf.md", "# Sorry\n\nThis page has moved.\n");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(warnings(&output).replace(workspace.dir.path().to_str().unwrap(), ""), @"error: no API is recognised in /docs: 1 page, but no type and no route; no title and no heading tells the dialect `graph` of any");
    assert_eq!(workspace.run(&["generate", "--check"]).status.code(), Some(2));
    assert_eq!(tree(&workspace.path("out")), before);
}

#[test]
fn docs_without_an_api_are_linted_all_the_same() {
    let workspace = Workspace::new();
    let page =
        "# Get shelf\n\n## HTTP request\n\n```http\nGET https://elsewhere.example/shelf\n```\n";
    fs::remove_dir_all(workspace.path("docs")).unwrap();
    workspace.put("docs/v1.0/api/shelf-get.md", page);
    let output = workspace.run(&["lint"]);
    assert_eq!(output.status.code(), Some(2));
    let text = warnings(&output).replace(workspace.dir.path().to_str().unwrap(), "");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_snapshot!(format!("{printed}{text}"), @r#"
    error[AM0301 no-request]: the page documents no request
     --> v1.0/api/shelf-get.md:1:1
      |
    1 | # Get shelf
      | ^^^^^^^^^^^
      |
      = help: add an "HTTP request" section with a code block of requests
      = `apimark explain AM0301` says more

    error[AM0302 request-line]: the request is left out: the URL leads to another service
     --> v1.0/api/shelf-get.md:6:1
      |
    6 | GET https://elsewhere.example/shelf
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = `apimark explain AM0302` says more

    error: 2 reports on the docs are denied
    1 page; 2 errors, 0 warnings, 0 notes
    error: no API is recognised in /docs: 1 page, but no type and no route; `lint` says what is not read
    "#);
}

/// A client of several types, of whose pages one is left.
fn shrunk() -> Workspace {
    let workspace = Workspace::new();
    for number in 0..12 {
        let name = format!("book{number}");
        let page = PAGE.replace("shelf", &name);
        workspace.put(&format!("docs/v1.0/resources/{name}.md"), &page);
    }
    workspace.generate();
    for number in 0..12 {
        let page = format!("docs/v1.0/resources/book{number}.md");
        fs::remove_file(workspace.path(&page)).unwrap();
    }
    workspace
}

#[test]
fn a_run_that_would_remove_most_of_the_client_asks() {
    let workspace = shrunk();
    let before = tree(&workspace.path("out"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(warnings(&output), @"error: 12 of 17 generated source files would be removed, although the configuration is that of the last run; if this is meant, pass --allow-removals to `generate`");
    for (option, code) in [("--check", 1), ("--dry-run", 0)] {
        let output = workspace.run(&["generate", option]);
        assert_eq!(output.status.code(), Some(code));
        assert!(warnings(&output).contains("pass --allow-removals"), "{}", stderr(&output));
    }
    assert_eq!(tree(&workspace.path("out")), before);
    let output = workspace.run(&["generate", "--allow-removals"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!workspace.path("out/src/v1_0/models/book1.rs").exists());
}

#[test]
fn a_changed_configuration_may_remove_most_of_the_client() {
    let workspace = shrunk();
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    workspace.put("apimark.toml", &format!("{config}[select]\ninclude-types = [\"*.shelf\"]\n"));
    workspace.generate();
}

#[test]
fn an_edited_file_is_named_when_it_is_overwritten_or_removed() {
    let workspace = Workspace::new();
    workspace.put("docs/v1.0/resources/book.md", &PAGE.replace("shelf", "book"));
    workspace.generate();
    let edited: Vec<String> = files(&workspace.path("out"))
        .into_iter()
        .filter(|path| path.ends_with("shelf.rs") || path.ends_with("book.rs"))
        .map(|path| format!("out/{path}"))
        .collect();
    for path in &edited {
        let text = fs::read_to_string(workspace.path(path)).unwrap();
        workspace.put(path, &(text + "// Edited.\n"));
    }
    fs::remove_file(workspace.path("docs/v1.0/resources/book.md")).unwrap();
    let check = workspace.run(&["generate", "--check"]);
    assert_snapshot!(warnings(&check), @"
    warning: src/v1_0/models/common/book.rs was edited by hand since the last run; it would be removed
    warning: src/v1_0/models/common/shelf.rs was edited by hand since the last run; it would be overwritten
    error: the generated crate is stale; run `apimark generate`
    ");
    let named = stdout(&check);
    assert!(named.contains("edited by hand since the last run: src/v1_0/"), "{named}");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(warnings(&output), @"
    warning: src/v1_0/models/common/book.rs was edited by hand since the last run; it was removed
    warning: src/v1_0/models/common/shelf.rs was edited by hand since the last run; it was overwritten
    ");
}

#[test]
fn a_file_without_the_mark_stays_whatever_the_manifest_says() {
    let workspace = Workspace::new();
    workspace.generate();
    let manifest = fs::read_to_string(workspace.path("out/apimark.manifest")).unwrap();
    workspace.put("out/src/mine.rs", "// Mine.\n");
    workspace.put("out/apimark.manifest", &format!("{manifest}src/mine.rs\n"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(warnings(&output), @"warning: src/mine.rs is not a generated file; it was left alone");
    workspace.put("out/src/lib.rs", "// Mine.\n");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("apimark has not written it"), "{}", stderr(&output));
    for path in ["out/src/lib.rs", "out/src/mine.rs"] {
        assert_eq!(fs::read_to_string(workspace.path(path)).unwrap(), "// Mine.\n");
    }
}

#[test]
fn no_state_of_the_manifest_blocks_a_run() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = tree(&workspace.path("out"));
    let manifest = fs::read_to_string(workspace.path("out/apimark.manifest")).unwrap();
    let old: String =
        manifest.lines().map(|it| it.rsplit("  ").next().unwrap().to_owned() + "\n").collect();
    let conflict = format!("<<<<<<< HEAD\n{manifest}=======\n{old}>>>>>>> theirs\n");
    for state in [Some(old), Some(conflict), None] {
        match state {
            Some(text) => workspace.put("out/apimark.manifest", &text),
            None => fs::remove_file(workspace.path("out/apimark.manifest")).unwrap(),
        }
        workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
        let output = workspace.run(&["generate"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(warnings(&output), "");
        workspace.put("docs/v1.0/resources/shelf.md", PAGE);
        workspace.generate();
        assert_eq!(tree(&workspace.path("out")), before);
    }
}

#[test]
fn line_ends_are_for_git_to_say() {
    let workspace = Workspace::new();
    workspace.generate();
    for path in files(&workspace.path("out")) {
        let path = format!("out/{path}");
        let text = fs::read_to_string(workspace.path(&path)).unwrap();
        workspace.put(&path, &text.replace('\n', "\r\n"));
    }
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", stdout(&check));
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let output = workspace.run(&["generate"]);
    assert_eq!((output.status.code(), warnings(&output)), (Some(0), String::new()));
}

#[test]
fn versions_of_one_name_get_modules_of_their_own() {
    let workspace = Workspace::new();
    workspace.put("docs/v1_0/resources/book.md", &PAGE.replace("shelf", "book"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(warnings(&output), @"warning: the API versions `v1.0` and `v1_0` have the same name in Rust; the module of `v1_0` is `v1_0_2`");
    let manifest = fs::read_to_string(workspace.path("out/Cargo.toml")).unwrap();
    let features: Vec<&str> = manifest.lines().filter(|it| it.starts_with("v1")).collect();
    assert_eq!(features, ["v1_0 = []", "v1_0_2 = []"]);
}

#[cfg(unix)]
#[test]
fn names_of_files_send_nothing_to_the_terminal() {
    let workspace = Workspace::new();
    workspace.put("docs/v1.0/resources/a\u{1b}[31m\u{202e}|<b>\n.md", "# Odd\n");
    workspace.generate();
    workspace.put("out/src/\u{1b}[31m\n.rs", "// Mine.\n");
    let output = workspace.run(&["generate"]);
    assert_snapshot!(warnings(&output), @r"
    error[AM0902 page-path]: the path of this page cannot be one on every platform
     --> v1.0/resources/a\u{1b}[31m\u{202e}|<b>\n.md:1:1
      |
    1 | # Odd
      | ^ it has characters that are not seen
      |
      = help: the page is not read
      = `apimark explain AM0902` says more
    warning: src/\u{1b}[31m\n.rs is not a generated file; it was left alone
    ");
    let check = workspace.run(&["generate", "--check"]);
    assert_snapshot!(stdout(&check), @r"unexpected file src/\u{1b}[31m\n.rs: no run has written it");
    let report = fs::read_to_string(workspace.path("out/REPORT.md")).unwrap();
    let page: Vec<&str> = report.lines().filter(|line| line.contains("31m")).collect();
    assert_snapshot!(page.join("\n"), @r"#### v1.0/resources/a\u{1b}[31m\u{202e}|&lt;b>\n.md");
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_folder_whole() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = tree(&workspace.path("out"));
    let more: String = (0..400).map(|n| format!("|p{n}|String|More.|\n")).collect();
    let page = PAGE.replace("|width|", &(more + "|width|"));
    workspace.put("docs/v1.0/resources/shelf.md", &page);
    // With the signal ignored, writing more than 20 kB to a file is an error, as on a full disk.
    let script = format!(
        "trap '' XFSZ; ulimit -f 20; exec {} generate --config {}",
        env!("CARGO_BIN_EXE_apimark"),
        workspace.path("apimark.toml").display()
    );
    let output = Command::new("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(warnings(&output).contains("out is unchanged"), "{}", stderr(&output));
    assert_eq!(tree(&workspace.path("out")), before);
    workspace.generate();
}

#[test]
fn git_sees_nothing_of_a_run() {
    let workspace = Workspace::new();
    workspace.generate();
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        stdout(&command.arg("-C").arg(workspace.dir.path()).args(args).output().unwrap())
    };
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    let lock = workspace.path("out/.apimark/lock");
    workspace.put("out/.apimark/staging/new/src/lib.rs", "// Half.\n");
    workspace.put("out/.apimark/.gitignore", "*\n");
    fs::write(lock, "").unwrap();
    let seen = git(&["status", "--porcelain", "--untracked-files=all"]);
    assert!(!seen.contains(".apimark/"), "{seen}");
    workspace.generate();
    assert!(!workspace.path("out/.apimark").exists());
}

/// What is printed on standard error, but for the summary.
fn warnings(output: &Output) -> String {
    let text = stderr(output);
    let lines = text.lines().filter(|line| !line.contains(" updated, "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Every file and what is in it.
fn tree(dir: &Path) -> BTreeMap<String, String> {
    let read = |path: String| {
        let text = fs::read(dir.join(&path)).unwrap();
        (path, String::from_utf8_lossy(&text).into_owned())
    };
    files(dir).into_iter().map(read).collect()
}

#[test]
fn a_reader_that_goes_away_ends_no_command() {
    let workspace = Workspace::new();
    let config = workspace.path("apimark.toml");
    let script = |arguments: &str| {
        let program = env!("CARGO_BIN_EXE_apimark");
        let command = format!("{program} {arguments} --config {}", config.display());
        // The reader is gone before anything is printed.
        format!("(sleep 0.2; {command}; echo $? > code) | true; cat code")
    };
    let run = |arguments| {
        let mut command = Command::new("bash");
        command.args(["-c", &script(arguments)]).current_dir(workspace.dir.path()).output().unwrap()
    };
    for (arguments, code) in [("generate --check", "1\n"), ("export model -o -", "0\n")] {
        let output = run(arguments);
        assert_eq!(stdout(&output), code, "{arguments}: {}", stderr(&output));
        assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
    }
}

/// The program without what cargo and this process's surroundings say of colours.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apimark"));
    for name in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

#[test]
fn colours_are_as_asked_for() {
    let workspace = Workspace::new();
    let cases = [
        ("", "auto", false),
        ("", "always", true),
        ("FORCE_COLOR=1", "auto", true),
        ("FORCE_COLOR=0", "auto", false),
        ("FORCE_COLOR=", "auto", false),
        ("CLICOLOR_FORCE=1", "auto", true),
        ("NO_COLOR=1 FORCE_COLOR=1", "auto", false),
        ("FORCE_COLOR=1", "never", false),
        ("NO_COLOR=1", "always", true),
    ];
    for (variables, color, coloured) in cases {
        let output = program()
            .envs(variables.split_whitespace().filter_map(|it| it.split_once('=')))
            .args(["generate", "--check", "--color", color, "--config"])
            .arg(workspace.path("apimark.toml"))
            .output()
            .unwrap();
        let text = stderr(&output);
        assert_eq!(text.contains("\u{1b}[91merror:"), coloured, "{variables} {color}: {text:?}");
    }
}

#[test]
fn a_quiet_run_prints_errors_alone() {
    let workspace = Workspace::new();
    workspace.put("out/src/mine.rs", "// Mine.\n");
    let output = workspace.run(&["generate", "--quiet", "--show", "all"]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let output = workspace.run(&["generate", "--quiet", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_snapshot!(stderr(&output), @"error: the generated crate is stale; run `apimark generate`");
    assert!(stdout(&output).contains("+    /// In metres."), "{}", stdout(&output));
}

#[test]
fn the_version_is_told() {
    let output = program().arg("--version").output().unwrap();
    assert_eq!(stdout(&output), format!("apimark {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn usage_says_how_it_was_called() {
    let usage = |mut command: Command| {
        let text = stdout(&command.args(["generate", "--help"]).output().unwrap());
        text.lines().find(|line| line.starts_with("Usage")).unwrap().to_owned()
    };
    assert_eq!(usage(program()), "Usage: apimark generate [OPTIONS]");
    let mut xtask = program();
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        xtask.arg0("target/debug/xtask");
        assert_eq!(usage(xtask), "Usage: cargo xtask generate [OPTIONS]");
    }
}

#[test]
fn without_a_configuration_the_nearest_one_above_is_taken() {
    let workspace = Workspace::new();
    let below = workspace.path("docs/v1.0/resources");
    let output = program().arg("generate").current_dir(&below).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(workspace.path("out/src/lib.rs").exists());
    let elsewhere = tempfile::tempdir().unwrap();
    let output = program().arg("generate").current_dir(elsewhere.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("or above it; name one with --config"), "{}", stderr(&output));
}

#[test]
fn shells_are_told_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = program().args(["completions", shell]).output().unwrap();
        assert!(output.status.success());
        assert!(stdout(&output).contains("allow-removals"), "{shell}");
    }
}
