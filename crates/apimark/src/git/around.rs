//! What stands in a commit of the repository around a folder.

use std::path::{Component, Path};

use anyhow::{Result, anyhow, bail};

use super::objects::{Contents, Kind, Repository};
use crate::shown::shown;

/// The commit that a revision names in the repository around a folder, and where in it the folder lies.
pub(crate) fn commit_around(folder: &Path, revision: &str) -> Result<(Repository, String, String)> {
    let (repository, prefix) = Repository::around(folder).map_err(|failure| {
        anyhow!("cannot read the repository around {}: {failure}; {OTHER_DOCS}", around(folder))
    })?;
    let commit = repository.commit(revision).map_err(|failure| {
        let hint = other_commit(&repository, revision).unwrap_or_default();
        anyhow!("`{}` names no commit: {failure}{hint}", diag::printable(revision))
    })?;
    Ok((repository, commit, prefix))
}

/// What to do where no commit has the docs.
pub(crate) const OTHER_DOCS: &str = "with `--base-docs`, a folder of docs is the base";

/// What to call a folder in messages.
pub(crate) fn around(folder: &Path) -> String {
    if folder.as_os_str().is_empty() { ".".to_owned() } else { shown(folder) }
}

/// Why a repository may lack a commit that somebody takes for granted, and how to name it.
fn other_commit(repository: &Repository, revision: &str) -> Option<String> {
    if repository.commit("HEAD").is_err() {
        return Some("; nothing was committed here yet".to_owned());
    }
    let remote = format!("origin/{revision}");
    if repository.commit(&remote).is_ok() {
        return Some(format!("; did you mean `{}`?", diag::printable(&remote)));
    }
    let deepen = "; this clone has a part of the history alone: `git fetch --unshallow` brings all of it, in a workflow \
                  `fetch-depth: 0`";
    repository.is_shallow().then(|| deepen.to_owned())
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
