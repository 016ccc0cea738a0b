//! The front door: from a configuration to a plan, and from a plan to files.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use diag::{Diagnostic, Severity, Sources};
use model::Api;

use crate::changes::{self, Change, Files};
use crate::config::Config;
use crate::lock::Lock;
use crate::output::{self, Existing};
use crate::pipeline::{self, Reading};
use crate::{Progress, input, report};

/// Reads docs and plans the generated crate.
pub struct Generator {
    config: Config,
    threads: NonZero<usize>,
    progress: Box<dyn Fn(Progress) + Sync>,
}

impl Generator {
    /// A generator for this configuration; its relative paths are relative to the working folder.
    pub fn new(config: Config) -> Self {
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Self { config, threads, progress: Box::new(|_| ()) }
    }

    /// A generator for the configuration in this file.
    ///
    /// # Errors
    /// The file cannot be read or is invalid.
    pub fn from_config(path: impl AsRef<Path>) -> Result<Self> {
        Ok(Self::new(Config::read(path.as_ref())?))
    }

    /// Reads these documentation roots instead of the configured ones.
    #[must_use]
    pub fn docs(mut self, roots: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        self.config.docs = roots.into_iter().map(Into::into).collect();
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

    /// Tells `listener` how far the run is.
    #[must_use]
    pub fn on_progress(mut self, listener: impl Fn(Progress) + Sync + 'static) -> Self {
        self.progress = Box::new(listener);
        self
    }

    /// Reads the docs and works out every file of the crate. Writes nothing.
    ///
    /// # Errors
    /// A folder cannot be read, or there are no docs in it. What is odd in the docs is no error: see
    /// [`Plan::diagnostics`].
    pub fn plan(&self) -> Result<Plan> {
        let reading = self.read()?;
        if !reading.remarks.is_empty() && reading.apis.iter().all(is_empty) {
            bail!("nothing is selected: {}", reading.remarks.join("; "));
        }
        (self.progress)(Progress::Stage { name: "emitting", pages: 0 });
        let options = emit::Options {
            crate_name: self.config.output.crate_name.clone(),
            runtime: format!("apimark-runtime = {}", self.config.output.runtime),
            command: self.config.output.command.clone(),
        };
        let mut planned: Files = emit::files(&reading.apis, &options)
            .into_iter()
            .map(|file| (file.path, file.text))
            .collect();
        planned.insert("REPORT.md".into(), report::render(&reading, &options.command));
        planned.insert(output::MANIFEST.into(), output::manifest(planned.keys()));
        let dir = self.config.output.dir.clone();
        let existing = output::read(&dir)?;
        let changes = changes::changes(&planned, &existing.files, &existing.ours);
        Ok(Plan { dir, reading, planned, existing, changes })
    }

    /// Reads the docs and renders one API version for other tools: the named one, or the only one.
    ///
    /// # Errors
    /// As for [`Generator::plan`], when the docs have no such version, and when none is named and they
    /// have several.
    pub fn export(&self, format: Export, version: Option<&str>) -> Result<String> {
        let reading = self.read()?;
        let api = version_of(&reading.apis, version)?;
        Ok(match format {
            Export::Csdl => export::csdl(api),
            Export::OpenApi => export::openapi(api),
            Export::Model => export::model_json(api, &reading.sources),
        })
    }

    fn read(&self) -> Result<Reading> {
        let input = input::read(&self.config.docs, &self.config.output.dir)?;
        if input.versions.is_empty() {
            bail!(
                "no API version in {}: a version is a folder that holds `api/` or `resources/`",
                self.config
                    .docs
                    .iter()
                    .map(|it| it.display().to_string())
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
        pipeline::run(input, &self.config, self.threads, &*self.progress)
    }
}

fn version_of<'a>(apis: &'a [Api], version: Option<&str>) -> Result<&'a Api> {
    let known = || apis.iter().map(|api| api.version.as_str()).collect::<Vec<_>>().join(", ");
    match (version, apis) {
        (None, [api]) => Ok(api),
        (None, _) => bail!("several API versions; name one of: {}", known()),
        (Some(version), _) => apis.iter().find(|api| api.version == version).with_context(|| {
            format!("the docs have no API version `{version}`; they have: {}", known())
        }),
    }
}

fn is_empty(api: &Api) -> bool {
    api.structs.is_empty() && api.enums.is_empty() && api.operations.is_empty()
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

/// What a run would do.
pub struct Plan {
    dir: PathBuf,
    reading: Reading,
    planned: Files,
    existing: Existing,
    changes: Vec<Change>,
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

    /// Remarks about the configuration.
    pub fn remarks(&self) -> &[String] {
        &self.reading.remarks
    }

    /// The texts that diagnostics point into.
    pub fn sources(&self) -> &Sources {
        &self.reading.sources
    }

    /// The API versions that were read.
    pub fn apis(&self) -> &[Api] {
        &self.reading.apis
    }

    /// The diagnostics of at least this severity as a terminal shows them.
    pub fn render_diagnostics(&self, least: Severity, colour: bool) -> String {
        let shown: Vec<Diagnostic> =
            self.diagnostics().iter().filter(|it| it.severity >= least).cloned().collect();
        diag::render_all(&shown, self.sources(), colour)
    }

    /// The changes as a unified diff of at most `limit` lines.
    pub fn diff(&self, limit: usize) -> String {
        changes::diff(&self.changes, &self.planned, &self.existing.files, limit)
    }

    /// Makes the output folder what the plan says, wholly or not at all. Touches only files that
    /// differ, and removes only files that an earlier run wrote.
    ///
    /// # Errors
    /// A file cannot be written, or one that apimark has not written is in the way; the folder is then
    /// as it was.
    pub fn write(&self) -> Result<()> {
        if self.is_written() && !output::needs_recovery(&self.dir) {
            return Ok(());
        }
        std::fs::create_dir_all(&self.dir)
            .with_context(|| format!("cannot create {}", self.dir.display()))?;
        let _lock = Lock::take(&self.dir)?;
        output::recover(&self.dir)?;
        // Another run may have changed the tree since it was compared, and a recovery puts one back.
        let existing = output::read(&self.dir)?;
        let changes = changes::changes(&self.planned, &existing.files, &existing.ours);
        if changes.iter().all(|it| matches!(it, Change::Foreign(_))) {
            return Ok(());
        }
        output::apply(&self.dir, &changes, &self.planned, &existing)
    }

    fn is_written(&self) -> bool {
        self.changes.iter().all(|it| matches!(it, Change::Foreign(_)))
    }

    /// One line: what was read, what came out, what is odd.
    pub fn summary(&self) -> String {
        report::summary(&self.reading, &self.changes)
    }
}
