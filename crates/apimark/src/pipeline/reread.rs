//! Reading again what depends on files that have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::Result;
use diag::{PageId, SourceFile};
use model::Api;

use super::Reading;
use crate::config::Config;
use crate::pages::{Changed, Listener};

/// Files of the docs that are not what they were.
#[derive(Default)]
pub(crate) struct Saved {
    /// The texts of those that were there.
    pub texts: BTreeMap<PageId, String>,
    /// The texts of those that are new, by their absolute paths.
    pub added: BTreeMap<PathBuf, String>,
}

impl Reading {
    /// Reads again what depends on files that have changed, and models what depends on that. False if all must
    /// be read again instead; nothing of the reading counts then.
    ///
    /// # Errors
    /// As for a whole run.
    pub(crate) fn reread(
        &mut self,
        saved: Saved,
        config: &Config,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> Result<bool> {
        self.sources.truncate(self.files);
        let replaced = saved.texts.keys().copied().collect();
        for (id, text) in saved.texts {
            self.sources.replace(id, text);
        }
        let mut added = BTreeSet::new();
        for (place, text) in saved.added {
            let Some(id) = self.add(place, text, config) else { return Ok(false) };
            added.insert(id);
        }
        let changed = Changed { replaced, added, versions: &self.versions };
        let Some(stale) = self.pages.reread(&self.sources, &changed, threads, listener) else {
            return Ok(false);
        };
        // A correction may be of any version.
        let corrects = !self.overrides.files.is_empty();
        self.overrides.begin_anew();
        self.before.clear();
        let modelled = std::mem::take(&mut self.modelled);
        for (index, (before, is_stale)) in modelled.into_iter().zip(stale).enumerate() {
            let modelled = if is_stale || corrects {
                let (api, modelled) = self.model(index, before.named, config, threads, listener);
                self.before.insert(index, std::mem::replace(&mut self.apis[index], api));
                modelled
            } else {
                before
            };
            self.modelled.push(modelled);
        }
        self.conclude(config)?;
        Ok(true)
    }

    /// Adds a file of the docs that is new, to what would be read of it; `None` if more than that depends on it.
    fn add(&mut self, place: PathBuf, text: String, config: &Config) -> Option<PageId> {
        let path = self.path_beside_others(&place)?;
        let dialect = &self.pages.versions().first()?.dialect;
        let is_odd = page::unportable(&path).is_some() || dialect.ignores(&path);
        let is_remarked_on = self.input.1.iter().any(|remark| remark.starts_with(&path));
        let docs = || self.sources.iter().filter(|(id, _)| !self.overrides.files.contains(id));
        let is_known = docs().any(|(_, file)| file.path == path);
        if is_odd || is_remarked_on || is_known {
            return None;
        }
        let versions: Vec<String> =
            dialect.versions().of_path(&path).into_iter().map(str::to_owned).collect();
        let (next, _) = docs().find(|(_, file)| file.path > path)?;
        let id = self.sources.insert_before(next, SourceFile { path: path.clone(), text })?;
        self.files += 1;
        self.places.insert(place, id);
        for name in versions {
            let files = self.versions.get_mut(&name)?;
            files.insert(files.partition_point(|other| *other < id), id);
            let is_skipped = config.versions.get(&name).is_some_and(|it| it.skip);
            self.paths[usize::from(is_skipped)].insert(path.clone());
        }
        Some(id)
    }

    /// The path in the docs of a file on disk, by that of another one in its folder.
    fn path_beside_others(&self, place: &Path) -> Option<String> {
        let (folder, name) = (place.parent()?, place.file_name()?.to_str()?);
        let mut others = self.places.range(folder.to_owned()..);
        let other = others
            .find(|(other, _)| other.parent() == Some(folder) || !other.starts_with(folder))
            .filter(|(other, _)| other.starts_with(folder))
            .and_then(|(_, id)| self.sources.get(*id))?;
        let folder = other.path.rsplit_once('/').map(|(folder, _)| folder)?;
        Some(format!("{folder}/{name}"))
    }

    /// The models before the last change.
    pub(crate) fn apis_before(&self) -> Vec<&Api> {
        let versions = self.apis.iter().enumerate();
        versions.map(|(index, now)| self.before.get(&index).unwrap_or(now)).collect()
    }

    /// The file of the docs at this absolute path.
    pub(crate) fn page_at(&self, path: &Path) -> Option<PageId> {
        self.places.get(path).copied()
    }

    /// Whether files of the docs lie in this folder.
    pub(crate) fn holds_pages(&self, folder: &Path) -> bool {
        let first = self.places.range(folder.to_owned()..).next();
        first.is_some_and(|(place, _)| place.starts_with(folder))
    }

    /// Whether something was odd about a file before it was read as a page.
    pub(crate) fn is_odd_file(&self, id: PageId) -> bool {
        self.input.0.iter().any(|it| it.span.page == id)
    }
}
