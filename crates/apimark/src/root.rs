//! A documentation root: a folder on disk, or one in a commit.
//!
//! No link is followed, and nothing but `.md` files is read. What could be a page and is none is remarked on.

mod folder;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use facts::Dialect;

use crate::page_files::RootFiles;
use crate::shown::shown;
use crate::snapshot::Snapshot;
use crate::source::{Origin, Pinned};

/// Where docs are read from.
#[derive(Clone, Debug)]
pub(crate) enum Root {
    /// A folder on disk.
    Folder(PathBuf),
    /// A folder in a commit.
    Commit(Snapshot),
    /// Docs that `sync` has fetched.
    Pinned(Box<Pinned>),
}

impl Root {
    /// Reads the pages, except for what lies in `output`.
    pub(crate) fn read(
        &self,
        output: Option<&Path>,
        dialect: &Dialect,
        remarks: &mut Vec<String>,
    ) -> Result<RootFiles> {
        match self {
            Self::Folder(path) => folder::read(path, output, dialect, remarks),
            Self::Commit(snapshot) => snapshot.read(dialect, remarks),
            Self::Pinned(pinned) => pinned.read(dialect, remarks),
        }
    }

    /// Where a file of the docs lies on disk, whose path there begins with `prefix`.
    pub(crate) fn place(&self, path: &str, prefix: Option<&str>) -> Option<PathBuf> {
        let below = prefix.map_or(Some(path), |it| path.strip_prefix(it)?.strip_prefix('/'))?;
        std::path::absolute(self.folder()?.join(below)).ok()
    }

    /// What to call it in messages.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Folder(path) => shown(path),
            Self::Commit(snapshot) => snapshot.shown(),
            Self::Pinned(pinned) => pinned.shown(),
        }
    }

    /// Where its docs are from, if they are pinned.
    pub(crate) fn origin(&self) -> Option<Origin> {
        match self {
            Self::Folder(_) | Self::Commit(_) => None,
            Self::Pinned(pinned) => Some(pinned.origin()),
        }
    }

    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(path) => Some(path),
            Self::Commit(_) | Self::Pinned(_) => None,
        }
    }
}

/// Fails on roots that are no folders, that lie in one another, or that the client is written to. Pages of one that
/// is named twice are reported as those of one path are.
pub(crate) fn check(roots: &[Root], output: Option<&Path>) -> Result<()> {
    let mut earlier: Vec<(PathBuf, &Path)> = Vec::new();
    for root in roots.iter().filter_map(Root::folder) {
        ensure!(root.exists(), "the documentation folder {} does not exist", shown(root));
        ensure!(root.is_dir(), "{} is no folder; docs are read by folder", shown(root));
        let place = root.canonicalize().with_context(|| format!("cannot read {}", shown(root)))?;
        ensure!(
            output != Some(place.as_path()),
            "{} is the output folder and a documentation folder; write the client elsewhere",
            shown(root)
        );
        for (other, name) in &earlier {
            ensure!(
                place == *other || !(place.starts_with(other) || other.starts_with(&place)),
                "the documentation folders {} and {} lie in one another; name the outer one only",
                shown(name),
                shown(root)
            );
        }
        earlier.push((place, root));
    }
    Ok(())
}
