//! The files of corrections that a configuration names, and whether all of them fit the docs.
//!
//! Only the configuration says which files these are, or its folder, which is the hands of the one who configures: docs
//! that bring an `overrides.toml` of their own would decide what is generated from them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use diag::{Diagnostic, PageId, SourceFile, Sources, Span, codes, printable};
use facts::{Dialect, PageFacts};
use overrides::{EntryPlace, Outcome, Overrides};

use crate::config::Config;
use crate::shown::shown;

/// What the file is called that is read without being named.
const USUAL: &str = "overrides.toml";

/// A longer file is refused.
const MAX_BYTES: u64 = 1 << 20;

/// The corrections of a run, and what became of them so far.
#[derive(Default)]
pub(crate) struct Corrections {
    overrides: Overrides,
    /// The files that they stand in.
    pub(crate) files: Vec<PageId>,
    fitting: BTreeSet<Span>,
    faults: Vec<Diagnostic>,
}

impl Corrections {
    /// Reads the files and adds them to the sources.
    pub(crate) fn read(config: &Config, sources: &mut Sources, dialect: &Dialect) -> Result<Self> {
        // Provenance must not say where on a machine the configuration is.
        let add = |(name, text): (PathBuf, String)| {
            sources.add(SourceFile { path: slashed(&name), text })
        };
        let files: Vec<PageId> = texts(config)?.into_iter().map(add).collect();
        let overrides = Overrides::parse(&files, sources, dialect)
            .map_err(|faults| invalid("the corrections are invalid", &faults, sources))?;
        Ok(Self { overrides, files, fitting: BTreeSet::new(), faults: Vec::new() })
    }

    /// The texts of the files.
    pub(crate) fn text(&self, sources: &Sources) -> String {
        let files = self.files.iter().filter_map(|page| sources.get(*page));
        files.map(|file| file.text.as_str()).collect()
    }

    /// Forgets what became of them.
    pub(crate) fn begin_anew(&mut self) {
        self.fitting.clear();
        self.faults.clear();
    }

    /// Corrects the pages of one version.
    pub(crate) fn apply(&mut self, pages: &mut [PageFacts], sources: &Sources) -> Vec<Outcome> {
        self.overrides.apply(pages, sources)
    }

    /// Notes what became of them in one version: those that found no place, and those that its model has no use for.
    pub(crate) fn note(&mut self, outcomes: Vec<Outcome>, misfits: Vec<Diagnostic>) {
        for Outcome { at, fault } in outcomes {
            let place = self.overrides.places().find(|it| it.at == at);
            let is_of = |it: &Diagnostic| place.is_some_and(|place| is_of(&place, it));
            if fault.is_none() && !misfits.iter().any(is_of) {
                self.fitting.insert(at);
            }
            self.faults.extend(fault);
        }
        self.faults.extend(misfits);
    }

    /// Fails on those that fit in no version. `pages` are the paths of all pages, `left_out` of those of versions that
    /// are not read. Of other docs than the configured ones it is remarked only.
    pub(crate) fn finish(
        &self,
        pages: &BTreeSet<&str>,
        left_out: &BTreeSet<&str>,
        sources: &Sources,
        config: &Config,
        remarks: &mut Vec<String>,
    ) -> Result<()> {
        let misfit = |place: EntryPlace<'_>| {
            let path = place.page.value.as_str();
            if self.fitting.contains(&place.at) || left_out.contains(path) {
                return None;
            }
            let fault = self.faults.iter().find(|it| is_of(&place, it));
            Some(fault.cloned().unwrap_or_else(|| no_page(&place, pages)))
        };
        let misfits: Vec<Diagnostic> = self.overrides.places().filter_map(misfit).collect();
        if misfits.is_empty() {
            return Ok(());
        }
        if config.reads_other_docs {
            remarks.extend(misfits.into_iter().map(|it| format!("a correction: {}", it.message)));
            return Ok(());
        }
        Err(invalid("corrections do not fit the docs", &misfits, sources))
    }
}

/// Whether a report is about this entry.
fn is_of(place: &EntryPlace<'_>, report: &Diagnostic) -> bool {
    let (span, whole) = (report.span, place.whole);
    span.page == whole.page && whole.start <= span.start && span.end <= whole.end
}

fn no_page(place: &EntryPlace<'_>, pages: &BTreeSet<&str>) -> Diagnostic {
    let path = place.page.value.as_str();
    let message = format!("there is no page `{}`", printable(path));
    let report = Diagnostic::new(codes::STALE_OVERRIDE, place.page.span, message);
    match diag::nearest(path, pages.iter().copied()) {
        Some(near) => report.help(format!("did you mean `{}`?", printable(near))),
        None => report.help("write its path as reports do, or remove the correction"),
    }
}

fn invalid(what: &str, reports: &[Diagnostic], sources: &Sources) -> anyhow::Error {
    anyhow!("{what}\n{}", diag::render_all(reports, sources, false).trim_end())
}

/// The files that the configuration names, or else the usual one, relative to its folder.
pub(crate) fn named(config: &Config) -> Vec<PathBuf> {
    config.overrides.clone().unwrap_or_else(|| vec![USUAL.into()])
}

/// The texts of all files that count for a configuration.
pub(crate) fn text_of(config: &Config) -> Result<String> {
    Ok(texts(config)?.into_iter().map(|(_, text)| text).collect())
}

/// The files that the configuration names, or else the usual one beside it. One that was put together in a program is
/// in no folder.
fn texts(config: &Config) -> Result<Vec<(PathBuf, String)>> {
    let is_usual = config.overrides.is_none();
    if is_usual && config.file.path.as_os_str().is_empty() {
        return Ok(Vec::new());
    }
    let mut texts = Vec::new();
    for name in named(config) {
        let path = config.file.folder().join(&name);
        let read = config.file.beside(&name, MAX_BYTES);
        match read.with_context(|| format!("cannot read the corrections {}", shown(&path)))? {
            Some(text) => texts.push((name, text)),
            None if is_usual => {}
            None => bail!("there is no file {}, which `overrides` names", shown(&path)),
        }
    }
    Ok(texts)
}

/// Remarks on files of the usual name in or beside folders of docs, which nobody has named.
pub(crate) fn unread(config: &Config) -> Vec<String> {
    let real = |path: PathBuf| path.canonicalize().ok();
    let read: BTreeSet<PathBuf> =
        named(config).iter().filter_map(|name| real(config.file.folder().join(name))).collect();
    let beside = |root: &PathBuf| [root.join(USUAL), root.join("..").join(USUAL)];
    let found: BTreeSet<PathBuf> = config
        .docs
        .iter()
        .flat_map(beside)
        .filter_map(real)
        .filter(|it| !read.contains(it))
        .collect();
    let names = found.iter().filter_map(|path| path.parent()?.file_name());
    let remark = |name: &std::ffi::OsStr| {
        format!(
            "corrections in {}/{USUAL} are not read: docs do not configure what is generated from them; name the \
             file in `overrides` of the configuration if they are yours",
            shown(Path::new(name))
        )
    };
    names.map(remark).collect()
}

fn slashed(path: &Path) -> String {
    shown(path).replace('\\', "/")
}
