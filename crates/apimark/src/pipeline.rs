//! Running the stages over an input: pages in parallel, the rest in order.

mod reread;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::{Context, Result};
use diag::{Diagnostic, PageId, Sources};
use facts::{Dialect, PageFacts};
use model::{Account, Accounts, Api, Selected, WrongPattern};

use crate::config::{Config, Version};
use crate::dialect::Chosen;
use crate::input::Input;
use crate::overrides_files::Corrections;
use crate::pages::{Listener, Pages, VersionPages, Wanted};
use crate::progress::Progress;
use crate::source::Origin;
use crate::threads::both;
use crate::{allowed, odd_globs, versions};

pub(crate) use reread::Saved;

/// What the stages made of an input.
#[derive(Default)]
pub(crate) struct Reading {
    pub sources: Sources,
    pub pages: Pages,
    /// The model of each version that is not skipped, in the order of their names.
    pub apis: Vec<Api>,
    /// The same before the last change, where they were modelled again.
    pub before: BTreeMap<usize, Api>,
    pub diagnostics: Vec<Diagnostic>,
    /// Remarks that have no place in the docs: about the configuration, and about files that were not read.
    pub remarks: Vec<String>,
    /// Remarks on what is no concern of the client, such as another version of this program than before.
    pub notices: Vec<String>,
    /// Where pinned docs are from.
    pub origins: Vec<Origin>,
    /// What is selected of each version, by its name.
    pub selected: BTreeMap<String, Selected>,
    /// The paths of pages beside those of what is selected.
    pub other_pages: BTreeSet<String>,
    /// How many reports are allowed, and not among the diagnostics.
    pub allowed: usize,
    /// The folders of docs.
    pub roots: Vec<PathBuf>,
    /// Whether there is a type or a route, before a part is selected.
    pub is_recognised: bool,
    /// The name of the dialect that the docs were read in, and its version.
    pub dialect: (String, String),
    /// The text of the dialect file that the configuration names.
    pub dialect_text: String,
    /// The texts of the files of corrections.
    pub corrections: String,
    /// What was odd, and remarked on, before any page was read.
    input: (Vec<Diagnostic>, Vec<String>),
    /// What the files of corrections say.
    overrides: Corrections,
    /// The paths of the pages of versions that are read, and of those that are skipped.
    paths: [BTreeSet<String>; 2],
    /// How many of the sources are docs.
    files: usize,
    /// The docs by their absolute paths on disk.
    places: BTreeMap<PathBuf, PageId>,
    /// The files that may be pages of each version, sorted by path, also of those that are skipped.
    versions: BTreeMap<String, Vec<PageId>>,
    /// As the models: what the versions are called and where they go, and what was found beside the model.
    modelled: Vec<Modelled>,
}

/// What a version is called, and where its requests go.
struct Named {
    settings: Version,
    module: String,
    base_url: String,
}

/// A version, and what was found when it was modelled, beside its model.
struct Modelled {
    named: Named,
    diagnostics: Vec<Diagnostic>,
    unmatched: Vec<WrongPattern>,
    selected: Selected,
    accounts: Accounts,
    is_recognised: bool,
}

/// Parses, reads and models everything. The result does not depend on the number of threads.
pub(crate) fn run(
    input: Input,
    config: &Config,
    chosen: Chosen,
    overrides: Corrections,
    threads: NonZero<usize>,
    listener: Listener<'_>,
) -> Result<Reading> {
    let Input { mut sources, versions, places, diagnostics, mut remarks, named_by_root } = input;
    let mut input = diagnostics;
    let known: Vec<&str> = versions.keys().map(String::as_str).collect();
    config.only_names_versions_of(&known, &mut remarks)?;
    let Chosen { dialect: spoken, text: dialect_text } = chosen;
    let modules = versions::modules(versions.keys().map(String::as_str), &mut remarks);
    let mut wanted = Vec::new();
    let mut named = Vec::new();
    let mut paths = [BTreeSet::new(), BTreeSet::new()];
    for (name, files) in &versions {
        let settings = config.versions.get(name).cloned().unwrap_or_default();
        let path = |id: &PageId| sources.get(*id).map(|file| file.path.clone());
        paths[usize::from(settings.skip)].extend(files.iter().filter_map(path));
        if settings.skip {
            continue;
        }
        let base_url = base_url(name, &settings, &spoken)?;
        if settings.base_url.is_none() && named_by_root.contains(name) {
            remarks.push(named_by_folder(name, &base_url));
        }
        let dialect = spoken.serving(name, &base_url);
        wanted.push(Wanted { name, dialect, files, proofreads: !config.is_unproofread });
        let module = modules[name.as_str()].clone();
        named.push(Named { settings, module, base_url });
    }
    // Versions that are told by whole files share what was parsed.
    let shares = versions.keys().any(|name| spoken.versions().zones(name) == page::Zones::None);
    let all: Vec<PageId> = versions.values().flatten().copied().collect();
    let path = |id: &PageId| sources.get(*id).map(|file| file.path.as_str());
    let odd = spoken.odd_globs(&all.iter().filter_map(path).collect());
    let files = sources.iter().count();
    input.extend(odd_globs::reports(&odd, config, &dialect_text, &mut sources));
    let pages = Pages::read(&sources, &overrides.files, wanted, &all, shares, threads, listener);
    let mut reading = Reading {
        files,
        places: placed(&sources, places),
        pages,
        input: (input, remarks),
        corrections: overrides.text(&sources),
        overrides,
        paths,
        roots: config.docs.clone(),
        dialect: (spoken.name().to_owned(), spoken.version().to_owned()),
        dialect_text,
        ..Reading::default()
    };
    (reading.sources, reading.versions) = (sources, versions);
    for (index, named) in named.into_iter().enumerate() {
        let (api, modelled) = reading.model(index, named, config, threads, listener);
        reading.apis.push(api);
        reading.modelled.push(modelled);
    }
    reading.conclude(config)?;
    Ok(reading)
}

