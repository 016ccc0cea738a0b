//! What stands in a commit of the repository around a folder.

use std::path::{Component, Path};

use anyhow::{Context, Result, bail};

use super::objects::{Contents, Kind, Repository};
use crate::shown::shown;

/// The commit that a revision names in the repository around a folder, and where in it the folder lies.
pub(crate) fn commit_around(folder: &Path, revision: &str) -> Result<(Repository, String, String)> {
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
pub(crate) fn joined(prefix: &str, path: &Path) -> Option<String> {
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
