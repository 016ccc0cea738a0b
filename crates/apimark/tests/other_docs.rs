//! Docs of an invented service in a layout of their own: types and operations by headings of shared files, two versions
//! in zones, other headings, columns and words. `other_docs/harbour.toml` is all that it takes. And of one whose requests
//! stand in tables below words in bold, as `other_docs/charters/charters.toml` says.

#![allow(clippy::unwrap_used, reason = "a test stops where something fails")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use apimark::{Generator, Plan};
use diag::Severity;
use insta::assert_snapshot;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other_docs")
}

fn harbour() -> Plan {
    planned("apimark.toml")
}

fn planned(config: &str) -> Plan {
    let out = tempfile::tempdir().unwrap();
    let generator = Generator::from_config(folder().join(config)).unwrap();
    generator.out(out.path()).plan().unwrap()
}

/// Every route of every version.
fn routes(plan: &Plan) -> String {
    let mut text = String::new();
    for api in plan.apis() {
        writeln!(text, "{} {}", api.version, api.base_url).unwrap();
        for operation in &api.operations {
            for route in &operation.routes {
                let template = &api.nodes[route.node.0].template;
                writeln!(text, "  {} {template}", operation.method.as_str()).unwrap();
            }
        }
        for ty in &api.structs {
            let fields: Vec<&str> = ty.fields.iter().map(|it| it.wire_name.as_str()).collect();
            writeln!(text, "  {}: {}", ty.name, fields.join(" ")).unwrap();
        }
        for ty in &api.enums {
            let members: Vec<&str> = ty.members.iter().map(|it| it.wire_name.as_str()).collect();
            writeln!(text, "  {}: {}", ty.name, members.join(" | ")).unwrap();
        }
    }
    text
}

