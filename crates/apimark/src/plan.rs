//! The front door: from a configuration to a plan, and from a plan to files.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use ::review::Review;
use anyhow::{Context, Result, bail, ensure};
use diag::{Diagnostic, PageId, Severity, Sources};
use model::{Api, Selected};

use crate::changes::{self, Change, Files};
use crate::config::Config;
use crate::lint::{Baseline, Findings, Lint};
use crate::lock::Lock;
use crate::manifest::{self, MANIFEST};
use crate::overrides_files::{self, Corrections};
use crate::page_files::is_page;
use crate::pipeline::{self, Reading, Saved, is_empty};
use crate::progress::Progress;
use crate::review::Base;
use crate::root::Root;
use crate::shown::{counted, shown};
use crate::snapshot::snapshots;
use crate::source::{self, Origin};
use crate::tree::Existing;
use crate::{dialect, input, removals, replace, report, review, work};

/// Of what is generated, what somebody may write instead: where such a file stands, none is planned.
const README: &str = "README.md";

/// Reads docs and plans the generated crate.
pub struct Generator {
    config: Config,
    pub(crate) threads: NonZero<usize>,
    allow_removals: bool,
    /// The commit in which the docs are read, where that is not the folder as it is.
    revision: Option<String>,
    progress: Box<dyn Fn(Progress) + Sync>,
}

impl Generator {
    /// A generator for this configuration; its relative paths are relative to the working folder.
    pub fn new(config: Config) -> Self {
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let progress = Box::new(|_| ());
        Self { config, threads, allow_removals: false, revision: None, progress }
    }

    /// A generator for the configuration in this file.
    ///
    /// # Errors
    /// The file cannot be read or is invalid.
    pub fn from_config(path: impl AsRef<Path>) -> Result<Self> {
        Ok(Self::new(Config::read(path.as_ref())?))
    }

    /// What is configured.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The files that decide more than a page does: the configuration, its lock, and what it names. Not all of them need
    /// be there.
    pub fn files(&self) -> Vec<PathBuf> {
        let Config { file, dialect, .. } = &self.config;
        let mut files = vec![file.path.clone(), source::lock(&self.config)];
        let beside = overrides_files::named(&self.config).into_iter();
        let beside = beside.chain(crate::dialect::file(dialect).map(Path::to_path_buf));
        files.extend(beside.map(|path| file.folder().join(path)));
        files
    }

    /// Whether a path is that of one of [`files`](Self::files).
    pub fn decides(&self, path: &Path) -> bool {
        let whole = |path: &Path| std::path::absolute(path).ok();
        self.files().iter().any(|file| whole(file).is_some_and(|it| Some(it) == whole(path)))
    }

    /// Whether a change at this path may be one of the docs: it lies in one of their folders and not in the output
    /// folder, and is a page, or a folder, or gone, so that it may have been either.
    pub fn may_read(&self, path: &Path) -> bool {
        let lies_in = |folder: &Path| {
            std::path::absolute(path)
                .is_ok_and(|path| names(folder).iter().any(|folder| path.starts_with(folder)))
        };
        let Config { docs, output, .. } = &self.config;
        docs.iter().any(|folder| lies_in(folder))
            && !lies_in(&output.dir)
            && (is_page(path) || path.is_dir() || !path.exists())
    }

    /// Whether a path is that of a documentation folder or of one around it: with what is there, all docs come and go.
    pub fn holds_docs(&self, path: &Path) -> bool {
        std::path::absolute(path).is_ok_and(|path| {
            let mut roots = self.config.docs.iter().flat_map(|root| names(root));
            roots.any(|root| root.starts_with(&path))
        })
    }

    /// Reads these documentation roots instead of the configured ones.
    #[must_use]
    pub fn docs(mut self, roots: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        self.config.docs = roots.into_iter().map(Into::into).collect();
        self.config.sources.clear();
        self.config.reads_other_docs = true;
        self
    }

    /// Reads the documentation folders as they stand in a commit of the Git repository around the configuration
    /// file: a branch, a tag or an id; and those of other repositories as its `apimark.lock` pins them. Nothing is
    /// fetched, and the work tree is not touched.
    #[must_use]
    pub fn docs_at(mut self, revision: impl Into<String>) -> Self {
        self.revision = Some(revision.into());
        self
    }

