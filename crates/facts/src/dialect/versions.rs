//! Which versions of the API the docs describe, and what belongs to which.

use diag::{Diagnostic, PageId};
use dialects::{VersionSource, Versions as VersionsFile};
use page::Zones;

use super::invalid;

/// Which versions there are.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    from: VersionSource,
    /// Names of folders in that of a version.
    above: Vec<String>,
    known: Vec<Known>,
}

/// A version that the dialect knows.
#[derive(Clone, Debug)]
struct Known {
    name: String,
    /// What marks it in the docs.
    mark: String,
}

impl Versions {
    /// Adds what a file says.
    pub(super) fn extend(&mut self, file: PageId, more: &VersionsFile) -> Result<(), Diagnostic> {
        self.from = more.from.unwrap_or(self.from);
        self.above.extend(more.above.iter().cloned());
        for version in &more.known {
            let name = version.name.as_ref();
            if name.is_empty() || self.known.iter().any(|known| known.name == *name) {
                let message = format!(
                    "the version `{}` stands there twice or has no name",
                    diag::printable(name)
                );
                return Err(invalid::at(file, version.name.span(), message));
            }
            let mark = version.mark.as_ref().unwrap_or(&version.name).as_ref();
            self.known.push(Known { name: name.clone(), mark: mark.clone() });
        }
        if self.from == VersionSource::Folder && !self.known.is_empty() {
            self.from = self.told_by(file, more)?;
        }
        Ok(())
    }

    /// What tells versions that are listed, where only folders are said to.
    fn told_by(&self, file: PageId, more: &VersionsFile) -> Result<VersionSource, Diagnostic> {
        let (2.., Some(last)) = (self.known.len(), more.known.last()) else {
            return Ok(VersionSource::Single);
        };
        let message = "what tells these versions apart? say `from = \"pivot\"`, \"moniker\" or \"prefix\"; \
                       folders need no list";
        Err(invalid::at(file, last.name.span(), message.to_owned()))
    }

    /// What tells the version.
    pub fn from(&self) -> VersionSource {
        self.from
    }

    /// The versions that the page at this path may be about.
    pub fn of_path<'a>(&'a self, path: &'a str) -> Vec<&'a str> {
        if self.from() != VersionSource::Folder {
            return self.known.iter().map(|known| known.name.as_str()).collect();
        }
        let folders: Vec<&str> = path.split('/').collect();
        let Some((_, folders)) = folders.split_last() else { return Vec::new() };
        let version = if self.above.is_empty() {
            folders.first()
        } else {
            let at = folders.iter().position(|folder| self.is_below(folder));
            at.and_then(|at| at.checked_sub(1)).and_then(|at| folders.get(at))
        };
        version.into_iter().copied().collect()
    }

    /// What a version is, said where there is none.
    pub fn are_what(&self) -> String {
        match self.from() {
            VersionSource::Folder if self.above.is_empty() => {
                "a version is an outermost folder".to_owned()
            }
            VersionSource::Folder => {
                let folders: Vec<String> =
                    self.above.iter().map(|it| format!("`{}/`", diag::printable(it))).collect();
                format!("a version is a folder that holds {}", folders.join(" or "))
            }
            _ => "the dialect lists none as `versions.known`".to_owned(),
        }
    }

    /// Whether a folder of this name lies in the folder of a version.
    pub fn is_below(&self, folder: &str) -> bool {
        self.from() == VersionSource::Folder && self.above.iter().any(|known| known == folder)
    }

    /// The folder of the version that the page lies in; the root of the docs where folders tell nothing.
    pub(crate) fn root<'p>(&self, path: &'p str) -> &'p str {
        if self.from() != VersionSource::Folder {
            return "";
        }
        let mut end = path.len();
        for part in path.rsplit('/') {
            end -= part.len();
            if self.is_below(part) {
                return path[..end].trim_end_matches('/');
            }
            end = end.saturating_sub(1);
        }
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Which parts of pages the version has.
    pub fn zones(&self, version: &str) -> Zones {
        match self.from() {
            VersionSource::Pivot => {
                let (own, others) = self.marks(version);
                let others = others.into_iter().map(str::to_owned).collect();
                Zones::Pivots { own: own.to_owned(), others }
            }
            VersionSource::Moniker => {
                let own = self.known.iter().position(|known| known.name == version);
                let all = self.known.iter().map(|known| known.mark.clone()).collect();
                Zones::Monikers { all, own: own.unwrap_or_default() }
            }
            VersionSource::Folder | VersionSource::Single | VersionSource::Prefix => Zones::None,
        }
    }

    /// The mark of a version, and those of the others.
    pub(super) fn marks<'a>(&'a self, version: &'a str) -> (&'a str, Vec<&'a str>) {
        let is_own = |known: &&Known| known.name == version;
        let own = self.known.iter().find(is_own).map_or(version, |known| &known.mark);
        let others =
            self.known.iter().filter(|known| !is_own(known)).map(|known| known.mark.as_str());
        (own, others.collect())
    }
}
