//! Folders of docs as they stand in a commit of the repository around them.

use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};

use super::Snapshot;
use crate::git::objects::{Contents, Kind, Repository};
use crate::shown::shown;

/// The `folders`, which are relative to the working folder as `base` is, in a commit of the repository around `base`.
pub(crate) fn snapshots(
    base: &Path,
    folders: &[impl AsRef<Path>],
    revision: &str,
) -> Result<Vec<Snapshot>> {
    let (repository, commit, prefix) = commit_around(base, revision)?;
    let snapshot = |folder: &Path| {
        let below = folder.strip_prefix(base).unwrap_or(folder);
        let folder = joined(&prefix, below).with_context(|| {
            format!("{} does not lie in the repository around {}", shown(folder), shown(base))
        })?;
        let name = folder.rsplit('/').next().unwrap_or_default().to_owned();
        let (repository, commit) = (repository.clone(), commit.clone());
        let snapshot = Snapshot { repository, commit, folder, paths: Vec::new(), name };
        let (pages, _) = snapshot.entries()?;
        ensure!(!pages.is_empty(), "there is no .md file in {}", snapshot.shown());
        Ok(snapshot)
    };
    folders.iter().map(|folder| snapshot(folder.as_ref())).collect()
}

/// The commit that a revision names in the repository around a folder, and where in it the folder lies.
fn commit_around(folder: &Path, revision: &str) -> Result<(Repository, String, String)> {
    let unknown = || format!("cannot read the repository around {}", shown(folder));
    let (repository, prefix) = Repository::around(folder).with_context(unknown)?;
    let no_commit = || format!("`{}` names no commit", diag::printable(revision));
    let commit = repository.commit(revision).with_context(no_commit)?;
    Ok((repository, commit, prefix))
}

/// The content of the file at a path that is relative to `base`, as it stands in a commit of the repository around
/// `base`. Folders between may have gone since, or be made.
pub(crate) fn file_at(base: &Path, path: &Path, revision: &str) -> Result<Option<Vec<u8>>> {
    let (repository, commit, prefix) = commit_around(base, revision)?;
    let Some(path) = joined(&prefix, path) else { return Ok(None) };
    let entries = repository.list(&commit, std::slice::from_ref(&path))?;
    let Some(entry) = entries.iter().find(|it| it.path == path && it.kind == Kind::File) else {
        return Ok(None);
    };
    match repository.read(&[&entry.id])? {
        Contents::All(contents) => Ok(contents.into_iter().next()),
        Contents::Missing(id) => bail!("{id} is missing"),
    }
}

/// A path from the top of the repository, if it does not lead out of there.
fn joined(prefix: &str, path: &Path) -> Option<String> {
    let mut parts: Vec<String> =
        prefix.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?.to_owned()),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}