    /// Writes to this folder instead of the configured one.
    #[must_use]
    pub fn out(mut self, dir: impl Into<PathBuf>) -> Self {
        self.config.output.dir = dir.into();
        self
    }

    /// Uses this many threads; the result is the same for any number.
    #[must_use]
    pub fn threads(mut self, threads: NonZero<usize>) -> Self {
        self.threads = threads;
        self
    }

    /// Lets the run remove most of the client: see [`Plan::objection`].
    #[must_use]
    pub fn allow_removals(mut self, allow: bool) -> Self {
        self.allow_removals = allow;
        self
    }

    /// Tells `listener` how far the run is.
    #[must_use]
    pub fn on_progress(mut self, listener: impl Fn(Progress) + Sync + 'static) -> Self {
        self.progress = Box::new(listener);
        self
    }

    /// Reads the docs and works out every file of the crate. Writes nothing.
    ///
    /// # Errors
    /// A folder cannot be read, there are no docs in it, or nothing in them is recognised as an API. What is
    /// odd in the docs is no error: see [`Plan::diagnostics`].
    pub fn plan(&self) -> Result<Plan> {
        self.planned(self.read()?, None, emit::Kept::default())
    }

    /// Plans anew after pages have got other texts, or are new; `None` if all must be read again.
    pub(crate) fn plan_again(&self, last: Plan, saved: Saved) -> Result<Option<Plan>> {
        if saved.texts.is_empty() && saved.added.is_empty() {
            return last.compared_again();
        }
        let Plan { mut reading, planned, hashes, existing, emitted, .. } = last;
        if !reading.reread(saved, &self.config, self.threads, &*self.progress)? {
            return Ok(None);
        }
        recognised(&reading, "the docs")?;
        self.planned(reading, Some(Kept { planned, hashes, existing }), emitted).map(Some)
    }

    fn planned(
        &self,
        reading: Reading,
        kept: Option<Kept>,
        mut emitted: emit::Kept,
    ) -> Result<Plan> {
        if reading.apis.iter().all(is_empty) {
            bail!("nothing is selected: what is included is excluded as well");
        }
        (self.progress)(Progress::Stage { name: "emitting", pages: 0 });
        let options = emit::Options {
            crate_name: self.config.output.crate_name.clone(),
            runtime: format!("apimark-runtime = {}", self.config.output.runtime),
            package: self.config.output.package.manifest_lines(),
            command: self.config.output.command.clone(),
            revision: source::revision(&reading.origins).or(self.config.revision.clone()),
            parallel: self.threads > NonZero::<usize>::MIN,
        };
        let (kept, existing) = match kept {
            None => (None, Existing::default()),
            Some(Kept { planned, hashes, existing }) => (Some((planned, hashes)), existing),
        };
        let none = Files::new();
        let texts = kept.as_ref().map_or(&none, |(planned, _)| planned);
        let before = kept.as_ref().map(|_| reading.apis_before()).unwrap_or_default();
        let files = emit::files_again(&reading.apis, (&before, texts), &options, &mut emitted);
        let mut planned: Files = files.into_iter().map(|file| (file.path, file.text)).collect();
        planned.insert("REPORT.md".into(), report::render(&reading, &options.command));
        (self.progress)(Progress::Stage { name: "comparing", pages: 0 });
        let dir = self.config.output.dir.clone();
        let existing = existing.again(&dir)?;
        if existing.is_foreign(README) {
            planned.remove(README);
        }
        let configuration = self.config.fingerprint(&reading.dialect_text, &reading.corrections);
        let known = kept.as_ref().map(|(planned, hashes)| (planned, hashes));
        let hashes = manifest::hashes(&planned, known);
        planned.insert(MANIFEST.into(), manifest::render(&hashes, &configuration));
        let changes = changes::changes(&planned, &existing.files, &existing.ours());
        let files_before = kept.map(|(planned, _)| planned);
        let allow_removals = self.allow_removals;
        Ok(Plan {
            dir,
            reading,
            planned,
            hashes,
            configuration,
            allow_removals,
            existing,
            changes,
            emitted,
            files_before,
        })
    }

