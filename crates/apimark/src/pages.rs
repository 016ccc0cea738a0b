//! The pages of all versions as they were read, kept so that a change is read by itself.
//!
//! What is read of a page depends on its text, on the texts that it includes, directly or not, on how much it may
//! include, and on the dialect; on other pages it does not. A page that goes or changes its version is a matter for a
//! new reading of all.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use diag::{Diagnostic, PageId, SourceFile, Sources};
use facts::{Dialect, PageFacts};
use page::{Allowance, Library, Page, Zones};

use crate::progress::Progress;
use crate::threads::in_parallel;

/// Told how far a stage is.
pub(crate) type Listener<'a> = &'a (dyn Fn(Progress) + Sync);

/// The pages of all versions.
#[derive(Default)]
pub(crate) struct Pages {
    /// As the versions have them that are told by whole files.
    shared: Option<Parsed>,
    versions: Vec<VersionPages>,
}

/// The pages of a version.
pub(crate) struct VersionPages {
    pub(crate) name: String,
    pub(crate) dialect: Dialect,
    proofreads: bool,
    zones: Zones,
    /// As the version has them, where it has parts of files.
    own: Option<Parsed>,
    /// The pages, in their order, with what was odd about each and how many parts it has.
    members: Vec<Member>,
    /// What was read of the parts of all pages, in their order.
    pub(crate) facts: Vec<PageFacts>,
}

struct Member {
    page: PageId,
    path: String,
    reports: Vec<Diagnostic>,
    parts: usize,
}

/// The files that are not what they were.
pub(crate) struct Changed<'a> {
    /// Those with other texts.
    pub(crate) replaced: BTreeSet<PageId>,
    /// Those that were not there.
    pub(crate) added: BTreeSet<PageId>,
    /// The files that may be pages of each version, sorted by path.
    pub(crate) versions: &'a BTreeMap<String, Vec<PageId>>,
}

/// A version that is to be read.
pub(crate) struct Wanted<'a> {
    pub(crate) name: &'a str,
    pub(crate) dialect: Dialect,
    /// The files that may be its pages.
    pub(crate) files: &'a [PageId],
    /// Whether slips are looked for.
    pub(crate) proofreads: bool,
}

impl Pages {
    /// Parses and reads the pages of these versions. `all` are the pages of any version, in the order of versions;
    /// `others` are no docs.
    pub(crate) fn read(
        sources: &Sources,
        others: &[PageId],
        wanted: Vec<Wanted<'_>>,
        all: &[PageId],
        shares: bool,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> Self {
        let parse = |zones: &Zones, files: &[PageId]| {
            Parsed::new(sources, others, files, zones, threads, listener)
        };
        let shared = shares.then(|| parse(&Zones::None, all));
        let read = |Wanted { name, dialect, files, proofreads }: Wanted<'_>| {
            let zones = dialect.versions().zones(name);
            let own = (zones != Zones::None).then(|| parse(&zones, files));
            let mut version = VersionPages {
                name: name.to_owned(),
                dialect,
                proofreads,
                zones,
                own,
                members: Vec::new(),
                facts: Vec::new(),
            };
            version.read_all(shared.as_ref(), sources, files, threads, listener);
            version
        };
        let versions = wanted.into_iter().map(read).collect();
        Self { shared, versions }
    }

    /// The versions, in the order of their names.
    pub(crate) fn versions(&self) -> &[VersionPages] {
        &self.versions
    }

    /// What was read of all pages, version by version.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &PageFacts> {
        self.versions.iter().flat_map(|version| &version.facts)
    }

    /// Reads again what depends on these files, whose texts have changed, or that are new. Returns for each version
    /// whether anything of it was read; `None` if a page is no longer of the version that it was of, so that all must be
    /// read again.
    pub(crate) fn reread(
        &mut self,
        sources: &Sources,
        changed: &Changed<'_>,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> Option<Vec<bool>> {
        let all = || changed.versions.values().flatten().copied().collect();
        let shared = self.shared.as_mut().map(|parsed| parsed.reparse(sources, changed, all));
        let versions = self.versions.iter_mut();
        let reread = versions.map(|version| {
            let members = changed.versions.get(&version.name).map(Vec::as_slice);
            let members = members.unwrap_or_default();
            let stale = match &mut version.own {
                Some(own) => own.reparse(sources, changed, || members.to_vec()),
                None => shared.clone().unwrap_or_default(),
            };
            let new = |id: &&PageId| changed.added.contains(id) || changed.replaced.contains(id);
            version.add(self.shared.as_ref(), sources, members.iter().filter(new));
            version.reread(self.shared.as_ref(), &stale, threads, listener)
        });
        reread.collect()
    }
}

