//! From what was read to a plan, and from a plan to files.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use diag::{Diagnostic, Severity, Sources};
use model::Api;

use crate::changes::{self, Change, Files};
use crate::generator::{Generator, recognised};
use crate::lint::{Baseline, Findings};
use crate::lock::Lock;
use crate::manifest::{self, MANIFEST};
use crate::pipeline::{Reading, Saved, is_empty};
use crate::progress::Progress;
use crate::shown::shown;
use crate::source::{self, Origin};
use crate::tree::Existing;
use crate::{removals, replace, report, work};

/// Of what is generated, what somebody may write instead: where such a file stands, none is planned.
const README: &str = "README.md";

impl Generator {
    /// Reads the docs and works out every file of the crate. Writes nothing.
    ///
    /// # Errors
    /// A folder cannot be read, there are no docs in it, or nothing in them is recognised as an API. What is
    /// odd in the docs is no error: see [`Plan::diagnostics`].
    pub fn plan(&self) -> Result<Plan> {
        self.planned(self.read()?, Kept::default(), emit::Kept::default())
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
        self.planned(reading, Kept { planned, hashes, existing }, emitted).map(Some)
    }

    fn planned(&self, reading: Reading, kept: Kept, mut emitted: emit::Kept) -> Result<Plan> {
        if reading.apis.iter().all(is_empty) {
            bail!("nothing is selected: what is included is excluded as well");
        }
        let Kept { planned: files_before, hashes, existing } = kept;
        let mut planned = self.emit(&reading, &files_before, &mut emitted);
        (self.progress)(Progress::Stage { name: "comparing", pages: 0 });
        let dir = self.config.output.dir.clone();
        let existing = existing.again(&dir)?;
        if existing.is_foreign(README) || is_link(&dir.join(README)) {
            planned.remove(README);
        }
        let configuration = self.config.fingerprint(&reading.dialect_text, &reading.corrections);
        let hashes = manifest::hashes(&planned, (&files_before, &hashes));
        planned.insert(MANIFEST.into(), manifest::render(&hashes, &configuration));
        let changes = changes::changes(&planned, &existing.files, &existing.ours());
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

    /// Emits all files and the report; `files_before` are those of the plan before, if there was one.
    fn emit(&self, reading: &Reading, files_before: &Files, emitted: &mut emit::Kept) -> Files {
        (self.progress)(Progress::Stage { name: "emitting", pages: 0 });
        let options = self.emit_options(reading);
        let before = match files_before.is_empty() {
            true => Vec::new(),
            false => reading.apis_before(),
        };
        let files = emit::files_again(&reading.apis, (&before, files_before), &options, emitted);
        let mut planned: Files = files.into_iter().map(|file| (file.path, file.text)).collect();
        planned.insert("REPORT.md".into(), report::render(reading, &options.command));
        planned
    }

    fn emit_options(&self, reading: &Reading) -> emit::Options {
        emit::Options {
            crate_name: self.config.output.crate_name.clone(),
            runtime: format!("apimark-runtime = {}", self.config.output.runtime),
            package: self.config.output.package.manifest_lines(),
            command: self.config.output.command.clone(),
            revision: source::revision(&reading.origins).or(self.config.revision.clone()),
            parallel: self.threads > NonZero::<usize>::MIN,
        }
    }
}

fn is_written(changes: &[Change]) -> bool {
    changes.iter().all(|it| matches!(it, Change::Foreign(_)))
}

/// What a plan leaves to the next one.
#[derive(Default)]
struct Kept {
    planned: Files,
    hashes: Files,
    existing: Existing,
}

/// What a run would do.
pub struct Plan {
    dir: PathBuf,
    pub(crate) reading: Reading,
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
    files_before: Files,
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
        self.files_before.clear();
        self.reading.before.clear();
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

/// Whether somebody has put a link there, to a text of their own. Links in the folder are not followed.
fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|it| it.is_symlink())
}