    /// Reads the docs and renders one API version for other tools: the named one, or the only one.
    ///
    /// # Errors
    /// As for [`Generator::plan`], when the docs have no such version, and when none is named and they
    /// have several.
    pub fn export(&self, format: Export, version: Option<&str>) -> Result<Exported> {
        let reading = self.read()?;
        let api = version_of(&reading.apis, version)?;
        let (text, left_out) = match format {
            Export::Csdl => export::csdl(api),
            Export::OpenApi => (export::openapi(api), Vec::new()),
            Export::Model => (export::model_json(api, &reading.sources), Vec::new()),
        };
        Ok(Exported { text, left_out, sources: reading.sources })
    }

    /// Reads the docs and tells what is selected of each API version, by its name.
    ///
    /// # Errors
    /// As for [`Generator::plan`], but that nothing is selected is none.
    pub fn selected(&self) -> Result<BTreeMap<String, Selected>> {
        Ok(self.read()?.selected)
    }

    /// Reads the docs to say what is odd in them, and generates nothing.
    ///
    /// # Errors
    /// As for [`Generator::plan`], except that nothing need be selected.
    pub fn lint(&self) -> Result<Lint> {
        Ok(Lint { reading: self.read()? })
    }

    /// Reads the docs and tells what changed since the base: in terms of the API, of the generated crate, and of what
    /// programs do.
    ///
    /// # Errors
    /// As for [`Generator::plan`], also of the base, except that nothing need be selected; and there is no such
    /// commit.
    pub fn review(&self, base: &Base) -> Result<Review> {
        review::of(self, base)
    }

    /// Reads the docs and tells how one version differs from another one.
    ///
    /// # Errors
    /// As for [`Generator::export`].
    pub fn review_versions(&self, from: &str, to: &str) -> Result<Review> {
        review::between(&self.read_unproofread()?, from, to)
    }

    /// Whether Git keeps what is around the configuration file, so that there is a base to compare with.
    pub fn has_history(&self) -> bool {
        review::is_kept(&self.config)
    }

    /// A generator for another configuration, of whose docs nobody is told how far it is.
    pub(crate) fn like(&self, config: Config, revision: Option<&str>) -> Self {
        let revision = revision.map(str::to_owned);
        Self { threads: self.threads, revision, ..Self::new(config) }
    }

    /// What is read of the docs, without the slips in them.
    pub(crate) fn read_unproofread(&self) -> Result<Reading> {
        self.read_as(&Config { is_unproofread: true, ..self.config.clone() })
    }

    fn read(&self) -> Result<Reading> {
        self.read_as(&self.config)
    }

    fn read_as(&self, config: &Config) -> Result<Reading> {
        let chosen = dialect::chosen(&config.dialect, &config.file)?;
        let roots = self.roots()?;
        let mut input = input::read(&roots, &config.output.dir, &chosen.dialect)?;
        if input.versions.is_empty() {
            bail!(
                "no API version in {}: {}",
                shown_roots(&roots),
                chosen.dialect.versions().are_what()
            );
        }
        let notices = source::notices(config, &chosen.dialect)?;
        let corrections = Corrections::read(config, &mut input.sources, &chosen.dialect)?;
        input.remarks.extend(overrides_files::unread(config));
        let mut reading =
            pipeline::run(input, config, chosen, corrections, self.threads, &*self.progress)?;
        reading.notices = notices;
        reading.origins = roots.iter().filter_map(Root::origin).collect();
        recognised(&reading, &shown_roots(&roots))?;
        Ok(reading)
    }

    fn roots(&self) -> Result<Vec<Root>> {
        let Some(revision) = &self.revision else {
            let folders = self.config.docs.iter().cloned().map(Root::Folder);
            let pinned =
                source::pinned(&self.config)?.into_iter().map(|it| Root::Pinned(Box::new(it)));
            return Ok(folders.chain(pinned).collect());
        };
        let base = self.config.file.folder();
        let folders = snapshots(base, &self.config.docs, revision)?.into_iter();
        let pinned = source::pinned_at(&self.config, base, revision)?.into_iter();
        Ok(folders.map(Root::Commit).chain(pinned.map(|it| Root::Pinned(Box::new(it)))).collect())
    }
}

/// Systems name what has changed in a folder by either path.
fn names(folder: &Path) -> Vec<PathBuf> {
    [std::path::absolute(folder), folder.canonicalize()].into_iter().flatten().collect()
}

