//! The commands as a user runs them: output, exit codes, and what is on disk afterwards.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
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
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
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
    assert!(stderr(&output).contains("run `cargo xtask generate`"), "{}", stderr(&output));
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
fn a_file_of_somebody_else_is_never_replaced() {
    let workspace = Workspace::new();
    workspace.put("out/src/lib.rs", "// Mine.\n");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("apimark has not written it"), "{}", stderr(&output));
    assert_eq!(files(&workspace.path("out")), ["src/lib.rs"]);
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
    workspace.put("out/.apimark-lock", "");
    let lock = fs::File::open(workspace.path("out/.apimark-lock")).unwrap();
    lock.lock().unwrap();
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("another run is writing"), "{}", stderr(&output));
    // The system releases the lock of a run that dies.
    drop(lock);
    workspace.generate();
    assert!(!workspace.path("out/.apimark-lock").exists());
}

#[test]
fn an_interrupted_run_is_undone_by_the_next_one() {
    let workspace = Workspace::new();
    workspace.generate();
    let lib = fs::read_to_string(workspace.path("out/src/lib.rs")).unwrap();
    // What a run leaves that died after its first move: the old file aside, a half of the new ones in.
    workspace.put("out/.apimark-staging/old/src/lib.rs", &lib);
    workspace.put("out/.apimark-staging/added/src/new.rs", "");
    workspace.put("out/src/new.rs", "// Half.\n");
    workspace.put("out/src/lib.rs", "// Half.\n");
    workspace.generate();
    assert_eq!(fs::read_to_string(workspace.path("out/src/lib.rs")).unwrap(), lib);
    assert!(!workspace.path("out/src/new.rs").exists());
    assert!(!workspace.path("out/.apimark-staging").exists());
}

#[test]
fn a_run_that_died_while_tidying_up_stands() {
    let workspace = Workspace::new();
    workspace.generate();
    let before = files(&workspace.path("out"));
    // The old files that are left here must not come back.
    workspace.put("out/.apimark-done/old/src/lib.rs", "// Old.\n");
    workspace.put("out/.apimark-done/added/src/v1_0/mod.rs", "");
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
    // A staging path that cannot become a folder, also for root.
    symlink("/dev/null", workspace.path("out/.apimark-staging")).unwrap();
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(workspace.path("out/REPORT.md")).unwrap(), before);
}

#[test]
fn an_unknown_key_of_the_configuration_is_named() {
    let workspace = Workspace::new();
    workspace.put("apimark.toml", "docs = [\"docs\"]\n[output]\nfolder = \"out\"\n");
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("unknown field `folder`"), "{}", stderr(&output));
    assert!(stderr(&output).contains("line 3, column 1"), "{}", stderr(&output));
}

#[test]
fn what_cannot_be_meant_in_the_configuration_is_an_error() {
    let output = "docs = [\"docs\"]\n[output]\ndir = \"out\"\n";
    let cases = [
        ("[select]\ninclude-paths = [\"/shelves/[a\"]", "unclosed character class"),
        ("[select]\nexclude-paths = [\"/shelves#FETCH\"]", "`FETCH` is no HTTP method"),
        ("[select]\ninclude-types = [\"{a\"]", "unclosed alternate group"),
        ("crate = \"my crate\"", "`my crate` is no name of a package"),
        ("runtime = \"../runtime\"", "`output.runtime` is not the right-hand side"),
        ("runtime = '1\nother = 2'", "invalid"),
    ];
    let workspace = Workspace::new();
    for (line, message) in cases {
        workspace.put("apimark.toml", &format!("{output}{line}\n"));
        let output = workspace.run(&["generate"]);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(stderr(&output).contains(message), "{line}: {}", stderr(&output));
    }
    assert!(!workspace.path("out").exists());
}

#[test]
fn what_the_configuration_names_in_vain_is_remarked() {
    let workspace = Workspace::new();
    workspace.put("docs/beta/resources/book.md", &PAGE.replace("shelf", "book"));
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    let more = "[versions.v2]\n[select]\ninclude-types = [\"*.shelf\", \"*.book\", \"*.lamp\"]\n";
    workspace.put("apimark.toml", &(config + more));
    let output = workspace.run(&["generate"]);
    let warnings: Vec<String> = stderr(&output)
        .lines()
        .filter(|line| line.starts_with("warning"))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        warnings,
        [
            "warning: the pattern `*.lamp` matches nothing",
            "warning: the docs have no API version `v2`",
        ]
    );
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
    workspace.generate();
    assert!(!files(&workspace.path("out")).iter().any(|path| path.ends_with("secret.rs")));
}