/// The files of the docs by their places.
fn placed(sources: &Sources, places: BTreeMap<PathBuf, String>) -> BTreeMap<PathBuf, PageId> {
    let ids: BTreeMap<&str, PageId> =
        sources.iter().map(|(id, file)| (file.path.as_str(), id)).collect();
    let id = |(place, path): (PathBuf, String)| Some((place, *ids.get(path.as_str())?));
    places.into_iter().filter_map(id).collect()
}

/// The patterns that match nothing in either version, with what is like them in both.
fn in_both(before: Vec<WrongPattern>, now: Vec<WrongPattern>) -> Vec<WrongPattern> {
    let twice = |wrong: WrongPattern| {
        let same = now.iter().find(|it| (it.list, it.index) == (wrong.list, wrong.index))?;
        let new = same.near.iter().filter(|it| !wrong.near.contains(it));
        let near = wrong.near.iter().chain(new).cloned().collect();
        Some(WrongPattern { near, ..wrong })
    };
    before.into_iter().filter_map(twice).collect()
}

impl Reading {
    /// Corrects and models a version, and proofreads its pages together.
    fn model(
        &mut self,
        index: usize,
        named: Named,
        config: &Config,
        threads: NonZero<usize>,
        listener: Listener<'_>,
    ) -> (Api, Modelled) {
        let Self { sources, pages, overrides, .. } = self;
        let version = &pages.versions()[index];
        listener(Progress::Stage { name: "modelling", pages: version.facts.len() });
        let Named { settings, module, base_url } = &named;
        let parallel = threads > NonZero::<usize>::MIN;
        let dialect = &version.dialect;
        let options =
            options(&version.name, module, settings, dialect, base_url, sources, parallel);
        let modelling = || {
            let mut facts = Cow::Borrowed(version.facts.as_slice());
            let outcomes = match overrides.files.is_empty() {
                true => Vec::new(),
                false => overrides.apply(facts.to_mut(), sources),
            };
            (outcomes, model::build(&facts, &options, &config.select))
        };
        // Slips of the docs are reported as they are, before anything is corrected.
        let proofreading = || match config.is_unproofread {
            true => Vec::new(),
            false => proof::docs(&version.facts, &version.dialect),
        };
        let ((outcomes, built), mut diagnostics) = both(threads, modelling, proofreading);
        overrides.note(outcomes, built.misfits);
        diagnostics.extend(built.diagnostics);
        let modelled = Modelled {
            named,
            diagnostics,
            unmatched: built.unmatched,
            selected: built.selected,
            accounts: built.accounts,
            is_recognised: built.is_recognised,
        };
        (built.api, modelled)
    }

