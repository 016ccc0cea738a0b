//! A docs set in memory, and what is reported of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use diag::{Diagnostic, PageId, SourceFile, Sources};
use facts::{Dialect, PageFacts};
use page::{Library, Page};
use walkdir::WalkDir;

use crate::Edit;

/// Docs of one version with all that was read of them.
#[derive(Clone)]
pub struct Docs {
    /// The files, sorted by path.
    pub files: Vec<SourceFile>,
    version: String,
    dialect: Dialect,
    parsed: Vec<(Page, Vec<Diagnostic>)>,
    library: Library,
    /// The files that are pages of the version, and in the same order what was read of them.
    pages: Vec<usize>,
    facts: Vec<PageFacts>,
    reports: Vec<Vec<Diagnostic>>,
    /// By file: the pages that place it.
    including: BTreeMap<usize, BTreeSet<usize>>,
    before: BTreeMap<Remark, usize>,
}

/// A diagnostic without its place, so that text above it may grow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The page it points at.
    pub page: String,
    /// Its code.
    pub code: String,
    /// Its message.
    pub message: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}: {}", self.code, self.page, self.message)
    }
}

impl Docs {
    /// Reads the pages below `root`; those that describe an API lie in `version`'s `api` and `resources`.
    pub fn read(root: &Path, version: &str) -> Result<Self> {
        let mut files = Vec::new();
        for entry in WalkDir::new(root).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path();
            if path.extension().is_some_and(|it| it == "md") {
                let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let path = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
                files.push(SourceFile { path, text });
            }
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let parsed: Vec<_> =
            files.iter().enumerate().map(|(at, file)| page::parse(id(at), file)).collect();
        let folders = ["api", "resources"].map(|it| format!("{version}/{it}/"));
        let is_page = |path: &str| {
            folders.iter().any(|it| path.starts_with(it) || path.contains(&format!("/{it}")))
        };
        let pages = (0..files.len()).filter(|at| is_page(&files[*at].path)).collect();
        let mut docs = Self {
            version: version.to_owned(),
            dialect: Dialect::named("graph").context("the dialect of Graph is built in")?.clone(),
            library: parsed.iter().map(|(page, _)| page.clone()).collect(),
            parsed,
            pages,
            files,
            facts: Vec::new(),
            reports: Vec::new(),
            including: BTreeMap::new(),
            before: BTreeMap::new(),
        };
        ensure!(!docs.pages.is_empty(), "no pages of {version} below {}", root.display());
        for at in docs.pages.clone() {
            let (facts, reports) = docs.read_page(at, &docs.library);
            docs.facts.push(facts);
            docs.reports.push(reports);
        }
        docs.including = including(&docs.files, &docs.pages);
        docs.before = docs.remarks();
        Ok(docs)
    }

    /// The files that an edit can reach the API through: pages of the version and what they place.
    pub fn texts(&self) -> impl Iterator<Item = usize> {
        let all: BTreeSet<usize> =
            self.pages.iter().chain(self.including.keys()).copied().collect();
        all.into_iter()
    }

    /// How many remarks there are without any edit.
    #[must_use]
    pub fn standing(&self) -> usize {
        self.before.values().sum()
    }

    /// The remarks without any edit.
    pub fn remarks_as_they_are(&self) -> impl Iterator<Item = &Remark> {
        self.before.keys()
    }

