//! Reviews of docs in repositories on disk.

use std::fs;
use std::process::Command;

use insta::assert_snapshot;

use crate::{PAGE, Workspace, stderr, stdout};

/// A workspace whose files are committed.
fn committed() -> Workspace {
    let workspace = Workspace::new();
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    commit(&workspace, "The docs as they begin");
    workspace
}

fn commit(workspace: &Workspace, message: &str) {
    git(workspace, &["add", "--all", "."]);
    git(workspace, &["commit", "--quiet", "--message", message]);
}

fn git(workspace: &Workspace, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Writer", "-c", "user.email=writer@example.com"]);
    command.args(arguments).current_dir(workspace.dir.path());
    // Not the machine's settings.
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    stdout(&output)
}

fn edit(workspace: &Workspace, from: &str, to: &str) {
    assert!(PAGE.contains(from), "{from}");
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace(from, to));
}

fn told(workspace: &Workspace, arguments: &[&str]) -> String {
    let output = workspace.run(&[&["review"], arguments].concat());
    let dir = workspace.dir.path().to_string_lossy().into_owned();
    let code = output.status.code();
    format!("{}{}code {code:?}", stdout(&output), stderr(&output)).replace(&dir, "DIR")
}

#[test]
fn the_work_tree_is_compared_with_the_last_commit() {
    let workspace = committed();
    edit(&workspace, "|width|Int32|", "|width|Int64|");
    assert_snapshot!(told(&workspace, &[]), @"
    API changes from HEAD to the docs as they are
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width
        type: Edm.Int32 → Edm.Int64
        docs  v1.0/resources/shelf.md:12, “Properties”
              - |width|Int32|In millimetres.|
              + |width|Int64|In millimetres.|
        rust  - Shelf::width: Option<i32>
              + Shelf::width: Option<i64>
              - Shelf::WIDTH: rt::Property<i32>
              + Shelf::WIDTH: rt::Property<i64>
        source breaking, wire breaking
    code Some(0)
    ");
    let status = git(&workspace, &["status", "--short"]);
    assert_snapshot!(status, @" M docs/v1.0/resources/shelf.md");
}

#[test]
fn a_page_for_a_browser() {
    let workspace = committed();
    edit(&workspace, "|width|Int32|", "|width|Int64|");
    let page = told(&workspace, &["--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>\n"), "{page}");
    assert!(page.ends_with("</html>\ncode Some(0)"), "{page}");
    assert!(page.contains("<code>microsoft.graph.shelf/width</code>"), "{page}");
}

#[test]
fn any_commit_may_be_the_base() {
    let workspace = committed();
    edit(&workspace, "A shelf for books.", "A shelf for anything.");
    commit(&workspace, "More on it");
    assert_snapshot!(told(&workspace, &["--base", "main"]), @"
    API changes from main to the docs as they are
    No changes.
    code Some(0)
    ");
    assert_snapshot!(told(&workspace, &["--base", "HEAD~1", "--wording"]), @"
    API changes from HEAD~1 to the docs as they are
    0 changes; beside them 1 change of words alone
    Rust source: compatible; wire: same; behaviour: same
    Version step: patch

    Wording (1)

      type microsoft.graph.shelf
        docs  v1.0/resources/shelf.md:16, “JSON representation”
              - A shelf for books.
              + A shelf for anything.
    code Some(0)
    ");
}

#[test]
fn a_revision_is_no_option() {
    let workspace = committed();
    assert_snapshot!(told(&workspace, &["--base=--output=gone"]), @"
    error: `--output=gone` names no commit: git says: fatal: Needed a single revision
    code Some(2)
    ");
    assert_snapshot!(told(&workspace, &["--base", "no-such-branch"]), @"
    error: `no-such-branch` names no commit: git says: fatal: Needed a single revision
    code Some(2)
    ");
    assert!(!workspace.path("gone").exists());
}

#[test]
fn there_is_nothing_to_compare_with_outside_of_a_repository() {
    let workspace = Workspace::new();
    let output = told(&workspace, &[]);
    let first = output.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("error: cannot read the repository around DIR: git says: "),
        "{first}"
    );
    assert!(first.ends_with("; with `--base-docs`, a folder of docs is the base"), "{first}");
}

#[test]
fn docs_that_the_base_does_not_have() {
    let workspace = Workspace::new();
    fs::rename(workspace.path("docs"), workspace.path("aside")).unwrap();
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    commit(&workspace, "No docs");
    fs::rename(workspace.path("aside"), workspace.path("docs")).unwrap();
    let output = told(&workspace, &[]);
    let commit = git(&workspace, &["rev-parse", "HEAD"]);
    assert_snapshot!(output.replace(commit.trim(), "COMMIT"), @"
    error: there is no .md file in docs at COMMIT; with `--base-docs`, a folder of docs is the base
    code Some(2)
    ");
}

/// What a review says, with the id of the last commit left out.
fn told_without_ids(workspace: &Workspace, arguments: &[&str]) -> String {
    let commit = git(workspace, &["rev-parse", "HEAD"]);
    told(workspace, arguments).replace(commit.trim(), "COMMIT")
}

#[test]
fn a_commit_that_is_not_here_is_missed_with_a_reason() {
    let empty = Workspace::new();
    git(&empty, &["init", "--quiet", "--initial-branch=main"]);
    let origin = committed();
    edit(&origin, "|width|Int32|", "|width|Int64|");
    commit(&origin, "Wider");
    git(&origin, &["branch", "published"]);
    let clone = Workspace::new();
    fs::remove_dir_all(clone.dir.path()).unwrap();
    let address = format!("file://{}", origin.dir.path().display());
    let place = clone.dir.path().to_str().unwrap();
    git(&origin, &["clone", "--quiet", "--depth=1", "--no-single-branch", &address, place]);
    let said = [
        told(&empty, &[]),
        told(&clone, &["--base", "HEAD~1"]),
        told(&clone, &["--base", "published"]),
        told(&clone, &["--base", "origin/published"]),
    ];
    assert_snapshot!(said.join("\n\n"), @"
    error: `HEAD` names no commit: git says: fatal: Needed a single revision; nothing was committed here yet
    code Some(2)

    error: `HEAD~1` names no commit: git says: fatal: Needed a single revision; this clone has a part of the history alone: `git fetch --unshallow` brings all of it, in a workflow `fetch-depth: 0`
    code Some(2)

    error: `published` names no commit: git says: fatal: Needed a single revision; did you mean `origin/published`?
    code Some(2)

    API changes from origin/published to the docs as they are
    No changes.
    code Some(0)
    ");
}

#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_docs_in_the_base_is_named() {
    let linked = Workspace::new();
    fs::rename(linked.path("docs"), linked.path("pages")).unwrap();
    std::os::unix::fs::symlink("pages", linked.path("docs")).unwrap();
    git(&linked, &["init", "--quiet", "--initial-branch=main"]);
    commit(&linked, "A link");
    let nested = Workspace::new();
    git(&nested, &["init", "--quiet", "--initial-branch=main"]);
    git(&nested, &["init", "--quiet", "--initial-branch=main", "docs"]);
    git(&nested, &["-C", "docs", "add", "--all"]);
    git(&nested, &["-C", "docs", "commit", "--quiet", "--message", "The docs"]);
    commit(&nested, "A repository in it");
    let said = [&linked, &nested].map(|it| told_without_ids(it, &[]));
    assert_snapshot!(said.join("\n\n"), @"
    error: there is no .md file in docs at COMMIT: it is a link there, and links are not followed; name the folder that it leads to
    code Some(2)

    error: there is no .md file in docs at COMMIT: it is a repository of its own; name that as a `[[source]]`, or, with `--base-docs`, a folder of docs is the base
    code Some(2)
    ");
}

#[test]
fn docs_beside_the_repository_have_no_base_there() {
    let elsewhere = Workspace::new();
    let docs = elsewhere.path("docs").to_string_lossy().replace('\\', "/");
    let workspace = Workspace::new();
    workspace.put("apimark.toml", &format!("docs = [\"{docs}\"]\n"));
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    commit(&workspace, "Docs of elsewhere");
    assert_snapshot!(told(&workspace, &[]).replace(&docs, "DOCS"), @"
    error: DOCS does not lie in the repository around DIR; with `--base-docs`, a folder of docs is the base
    code Some(2)
    ");
}

#[test]
fn a_detached_head_and_a_work_tree_are_bases_like_others() {
    let workspace = committed();
    edit(&workspace, "|width|Int32|", "|width|Int64|");
    commit(&workspace, "Wider");
    git(&workspace, &["checkout", "--quiet", "--detach", "HEAD~1"]);
    let base = |arguments: &[&str]| {
        told(&workspace, arguments).lines().take(2).collect::<Vec<_>>().join("; ")
    };
    assert_snapshot!(base(&[]), @"API changes from HEAD to the docs as they are; No changes.");
    assert_snapshot!(base(&["--base", "main"]), @"API changes from main to the docs as they are; 1 change: 1 breaking source");
    let beside = Workspace::new();
    fs::remove_dir_all(beside.dir.path()).unwrap();
    let place = beside.dir.path().to_str().unwrap();
    git(&workspace, &["worktree", "add", "--quiet", place, "main"]);
    let told = told(&beside, &["--base", "main~1"]);
    assert!(told.contains("\n1 change: 1 breaking source\n"), "{told}");
}

#[test]
fn other_docs_may_be_the_base() {
    let workspace = Workspace::new();
    workspace.put(
        "before/v1.0/resources/shelf.md",
        &PAGE.replace("|width|Int32|In millimetres.|\n", ""),
    );
    let base = workspace.path("before");
    assert_snapshot!(told(&workspace, &["--base-docs", &base.to_string_lossy()]), @"
    API changes from DIR/before to the docs as they are
    1 change: 1 breaking unusual source only
    Rust source: breaking for some source; wire: compatible; behaviour: same
    Version step: major; minor if all source writes `..` and `_`, takes the default features and names no type of a constant

    Only unusual source breaks (1)

      added property microsoft.graph.shelf/width
        type: Edm.Int32
        docs  v1.0/resources/shelf.md:12, “Properties”
              + |width|Int32|In millimetres.|
        rust  + Shelf::width: Option<i32>
                where all fields are written out, without `..`
              + Shelf::WIDTH: rt::Property<i32>
        source breaking for some source
    code Some(0)
    ");
}

#[test]
fn versions_are_compared_with_each_other() {
    let workspace = Workspace::new();
    workspace.put("docs/beta/resources/shelf.md", &PAGE.replace("|width|Int32|", "|width|Double|"));
    assert_snapshot!(told(&workspace, &["--between", "v1.0", "beta"]), @"
    API changes from v1.0 to beta
    2 changes: 1 breaking source, 1 of the service
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width
        type: Edm.Int32 → Edm.Double
        docs  v1.0/resources/shelf.md:12, “Properties” → beta/resources/shelf.md:12, “Properties”
              - |width|Int32|In millimetres.|
              + |width|Double|In millimetres.|
        rust  - Shelf::width: Option<i32>
              + Shelf::width: Option<f64>
              - Shelf::WIDTH: rt::Property<i32>
              + Shelf::WIDTH: rt::Property<f64>
        source breaking, wire breaking

    The service takes, promises or asks for something else (1)

      changed service root https://graph.microsoft.com/beta
        base URL: https://graph.microsoft.com/v1.0 → https://graph.microsoft.com/beta
        wire breaking
    code Some(0)
    ");
    assert_snapshot!(told(&workspace, &["--between", "v1.0", "v2.0"]), @"
    error: the docs have no API version `v2.0`; they have: beta, v1.0
    code Some(2)
    ");
}

#[test]
fn what_comes_of_the_configuration_is_told_apart() {
    let workspace = committed();
    edit(
        &workspace,
        "|width|Int32|",
        "|depth|Int32|In millimetres too, from front to back.|\n|width|Int32|",
    );
    let config = "docs = [\"docs\"]\n[output]\ndir = \"out\"\ncrate = \"shelves\"\n[versions.\"v1.0\"]\nbase-url = \"https://example.com/api\"\n";
    workspace.put("apimark.toml", config);
    assert_snapshot!(told(&workspace, &[]), @"
    API changes from HEAD to the docs as they are
    note: the configuration, its dialect or its corrections differ from those of the base
    3 changes: 1 breaking source, 1 of the service, 1 breaking unusual source only
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      renamed package generated → shelves
        rust  - package `generated`
              + package `shelves`
        source breaking

    The service takes, promises or asks for something else (1)

      changed service root https://example.com/api (because of how the docs are read)
        base URL: https://graph.microsoft.com/v1.0 → https://example.com/api
        wire breaking

    Only unusual source breaks (1)

      added property microsoft.graph.shelf/depth
        type: Edm.Int32
        docs  v1.0/resources/shelf.md:12, “Properties”
              + |depth|Int32|In millimetres too, from front to back.|
        rust  + Shelf::depth: Option<i32>
                where all fields are written out, without `..`
              + Shelf::DEPTH: rt::Property<i32>
        source breaking for some source
    code Some(0)
    ");
}

#[test]
fn a_dialect_file_is_read_as_it_stood_in_the_base() {
    let workspace = Workspace::new();
    workspace.put("words.toml", "name = \"words\"\nversion = \"1\"\nextends = \"graph\"\n");
    workspace.put(
        "apimark.toml",
        "docs = [\"docs\"]\ndialect = \"words.toml\"\n[output]\ndir = \"out\"\n",
    );
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    commit(&workspace, "A dialect of its own");
    let new = "name = \"words\"\nversion = \"2\"\nextends = \"graph\"\n[types]\nwords = { Int32 = \"Int64\" }\n";
    workspace.put("words.toml", new);
    assert_snapshot!(told(&workspace, &[]), @"
    API changes from HEAD to the docs as they are
    note: the configuration, its dialect or its corrections differ from those of the base
    note: the base is read in the dialect words 1, the docs now in words 2
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width (because of how the docs are read)
        type: Edm.Int32 → Edm.Int64
        docs  v1.0/resources/shelf.md:12, “Properties”
        rust  - Shelf::width: Option<i32>
              + Shelf::width: Option<i64>
              - Shelf::WIDTH: rt::Property<i32>
              + Shelf::WIDTH: rt::Property<i64>
        source breaking, wire breaking
    code Some(0)
    ");
}

#[test]
fn what_comes_of_a_correction_is_told_apart() {
    let workspace = committed();
    let correction = "[[property]]\npage = \"v1.0/resources/shelf.md\"\nproperty = \"width\"\nexpect = \"Int32\"\ntype = \"Double\"\nwhy = \"Shelves are cut to size.\"\n";
    workspace.put("overrides.toml", correction);
    edit(
        &workspace,
        "|id|String|The key. Read-only.|",
        "|id|String|The key of the shelf. Read-only.|",
    );
    assert_snapshot!(told(&workspace, &["--wording"]), @r#"
    API changes from HEAD to the docs as they are
    note: the configuration, its dialect or its corrections differ from those of the base
    1 change: 1 breaking source; beside them 1 change of words alone
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width (because of how the docs are read)
        type: Edm.Int32 → Edm.Double
        docs  v1.0/resources/shelf.md:12, “Properties”
              + overrides.toml:5: type = "Double"
        rust  - Shelf::width: Option<i32>
              + Shelf::width: Option<f64>
              - Shelf::WIDTH: rt::Property<i32>
              + Shelf::WIDTH: rt::Property<f64>
        source breaking, wire breaking

    Wording (1)

      property microsoft.graph.shelf/id
        docs  v1.0/resources/shelf.md:11, “Properties”
              - |id|String|The key. Read-only.|
              + |id|String|The key of the shelf. Read-only.|
    code Some(0)
    "#);
    commit(&workspace, "A correction");
    fs::remove_file(workspace.path("overrides.toml")).unwrap();
    assert_snapshot!(told(&workspace, &["--most", "1"]), @r#"
    API changes from HEAD to the docs as they are
    note: the configuration, its dialect or its corrections differ from those of the base
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width (because of how the docs are read)
        type: Edm.Double → Edm.Int32
        docs  v1.0/resources/shelf.md:12, “Properties”
              - overrides.toml:5: type = "Double"
        rust  - Shelf::width: Option<f64>
              + Shelf::width: Option<i32>
              - Shelf::WIDTH: rt::Property<f64>
              + Shelf::WIDTH: rt::Property<i32>
        source breaking, wire breaking
    code Some(0)
    "#);
}

#[test]
fn changes_may_be_denied() {
    let workspace = committed();
    edit(
        &workspace,
        "|width|Int32|",
        "|depth|Int32|From front to back, as one sees it.|\n|width|Int32|",
    );
    let last = |deny: &str| {
        let output = told(&workspace, &["--deny", deny]);
        let lines: Vec<&str> = output.lines().rev().take(2).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(last("breaking"), @"
    error: 1 change is denied
    code Some(1)
    ");
    assert_snapshot!(last("breaking-in-use,wire,stricter"), @"
        source breaking for some source
    code Some(0)
    ");
}

#[test]
fn a_dry_run_tells_the_changes_of_the_api() {
    let workspace = committed();
    workspace.generate();
    commit(&workspace, "The client");
    edit(&workspace, "|width|Int32|In millimetres.|\n", "");
    let output = workspace.run(&["generate", "--dry-run"]);
    let text = stdout(&output);
    let review = text.split_once("API changes").map(|(_, rest)| rest).unwrap_or_default();
    assert_snapshot!(review, @"
     from HEAD to the docs as they are
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      removed property microsoft.graph.shelf/width
        type: Edm.Int32
        docs  v1.0/resources/shelf.md:12, “Properties”
              - |width|Int32|In millimetres.|
        rust  - Shelf::width: Option<i32>
              - Shelf::WIDTH: rt::Property<i32>
        source breaking, wire breaking
    ");
}

#[test]
fn forms_for_programs_and_for_people() {
    let workspace = committed();
    edit(&workspace, "|width|Int32|In millimetres.|\n", "");
    let form = |name: &str| stdout(&workspace.run(&["review", "--format", name]));
    assert!(form("json").starts_with("{\n  \"schemaVersion\": 1,"));
    assert_snapshot!(form("changelog"), @"
    ## Unreleased

    ### Breaking

    - Removed property `microsoft.graph.shelf/width`.
      - `Shelf::width: Option<i32>` is gone
      - `Shelf::WIDTH: rt::Property<i32>` is gone
    ");
    assert_snapshot!(form("markdown").lines().take(3).collect::<Vec<_>>().join("\n"), @"
    ## API changes from <code>HEAD</code> to <code>the docs as they are</code>

    **Rust source: breaking; wire: breaking; behaviour: same**
    ");
}

#[test]
fn a_correction_is_another_way_of_reading() {
    let workspace = committed();
    let correction = "[[property]]\npage = \"v1.0/resources/shelf.md\"\nproperty = \"width\"\n\
        type = \"Int64\"\nexpect = \"Int32\"\nwhy = \"There are long ones.\"\n";
    workspace.put("overrides.toml", correction);
    assert_snapshot!(told(&workspace, &[]), @r#"
    API changes from HEAD to the docs as they are
    note: the configuration, its dialect or its corrections differ from those of the base
    1 change: 1 breaking source
    Rust source: breaking; wire: breaking; behaviour: same
    Version step: major

    Source that uses these breaks (1)

      changed property microsoft.graph.shelf/width (because of how the docs are read)
        type: Edm.Int32 → Edm.Int64
        docs  v1.0/resources/shelf.md:12, “Properties”
              + overrides.toml:4: type = "Int64"
        rust  - Shelf::width: Option<i32>
              + Shelf::width: Option<i64>
              - Shelf::WIDTH: rt::Property<i32>
              + Shelf::WIDTH: rt::Property<i64>
        source breaking, wire breaking
    code Some(0)
    "#);
    commit(&workspace, "Correct the width");
    assert_snapshot!(told(&workspace, &[]), @"
    API changes from HEAD to the docs as they are
    No changes.
    code Some(0)
    ");
}

/// A workspace whose configuration states a version of the package.
fn versioned(version: &str, steps: &str) -> Workspace {
    let workspace = Workspace::new();
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    let package =
        format!("\n[output.package] # ours\nversion = '{version}' # by policy\n{steps}\n");
    workspace.put("apimark.toml", &(config + &package));
    git(&workspace, &["init", "--quiet", "--initial-branch=main"]);
    commit(&workspace, "The docs as they begin");
    workspace
}

/// What `--set-version` says, and the line of the configuration.
fn set_version(workspace: &Workspace, arguments: &[&str]) -> String {
    let output = workspace.run(&[&["review", "--set-version"], arguments].concat());
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    let line = config.lines().find(|it| it.starts_with("version")).unwrap_or("no version");
    format!("{}{line}\ncode {:?}\n", stderr(&output), output.status.code())
}

#[test]
fn the_version_steps_as_far_as_the_change_goes() {
    let row = "|width|Int32|In millimetres.|";
    let edits = [
        ("breaking", row, "|width|Int64|In millimetres.|"),
        ("new", row, "|width|Int32|In millimetres.|\n|depth|Int32|In millimetres.|"),
        ("stricter", "In millimetres.", "In millimetres. Required."),
        ("words", "In millimetres.", "In inches."),
        ("nothing", row, row),
    ];
    let steps = "steps = { breaking-for-some = 'minor' }";
    let said = |(what, from, to): (&str, &str, &str)| {
        let line = |version, steps| {
            let workspace = versioned(version, steps);
            edit(&workspace, from, to);
            set_version(&workspace, &[])
        };
        format!("{what}\n{}{}{}", line("0.3.1", ""), line("1.3.1", ""), line("1.3.1", steps))
    };
    assert_snapshot!(edits.map(said).concat(), @r#"
    breaking
    the version was 0.3.1 and is 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    the version was 1.3.1 and is 2.0.0
    version = "2.0.0" # by policy
    code Some(0)
    the version was 1.3.1 and is 2.0.0
    version = "2.0.0" # by policy
    code Some(0)
    new
    the version was 0.3.1 and is 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    the version was 1.3.1 and is 2.0.0
    version = "2.0.0" # by policy
    code Some(0)
    the version was 1.3.1 and is 1.4.0
    version = "1.4.0" # by policy
    code Some(0)
    stricter
    the version was 0.3.1 and is 0.3.2
    version = "0.3.2" # by policy
    code Some(0)
    the version was 1.3.1 and is 1.4.0
    version = "1.4.0" # by policy
    code Some(0)
    the version was 1.3.1 and is 1.4.0
    version = "1.4.0" # by policy
    code Some(0)
    words
    the version was 0.3.1 and is 0.3.2
    version = "0.3.2" # by policy
    code Some(0)
    the version was 1.3.1 and is 1.3.2
    version = "1.3.2" # by policy
    code Some(0)
    the version was 1.3.1 and is 1.3.2
    version = "1.3.2" # by policy
    code Some(0)
    nothing
    the version stays 0.3.1
    version = '0.3.1' # by policy
    code Some(0)
    the version stays 1.3.1
    version = '1.3.1' # by policy
    code Some(0)
    the version stays 1.3.1
    version = '1.3.1' # by policy
    code Some(0)
    "#);
}

#[test]
fn a_version_that_is_set_twice_steps_once_and_is_fresh_when_it_is_committed() {
    let workspace = versioned("0.3.1", "");
    edit(&workspace, "|width|Int32|", "|width|Int64|");
    let first = set_version(&workspace, &[]);
    assert_snapshot!(first + &set_version(&workspace, &[]), @r#"
    the version was 0.3.1 and is 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    the version stays 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    "#);
    workspace.generate();
    let manifest = fs::read_to_string(workspace.path("out/Cargo.toml")).unwrap();
    assert!(manifest.contains("version = \"0.4.0\""), "{manifest}");
    commit(&workspace, "Wider shelves");
    assert_snapshot!(set_version(&workspace, &[]), @r#"
    the version stays 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    "#);
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", stdout(&check));
    // All since a release are one step.
    edit(&workspace, "|width|Int32|", "|breadth|Int64|");
    assert_snapshot!(set_version(&workspace, &["--base", "HEAD~1"]), @r#"
    the version stays 0.4.0
    version = "0.4.0" # by policy
    code Some(0)
    "#);
    // Who wants more gets it.
    let config = fs::read_to_string(workspace.path("apimark.toml")).unwrap();
    workspace.put("apimark.toml", &config.replace("\"0.4.0\"", "\"1.0.0\""));
    assert_snapshot!(set_version(&workspace, &[]), @r#"
    the version stays 1.0.0
    version = "1.0.0" # by policy
    code Some(0)
    "#);
}

#[test]
fn a_version_is_set_from_one_that_is_there_alone() {
    let without_history = Workspace::new();
    let first = versioned("0.3.1", "");
    edit(&first, "|width|Int32|", "|width|Int64|");
    let text = fs::read_to_string(first.path("apimark.toml")).unwrap();
    git(&first, &["rm", "--quiet", "--cached", "apimark.toml"]);
    git(&first, &["commit", "--quiet", "--message", "Without it"]);
    first.put("apimark.toml", &text);
    let unstated = committed();
    let preview = versioned("1.0.0-rc.1", "");
    edit(&preview, "|width|Int32|", "|width|Int64|");
    let said = [&without_history, &first, &unstated, &preview].map(|it| {
        let dir = it.dir.path().to_string_lossy().into_owned();
        set_version(it, &[]).replace(&dir, "DIR")
    });
    assert_snapshot!(said.join("\n"), @r#"
    error: cannot read the repository around DIR: git says: fatal: not a git repository (or any of the parent directories): .git; with `--base-docs`, a folder of docs is the base
    no version
    code Some(2)

    the version stays 0.3.1
    version = '0.3.1' # by policy
    code Some(0)

    error: DIR/apimark.toml states no `version` in `[output.package]`; write the first one, such as "0.1.0"
    no version
    code Some(2)

    the version stays 1.0.0-rc.1
    version = '1.0.0-rc.1' # by policy
    code Some(0)
    "#);
    let unknown = versioned("0.3.1", "steps = { service = 'none' }");
    assert_snapshot!(set_version(&unknown, &[]).replace(&*unknown.dir.path().to_string_lossy(), "DIR"), @"
    error: the configuration is invalid
    error[AM0905 configuration]: unknown variant `none`, expected one of `patch`, `minor`, `major`
     --> DIR/apimark.toml:7:21
      |
    7 | steps = { service = 'none' }
      |                     ^^^^^^
    version = '0.3.1' # by policy
    code Some(2)
    ");
}
