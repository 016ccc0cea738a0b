//! Folders of docs as they stand in a commit.

use std::path::Path;

use anyhow::{Context, Result, bail};
use facts::Dialect;

use crate::git::Failure;
use crate::git::around::{OTHER_DOCS, around, commit_around, joined};
use crate::git::objects::{Contents, Entry, Kind, Repository};
use crate::page_files::{LINK, RootFiles, is_page};
use crate::shown::shown;

/// A folder in a commit.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub repository: Repository,
    /// The id of the commit.
    pub commit: String,
    /// The folder, from the top of the repository, with `/` between its parts; empty for the top.
    pub folder: String,
    /// The files and folders to read, from the top of the repository; all of the folder where there is none.
    pub paths: Vec<String>,
    /// What the folder is called where it is that of an API version, and in messages.
    pub name: String,
}

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
            let (folder, around) = (shown(folder), around(base));
            format!("{folder} does not lie in the repository around {around}; {OTHER_DOCS}")
        })?;
        let name = folder.rsplit('/').next().unwrap_or_default().to_owned();
        let (repository, commit) = (repository.clone(), commit.clone());
        let snapshot = Snapshot { repository, commit, folder, paths: Vec::new(), name };
        let (pages, _) = snapshot.entries()?;
        if pages.is_empty() {
            bail!("there is no .md file in {}{}", snapshot.shown(), why_empty(&snapshot)?);
        }
        Ok(snapshot)
    };
    folders.iter().map(|folder| snapshot(folder.as_ref())).collect()
}

/// What stands in the place of a folder that has no pages in a commit, and what to do then.
fn why_empty(snapshot: &Snapshot) -> Result<String> {
    let path = std::slice::from_ref(&snapshot.folder);
    let entries = snapshot.repository.list(&snapshot.commit, path)?;
    Ok(match entries.iter().find(|it| it.path == snapshot.folder).map(|it| it.kind) {
        Some(Kind::Link) => {
            ": it is a link there, and links are not followed; name the folder that it leads to"
                .to_owned()
        }
        Some(Kind::Submodule) => {
            format!(
                ": it is a repository of its own; name that as a `[[source]]`, or, {OTHER_DOCS}"
            )
        }
        _ => format!("; {OTHER_DOCS}"),
    })
}

impl Snapshot {
    pub(crate) fn shown(&self) -> String {
        diag::printable(&format!("{} at {}", self.name, self.commit)).into_owned()
    }

    pub(crate) fn read(&self, dialect: &Dialect, remarks: &mut Vec<String>) -> Result<RootFiles> {
        let (pages, others) = self.entries().with_context(|| self.unreadable())?;
        let contents = match self.contents(&pages).with_context(|| self.unreadable())? {
            Contents::All(contents) => contents,
            Contents::Missing(id) => bail!("{}: {id} is missing", self.unreadable()),
        };
        remarks.extend(self.remarks(&others));
        Ok(self.files(&pages, contents, dialect))
    }

    fn unreadable(&self) -> String {
        format!("cannot read {}", self.shown())
    }

    /// The pages, and what else there is, both in the order of their paths.
    pub(crate) fn entries(&self) -> Result<(Vec<Entry>, Vec<Entry>), Failure> {
        let folder = std::slice::from_ref(&self.folder);
        let paths = match (self.paths.as_slice(), self.folder.as_str()) {
            ([], "") => &[],
            ([], _) => folder,
            (paths, _) => paths,
        };
        let mut entries = self.repository.list(&self.commit, paths)?;
        entries.retain(|entry| self.below(entry).is_some());
        Ok(entries.into_iter().partition(Entry::is_page))
    }

    /// The contents of pages, in their order.
    pub(crate) fn contents(&self, pages: &[Entry]) -> Result<Contents, Failure> {
        let ids: Vec<&str> = pages.iter().map(|entry| entry.id.as_str()).collect();
        self.repository.read(&ids)
    }

    /// What could be or hold a page and is not read.
    pub(crate) fn remarks(&self, others: &[Entry]) -> Vec<String> {
        others.iter().filter_map(|entry| entry.remark(self.below(entry)?)).collect()
    }

    /// The pages as those of a root, with their contents.
    pub(crate) fn files(
        &self,
        pages: &[Entry],
        contents: Vec<Vec<u8>>,
        dialect: &Dialect,
    ) -> RootFiles {
        let names: Vec<&str> = pages.iter().filter_map(|entry| self.below(entry)).collect();
        let is_below = |name: &&str| {
            name.split_once('/').is_some_and(|(folder, _)| dialect.versions().is_below(folder))
        };
        let version = names.iter().any(is_below).then(|| self.name.clone());
        let prefix = version.as_ref().map(|name| format!("{name}/")).unwrap_or_default();
        let files = names.into_iter().map(|name| prefix.clone() + name).zip(contents).collect();
        RootFiles { version, files }
    }

    /// The path in the folder.
    fn below<'e>(&self, entry: &'e Entry) -> Option<&'e str> {
        if self.folder.is_empty() {
            return Some(&entry.path);
        }
        entry.path.strip_prefix(&self.folder)?.strip_prefix('/')
    }
}

impl Entry {
    fn is_page(&self) -> bool {
        self.kind == Kind::File && is_page(Path::new(&self.path))
    }

    /// Why what could be or hold a page is not read.
    fn remark(&self, name: &str) -> Option<String> {
        let path = Path::new(&self.path);
        // Where a link leads is not looked at: what has no other extension could be a folder.
        let could_be_read = is_page(path) || path.extension().is_none();
        let why = match self.kind {
            Kind::File => return None,
            Kind::Link => could_be_read.then_some(LINK)?,
            Kind::Submodule => "is a repository of its own; it is not read",
        };
        Some(format!("{name} {why}"))
    }
}
