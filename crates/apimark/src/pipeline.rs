//! Running the stages over an input: pages in parallel, the rest in order.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::PathBuf;

use anyhow::{Context, Result};
use diag::{Diagnostic, PageId, SourceFile, Sources};
use facts::{Dialect, PageFacts};
use model::{Api, Selected, WrongPattern};
use page::{Allowance, Library, Page, Zones};

use crate::config::{Config, Version};
use crate::dialect::Chosen;
use crate::input::Input;
use crate::overrides_files::Corrections;
use crate::progress::Progress;
use crate::source::Origin;
use crate::threads::in_parallel;
use crate::{lint, versions};

/// What the stages made of an input.
pub(crate) struct Reading {
    pub sources: Sources,
    pub pages: Vec<PageFacts>,
    pub apis: Vec<Api>,
    pub diagnostics: Vec<Diagnostic>,
    /// Remarks that have no place in the docs: about the configuration, and about files that were not read.
    pub remarks: Vec<String>,
    /// Remarks on what is no concern of the client, such as another version of this program than before.
    pub notices: Vec<String>,
    /// Where pinned docs are from.
    pub origins: Vec<Origin>,
    /// What is selected of each version, by its name.
    pub selected: BTreeMap<String, Selected>,
    /// How many pages there are beside those of what is selected.
    pub other_pages: usize,
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
}

