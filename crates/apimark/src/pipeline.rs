//! Running the stages over an input: pages in parallel, the rest in order.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use anyhow::Result;
use diag::{Diagnostic, PageId, SourceFile, Sources};
use facts::PageFacts;
use model::Api;
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
    let mut unmatched: Option<BTreeSet<String>> = None;
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
            None => built.unmatched.into_iter().collect(),
            Some(before) => built.unmatched.into_iter().filter(|it| before.contains(it)).collect(),
        });
        apis.push(built.api);
        pages.extend(version_pages);
    }
    drop(files);
    let unmatched = unmatched.unwrap_or_default().into_iter();
    remarks.extend(unmatched.map(|pattern| format!("the pattern `{pattern}` matches nothing")));
    let unknown = config.versions.keys().filter(|name| !versions.contains_key(*name));
    remarks.extend(unknown.map(|name| format!("the docs have no API version `{name}`")));
    // A report of an include is repeated by every page that places it.
    diagnostics.sort_by_key(|it| (it.span, it.severity, it.code, it.message.clone()));
    diagnostics.dedup();
    Ok(Reading { sources, pages, apis, diagnostics, remarks, is_recognised })
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