    /// Brings together what was found of all versions.
    fn conclude(&mut self, config: &Config) -> Result<()> {
        let [read, left_out] =
            self.paths.each_ref().map(|all| all.iter().map(String::as_str).collect());
        self.remarks = self.input.1.clone();
        self.overrides.finish(&read, &left_out, &self.sources, config, &mut self.remarks)?;
        let modelled = &self.modelled;
        self.is_recognised = modelled.iter().any(|it| it.is_recognised);
        let unmatched = modelled.iter().map(|it| it.unmatched.clone()).reduce(in_both);
        if let Some(unmatched) = unmatched.filter(|it| !it.is_empty() && self.is_recognised) {
            return Err(config.unmatched(&unmatched));
        }
        let reports = self.pages.versions().iter().flat_map(VersionPages::reports);
        let found = self
            .input
            .0
            .iter()
            .chain(reports)
            .chain(modelled.iter().flat_map(|it| &it.diagnostics));
        let mut diagnostics: Vec<Diagnostic> = found.cloned().collect();
        diagnostics.extend(self.pages.versions().iter().flat_map(VersionPages::unplaced));
        // A report of an include is repeated by every page that places it.
        allowed::sort(&mut diagnostics);
        diagnostics.dedup();
        let names = self.pages.versions().iter().map(|version| version.name.clone());
        self.selected = names.zip(modelled.iter().map(|it| it.selected.clone())).collect();
        self.allowed =
            allowed::apply(&mut diagnostics, &mut self.sources, &config.allow, &config.file);
        self.diagnostics = diagnostics;
        self.other_pages.clear();
        if self.is_recognised && !config.select.takes_everything() {
            self.keep_selected();
        }
        Ok(())
    }

    /// What was read of the pages that describe something of what is selected, version by version.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &PageFacts> {
        self.pages.facts().filter(|page| !self.other_pages.contains(&page.path))
    }

    /// These pages, each with what became of its claims.
    pub(crate) fn accounted(&self) -> impl Iterator<Item = (&PageFacts, Account)> {
        let versions = self.pages.versions().iter().zip(&self.modelled);
        let pages = versions.flat_map(|(version, modelled)| {
            let account = |page: &PageFacts| modelled.accounts.get(&page.path).cloned();
            version.facts.iter().map(move |page| (page, account(page).unwrap_or_default()))
        });
        pages.filter(|(page, _)| !self.other_pages.contains(&page.path))
    }

    /// Leaves out the pages that describe nothing of what is selected, and what is reported of them. What
    /// pages include stays.
    fn keep_selected(&mut self) {
        let wanted = |path: &str| self.selected.values().any(|it| it.pages.contains(path));
        let paths = self.pages.facts().map(|it| it.path.as_str());
        self.other_pages = paths.filter(|path| !wanted(path)).map(str::to_owned).collect();
        // A file of several pages stays with any of them.
        let kept: BTreeSet<PageId> = self.facts().map(|page| page.page).collect();
        let Self { sources, diagnostics, other_pages, .. } = self;
        let is_other = |path: &str| other_pages.contains(path);
        diagnostics.retain(|it| kept.contains(&it.span.page) || !is_other(sources.path(it.span)));
    }
}

/// Whether it has no type and no route.
pub(crate) fn is_empty(api: &Api) -> bool {
    api.structs.is_empty() && api.enums.is_empty() && api.operations.is_empty()
}

/// Where the requests of a version go: what the configuration says, else what a built-in dialect does.
fn base_url(name: &str, settings: &Version, dialect: &Dialect) -> Result<String> {
    let root = settings.base_url.clone().or_else(|| dialect.base_url(name));
    root.with_context(|| {
        let shown = diag::printable(name);
        format!("nothing says where requests of the API version `{shown}` go: write `base-url` below `[versions.\"{shown}\"]`")
    })
}

/// That a version is called as a folder of docs is, which may be called as it pleases.
fn named_by_folder(name: &str, base_url: &str) -> String {
    let shown = diag::printable(name);
    format!(
        "the documentation folder is itself that of an API version, by its name `{shown}`; requests go to {base_url}, \
         unless `base-url` below `[versions.\"{shown}\"]` says where"
    )
}

fn options<'a>(
    name: &str,
    module: &str,
    settings: &Version,
    dialect: &Dialect,
    base_url: &str,
    sources: &'a Sources,
    parallel: bool,
) -> model::Options<'a> {
    let or = |setting: &Option<String>, default: String| setting.clone().unwrap_or(default);
    let links = dialect.links(name);
    model::Options {
        version: name.to_owned(),
        module: module.to_owned(),
        base_url: base_url.to_owned(),
        default_namespace: or(&settings.default_namespace, dialect.default_namespace().to_owned()),
        primitives: dialect.primitives().clone(),
        plurals: dialect.plurals().clone(),
        links: model::Links {
            site: or(&settings.site_url, links.site),
            reference: or(&settings.reference_url, links.reference),
            concept: or(&settings.concept_url, links.concept),
            folders: links.folders,
        },
        sources,
        parallel,
    }
}