/// Parses, reads and models everything. The result does not depend on the number of threads.
pub(crate) fn run(
    input: Input,
    config: &Config,
    chosen: Chosen,
    mut corrections: Corrections,
    threads: NonZero<usize>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Reading> {
    let Input { sources, versions, mut diagnostics, mut remarks, named_by_root } = input;
    let known: Vec<&str> = versions.keys().map(String::as_str).collect();
    config.only_names_versions_of(&known, &mut remarks)?;
    let Chosen { dialect: spoken, text: dialect_text } = chosen;
    let is_page = |(page, _): &(PageId, &SourceFile)| !corrections.files.contains(page);
    let files: Vec<(PageId, &SourceFile)> = sources.iter().filter(is_page).collect();
    let parse =
        |zones: &Zones, members: &[usize]| Parsed::new(&files, members, zones, threads, progress);
    let all: Vec<usize> = versions.values().flatten().copied().collect();
    // Versions that are told by whole files share what was parsed.
    let is_shared = |name: &String| spoken.versions().zones(name) == Zones::None;
    let mut shared = versions.keys().any(is_shared).then(|| parse(&Zones::None, &all));

    let mut pages = Vec::new();
    let mut apis = Vec::new();
    let mut is_recognised = false;
    let modules = versions::modules(versions.keys().map(String::as_str), &mut remarks);
    let mut unmatched: Option<Vec<WrongPattern>> = None;
    let mut selected = BTreeMap::new();
    for (name, indices) in &versions {
        let settings = config.versions.get(name).cloned().unwrap_or_default();
        if settings.skip {
            continue;
        }
        let base_url = base_url(name, &settings, &spoken)?;
        if settings.base_url.is_none() && named_by_root.contains(name) {
            remarks.push(named_by_folder(name, &base_url));
        }
        let dialect = spoken.serving(name, &base_url);
        let zones = spoken.versions().zones(name);
        let mut own = (zones != Zones::None).then(|| parse(&zones, indices));
        let Some(Parsed { library, reports: parse_reports, allowances }) =
            own.as_mut().or(shared.as_mut())
        else {
            continue;
        };
        let members: Vec<&Page> = indices
            .iter()
            .filter_map(|index| library.get(&files[*index].1.path))
            .filter(|page| zones.have(page))
            .collect();
        progress(Progress::Stage { name: "reading", pages: members.len() });
        let read = in_parallel(&members, threads, |page| {
            let allowed = allowances.get(&page.id).copied().unwrap_or_default();
            let (page, mut reports) = page::expand_within(page, library, allowed);
            let path = page.path.clone();
            let parts = dialect.parts(page).into_iter().map(|part| {
                let (facts, more) = facts::read(&part, &dialect);
                reports.extend(more);
                reports.extend(proof::page(&part, &facts, &dialect));
                facts
            });
            let facts: Vec<PageFacts> = parts.collect();
            progress(Progress::Page);
            (path, facts, reports)
        });
        let mut version_pages = Vec::with_capacity(read.len());
        for (path, facts, reports) in read {
            diagnostics.extend(parse_reports.remove(&path).unwrap_or_default());
            diagnostics.extend(reports);
            version_pages.extend(facts);
        }
        progress(Progress::Stage { name: "modelling", pages: version_pages.len() });
        let module = &modules[name.as_str()];
        let options = model_options(name, module, &settings, &dialect, base_url, &sources);
        // Slips of the docs are reported as they are, before anything is corrected.
        diagnostics.extend(proof::docs(&version_pages, dialect.primitives()));
        let outcomes = corrections.apply(&mut version_pages, &sources);
        let built = model::build(&version_pages, &options, &config.select.patterns());
        corrections.note(outcomes, built.misfits);
        diagnostics.extend(built.diagnostics);
        is_recognised |= built.is_recognised;
        unmatched = Some(match unmatched {
            None => built.unmatched,
            Some(before) => in_both(before, built.unmatched),
        });
        selected.insert(name.clone(), built.selected);
        apis.push(built.api);
        pages.extend(version_pages);
    }
    let of_versions = |is_read: bool| {
        let is_wanted =
            move |name: &str| config.versions.get(name).is_none_or(|it| !it.skip) == is_read;
        let indices =
            versions.iter().filter(move |(name, _)| is_wanted(name)).flat_map(|(_, it)| it);
        indices.map(|index| files[*index].1.path.as_str()).collect::<BTreeSet<&str>>()
    };
    let (read, left_out) = (of_versions(true), of_versions(false));
    corrections.finish(&read, &left_out, &sources, config, &mut remarks)?;
    drop(files);
    if let Some(unmatched) = unmatched.filter(|it| !it.is_empty() && is_recognised) {
        return Err(config.unmatched(&unmatched));
    }
    // A report of an include is repeated by every page that places it.
    diagnostics.sort_by_key(|it| (it.span, it.severity, it.code, it.message.clone()));
    diagnostics.dedup();
    let dialect = (spoken.name().to_owned(), spoken.version().to_owned());
    let other_pages = 0;
    let corrections = corrections.text(&sources);
    let mut reading = Reading {
        sources,
        pages,
        apis,
        diagnostics,
        remarks,
        notices: Vec::new(),
        origins: Vec::new(),
        selected,
        other_pages,
        allowed: 0,
        roots: config.docs.clone(),
        is_recognised,
        dialect,
        dialect_text,
        corrections,
    };
    lint::apply(&mut reading, &config.allow, &config.file);
    if is_recognised && !config.select.patterns().takes_everything() {
        reading.keep_selected();
    }
    Ok(reading)
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
    /// Leaves out the pages that describe nothing of what is selected, and what is reported of them. What
    /// pages include stays.
    fn keep_selected(&mut self) {
        let Self { sources, pages, diagnostics, selected, .. } = self;
        let wanted = |path: &str| selected.values().any(|it| it.pages.contains(path));
        let others: BTreeSet<String> =
            pages.iter().map(|it| it.path.clone()).filter(|path| !wanted(path)).collect();
        pages.retain(|page| !others.contains(&page.path));
        // A file of several pages stays with any of them.
        let kept: BTreeSet<PageId> = pages.iter().map(|page| page.page).collect();
        let is_other = |path: &str| others.contains(path);
        diagnostics.retain(|it| kept.contains(&it.span.page) || !is_other(sources.path(it.span)));
        self.other_pages = others.len();
    }
}

/// The pages as the versions with the same zones have them.
struct Parsed {
    library: Library,
    /// What was odd about each page, by path.
    reports: BTreeMap<String, Vec<Diagnostic>>,
    allowances: BTreeMap<PageId, Allowance>,
}

impl Parsed {
    /// Parses all files, of which those at `members` are pages of a version.
    fn new(
        files: &[(PageId, &SourceFile)],
        members: &[usize],
        zones: &Zones,
        threads: NonZero<usize>,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Self {
        progress(Progress::Stage { name: "parsing", pages: files.len() });
        let parsed = in_parallel(files, threads, |(id, file)| {
            let parsed = page::parse_zones(*id, file, zones);
            progress(Progress::Page);
            parsed
        });
        let mut reports = BTreeMap::new();
        let keep = |(page, odd): (Page, Vec<Diagnostic>)| {
            reports.insert(page.path.clone(), odd);
            page
        };
        let library: Library = parsed.into_iter().map(keep).collect();
        let including: Vec<&Page> =
            members.iter().filter_map(|index| library.get(&files[*index].1.path)).collect();
        let allowances = page::allowances(&including, &library);
        Self { library, reports, allowances }
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

fn model_options<'a>(
    name: &str,
    module: &str,
    settings: &Version,
    dialect: &Dialect,
    base_url: String,
    sources: &'a Sources,
) -> model::Options<'a> {
    let or = |setting: &Option<String>, default: String| setting.clone().unwrap_or(default);
    let links = dialect.links(name);
    model::Options {
        version: name.to_owned(),
        module: module.to_owned(),
        base_url,
        default_namespace: or(&settings.default_namespace, dialect.default_namespace().to_owned()),
        primitives: dialect.primitives().clone(),
        links: model::Links {
            site: or(&settings.site_url, links.site),
            reference: or(&settings.reference_url, links.reference),
            concept: or(&settings.concept_url, links.concept),
            folders: links.folders,
        },
        sources,
    }
}
