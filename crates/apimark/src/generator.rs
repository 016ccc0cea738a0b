//! The front door: from a configuration to what is read of the docs.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Result, bail, ensure};
use facts::PageKind;
use model::Selected;

use crate::config::Config;
use crate::overrides_files::{self, Corrections};
use crate::page_files::is_page;
use crate::pipeline::{self, Reading};
use crate::progress::Progress;
use crate::root::Root;
use crate::shown::counted;
use crate::snapshot::snapshots;
use crate::{dialect, input, source};

/// Reads docs and plans the generated crate.
pub struct Generator {
    pub(crate) config: Config,
    pub(crate) threads: NonZero<usize>,
    pub(crate) allow_removals: bool,
    /// The commit in which the docs are read, where that is not the folder as it is.
    revision: Option<String>,
    pub(crate) progress: Box<dyn Fn(Progress) + Sync>,
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

    /// Lets the run remove most of the client: see [`Plan::objection`](crate::Plan::objection).
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

    /// Reads the docs and tells what is selected of each API version, by its name.
    ///
    /// # Errors
    /// As for [`Generator::plan`], but that nothing is selected is none.
    pub fn selected(&self) -> Result<BTreeMap<String, Selected>> {
        Ok(self.read()?.selected)
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

    pub(crate) fn read(&self) -> Result<Reading> {
        self.read_as(&self.config)
    }

    fn read_as(&self, config: &Config) -> Result<Reading> {
        let (reading, roots) = self.read_anything(config)?;
        recognised(&reading, &roots)?;
        Ok(reading)
    }

    /// What is read also of docs in which no API is recognised, and where they are.
    pub(crate) fn read_for_reports(&self) -> Result<(Reading, String)> {
        self.read_anything(&self.config)
    }

    fn read_anything(&self, config: &Config) -> Result<(Reading, String)> {
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
        Ok((reading, shown_roots(&roots)))
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

/// Fails where the docs have neither a type nor a route.
pub(crate) fn recognised(reading: &Reading, docs: &str) -> Result<()> {
    let (mut pages, mut other) = (0, 0);
    for facts in reading.pages.facts() {
        pages += 1;
        other += usize::from(facts.kind != PageKind::Concept);
    }
    let hint = match other {
        0 => format!("no title and no heading tells the dialect `{}` of any", reading.dialect.0),
        _ => "`lint` says what is not read".to_owned(),
    };
    ensure!(
        reading.is_recognised,
        "no API is recognised in {docs}: {}, but no type and no route; {hint}",
        counted(pages, "page")
    );
    Ok(())
}

fn shown_roots(roots: &[Root]) -> String {
    roots.iter().map(Root::shown).collect::<Vec<_>>().join(", ")
}
