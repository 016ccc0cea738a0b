//! Running the stages over an input: pages in parallel, the rest in order.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use anyhow::Result;
use diag::{Diagnostic, PageId, SourceFile, Sources};
use facts::PageFacts;
use model::{Api, Selected, WrongPattern};
use page::{Library, Page};

use crate::config::{Config, Version};
use crate::input::Input;
use crate::progress::Progress;
use crate::threads::in_parallel;
use crate::{dialect, versions};

/// What the stages made of an input.
pub(crate) struct Reading {
    pub sources: Sources,
    pub pages: Vec<PageFacts>,
    pub apis: Vec<Api>,
    pub diagnostics: Vec<Diagnostic>,
    /// Remarks that have no place in the docs: about the configuration, and about files that were not read.
    pub remarks: Vec<String>,
    /// What is selected of each version, by its name.
    pub selected: BTreeMap<String, Selected>,
    /// How many pages there are beside those of what is selected.
    pub other_pages: usize,
    /// Whether there is a type or a route, before a part is selected.
    pub is_recognised: bool,
}

/// Parses, reads and models everything. The result does not depend on the number of threads.
pub(crate) fn run(
    input: Input,
    config: &Config,
    threads: NonZero<usize>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Reading> {
    let Input { sources, versions, mut diagnostics, mut remarks } = input;
    let dialect = dialect::chosen(&config.dialect, &config.file)?;
    let files: Vec<(PageId, &SourceFile)> = sources.iter().collect();
    progress(Progress::Stage { name: "parsing", pages: files.len() });
    let parsed = in_parallel(&files, threads, |(id, file)| {
        let parsed = page::parse(*id, file);
        progress(Progress::Page);
        parsed
    });
    let mut parse_reports: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    let keep = |(page, reports): (Page, Vec<Diagnostic>)| {
        parse_reports.insert(page.path.clone(), reports);
        page
    };
    let library: Library = parsed.into_iter().map(keep).collect();

    let of_versions = versions.values().flatten();
    let including: Vec<&Page> =
        of_versions.filter_map(|index| library.get(&files[*index].1.path)).collect();
    let allowances = page::allowances(&including, &library);

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
        let members: Vec<&Page> =
            indices.iter().filter_map(|index| library.get(&files[*index].1.path)).collect();
        progress(Progress::Stage { name: "reading", pages: members.len() });
        let read = in_parallel(&members, threads, |page| {
            let allowed = allowances.get(&page.id).copied().unwrap_or_default();
            let (page, mut reports) = page::expand_within(page, &library, allowed);
            let (facts, more) = facts::read(&page, &dialect);
            reports.extend(more);
            progress(Progress::Page);
            (facts, reports)
        });
        let mut version_pages = Vec::with_capacity(read.len());
        for (facts, reports) in read {
            diagnostics.extend(parse_reports.remove(&facts.path).unwrap_or_default());
            diagnostics.extend(reports);
            version_pages.push(facts);
        }
        progress(Progress::Stage { name: "modelling", pages: version_pages.len() });
        let options = model_options(name, &modules[name.as_str()], &settings, &sources);
        let built = model::build(&version_pages, &options, &config.select.patterns());
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
    drop(files);
    if let Some(unmatched) = unmatched.filter(|it| !it.is_empty() && is_recognised) {
        return Err(config.unmatched(&unmatched));
    }
    let unknown = config.versions.keys().filter(|name| !versions.contains_key(*name));
    remarks.extend(unknown.map(|name| format!("the docs have no API version `{name}`")));
    // A report of an include is repeated by every page that places it.
    diagnostics.sort_by_key(|it| (it.span, it.severity, it.code, it.message.clone()));
    diagnostics.dedup();
    let other_pages = 0;
    let mut reading = Reading {
        sources,
        pages,
        apis,
        diagnostics,
        remarks,
        selected,
        other_pages,
        is_recognised,
    };
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
        diagnostics.retain(|it| !others.contains(sources.path(it.span)));
        self.other_pages = others.len();
    }
}

/// Whether it has no type and no route.
pub(crate) fn is_empty(api: &Api) -> bool {
    api.structs.is_empty() && api.enums.is_empty() && api.operations.is_empty()
}

fn model_options<'a>(
    name: &str,
    module: &str,
    settings: &Version,
    sources: &'a Sources,
) -> model::Options<'a> {
    let or = |setting: &Option<String>, default: String| setting.clone().unwrap_or(default);
    let view = name.strip_prefix('v').unwrap_or(name);
    model::Options {
        version: name.to_owned(),
        module: module.to_owned(),
        base_url: or(&settings.base_url, format!("https://graph.microsoft.com/{name}")),
        default_namespace: or(&settings.default_namespace, "microsoft.graph".into()),
        links: model::Links {
            site: or(&settings.site_url, "https://learn.microsoft.com".into()),
            reference: or(
                &settings.reference_url,
                format!("https://learn.microsoft.com/graph/api/{{page}}?view=graph-rest-{view}"),
            ),
            concept: or(&settings.concept_url, "https://learn.microsoft.com/graph/{page}".into()),
        },
        sources,
    }
}
