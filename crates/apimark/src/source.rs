//! Docs of Git repositories: fetched and pinned by [`sync`], read from the pin by every other run.

mod cache;
mod pins;
mod problem;
mod sync;

use std::path::{Path, PathBuf};

use anyhow::Result;
use facts::Dialect;

pub use sync::{Synced, sync};

use crate::config::Config;
use crate::git::objects::{Contents, Entry};
use crate::manifest;
use crate::page_files::RootFiles;
use crate::snapshot::Snapshot;
use pins::{Pin, Pins};
use problem::{Place, Problem};

/// Where the pins of a configuration are kept.
pub(crate) fn lock(config: &Config) -> PathBuf {
    pins::path(config)
}

/// Docs of a source, as `apimark.lock` pins them.
#[derive(Clone, Debug)]
pub(crate) struct Pinned {
    pin: Pin,
    snapshot: Snapshot,
    place: Place,
    /// The commit of which the lock is, where that is not the one on disk.
    of: Option<String>,
}

/// The pinned docs of all sources of a configuration.
///
/// # Errors
/// A source is not pinned.
pub(crate) fn pinned(config: &Config) -> Result<Vec<Pinned>> {
    if config.sources.is_empty() {
        return Ok(Vec::new());
    }
    let pins = Pins::read(config)?;
    let pinned = |(index, source)| {
        let place = Place::new(config, index);
        let pin = pins.of(source).ok_or_else(|| Problem::NotPinned.at(&place))?;
        let snapshot = snapshot(config, &pin)?;
        Ok(Pinned { pin, snapshot, place, of: None })
    };
    config.sources.iter().enumerate().map(pinned).collect()
}

/// The docs that the lock pins in a commit of the repository around `base`, the folder of the configuration. What the
/// configuration says now does not matter.
pub(crate) fn pinned_at(config: &Config, base: &Path, revision: &str) -> Result<Vec<Pinned>> {
    if config.sources.is_empty() {
        return Ok(Vec::new());
    }
    let pinned = |pin: Pin| {
        let like = config.sources.iter().position(|source| source.git == pin.source.git);
        let place = Place::new(config, like.unwrap_or_default());
        let of = Some(revision.to_owned());
        Ok(Pinned { snapshot: snapshot(config, &pin)?, pin, place, of })
    };
    Pins::at(base, revision)?.all.into_iter().map(pinned).collect()
}

/// What the lock names besides commits and is different now.
pub(crate) fn notices(config: &Config, dialect: &Dialect) -> Result<Vec<String>> {
    if config.sources.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Pins::read(config)?.notices(dialect, &config.sync_command()))
}

/// That the lock in a commit is of another version of this program, which may read the same docs in another way.
pub(crate) fn other_tool(config: &Config, revision: &str) -> Result<Option<String>> {
    if config.sources.is_empty() {
        return Ok(None);
    }
    let base = config.file.folder();
    Ok(Pins::at(base, revision)?.other_tool())
}

fn snapshot(config: &Config, pin: &Pin) -> Result<Snapshot> {
    let source = &pin.source;
    let folder = source.root.clone().unwrap_or_default();
    let name = folder.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(source.name());
    Ok(Snapshot {
        repository: cache::repository(config, source)?,
        commit: pin.commit.clone(),
        name: name.to_owned(),
        folder: folder.clone(),
        paths: source.paths.clone(),
    })
}

impl Pinned {
    /// The docs in a few words: `docs at 0123…, branch main`.
    pub(crate) fn shown(&self) -> String {
        diag::printable(&self.origin().to_string()).into_owned()
    }

    /// Where the docs are from.
    pub(crate) fn origin(&self) -> Origin {
        let Pin { source, commit, .. } = &self.pin;
        Origin {
            git: source.git.clone(),
            tip: source.tip(),
            commit: commit.clone(),
            paths: source.paths.clone(),
        }
    }

    /// Reads the pages, and fails if they are not the pinned ones.
    pub(crate) fn read(&self, dialect: &Dialect, remarks: &mut Vec<String>) -> Result<RootFiles> {
        let not_here = |why: String| {
            let (commit, of) = (self.pin.commit.clone(), self.of.clone());
            Problem::NotHere { commit, of, why }.at(&self.place)
        };
        if !self.snapshot.repository.exists() {
            return Err(not_here("nothing was fetched from there yet".to_owned()));
        }
        let (pages, others) =
            self.snapshot.entries().map_err(|failure| not_here(failure.to_string()))?;
        let contents = match self.snapshot.contents(&pages) {
            Ok(Contents::All(contents)) => contents,
            Ok(Contents::Missing(id)) => return Err(not_here(format!("{id} is missing"))),
            Err(failure) => return Err(not_here(failure.to_string())),
        };
        if hash(&pages, &contents) != self.pin.tree {
            return Err(Problem::Differs { commit: self.pin.commit.clone() }.at(&self.place));
        }
        remarks.extend(self.snapshot.remarks(&others));
        Ok(self.snapshot.files(&pages, contents, dialect))
    }
}

/// Where docs are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The address of the repository, as the configuration has it.
    pub git: String,
    /// The branch or revision that is pinned, in words: `branch main`.
    pub tip: String,
    /// The id of the commit that is read.
    pub commit: String,
    /// The folders and files that are read; all where there is none.
    pub paths: Vec<String>,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}, {}", self.git, self.commit, self.tip)
    }
}

/// What the front page of the crate calls the revision of docs from there.
pub(crate) fn revision(origins: &[Origin]) -> Option<String> {
    let only = origins.len() == 1;
    let named =
        |it: &Origin| if only { it.commit.clone() } else { format!("{}@{}", it.git, it.commit) };
    let all: Vec<String> = origins.iter().map(named).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The SHA-256 of what `sha256sum` prints for the pages, in the order of their paths, as they come.
fn hash(pages: &[Entry], contents: &[Vec<u8>]) -> String {
    let line =
        |(page, content): (&Entry, &Vec<u8>)| manifest::line(&manifest::hash(content), &page.path);
    manifest::hash(pages.iter().zip(contents).map(line).collect::<String>())
}
