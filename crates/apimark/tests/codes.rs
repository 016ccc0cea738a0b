//! Holds the table of codes against what really happens: every example raises its code, and the page of docs is the
//! table.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use apimark::{Export, Generator};
use diag::codes::{self, Code};

/// A page without faults, so that there is an API whatever the example holds.
const ZONE: &str = "# zone resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
    |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n";

/// The codes of what is reported for the files of an example.
fn raised(code: Code) -> BTreeSet<&'static str> {
    let dir = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &[u8]| {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("apimark.toml", b"docs = [\"docs\"]\n");
    put("docs/v1.0/resources/zone.md", ZONE.as_bytes());
    for (path, whole) in code.example().iter().flat_map(|it| it.files()) {
        let path = if path.ends_with(".toml") { path } else { format!("docs/v1.0/{path}") };
        let parts: Vec<&[u8]> = whole.split('\u{fffd}').map(str::as_bytes).collect();
        put(&path, &parts.join(&0xff));
    }
    match Generator::from_config(dir.path().join("apimark.toml")) {
        Ok(generator) => reported(&generator),
        Err(error) => named(&format!("{error:#}")),
    }
}

/// The codes that a run reports, and an export leaves out with.
fn reported(generator: &Generator) -> BTreeSet<&'static str> {
    let lint = match generator.lint() {
        Ok(lint) => lint,
        Err(error) => return named(&format!("{error:#}")),
    };
    let mut found: BTreeSet<&str> =
        lint.findings(None).reports().iter().map(|it| it.code.name()).collect();
    if let Ok(exported) = generator.export(Export::Csdl, Some("v1.0")) {
        found.extend(named(&exported.render_left_out(false)));
    }
    found
}

/// The codes that a printed report names.
fn named(text: &str) -> BTreeSet<&'static str> {
    let is_named = |code: &Code| text.contains(&format!("[{}]", code.label()));
    codes::all().filter(is_named).map(Code::name).collect()
}

#[test]
fn every_example_raises_its_code() {
    let mut silent = Vec::new();
    for code in codes::all() {
        let found = raised(code);
        if !found.contains(code.name()) {
            silent.push(format!("{code:?}: {found:?}"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn the_page_of_docs_is_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/diagnostics.md");
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == codes::page(),
        "run `cargo xtask explain --page > docs/diagnostics.md`"
    );
}
