//! `watch`: the client follows the docs while they are written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use apimark::{Baseline, Change, Generator, Plan, Session};
use clap::Args;
use diag::printable;
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::called::Called;
use crate::gate::Level;
use crate::input::{Input, config_file};
use crate::terminal::Terminal;

/// How long nothing must be written until what was written counts as saved: editors write in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// Writes the client whenever a page is saved, and says what is odd in it.
///
/// Only what depends on the page is read again; what is written is what `generate` would write. A new page beside others
/// is read by itself too; where the configuration changes, or a page or a folder of docs goes or moves, all is read. Ends
/// with Ctrl-C.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub input: Input,
    /// The output folder, in place of the configured one.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Which reports on the docs to print when they are new.
    #[arg(long, value_name = "LEVEL", default_value = "warnings")]
    pub show: Level,
}

impl Arguments {
    fn generator(&self, called: &Called, terminal: &Terminal) -> Result<Generator> {
        let generator = self.input.generator(called, terminal)?;
        Ok(match &self.out {
            Some(out) => generator.out(out),
            None => generator,
        })
    }
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let mut saves = Saves::of(arguments, called, terminal)?;
    let mut watch = Watch { arguments, called, terminal, session: None, known: None };
    watch.follow(None);
    while let Some(changed) = saves.next()? {
        let changed = changed.filter(|paths| !saves.touch_configuration(paths));
        // Before the run, so that what is saved meanwhile is seen.
        let anew = changed.is_none().then(|| Saves::of(arguments, called, terminal));
        watch.follow(changed.as_ref());
        match anew {
            Some(Ok(anew)) => saves = anew,
            Some(Err(error)) if watch.session.is_some() => return Err(error),
            // What is wrong with the configuration, the run has said.
            Some(Err(_)) | None => {}
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What runs say, one after the other.
struct Watch<'a> {
    arguments: &'a Arguments,
    called: &'a Called,
    terminal: &'a Terminal,
    /// None where nothing could be read the last time.
    session: Option<Session>,
    /// What has been reported.
    known: Option<Baseline>,
}

impl Watch<'_> {
    /// Writes the client after these changes, or anew. What is wrong is said, and mended by the next change.
    fn follow(&mut self, changed: Option<&BTreeSet<PathBuf>>) {
        let start = Instant::now();
        if let Err(error) = self.write(changed, start) {
            self.terminal.error(&format!("{error:#}"));
            self.session = None;
        }
    }

    fn write(&mut self, changed: Option<&BTreeSet<PathBuf>>, start: Instant) -> Result<()> {
        let session = match (self.session.take(), changed) {
            (Some(session), Some(_)) => session,
            _ => Session::new(self.arguments.generator(self.called, self.terminal)?),
        };
        let session = self.session.insert(session);
        let plan = match changed {
            Some(changed) => session.plan_after(changed)?,
            None => session.plan()?,
        };
        let changes = plan.changes().to_vec();
        session.write()?;
        let time = start.elapsed();
        if let Some(plan) = session.last() {
            let known =
                report(plan, self.known.as_ref(), self.arguments, self.called, self.terminal);
            self.known = Some(known);
        }
        say_changes(&changes, time, self.terminal);
        session.tidy_up();
        Ok(())
    }
}

/// Prints what is reported now and was not before; returns all that is.
fn report(
    plan: &Plan,
    known: Option<&Baseline>,
    arguments: &Arguments,
    called: &Called,
    terminal: &Terminal,
) -> Baseline {
    let least = if terminal.is_quiet() { Level::Errors } else { arguments.show };
    let findings = plan.findings(known).at_least(least.least());
    terminal.report(&findings.human(false, terminal.colours_errors(), called.name()));
    findings.baseline()
}

fn say_changes(changes: &[Change], time: Duration, terminal: &Terminal) {
    let mut written = 0;
    for change in changes {
        let (verb, path) = match change {
            Change::Add(path) => ("added", path),
            Change::Update(path) => ("updated", path),
            Change::Remove(path) => ("removed", path),
            Change::Foreign(_) => continue,
        };
        written += 1;
        if written <= MOST {
            terminal.say(&format!("{verb} {}", printable(path)));
        }
    }
    let more =
        if written > MOST { format!(", {} not named here", written - MOST) } else { String::new() };
    let files = if written == 1 { "file" } else { "files" };
    terminal.say(&format!("{written} {files} written{more}; {} ms", time.as_millis()));
}

/// As many files are named.
const MOST: usize = 10;

/// What is saved where docs and configuration are.
struct Saves {
    events: Receiver<notify::Result<Event>>,
    /// What tells docs and what they are read by from all else that is saved there.
    generator: Generator,
    /// The configuration file.
    config: PathBuf,
    /// Watches until it is dropped.
    _watcher: notify::RecommendedWatcher,
}

impl Saves {
    fn of(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<Self> {
        let generator = arguments.generator(called, terminal)?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).context("cannot watch files")?;
        let mut watch = |path: &Path, mode: RecursiveMode| {
            let what =
                || format!("cannot watch {}", printable(&path.to_string_lossy()).into_owned());
            watcher.watch(path, mode).with_context(what)
        };
        let files = generator.files();
        let here = |folder| if folder == Path::new("") { Path::new(".") } else { folder };
        let docs = &generator.config().docs;
        // A folder of docs that is replaced is seen from around it alone, as far as that may be watched.
        let around = docs.iter().flat_map(|docs| docs.ancestors().skip(1).take(AROUND));
        for folder in around.map(here).collect::<BTreeSet<_>>() {
            watch(folder, RecursiveMode::NonRecursive).ok();
        }
        let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
        for folder in folders.into_iter().map(here).filter(|folder| folder.is_dir()) {
            watch(folder, RecursiveMode::NonRecursive)?;
        }
        for docs in docs.iter().filter(|docs| docs.is_dir()) {
            watch(docs, RecursiveMode::Recursive)?;
        }
        let config = config_file(arguments.input.config.as_deref(), called)?;
        Ok(Self { events, generator, config, _watcher: watcher })
    }

