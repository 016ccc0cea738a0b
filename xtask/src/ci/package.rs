//! Whether each package builds from its own contents.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::bench::Bench;
use crate::process;

/// Packages every crate of the workspace, and builds each package that may be published.
///
/// # Errors
/// One cannot be packaged, or does not build.
pub(super) fn check(bench: &Bench) -> Result<()> {
    forget(bench)?;
    const PACKAGE: &str = "package --workspace --quiet --allow-dirty --offline";
    process::run(bench.cargo(PACKAGE).arg("--no-verify"))?;
    let metadata =
        process::answer(&mut bench.cargo("metadata --no-deps --offline --format-version 1"))?;
    let private = private(&serde_json::from_slice(&metadata).context("cargo prints no JSON")?);
    let exclude = private.iter().flat_map(|it| ["--exclude", it]);
    process::run(bench.cargo(PACKAGE).args(exclude))
}

/// The packages that are published nowhere.
fn private(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    let is_private = |it: &&Value| it["publish"].as_array().is_some_and(Vec::is_empty);
    packages
        .iter()
        .filter(is_private)
        .filter_map(|it| it["name"].as_str().map(String::from))
        .collect()
}

/// Cargo takes packages of a version for what they were when it met them last, so nothing of an earlier run may be there.
fn forget(bench: &Bench) -> Result<()> {
    let registry = cargo_home(bench)?.join("registry");
    remove_in(&registry.join("src"), "-")?;
    remove_in(&registry.join("cache"), "-")?;
    remove_in(&bench.target.join("debug/.fingerprint"), "apimark-")
}

fn cargo_home(bench: &Bench) -> Result<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(|it| bench.root.join(it));
    let usual = || std::env::home_dir().map(|it| it.join(".cargo"));
    named.or_else(usual).context("cargo has no home folder")
}

/// Removes the folders that begin so; there need be none.
fn remove_in(folder: &Path, begin: &str) -> Result<()> {
    let Ok(entries) = folder.read_dir() else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(begin) {
            let path = entry.path();
            std::fs::remove_dir_all(&path)
                .with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_is_what_no_registry_may_have() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "a", "publish": null },
            { "name": "b", "publish": [] },
            { "name": "c", "publish": ["ours"] },
        ] });
        assert_eq!(private(&metadata), ["b"]);
    }

    #[test]
    fn only_what_begins_so_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["-0123", "index", "apimark-1"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        remove_in(folder.path(), "-").expect("it can be removed");
        remove_in(&folder.path().join("none"), "-").expect("there need be none");
        let mut left: Vec<_> = folder
            .path()
            .read_dir()
            .expect("it is there")
            .flatten()
            .map(|it| it.file_name())
            .collect();
        left.sort();
        assert_eq!(left, ["apimark-1", "index"]);
    }
}