impl VersionPages {
    /// What was odd about the pages.
    pub(crate) fn reports(&self) -> impl Iterator<Item = &Diagnostic> {
        self.members.iter().flat_map(|member| &member.reports)
    }

    /// The pages of which nobody knows whether the version has them.
    pub(crate) fn unplaced(&self) -> impl Iterator<Item = Diagnostic> {
        let pages = self.own.iter().flat_map(|parsed| parsed.library.iter());
        pages.filter_map(|page| self.zones.unplaced(page))
    }

    fn read_all(
        &mut self,
        shared: Option<&Parsed>,
        sources: &Sources,
        files: &[PageId],
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) {
        let Some(parsed) = self.own.as_ref().or(shared) else { return };
        let pages = files.iter().filter_map(|id| parsed.library.get(&sources.get(*id)?.path));
        let pages: Vec<&Page> = pages.filter(|page| self.zones.have(page)).collect();
        listener(Progress::Stage { name: "reading", pages: pages.len() });
        let read = in_parallel(&pages, threads, |page| {
            let read = read(page, parsed, &self.dialect, self.proofreads);
            listener(Progress::Page);
            read
        });
        let mut facts = Vec::with_capacity(read.len());
        let mut members = Vec::with_capacity(read.len());
        for (page, (of_page, reports)) in pages.into_iter().zip(read) {
            let (parts, path) = (of_page.len(), page.path.clone());
            members.push(Member { page: page.id, path, reports, parts });
            facts.extend(of_page);
        }
        (self.members, self.facts) = (members, facts);
    }

    /// Makes room for those of these files that have become pages of the version. Nothing is read of them as yet.
    fn add<'p>(
        &mut self,
        shared: Option<&Parsed>,
        sources: &Sources,
        files: impl Iterator<Item = &'p PageId>,
    ) {
        let Some(parsed) = self.own.as_ref().or(shared) else { return };
        for id in files {
            let page = sources.get(*id).and_then(|file| parsed.library.get(&file.path));
            let Some(page) = page.filter(|page| self.zones.have(page)) else { continue };
            let (page, path) = (page.id, page.path.clone());
            if let Err(at) = self.members.binary_search_by_key(&page, |member| member.page) {
                self.members.insert(at, Member { page, path, reports: Vec::new(), parts: 0 });
            }
        }
    }

    fn reread(
        &mut self,
        shared: Option<&Parsed>,
        stale: &BTreeSet<PageId>,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> Option<bool> {
        let Some(parsed) = self.own.as_ref().or(shared) else { return Some(false) };
        let mut pages = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            if stale.contains(&member.page) {
                pages.push((index, parsed.library.get(&member.path)?));
            }
        }
        if pages.iter().any(|(_, page)| !self.zones.have(page)) {
            return None;
        }
        listener(Progress::Stage { name: "reading", pages: pages.len() });
        let read = in_parallel(&pages, threads, |(_, page)| {
            let read = read(page, parsed, &self.dialect, self.proofreads);
            listener(Progress::Page);
            read
        });
        let is_any = !read.is_empty();
        let indices: Vec<usize> = pages.into_iter().map(|(index, _)| index).collect();
        for (index, (facts, reports)) in indices.into_iter().zip(read) {
            let start: usize = self.members[..index].iter().map(|member| member.parts).sum();
            let member = &mut self.members[index];
            let end = start + member.parts;
            member.parts = facts.len();
            member.reports = reports;
            self.facts.splice(start..end, facts);
        }
        Some(is_any)
    }
}

/// What a page states, part by part, and what is odd about it.
fn read(
    page: &Page,
    parsed: &Parsed,
    dialect: &Dialect,
    proofreads: bool,
) -> (Vec<PageFacts>, Vec<Diagnostic>) {
    let mut reports = parsed.reports.get(&page.path).cloned().unwrap_or_default();
    let allowed = parsed.allowances.get(&page.id).copied().unwrap_or_default();
    let (page, odd) = page::expand_within(page, &parsed.library, allowed);
    reports.extend(odd);
    let parts = dialect.parts(page).into_iter().map(|part| {
        let (facts, more) = facts::read(&part, dialect);
        reports.extend(more);
        if proofreads {
            reports.extend(proof::page(&part, &facts, dialect));
        }
        facts
    });
    (parts.collect(), reports)
}

/// The pages as the versions with the same zones have them.
struct Parsed {
    zones: Zones,
    library: Library,
    /// The pages that may include others.
    including: Vec<String>,
    /// What was odd about each page, by path.
    reports: BTreeMap<String, Vec<Diagnostic>>,
    allowances: BTreeMap<PageId, Allowance>,
    /// The pages that a page includes, by path.
    includes: BTreeMap<String, BTreeSet<String>>,
}