    /// Whether one of the paths is that of the configuration.
    fn touch_configuration(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let config = std::path::absolute(&self.config).ok();
        paths.iter().any(|path| std::path::absolute(path).ok() == config)
    }

    /// The paths that are written next, until nothing is for a while; `Some(None)` if some of them are not known, and
    /// `None` when nothing more can be.
    fn next(&self) -> Result<Option<Option<BTreeSet<PathBuf>>>> {
        let mut paths = Some(BTreeSet::new());
        while paths.as_ref().is_some_and(BTreeSet::is_empty) {
            let Ok(event) = self.events.recv() else { return Ok(None) };
            paths = self.with(paths, event)?;
        }
        while let Ok(event) = self.events.recv_timeout(QUIET) {
            paths = self.with(paths, event)?;
        }
        Ok(Some(paths))
    }

    /// The paths and those that an event says are written, as far as runs read them; `None` if it says that others are
    /// lost, or that a folder of docs is another one than that which is watched.
    fn with(
        &self,
        paths: Option<BTreeSet<PathBuf>>,
        event: notify::Result<Event>,
    ) -> Result<Option<BTreeSet<PathBuf>>> {
        let event = event.context("cannot watch files")?;
        let is_written = !matches!(event.kind, EventKind::Access(_));
        if self.moves_docs(&event) {
            return Ok(None);
        }
        // What the program itself says may be kept there, too.
        let is_read =
            |path: &PathBuf| self.generator.may_read(path) || self.generator.decides(path);
        Ok(paths.filter(|_| !event.need_rescan()).map(|mut paths| {
            paths.extend(event.paths.into_iter().filter(|path| is_written && is_read(path)));
            paths
        }))
    }

    /// Whether a folder of docs, or one around it, has come, gone or moved.
    fn moves_docs(&self, event: &Event) -> bool {
        let kind = event.kind;
        let moves = kind.is_create() || kind.is_remove() || kind == EventKind::Any;
        if !moves && !matches!(kind, EventKind::Modify(ModifyKind::Name(_))) {
            return false;
        }
        event.paths.iter().any(|path| self.generator.holds_docs(path))
    }
}

/// As many folders around one of docs are watched: those further out hardly move, and much else is written in them.
const AROUND: usize = 3;