    /// What is reported after `edits` and with the files `added` that was not before. The docs stay as they are.
    pub fn new_remarks(&mut self, edits: &[Edit], added: &[SourceFile]) -> Vec<Remark> {
        let mut last_first: Vec<&Edit> = edits.iter().collect();
        last_first.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range.start)));
        let mut changed: BTreeMap<usize, SourceFile> = BTreeMap::new();
        for edit in last_first {
            let file = changed.entry(edit.file).or_insert_with(|| self.files[edit.file].clone());
            file.text = edit.apply(&file.text);
        }
        let known = (self.files.len(), self.pages.len());
        for file in added {
            self.pages.push(self.files.len());
            self.push(file.clone());
        }
        let undone = self.replace(changed);
        let after = self.remarks();
        self.files.truncate(known.0);
        self.parsed.truncate(known.0);
        self.pages.truncate(known.1);
        self.facts.truncate(known.1);
        self.reports.truncate(known.1);
        self.undo(undone);
        let is_new = |(remark, count): (Remark, usize)| {
            (self.before.get(&remark).copied().unwrap_or(0) < count).then_some(remark)
        };
        after.into_iter().filter_map(is_new).collect()
    }

    fn push(&mut self, file: SourceFile) {
        let parsed = page::parse(id(self.files.len()), &file);
        self.parsed.push(parsed);
        self.files.push(file);
        let (facts, reports) = self.read_page(self.files.len() - 1, &self.library);
        self.facts.push(facts);
        self.reports.push(reports);
    }

    /// Puts other files in place of some, and gives back what was there.
    fn replace(&mut self, changed: BTreeMap<usize, SourceFile>) -> Undone {
        let mut undone = Undone::default();
        let mut stale: BTreeSet<usize> = BTreeSet::new();
        for (at, file) in changed {
            let parsed = page::parse(id(at), &file);
            undone.parsed.push((at, std::mem::replace(&mut self.parsed[at], parsed)));
            undone.files.push((at, std::mem::replace(&mut self.files[at], file)));
            stale.extend(self.including.get(&at).into_iter().flatten());
            stale.extend(self.pages.iter().position(|page| *page == at));
        }
        // Pages place other files alone, so the library only changes with these.
        let is_placed = undone.files.iter().any(|(at, _)| self.including.contains_key(at));
        let other = is_placed.then(|| self.parsed.iter().map(|(page, _)| page.clone()).collect());
        let library = other.as_ref().unwrap_or(&self.library);
        for nth in stale {
            let (facts, reports) = self.read_page(self.pages[nth], library);
            undone.facts.push((nth, facts));
            undone.reports.push((nth, reports));
        }
        for (nth, facts) in &mut undone.facts {
            std::mem::swap(facts, &mut self.facts[*nth]);
        }
        for (nth, reports) in &mut undone.reports {
            std::mem::swap(reports, &mut self.reports[*nth]);
        }
        undone
    }

    fn undo(&mut self, undone: Undone) {
        undone.parsed.into_iter().for_each(|(at, it)| self.parsed[at] = it);
        undone.files.into_iter().for_each(|(at, it)| self.files[at] = it);
        undone.facts.into_iter().for_each(|(at, it)| self.facts[at] = it);
        undone.reports.into_iter().for_each(|(at, it)| self.reports[at] = it);
    }

    fn read_page(&self, at: usize, library: &Library) -> (PageFacts, Vec<Diagnostic>) {
        let (page, mut reports) = page::expand(&self.parsed[at].0, library);
        let (facts, more) = facts::read(&page, &self.dialect);
        reports.extend(more);
        reports.extend(proof::page(&page, &facts, &self.dialect));
        (facts, reports)
    }

    fn remarks(&self) -> BTreeMap<Remark, usize> {
        let sources = Sources::new(self.files.clone());
        let options = model::Options {
            version: self.version.clone(),
            module: model::module_name(&self.version),
            base_url: format!("https://graph.microsoft.com/{}", self.version),
            default_namespace: "microsoft.graph".to_owned(),
            primitives: self.dialect.primitives().clone(),
            plurals: self.dialect.plurals().clone(),
            links: model::Links {
                site: "https://learn.microsoft.com".to_owned(),
                folders: std::collections::BTreeMap::new(),
                reference: "https://learn.microsoft.com/graph/api/{page}".to_owned(),
                concept: "https://learn.microsoft.com/graph/{page}".to_owned(),
            },
            sources: &sources,
            parallel: false,
        };
        let built = model::build(&self.facts, &options, &model::Select::default());
        let of_parsing = self.pages.iter().flat_map(|at| &self.parsed[*at].1);
        let of_reading = of_parsing.chain(self.reports.iter().flatten());
        let mut all: BTreeMap<Remark, usize> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let proof = proof::docs(&self.facts, &self.dialect);
        for report in of_reading.chain(&built.diagnostics).chain(&proof) {
            // A report of an include is repeated by every page that places it.
            if seen.insert((report.span, report.code, &report.message)) {
                let remark = Remark {
                    page: sources.path(report.span).to_owned(),
                    code: report.code.name().to_owned(),
                    message: match &report.help {
                        Some(help) => format!("{}; {help}", report.message),
                        None => report.message.clone(),
                    },
                };
                *all.entry(remark).or_default() += 1;
            }
        }
        all
    }
}

/// What stood where other files were put.
#[derive(Default)]
struct Undone {
    files: Vec<(usize, SourceFile)>,
    parsed: Vec<(usize, (Page, Vec<Diagnostic>))>,
    facts: Vec<(usize, PageFacts)>,
    reports: Vec<(usize, Vec<Diagnostic>)>,
}

/// By file: the pages that place it, directly or through another file.
fn including(files: &[SourceFile], pages: &[usize]) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        by_name.entry(name_of(&file.path)).or_default().push(at);
    }
    let mut including: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (nth, page) in pages.iter().enumerate() {
        let mut open = vec![*page];
        while let Some(at) = open.pop() {
            let placed = targets(&files[at].text).map(name_of).filter_map(|it| by_name.get(it));
            for target in placed.flatten() {
                if including.entry(*target).or_default().insert(nth) {
                    open.push(*target);
                }
            }
        }
    }
    including
}

fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("[!INCLUDE").skip(1).filter_map(|it| Some(it.split_once("](")?.1.split_once(')')?.0))
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn id(at: usize) -> PageId {
    PageId(u32::try_from(at).expect("a docs set has fewer files"))
}
