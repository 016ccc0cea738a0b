//! Which pages a dialect takes for which kind, by path and front matter.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Code, Diagnostic, PageId, codes};
use dialects::{Level, Pages, PagesOf};
use page::Page;

use super::invalid;

/// The kinds, compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageKinds {
    /// Pages of operations.
    pub(crate) operations: Kind,
    /// Pages of types.
    pub(crate) resources: Kind,
    /// Those of them that are about an enumeration.
    pub(crate) enumerations: Kind,
    /// Pages that state nothing.
    pub(crate) concepts: Kind,
    /// Pages that are not read by themselves.
    pub(crate) ignored: Kind,
    /// Pages of several operations or types, by the level of the headings that begin each.
    splits: BTreeMap<Level, Kind>,
}

/// How pages of one kind are told.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kind {
    globs: Vec<String>,
    /// How many of them are those of a built-in dialect.
    inherited: usize,
    front_matter: BTreeMap<String, Vec<String>>,
}

/// A glob of a user's dialect that probably means something else.
#[derive(Clone, Debug)]
pub struct OddGlob {
    /// The kind of report that it is worth.
    pub code: Code,
    /// The glob.
    pub glob: String,
    /// What is odd about it.
    pub message: String,
}

impl PageKinds {
    /// Adds what a file says.
    pub(super) fn extend(&mut self, file: PageId, more: &Pages) -> Result<(), Diagnostic> {
        self.operations.extend(file, &more.operations)?;
        self.resources.extend(file, &more.resources)?;
        self.enumerations.extend(file, &more.enumerations)?;
        self.concepts.extend(file, &more.concepts)?;
        for (level, globs) in &more.split {
            let pages = PagesOf { at: globs.clone(), ..PagesOf::default() };
            self.splits.entry(*level).or_default().extend(file, &pages)?;
        }
        self.ignored.extend(file, &more.ignored)
    }

    /// The globs up to now are those of a built-in dialect, which need not match anything of some docs.
    pub(super) fn inherit(&mut self) {
        let kinds = [
            &mut self.operations,
            &mut self.resources,
            &mut self.enumerations,
            &mut self.concepts,
            &mut self.ignored,
        ];
        for kind in kinds.into_iter().chain(self.splits.values_mut()) {
            kind.inherited = kind.globs.len();
        }
    }

    /// The globs of a user's file that match none of the paths, or make two things of one page.
    pub(super) fn oddities(&self, paths: &BTreeSet<&str>) -> Vec<OddGlob> {
        let mut odd = Vec::new();
        let kinds = [
            ("operations.at", &self.operations),
            ("resources.at", &self.resources),
            ("enumerations.at", &self.enumerations),
            ("concepts.at", &self.concepts),
        ];
        let splits = self.splits.values().map(|kind| ("split", kind));
        for (key, kind) in kinds.into_iter().chain(splits) {
            // Parts of pages have paths of their own.
            let unused = kind.own().iter().filter(|glob| {
                !glob.contains(page::PART)
                    && !paths.iter().any(|path| fast_glob::glob_match(glob.as_str(), path))
            });
            odd.extend(unused.map(|glob| OddGlob {
                code: codes::UNUSED_GLOB,
                glob: glob.clone(),
                message: format!(
                    "the glob `{}` of `pages.{key}` matches no page",
                    diag::printable(glob)
                ),
            }));
        }
        odd.extend(self.overlap(paths));
        odd
    }

    /// That pages are said to be about operations and about types.
    fn overlap(&self, paths: &BTreeSet<&str>) -> Option<OddGlob> {
        let (operations, resources) = (&self.operations, &self.resources);
        let mut twice = paths.iter().filter(|path| {
            (operations.has_own(path) && resources.has_path(path))
                || (resources.has_own(path) && operations.has_path(path))
        });
        let path = twice.next()?;
        let mut own = operations.own().iter().chain(resources.own());
        let glob = own.find(|glob| fast_glob::glob_match(glob.as_str(), path))?.clone();
        let first = diag::printable(path);
        let others = match twice.count() {
            0 => String::new(),
            1 => " and another page".to_owned(),
            more => format!(" and {more} other pages"),
        };
        let message = format!(
            "`pages.operations.at` and `pages.resources.at` both match `{first}`{others}, taken for pages of \
             operations"
        );
        Some(OddGlob { code: codes::GLOB_OVERLAP, glob, message })
    }

    /// The levels of the headings that begin operations and types on the page at this path, the highest first.
    pub(super) fn split_at(&self, path: &str) -> Vec<u8> {
        let is_part = path.contains(page::PART);
        let found = self.splits.iter().filter(|(_, pages)| !is_part && pages.has_path(path));
        found
            .map(|(level, _)| match level {
                Level::H1 => 1,
                Level::H2 => 2,
                Level::H3 => 3,
            })
            .collect()
    }
}

/// What matching a glob costs grows faster than its text, most of all with the alternatives in braces.
const MAX_GLOB: usize = 256;
const MAX_BRACES: usize = 4;

impl Kind {
    fn extend(&mut self, file: PageId, more: &PagesOf) -> Result<(), Diagnostic> {
        for glob in &more.at {
            let refused = |why: String| Err(invalid::at(file, glob.span(), why));
            let text = glob.as_ref();
            if text.len() > MAX_GLOB || text.matches('{').count() > MAX_BRACES {
                return refused(format!(
                    "this glob has more than {MAX_GLOB} bytes or {MAX_BRACES} braces"
                ));
            }
            if let Err(error) = fast_glob::validate(text) {
                return refused(format!("this is no glob: {error}"));
            }
            self.globs.push(text.clone());
        }
        for (key, starts) in &more.front_matter {
            let starts = starts.iter().map(|start| start.to_lowercase());
            self.front_matter.entry(key.clone()).or_default().extend(starts);
        }
        Ok(())
    }

    /// Those that no built-in dialect has.
    fn own(&self) -> &[String] {
        &self.globs[self.inherited..]
    }

    fn has_own(&self, path: &str) -> bool {
        self.own().iter().any(|glob| fast_glob::glob_match(glob, path))
    }

    /// Whether the path of a page says so.
    pub(crate) fn has_path(&self, path: &str) -> bool {
        self.globs.iter().any(|glob| fast_glob::glob_match(glob, path))
    }

    /// Whether the front matter of a page says so.
    pub(crate) fn has_front_matter(&self, page: &Page) -> bool {
        self.front_matter.iter().any(|(key, starts)| {
            let entry = page.front_matter.entries.get(key);
            let value = entry.map(|entry| entry.value.trim().to_lowercase()).unwrap_or_default();
            starts.iter().any(|start| value.starts_with(start.as_str()))
        })
    }
}
