//! `overrides.toml`: one correction of each kind and what comes of it, and entries that do not fit, as they print.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod applied;
mod docs;
mod faults;
mod files;
mod hostile;

use std::fs;
use std::path::Path;

use apimark::{Export, Generator};
use serde_json::Value;

/// Docs, and corrections of them.
struct Case {
    dir: tempfile::TempDir,
}

impl Case {
    /// The docs of [`docs`] with these corrections.
    fn new(overrides: &str) -> Self {
        let case = Self { dir: tempfile::tempdir().unwrap() };
        case.put(
            "apimark.toml",
            "docs = [\"docs\"]\n\n[output]\ndir = \"client\"\ncrate = \"pens\"\n",
        );
        for (path, text) in docs::PAGES {
            case.put(&format!("docs/v1.0/{path}"), text);
        }
        case.put("overrides.toml", overrides);
        case
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn generator(&self) -> anyhow::Result<Generator> {
        Generator::from_config(self.dir.path().join("apimark.toml"))
    }

    /// The model as JSON.
    fn model(&self) -> Value {
        let exported = self.generator().unwrap().export(Export::Model, Some("v1.0")).unwrap();
        serde_json::from_str(&exported.text).unwrap()
    }

    /// The text of a generated file.
    fn file(&self, path: &str) -> String {
        self.generator().unwrap().plan().unwrap().files()[path].clone()
    }

    /// What a run says that fails, without the folder of this test.
    fn failure(&self) -> String {
        let error = match self.generator().and_then(|it| it.plan()) {
            Ok(_) => return "it does not fail".to_owned(),
            Err(error) => format!("{error:#}"),
        };
        error.replace(&format!("{}/", self.dir.path().display()), "")
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }
}

/// The documentation of an item and the line that it documents: those of the line that holds `needle`.
fn item(file: &str, needle: &str) -> String {
    let lines: Vec<&str> = file.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.contains(needle)).unwrap();
    let is_part = |line: &&&str| line.starts_with("///") || line.starts_with("#[");
    let docs = lines[..at].iter().rev().take_while(is_part).count();
    lines[at - docs..=at].join("\n")
}
