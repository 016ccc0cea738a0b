//! How long it takes from a page that is saved until the client is written, while `watch` keeps what it has read.
//!
//! `cargo bench -p apimark --bench saves -- [DIR [SAVES [VERSION]]]`, by default 20 on the docs of this repository.
//!
//! Edits of all kinds that writers make are saved at random places, one upon the other; the time is told by stage and by
//! kind. Held as well: files that need not change are not touched, and now and then a cold run has nothing to change.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, UNIX_EPOCH};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use apimark::{Change, Config, Generator, Progress, Session};
use apimark_slips::{Docs, Edit, honest, slips};
use diag::SourceFile;
use fastrand::Rng;
use walkdir::WalkDir;

/// After how many saves a cold run looks for a difference.
const CHECKED: usize = 20;

/// When which stage began.
type Begun = Arc<Mutex<Vec<(&'static str, Instant)>>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    let root = arguments.first().map_or(here, PathBuf::from);
    let saves: usize = arguments.get(1).map_or(Ok(20), |it| it.parse())?;
    let version = arguments.get(2).map_or("v1.0", String::as_str);
    let folder = tempfile::tempdir()?;
    let mut place = Place { dir: folder.path().to_owned(), docs: Docs::read(&root, version)? };
    for file in &place.docs.files {
        place.put(file)?;
    }
    let begun = Begun::default();
    let mut session = Session::new(place.generator(&begun));
    session.plan()?;
    session.write()?;

    let mut rng = Rng::with_seed(11);
    let (mut all, mut by_kind) = (Vec::new(), BTreeMap::<_, Vec<_>>::new());
    let mut stages = BTreeMap::<_, Vec<_>>::new();
    for nth in 0..saves {
        let (kind, saved) = place.edit(&mut rng)?;
        let before = place.stamps()?;
        begun.lock().expect("nobody panics").clear();
        let start = Instant::now();
        let planned = session.plan_after(&saved);
        let changes = planned.map(|plan| plan.changes().to_vec()).unwrap_or_default();
        let written = Instant::now();
        session.write()?;
        let end = Instant::now();
        session.tidy_up();
        all.push(end - start);
        by_kind.entry(kind).or_default().push(end - start);
        for (stage, time) in split(&begun, start, written, end) {
            stages.entry(stage).or_default().push(time);
        }
        place.only_these_touched(&before, &changes)?;
        if nth % CHECKED == 0 || nth + 1 == saves {
            let cold = place.generator(&Begun::default()).plan();
            let stale = cold.map(|plan| plan.changes().len()).unwrap_or_default();
            ensure!(stale == 0, "after save {nth}, {kind}: {stale} files differ from a cold run's");
        }
    }
    println!("{saves} saves, {}; milliseconds", root.display());
    println!("{:<50}{:>6}{:>9}{:>9}{:>9}", "", "", "p50", "p95", "most");
    line("save to written", &mut all);
    stages.into_iter().for_each(|(stage, mut times)| line(stage, &mut times));
    by_kind.into_iter().for_each(|(kind, mut times)| line(kind, &mut times));
    Ok(())
}

fn split(
    begun: &Begun,
    start: Instant,
    written: Instant,
    end: Instant,
) -> BTreeMap<&'static str, Duration> {
    let begun = begun.lock().expect("nobody panics");
    let starts = [("  before", start)].into_iter().chain(begun.iter().copied());
    let starts: Vec<_> = starts.chain([("  writing", written), ("", end)]).collect();
    let mut times = BTreeMap::<_, Duration>::new();
    for pair in starts.windows(2) {
        *times.entry(pair[0].0).or_default() += pair[1].1.saturating_duration_since(pair[0].1);
    }
    times
}

fn line(what: &str, times: &mut [Duration]) {
    times.sort();
    let at =
        |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("{what:<50}{:>6}{:>9.1}{:>9.1}{:>9.1}", times.len(), at(50), at(95), at(100));
}

/// Docs in a folder of their own, with the client beside them.
struct Place {
    dir: PathBuf,
    docs: Docs,
}

impl Place {
    fn put(&self, file: &SourceFile) -> Result<PathBuf> {
        let path = self.dir.join("docs").join(&file.path);
        fs::create_dir_all(path.parent().context("it is in a folder")?)?;
        fs::write(&path, &file.text)?;
        Ok(path)
    }

    fn generator(&self, begun: &Begun) -> Generator {
        let mut config = Config::default();
        config.docs = vec![self.dir.join("docs")];
        config.output.dir = self.dir.join("out");
        let begun = Arc::clone(begun);
        Generator::new(config).on_progress(move |progress| {
            let Progress::Stage { name, .. } = progress else { return };
            begun.lock().expect("nobody panics").push((name, Instant::now()));
        })
    }

    /// Makes an edit of a random kind and saves it; which kind, and the files.
    fn edit(&mut self, rng: &mut Rng) -> Result<(&'static str, BTreeSet<PathBuf>)> {
        loop {
            let Some((kind, mut edits, added)) = self.any_edit(rng) else { continue };
            edits.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range.start)));
            for edit in &edits {
                let file = &mut self.docs.files[edit.file];
                file.text = edit.apply(&file.text);
            }
            let saved = edits.iter().map(|edit| &self.docs.files[edit.file]).chain(&added);
            return Ok((kind, saved.map(|file| self.put(file)).collect::<Result<_>>()?));
        }
    }

    fn any_edit(&self, rng: &mut Rng) -> Option<(&'static str, Vec<Edit>, Vec<SourceFile>)> {
        if rng.bool() {
            let (kind, make) = honest::KINDS[rng.usize(..honest::KINDS.len())];
            let (edits, added) = make(&self.docs, rng)?;
            return Some((kind, edits, added));
        }
        let texts: Vec<usize> = self.docs.texts().collect();
        let file = texts[rng.usize(..texts.len())];
        let kind = &slips::KINDS[rng.usize(..slips::KINDS.len())];
        let (range, text) = kind.make(&self.docs.files[file].text, rng)?;
        Some(("a slip", vec![Edit::new(file, range, text)], Vec::new()))
    }

    /// When each file of the client was written, since 1970.
    fn stamps(&self) -> Result<BTreeMap<String, Duration>> {
        let out = self.dir.join("out");
        let mut stamps = BTreeMap::new();
        for entry in WalkDir::new(&out) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(&out)?.to_string_lossy().replace('\\', "/");
                let written = entry.metadata()?.modified()?;
                stamps.insert(path, written.duration_since(UNIX_EPOCH)?);
            }
        }
        Ok(stamps)
    }

    fn only_these_touched(
        &self,
        before: &BTreeMap<String, Duration>,
        changes: &[Change],
    ) -> Result<()> {
        let meant: BTreeSet<&str> = changes.iter().map(Change::path).collect();
        for (path, stamp) in self.stamps()? {
            let is_touched = before.get(&path).is_some_and(|it| *it != stamp);
            ensure!(!is_touched || meant.contains(path.as_str()), "{path} was touched");
        }
        Ok(())
    }
}
