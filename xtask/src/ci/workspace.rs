//! A workspace beside this one, in which a crate that was generated is compiled.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::bench::Bench;
use crate::process;

/// A folder of its own.
pub(super) struct Workspace {
    folder: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// One with the crate in this folder, and the versions that ours has locked.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn new(bench: &Bench, member: &str, name: &str) -> Result<Self> {
        let folder = bench.scratch(name)?;
        // Kept between runs, and shared with the checks on real docs: what generated crates depend on.
        let workspace = Self { folder, target: bench.target.join("corpus") };
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [\"{member}\"]\n\n\
             [profile.dev.package.{name}]\ndebug = false\n"
        );
        workspace.write("Cargo.toml", &manifest)?;
        std::fs::copy(bench.root.join("Cargo.lock"), workspace.path("Cargo.lock"))
            .context("cannot copy Cargo.lock")?;
        Ok(workspace)
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) -> Result<()> {
        std::fs::write(self.path(path), text).with_context(|| format!("cannot write {path}"))
    }

    /// A call of cargo in it.
    pub(super) fn cargo(&self, line: &str) -> Command {
        let mut cargo = process::cargo(line);
        cargo.current_dir(&self.folder).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }
}

/// What a configuration says of the runtime crate of this workspace.
pub(super) fn runtime(bench: &Bench) -> String {
    let path = bench.root.join("crates/runtime");
    // A literal text of TOML, in which a path is what it is.
    format!("runtime = '{{ path = \"{}\" }}'\n", path.display())
}

/// The paths of all files below a folder, sorted.
///
/// # Errors
/// A folder cannot be read.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = folder.read_dir();
        for entry in entries.with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            let list = if entry.file_type()?.is_dir() { &mut folders } else { &mut files };
            list.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Copies all files below a folder.
///
/// # Errors
/// One cannot be read or written.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copied = to.join(file.strip_prefix(from)?);
        std::fs::create_dir_all(copied.parent().context("a file is in a folder")?)?;
        std::fs::copy(&file, &copied).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}