fn recognised(reading: &Reading, docs: &str) -> Result<()> {
    ensure!(
        reading.is_recognised,
        "no API is recognised in {docs}: {}, but no type and no route",
        counted(reading.pages.facts().count(), "page")
    );
    Ok(())
}

fn shown_roots(roots: &[Root]) -> String {
    roots.iter().map(Root::shown).collect::<Vec<_>>().join(", ")
}

pub(crate) fn version_of<'a>(apis: &'a [Api], version: Option<&str>) -> Result<&'a Api> {
    let known = || apis.iter().map(|api| api.version.as_str()).collect::<Vec<_>>().join(", ");
    match (version, apis) {
        (None, [api]) => Ok(api),
        (None, _) => bail!("several API versions; name one of: {}", known()),
        (Some(version), _) => apis.iter().find(|api| api.version == version).with_context(|| {
            format!("the docs have no API version `{version}`; they have: {}", known())
        }),
    }
}

/// Formats for other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// CSDL 4.0 XML.
    Csdl,
    /// OpenAPI 3.1 JSON.
    OpenApi,
    /// The model itself as JSON, each fact with its page, line and rule.
    Model,
}

/// An API version rendered for other tools.
pub struct Exported {
    /// The document.
    pub text: String,
    left_out: Vec<Diagnostic>,
    sources: Sources,
}

impl Exported {
    /// What the format could hold but the docs do not tell, each with its place.
    pub fn render_left_out(&self, colour: bool) -> String {
        diag::render_all(&self.left_out, &self.sources, colour)
    }
}

fn is_written(changes: &[Change]) -> bool {
    changes.iter().all(|it| matches!(it, Change::Foreign(_)))
}

/// What a plan leaves to the next one.
struct Kept {
    planned: Files,
    hashes: Files,
    existing: Existing,
}

/// What a run would do.
pub struct Plan {
    dir: PathBuf,
    reading: Reading,
    planned: Files,
    /// The hash of each planned file but the manifest.
    hashes: Files,
    configuration: String,
    allow_removals: bool,
    existing: Existing,
    changes: Vec<Change>,
    /// What emitting leaves to the next plan.
    emitted: emit::Kept,
    /// The files of the plan before, which take time to be dropped.
    files_before: Option<Files>,
}

impl Plan {
    /// What differs from the output folder.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Every file of the crate.
    pub fn files(&self) -> &Files {
        &self.planned
    }