impl Parsed {
    /// Parses all files but `others`. `members` are pages of a version.
    fn new(
        sources: &Sources,
        others: &[PageId],
        members: &[PageId],
        zones: &Zones,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> Self {
        let files: Vec<(PageId, &SourceFile)> =
            sources.iter().filter(|(id, _)| !others.contains(id)).collect();
        listener(Progress::Stage { name: "parsing", pages: files.len() });
        let parsed = in_parallel(&files, threads, |(id, file)| {
            let parsed = page::parse_zones(*id, file, zones);
            listener(Progress::Page);
            parsed
        });
        let mut reports = BTreeMap::new();
        let keep = |(page, odd): (Page, Vec<Diagnostic>)| {
            reports.insert(page.path.clone(), odd);
            page
        };
        let library: Library = parsed.into_iter().map(keep).collect();
        let path = |id: &PageId| sources.get(*id).map(|file| file.path.clone());
        let including = members.iter().filter_map(path).collect();
        let includes = all_includes(&library);
        let zones = zones.clone();
        let mut parsed =
            Self { zones, library, including, reports, allowances: BTreeMap::new(), includes };
        parsed.allowances = parsed.allowed();
        parsed
    }

    fn allowed(&self) -> BTreeMap<PageId, Allowance> {
        let including = self.including.iter().filter_map(|path| self.library.get(path));
        page::allowances(&including.collect::<Vec<_>>(), &self.library)
    }

    /// Parses these files again; returns the pages that depend on them. `members` are pages of a version.
    fn reparse(
        &mut self,
        sources: &Sources,
        changed: &Changed<'_>,
        members: impl FnOnce() -> Vec<PageId>,
    ) -> BTreeSet<PageId> {
        let mut stale = BTreeSet::new();
        for id in changed.replaced.iter().chain(&changed.added) {
            let Some(file) = sources.get(*id) else { continue };
            let (page, odd) = page::parse_zones(*id, file, &self.zones);
            self.reports.insert(page.path.clone(), odd);
            self.library.insert(page);
            stale.insert(file.path.clone());
        }
        let had_includes = match changed.added.is_empty() {
            true => self.update_includes(&stale),
            false => {
                let path = |id: PageId| sources.get(id).map(|file| file.path.clone());
                self.including = members().into_iter().filter_map(path).collect();
                self.update_all_includes(&mut stale);
                true
            }
        };
        let placed = self.placing(&mut stale);
        let mut stale: BTreeSet<PageId> =
            stale.iter().filter_map(|path| Some(self.library.get(path)?.id)).collect();
        // How much a page may include depends on what those before it do.
        if had_includes || placed {
            let before = std::mem::take(&mut self.allowances);
            self.allowances = self.allowed();
            let changed = self.allowances.iter().filter(|(id, now)| before.get(id) != Some(now));
            stale.extend(changed.map(|(id, _)| *id));
        }
        stale
    }

    /// Notes what these pages include now; whether they do or did include anything.
    fn update_includes(&mut self, paths: &BTreeSet<String>) -> bool {
        let mut is_any = false;
        for path in paths {
            let Some(page) = self.library.get(path) else { continue };
            let targets = page::includes(page, &self.library);
            is_any |= !targets.is_empty();
            is_any |= match targets.is_empty() {
                true => self.includes.remove(path).is_some(),
                false => self.includes.insert(path.clone(), targets).is_some(),
            };
        }
        is_any
    }

    /// Notes what all pages include now that there are others; adds those that include something else.
    fn update_all_includes(&mut self, paths: &mut BTreeSet<String>) {
        let before = std::mem::replace(&mut self.includes, all_includes(&self.library));
        let both = before.keys().chain(self.includes.keys());
        let others = both.filter(|path| before.get(*path) != self.includes.get(*path));
        paths.extend(others.cloned());
    }

    /// Adds the pages that include these, directly or not; whether there are any.
    fn placing(&self, paths: &mut BTreeSet<String>) -> bool {
        let known = paths.len();
        loop {
            let before = paths.len();
            let includes_one = |(path, targets): (&String, &BTreeSet<String>)| {
                (!targets.is_disjoint(paths)).then(|| path.clone())
            };
            let more: Vec<String> = self.includes.iter().filter_map(includes_one).collect();
            paths.extend(more);
            if paths.len() == before {
                return before > known;
            }
        }
    }
}

/// The pages that each page includes, by path; those that include none are left out.
fn all_includes(library: &Library) -> BTreeMap<String, BTreeSet<String>> {
    let includes = library.iter().map(|page| (page.path.clone(), page::includes(page, library)));
    includes.filter(|(_, targets)| !targets.is_empty()).collect()
}
