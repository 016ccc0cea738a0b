//! `init` in workspaces of strangers.

use std::fs;
use std::path::Path;
use std::process::Output;

use insta::assert_snapshot;

use crate::{PAGE, files, program, stderr};

struct Root(tempfile::TempDir);

impl Root {
    /// A folder with nothing but docs.
    fn new() -> Self {
        let root = Self(tempfile::tempdir().unwrap());
        root.put("docs/v1.0/resources/shelf.md", PAGE);
        root
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn init(&self, arguments: &[&str]) -> Output {
        program().arg("init").args(arguments).current_dir(self.0.path()).output().unwrap()
    }

    /// The files that are not the client's.
    fn own_files(&self) -> String {
        let all = files(self.0.path());
        all.into_iter().filter(|it| !it.starts_with("my-client/src")).collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_checkout_in_the_folder_is_excluded_and_depended_on() {
    let root = Root::new();
    root.put("apimark/crates/runtime/Cargo.toml", "");
    let output = root.init(&["--path", "./apimark/", "--xtask"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_snapshot!(root.own_files(), @"
    .cargo/config.toml
    Cargo.toml
    apimark.toml
    apimark/crates/runtime/Cargo.toml
    docs/v1.0/resources/shelf.md
    my-client/Cargo.toml
    my-client/README.md
    my-client/REPORT.md
    my-client/apimark.manifest
    my-client/rustfmt.toml
    xtask/Cargo.toml
    xtask/src/main.rs
    ");
    assert_snapshot!(root.read("apimark.toml"), @r#"
    docs = ["docs"]

    [output]
    dir = "my-client"
    crate = "my-client"
    # Where the client finds the runtime crate: the right-hand side of the dependency.
    runtime = '{ path = "../apimark/crates/runtime" }'
    command = "cargo xtask generate"
    "#);
    assert_snapshot!(root.read("Cargo.toml"), @r#"
    [workspace]
    resolver = "3"
    members = ["my-client", "xtask"]
    exclude = ["apimark"]
    "#);
    assert_snapshot!(root.read("xtask/Cargo.toml"), @r#"
    [package]
    name = "xtask"
    version = "0.0.0"
    edition = "2024"
    publish = false

    [dependencies]
    apimark-cli = { path = "../apimark/crates/cli" }
    "#);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.cargo/config.toml");
    let own = fs::read_to_string(own).unwrap();
    assert_eq!(
        root.read(".cargo/config.toml"),
        own,
        "this repository builds its xtask as others do"
    );
    let manifest = root.read("my-client/Cargo.toml");
    assert!(
        manifest.contains("apimark-runtime = { path = \"../apimark/crates/runtime\" }"),
        "{manifest}"
    );
    let check =
        program().args(["generate", "--check"]).current_dir(root.0.path()).output().unwrap();
    assert_eq!(check.status.code(), Some(0), "{}", stderr(&check));
}

#[test]
fn a_repository_is_depended_on_and_installed_in_the_workflow() {
    let root = Root::new();
    let output =
        root.init(&["--git", "https://example.com/a.git", "--crate", "books", "--workflow"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_snapshot!(root.read("apimark.toml"), @r#"
    docs = ["docs"]

    [output]
    dir = "books"
    crate = "books"
    # Where the client finds the runtime crate: the right-hand side of the dependency.
    runtime = '{ git = "https://example.com/a.git" }'
    command = "apimark generate"
    "#);
    assert_snapshot!(root.read("Cargo.toml"), @r#"
    [workspace]
    resolver = "3"
    members = ["books"]
    "#);
    let workflow = root.read(".github/workflows/regenerate.yml");
    let commands: Vec<&str> =
        workflow.lines().map(str::trim).filter(|line| line.starts_with("- run: ")).collect();
    assert_snapshot!(commands.join("\n"), @"
    - run: rustup toolchain install stable --profile minimal
    - run: cargo install --locked --git https://example.com/a.git apimark-cli
    - run: apimark generate --show warnings
    - run: |
    - run: |
    - run: cargo check --package books
    - run: |
    ");
    for word in ["DIR", "DOCS", "COMMAND", "INSTALL"] {
        assert!(!workflow.contains(word), "{workflow}");
    }
}

#[test]
fn this_repository_has_the_workflow_that_others_get() {
    let root = Root::new();
    let docs = root.0.path().join("docs-input");
    fs::rename(root.0.path().join("docs"), docs).unwrap();
    let arguments = ["--docs", "docs-input", "--crate", "generated", "--xtask", "--workflow"];
    assert_eq!(root.init(&arguments).status.code(), Some(0));
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.github/workflows/regenerate.yml");
    assert_eq!(root.read(".github/workflows/regenerate.yml"), fs::read_to_string(own).unwrap());
}

#[test]
fn what_is_there_is_not_overwritten() {
    let root = Root::new();
    root.put("Cargo.toml", "[package]\nname = \"mine\"\n");
    root.put(".cargo/config.toml", "[build]\njobs = 2\n");
    let output = root.init(&["--xtask"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_snapshot!(stderr(&output), @r#"
    wrote apimark.toml
    wrote xtask/Cargo.toml
    wrote xtask/src/main.rs
    1 page, 1 type, 0 routes; 0 errors, 0 warnings; 10 files added, 0 updated, 0 removed
    Cargo.toml is yours; add to it:
    [workspace]
    members = ["my-client", "xtask"]

    warning: the client depends on apimark-runtime 0.1.0 of the registry, which is not yet published; until it is, say in apimark.toml where it is: `runtime = '{ path = "…" }'`
    `cargo xtask generate` writes the client anew
    "#);
    assert_eq!(root.read("Cargo.toml"), "[package]\nname = \"mine\"\n");
    assert!(root.read(".cargo/config.toml").starts_with(
        "[build]\njobs = 2\n\n[alias]\nxtask = \"run --quiet --profile xtask --package xtask --\"\n"
    ));
}

#[test]
fn what_was_not_asked_for_at_first_can_be_added() {
    let root = Root::new();
    root.put("apimark/crates/runtime/Cargo.toml", "");
    root.put("Cargo.toml", "[workspace]\nmembers = [\"my-client\"]\nexclude = [\"apimark\"]\n");
    assert_eq!(root.init(&["--path", "apimark"]).status.code(), Some(0));
    let all = |root: &Root| -> Vec<String> {
        root.own_files().lines().map(|it| format!("{it}\n{}", root.read(it))).collect()
    };
    let first = all(&root);
    let said = |arguments: &[&str]| {
        let output = root.init(arguments);
        format!("{}code {:?}\n", stderr(&output), output.status.code())
    };
    assert_snapshot!(said(&[]), @"
    error: ./apimark.toml is already there; `--xtask` and `--workflow` add these, nothing else is
    code Some(2)
    ");
    assert_snapshot!(said(&["--docs", "pages", "--workflow"]), @"
    error: ./apimark.toml is already there, and says where the docs are and what the client is called
    code Some(2)
    ");
    assert_eq!(all(&root), first, "an error writes nothing");
    assert_snapshot!(said(&["--xtask"]), @r#"
    wrote .cargo/config.toml
    wrote xtask/Cargo.toml
    wrote xtask/src/main.rs
    Cargo.toml is yours; add in its `[workspace]`:
    "xtask" to `members`

    apimark.toml is yours; for generated files to name the xtask as their command, set in its `[output]`:
    command = "cargo xtask generate"
    and then write the client anew with `cargo xtask generate`
    code Some(0)
    "#);
    assert_snapshot!(root.read("xtask/Cargo.toml"), @r#"
    [package]
    name = "xtask"
    version = "0.0.0"
    edition = "2024"
    publish = false

    [dependencies]
    apimark-cli = { path = "../apimark/crates/cli" }
    "#);
    assert!(root.read(".cargo/config.toml").contains("xtask = "));
    root.put(
        "apimark.toml",
        &root.read("apimark.toml").replace("apimark generate", "cargo xtask generate"),
    );
    assert_snapshot!(said(&["--workflow"]), @"
    wrote .github/workflows/regenerate.yml
    code Some(0)
    ");
    assert!(root.read(".github/workflows/regenerate.yml").contains("- run: cargo xtask generate"));
    root.put(
        "Cargo.toml",
        "[workspace]\nmembers = [\"my-client\", \"xtask\"]\nexclude = [\"apimark\"]\n",
    );
    let second = all(&root);
    assert_snapshot!(said(&["--xtask", "--workflow"]), @"
    xtask/Cargo.toml is already there and was left as it is
    xtask/src/main.rs is already there and was left as it is
    .github/workflows/regenerate.yml is already there and was left as it is
    code Some(0)
    ");
    assert_eq!(all(&root), second, "what is there is left as it is");
}

#[test]
fn what_is_added_follows_the_configuration() {
    let root = Root::new();
    let configured = |runtime: &str, dir: &str| {
        let text = format!(
            "docs = [\"docs\"]\n\n[output]\ndir = \"{dir}\"\ncrate = \"books\"\nruntime = '{runtime}'\ncommand = \"apimark generate\"\n"
        );
        root.put("apimark.toml", &text);
        fs::remove_dir_all(root.0.path().join("xtask")).ok();
        fs::remove_dir_all(root.0.path().join(".github")).ok();
        let output = root.init(&["--xtask", "--workflow"]);
        let xtask = root.0.path().join("xtask/Cargo.toml");
        let xtask = fs::read_to_string(xtask).unwrap_or_default();
        let source = xtask.lines().find(|it| it.starts_with("apimark-cli")).unwrap_or("no xtask");
        let error = stderr(&output);
        let error = error.lines().find(|it| it.starts_with("error")).unwrap_or_default();
        format!("{source}{error}\n")
    };
    root.put("apimark/crates/runtime/Cargo.toml", "");
    let said = [
        configured("{ path = \"../apimark/crates/runtime\" }", "books"),
        configured("{ path = \"../../apimark/crates/runtime\" }", "clients/books"),
        configured("{ git = \"https://example.com/a.git\" }", "clients/books"),
        configured("\"0.1\"", "books"),
        configured("{ workspace = true }", "books"),
        configured("{ git = \"https://example.com/a.git\", rev = \"v1\" }", "books"),
        configured("\"0.1\"", "books; true"),
    ];
    assert_snapshot!(said.concat(), @r#"
    apimark-cli = { path = "../apimark/crates/cli" }
    apimark-cli = { path = "../apimark/crates/cli" }
    apimark-cli = { git = "https://example.com/a.git" }
    apimark-cli = "0.1.0"
    no xtaskerror: apimark.toml does not say where the crates of apimark are; give `--path` or `--git`
    no xtaskerror: apimark.toml does not say where the crates of apimark are; give `--path` or `--git`
    no xtaskerror: ./books; true cannot be named in a workflow: it must lie below ., and have letters, digits, `.`, `_` and `-` in its name, none of its parts empty or with `-` in front
    "#);
    configured("\"0.1\"", "clients/books");
    let workflow = root.read(".github/workflows/regenerate.yml");
    assert!(workflow.contains("cargo check --package books\n"), "{workflow}");
    assert!(workflow.contains("git add --all clients/books\n"), "{workflow}");
    assert!(workflow.contains("clients/books/*) ;;"), "{workflow}");

    let elsewhere = "docs = [\"../docs\"]\n\n[output]\ndir = \"books\"\ncrate = \"books\"\nruntime = '\"0.1\"'\n";
    root.put("apimark.toml", elsewhere);
    fs::remove_dir_all(root.0.path().join(".github")).unwrap();
    assert_eq!(root.init(&["--workflow"]).status.code(), Some(0), "wherever the docs are");

    let source = "[[source]]\ngit = \"https://example.com/docs.git\"\n\n[output]\ndir = \"books\"\ncrate = \"books\"\nruntime = '\"0.1\"'\n";
    root.put("apimark.toml", source);
    fs::remove_dir_all(root.0.path().join(".github")).unwrap();
    assert_eq!(root.init(&["--workflow"]).status.code(), Some(0));
    let workflow = root.read(".github/workflows/regenerate.yml");
    assert!(workflow.contains("- run: cargo xtask sync --update\n"), "{workflow}");
    assert!(workflow.contains("books/* | apimark.lock) ;;"), "{workflow}");

    for dir in
        ["--all", "-x", "clients/-x", "cl//b", ".github", ".github/client", ".git/client", "../out"]
    {
        let said = configured("\"0.1\"", dir);
        assert!(
            said.contains("cannot be named") || said.contains("cannot be proposed"),
            "{dir}: {said}"
        );
    }
    let itself = configured("\"0.1\"", ".");
    assert_snapshot!(itself, @"no xtaskerror: ./. cannot be named in a workflow: it must lie below ., in a folder of its own");
}

#[test]
fn without_an_xtask_the_workflow_installs_what_it_calls() {
    let root = Root::new();
    root.put("apimark.toml", "docs = [\"docs\"]\n[output]\ndir = \"books\"\ncrate = \"books\"\n");
    let workflow = || {
        let arguments = ["--git", "https://example.com/a.git", "--workflow"];
        let output = root.init(&arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        root.read(".github/workflows/regenerate.yml")
    };
    let installed = workflow();
    let install = "cargo install --locked --git https://example.com/a.git apimark-cli\n";
    assert!(installed.contains(install), "{installed}");
    assert!(installed.contains("- run: apimark generate"), "{installed}");
    fs::remove_dir_all(root.0.path().join(".github")).unwrap();
    root.put("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n");
    root.put(".cargo/config.toml", "[alias]\nxtask = \"run -p xtask --\"\n");
    let called = workflow();
    assert!(!called.contains("cargo install"), "{called}");
    assert!(called.contains("- run: cargo xtask generate"), "{called}");
}

#[test]
fn a_checkout_that_is_none_is_an_error() {
    let root = Root::new();
    let before = root.own_files();
    let output = root.init(&["--path", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert_snapshot!(stderr(&output), @"error: ./nowhere is no checkout of apimark: it has no crates/runtime/Cargo.toml");
    assert_eq!(root.own_files(), before);
}

#[test]
fn what_leads_to_no_client_leaves_nothing_behind() {
    let root = Root::new();
    let before = root.own_files();
    assert_snapshot!(stderr(&root.init(&["--docs", "pages"])), @"error: there is no folder ./pages; the first client is made from the docs in it");
    assert_snapshot!(stderr(&root.init(&["--crate", "docs"])), @"error: ./docs is the output folder and a documentation folder; write the client elsewhere");
    let output = root.init(&["--crate", "std"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("that is a crate of Rust"), "{}", stderr(&output));
    assert_eq!(root.own_files(), before);
}

#[test]
fn a_workflow_that_would_never_run_is_refused() {
    let root = Root::new();
    root.put("svc/docs/v1.0/resources/shelf.md", PAGE);
    fs::create_dir(root.0.path().join(".git")).unwrap();
    let before = root.own_files();
    let output = root.init(&["--root", "svc", "--workflow"]);
    assert_eq!(output.status.code(), Some(2));
    let top = root.0.path().canonicalize().unwrap();
    let said = stderr(&output).replace(top.to_str().unwrap(), "TOP");
    assert_snapshot!(said, @"error: GitHub runs only workflows in .github at the top of a repository, and that is TOP, not svc; nothing was written: leave out `--workflow`");
    assert_eq!(root.own_files(), before);
    assert_eq!(root.init(&["--root", "svc"]).status.code(), Some(0));
    assert_eq!(root.init(&["--root", "svc", "--workflow"]).status.code(), Some(2));
    assert_eq!(root.init(&["--workflow"]).status.code(), Some(0));
}

#[test]
fn a_workflow_is_warned_of_a_checkout_outside() {
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir_all(elsewhere.path().join("crates/runtime")).unwrap();
    fs::write(elsewhere.path().join("crates/runtime/Cargo.toml"), "").unwrap();
    let elsewhere = elsewhere.path().to_str().unwrap();
    let root = Root::new();
    assert_eq!(root.init(&["--path", elsewhere]).status.code(), Some(0));
    let output = root.init(&["--workflow"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(stderr(&output).replace(elsewhere, "/elsewhere"), @"
    wrote .github/workflows/regenerate.yml
    warning: the workflow takes apimark from /elsewhere, which leads out of the repository and is not there where GitHub runs it; name a repository with `--git`, or a checkout below the root with `--path`
    ");
    let warned = |path: &str| {
        fs::remove_dir_all(root.0.path().join(".github")).ok();
        let output = root.init(&["--path", path, "--workflow"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stderr(&output).contains("leads out of the repository")
    };
    root.put("apimark/crates/runtime/Cargo.toml", "");
    let own_name = root.0.path().file_name().unwrap().to_str().unwrap();
    assert!(!warned("docs/.././apimark"));
    assert!(warned(&format!("docs/../../{own_name}/apimark")));
}