#[test]
fn a_dialect_file_is_all_that_other_docs_take() {
    let plan = harbour();
    assert_snapshot!(plan.render_diagnostics(Severity::Note, false), @"");
    assert_snapshot!(routes(&plan), @"
    v1 https://api.harbour.example/api/v1
      GET /berths/{berth-id}/boats/{id}
      GET /boats/{id}
      GET /boats
      DELETE /boats/{id}
      harbour.port.berth: id depth boats
      harbour.port.boat: id name arrived crew state berth
      harbour.port.mooring: tied | adrift
    v2 https://api.harbour.example/api/v2
      GET /berths/{berth-id}/boats/{id}
      GET /boats/{id}
      GET /boats
      PATCH /boats/{id}
      harbour.port.berth: id depth boats
      harbour.port.boat: id name arrived crew state dues berth
      harbour.port.mooring: tied | adrift
    ");
}

#[test]
fn parts_below_words_in_bold_and_types_below_headings_are_read() {
    let plan = planned("charters/apimark.toml");
    assert_snapshot!(plan.render_diagnostics(Severity::Warning, false), @"");
    assert_snapshot!(routes(&plan), @"
    v1.0 https://api.harbour.example/v1.0
      GET /fleet/charters
      PUT /fleet/charters/{Id}
      harbour.Charter: id createdDateTime status price crew captain Tags Ports
      harbour.Member: firstName email Silent
      harbour.Port: Name
      harbour.CharterStatus: None | New | Closed
      harbour.CharterType: Shared | Independent
    ");
    let operations = plan.apis().iter().flat_map(|api| &api.operations);
    let options = operations.map(|it| format!("{}: {:?}\n", it.title, it.query_options));
    assert_snapshot!(options.collect::<String>(), @r#"
    Get a list of charters: Some(["$filter", "$orderby"])
    Update a charter: None
    "#);
    let charter = plan.apis()[0].structs.iter().find(|it| it.name.name == "Charter").unwrap();
    let crew = charter.fields.iter().find(|it| it.wire_name == "crew").unwrap();
    assert_snapshot!(format!("{:?} ({})", crew.ty.value, crew.ty.rule), @r#"ValueType { item: Struct(QualifiedName { namespace: "harbour", name: "Member" }), collection: true } (shown-arrays)"#);
}

#[test]
fn readme_shows_the_files_that_are_tested() {
    let readme = include_str!("../../../README.md");
    for name in ["apimark.toml", "harbour.toml"] {
        let text = std::fs::read_to_string(folder().join(name)).unwrap();
        assert!(readme.contains(&format!("```toml\n{text}```\n")), "README lacks {name}:\n{text}");
    }
}

#[test]
fn what_is_generated_is_rust_of_names_tables_and_prose() {
    let plan = harbour();
    for (path, text) in plan.files().iter().filter(|(path, _)| path.ends_with(".rs")) {
        syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is not Rust: {error}"));
    }
    assert!(apimark_inspect::inspect(plan.files()).violations.is_empty());
    for file in [
        "src/v1/operations/common/boats_sink.rs",
        "src/v2/operations/common/boats_list.rs",
        "src/v2/operations/common/boats_rename.rs",
        "src/v2/models/common/types.rs",
        "tests/v2/common.rs",
        "REPORT.md",
    ] {
        let text = plan.files().get(file);
        let text = text.unwrap_or_else(|| panic!("{file} is not planned"));
        assert_snapshot!(file.replace(['/', '.'], "_"), text);
    }
}

/// What a run with this dialect file says.
fn with_dialect(text: &[u8]) -> Result<Plan, String> {
    with_root(text, "https://a.example")
}

/// The same for a service at this address.
fn with_root(text: &[u8], root: &str) -> Result<Plan, String> {
    let work = tempfile::tempdir().unwrap();
    let config =
        format!("docs = [\"docs\"]\ndialect = \"it.toml\"\n[versions.a]\nbase-url = \"{root}\"\n");
    std::fs::create_dir(work.path().join("docs")).unwrap();
    let page = "# pen resource type\n\n## Properties\n\n|Property|Type|\n|:--|:--|\n|id|String|\n";
    std::fs::write(work.path().join("docs/pen.md"), page).unwrap();
    std::fs::write(work.path().join("apimark.toml"), config).unwrap();
    std::fs::write(work.path().join("it.toml"), text).unwrap();
    let plan = Generator::from_config(work.path().join("apimark.toml")).and_then(|it| it.plan());
    let shown = |error: anyhow::Error| {
        let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
        chain.join(": ").replace(&work.path().display().to_string(), "work")
    };
    plan.map_err(shown)
}

const SINGLE: &str =
    "extends = \"graph\"\nversions = { from = \"single\", known = [{ name = \"a\" }] }\n";

#[test]
fn the_text_of_a_dialect_file_is_part_of_the_configuration() {
    let configuration = |text: &str| {
        let plan = with_dialect(text.as_bytes()).unwrap();
        let manifest = &plan.files()["apimark.manifest"];
        manifest.lines().find(|line| line.contains("configuration")).unwrap().to_owned()
    };
    assert_eq!(configuration(SINGLE), configuration(SINGLE));
    let longer = format!("{SINGLE}[headings]\nproperties = [\"parts\"]\n");
    assert_ne!(configuration(SINGLE), configuration(&longer));
}

#[test]
fn a_dialect_file_that_asks_too_much_is_refused() {
    let refused = |text: &[u8]| with_dialect(text).err().expect("the file is refused");
    assert_snapshot!(refused(&vec![b'#'; 300 << 10]), @"cannot read the dialect work/it.toml: it is longer than 256 KiB");
    assert_snapshot!(refused(b"name = \"\xff\""), @"cannot read the dialect work/it.toml: it is not valid UTF-8: invalid utf-8 sequence of 1 bytes from index 8");
    assert_snapshot!(refused(b"[service]\nbase-url = \"https://elsewhere.example\"\n"), @r#"
    the dialect is invalid
    error[AM0904 dialect]: a dialect file cannot say where requests and their tokens go
     --> work/it.toml:2:12
      |
    2 | base-url = "https://elsewhere.example"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write it as `base-url` below the version in the configuration
    "#);
    assert_snapshot!(refused(b"[service]\nplaceholders = [\"*\"]\n"), @r#"
    the dialect is invalid
    error[AM0904 dialect]: this is no mark with one `*` behind it, which stands for the name
     --> work/it.toml:2:17
      |
    2 | placeholders = ["*"]
      |                 ^^^
      |
      = help: write `:*` for `/users/:id`
    "#);
    assert_snapshot!(refused(b"[pages]\nsplit = { h7 = [\"a\"] }\n"), @r#"
    the dialect is invalid
    error[AM0904 dialect]: unknown variant `h7`, expected one of `h1`, `h2`, `h3`
     --> work/it.toml:2:11
      |
    2 | split = { h7 = ["a"] }
      |           ^^
    "#);
    assert_snapshot!(refused(b"extends = \"../secret.toml\"\n"), @r#"
    the dialect is invalid
    error[AM0904 dialect]: there is no built-in dialect `../secret.toml`
     --> work/it.toml:1:11
      |
    1 | extends = "../secret.toml"
      |           ^^^^^^^^^^^^^^^^
      |
      = help: these are built in: graph, onedrive, business-central
    "#);
    let deep = format!("name = {}", "[".repeat(50_000));
    assert!(refused(deep.as_bytes()).contains("the dialect is invalid"));
    let globs = format!("[pages]\noperations.at = [\"{}\"]\n", "{a,b}[a-z]?*".repeat(4_000));
    assert!(refused(globs.as_bytes()).contains("this glob has more than 256 bytes"));
}

#[test]
fn a_service_root_says_where_requests_go_and_no_secret() {
    let refused = |root| with_root(SINGLE.as_bytes(), root).err().expect("the root is refused");
    assert_snapshot!(refused("https://u:p@x.example"), @r#"
    the configuration is invalid
    error[AM0905 configuration]: this address has a user's name or password
     --> work/apimark.toml:4:12
      |
    4 | base-url = "https://***@x.example"
      |            ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: requests go to it: write the host and the path as they are
    "#);
    assert_snapshot!(refused("https://x.example/a/../b"), @r#"
    the configuration is invalid
    error[AM0905 configuration]: this address has a segment `.` or `..`
     --> work/apimark.toml:4:12
      |
    4 | base-url = "https://x.example/a/../b"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: requests go to it: write the host and the path as they are
    "#);
    assert_snapshot!(refused("https://x.example/a/%2E%2e"), @r#"
    the configuration is invalid
    error[AM0905 configuration]: this address has a segment `.` or `..`
     --> work/apimark.toml:4:12
      |
    4 | base-url = "https://x.example/a/%2E%2e"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: requests go to it: write the host and the path as they are
    "#);
    assert!(with_root(SINGLE.as_bytes(), "https://x.example/a..b/@c").is_ok());
}

#[test]
fn a_pattern_of_many_stars_takes_no_longer_than_its_length() {
    let stars = "*a".repeat(2_000);
    let text = format!("{SINGLE}[service]\nhosts = [\"{stars}b\"]\nprefixes = [\"{stars}\"]\n");
    assert_eq!(with_dialect(text.as_bytes()).unwrap().apis().len(), 1);
}
