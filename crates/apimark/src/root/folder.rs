//! Reading a folder on disk.

use std::path::Path;

use anyhow::{Context, Result};
use facts::Dialect;
use walkdir::{DirEntry, WalkDir};

use crate::folder::{listing_error, relative};
use crate::page_files::{LINK, RootFiles, is_page};
use crate::shown::shown;

pub(super) fn read(
    root: &Path,
    output: Option<&Path>,
    dialect: &Dialect,
    remarks: &mut Vec<String>,
) -> Result<RootFiles> {
    let version = version_name(root, dialect)?;
    let prefix = version.as_ref().map(|name| format!("{name}/")).unwrap_or_default();
    let mut files = Vec::new();
    let is_output = |entry: &DirEntry| {
        let dir = entry.file_type().is_dir().then(|| entry.path().canonicalize().ok()).flatten();
        dir.is_some() && dir.as_deref() == output
    };
    let entries = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| !is_output(entry)) {
        let entry = entry.map_err(listing_error)?;
        let path = entry.path();
        let is_page = is_page(path);
        let name = prefix.clone() + &relative(root, path);
        if entry.file_type().is_file() && is_page {
            let bytes =
                std::fs::read(path).with_context(|| format!("cannot read {}", shown(path)))?;
            files.push((name, bytes));
        } else {
            remarks.extend(left_out(&entry, is_page).map(|why| format!("{name} {why}")));
        }
    }
    Ok(RootFiles { version, files })
}

/// Why what could be or hold a page is not read.
fn left_out(entry: &DirEntry, is_page: bool) -> Option<&'static str> {
    let kind = entry.file_type();
    if entry.depth() > 0 && kind.is_symlink() {
        let could_be_read = is_page || entry.path().is_dir();
        return could_be_read.then_some(LINK);
    }
    (is_page && !kind.is_dir() && !kind.is_file()).then_some("is no ordinary file; it is not read")
}

/// The name of a root that is a version folder.
fn version_name(root: &Path, dialect: &Dialect) -> Result<Option<String>> {
    let name = root.file_name();
    let is_one = name.is_some() && is_version_folder(root, dialect)?;
    Ok(name.filter(|_| is_one).map(|name| name.to_string_lossy().into_owned()))
}

fn is_version_folder(path: &Path, dialect: &Dialect) -> Result<bool> {
    let entries =
        std::fs::read_dir(path).with_context(|| format!("cannot read {}", shown(path)))?;
    let mut folders = entries.flatten().filter(|entry| entry.path().is_dir());
    Ok(folders.any(|folder| dialect.versions().is_below(&folder.file_name().to_string_lossy())))
}