    /// What is odd in the docs, in the order of pages and places.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.reading.diagnostics
    }

    /// Remarks about the configuration, and about files among the docs that were not read.
    pub fn remarks(&self) -> &[String] {
        &self.reading.remarks
    }

    /// Remarks on what is no concern of the client, such as another version of this program than before.
    pub fn notices(&self) -> &[String] {
        &self.reading.notices
    }

    /// The commits that docs of [sources](crate::Config::sources) were read from.
    pub fn origins(&self) -> &[Origin] {
        &self.reading.origins
    }

    /// The texts that diagnostics point into.
    pub fn sources(&self) -> &Sources {
        &self.reading.sources
    }

    /// The API versions that were read.
    pub fn apis(&self) -> &[Api] {
        &self.reading.apis
    }

    /// What changed since the base, which `generator` reads as the one that made this plan.
    ///
    /// # Errors
    /// As for [`Generator::review`].
    pub fn review(&self, generator: &Generator, base: &Base) -> Result<Review> {
        review::against(generator, base, &self.reading)
    }

    /// What is odd in the docs, without what the baseline knows.
    pub fn findings(&self, baseline: Option<&Baseline>) -> Findings<'_> {
        Findings::new(&self.reading, baseline)
    }

    /// The diagnostics of at least this severity as a terminal shows them.
    pub fn render_diagnostics(&self, least: Severity, colour: bool) -> String {
        let shown: Vec<Diagnostic> =
            self.diagnostics().iter().filter(|it| it.severity >= least).cloned().collect();
        diag::render_all(&shown, self.sources(), colour)
    }

    /// The changes as a unified diff of at most `limit` lines.
    pub fn diff(&self, limit: usize) -> String {
        let edited = self.edited();
        changes::diff(&self.changes, &self.planned, &self.existing.files, &edited, limit)
    }

    /// Of the files that change, those that somebody has edited since a run wrote them.
    pub fn edited(&self) -> BTreeSet<String> {
        self.existing.edited(&self.changes)
    }

    /// Whether an earlier run died while it moved files, so that the folder is neither what it was nor
    /// what it should have become. The plan compares with what it was, which [`Plan::write`] restores.
    pub fn is_interrupted(&self) -> bool {
        self.existing.interrupted
    }

    /// Why [`Plan::write`] refuses, if the run would remove more than half of the client's source files
    /// although the configuration is that of the last run.
    pub fn objection(&self) -> Option<String> {
        self.objection_to(&self.changes, &self.existing)
    }

    /// Why [`Plan::write`] refuses, if something that apimark has not written stands where a file goes.
    pub fn obstacle(&self) -> Option<String> {
        replace::in_the_way(&self.dir, &self.changes, &self.existing)
    }

    fn objection_to(&self, changes: &[Change], existing: &Existing) -> Option<String> {
        if self.allow_removals {
            return None;
        }
        removals::objection(changes, existing, &self.configuration)
    }

    /// Makes the output folder what the plan says, wholly or not at all. Touches only files that
    /// differ, and removes only files that an earlier run wrote.
    ///
    /// # Errors
    /// A file cannot be written, one that apimark has not written is in the way, or there is an
    /// [objection](Plan::objection); the folder is then as it was.
    pub fn write(&self) -> Result<()> {
        if is_written(&self.changes) && !work::has_leftovers(&self.dir) {
            return Ok(());
        }
        let is_new = !self.dir.exists();
        std::fs::create_dir_all(&self.dir)
            .with_context(|| format!("cannot create {}", shown(&self.dir)))?;
        let result = self.write_locked();
        if result.is_err() && is_new {
            // Fails where something is left in it that should be seen.
            std::fs::remove_dir(&self.dir).ok();
        }
        result
    }

    /// The same plan, compared with the folder as it is now; `None` if another plan follows from what stands there.
    fn compared_again(mut self) -> Result<Option<Self>> {
        self.existing = std::mem::take(&mut self.existing).again(&self.dir)?;
        if self.existing.is_foreign(README) == self.planned.contains_key(README) {
            return Ok(None);
        }
        self.changes = changes::changes(&self.planned, &self.existing.files, &self.existing.ours());
        Ok(Some(self))
    }

    /// As [`Plan::write`]; what stands in the folder then need not be read by the next plan.
    pub(crate) fn write_and_keep(&mut self) -> Result<()> {
        self.write()?;
        self.existing = std::mem::take(&mut self.existing).again(&self.dir)?;
        self.changes = changes::changes(&self.planned, &self.existing.files, &self.existing.ours());
        Ok(())
    }

    /// Drops what only the making of the plan needed. It takes time, which nobody need wait for.
    pub(crate) fn drop_what_was_before(&mut self) {
        self.files_before = None;
        self.reading.before.clear();
    }

    /// The file of the docs at this absolute path.
    pub(crate) fn page_at(&self, path: &Path) -> Option<PageId> {
        self.reading.page_at(path)
    }

    /// Whether files of the docs lie in this folder.
    pub(crate) fn holds_pages(&self, folder: &Path) -> bool {
        self.reading.holds_pages(folder)
    }

    /// Whether something was odd about a file of the docs before it was read as a page.
    pub(crate) fn is_odd_file(&self, id: PageId) -> bool {
        self.reading.is_odd_file(id)
    }

    fn write_locked(&self) -> Result<()> {
        let lock = Lock::take(&self.dir)?;
        replace::recover(&self.dir, &lock)?;
        if self.existing.is_current(&self.dir)? {
            return self.replace(&self.changes, &self.existing, &lock);
        }
        // Another run has changed the tree since it was compared.
        let existing = Existing::read(&self.dir)?;
        let changes = changes::changes(&self.planned, &existing.files, &existing.ours());
        self.replace(&changes, &existing, &lock)
    }

    fn replace(&self, changes: &[Change], existing: &Existing, lock: &Lock) -> Result<()> {
        if is_written(changes) {
            return Ok(());
        }
        if let Some(objection) = self.objection_to(changes, existing) {
            bail!(objection);
        }
        replace::apply(&self.dir, changes, &self.planned, existing, lock)
    }

    /// One line: what was read, what came out, what is odd.
    pub fn summary(&self) -> String {
        report::summary(&self.reading, &self.changes)
    }
}
