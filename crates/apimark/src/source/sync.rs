//! `sync`: fetching what is pinned, and pinning.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::pins::{Pin, Pins};
use super::problem::{Place, Problem};
use super::{cache, hash, snapshot};
use crate::config::{Config, Source};
use crate::dialect;
use crate::git::Failure;
use crate::git::fetch::{Remote, Tip, stored_bytes};
use crate::git::objects::{Contents, Entry};
use crate::shown::{counted, shown};
use crate::snapshot::Snapshot;

/// What [`sync`] did for a source.
#[derive(Clone, Debug)]
pub struct Synced {
    /// The last part of the repository's address.
    pub name: String,
    /// What is pinned of it, in words: `branch main`.
    pub tip: String,
    /// The id of the commit that is pinned now.
    pub commit: String,
    /// The id of the commit that was pinned before.
    pub before: Option<String>,
    /// Whether the pages are those that were pinned before.
    pub same_pages: bool,
    /// How many pages there are.
    pub pages: usize,
    /// How many bytes of objects the cache has more than before.
    pub bytes: u64,
    /// How long it took.
    pub time: Duration,
}

impl fmt::Display for Synced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, tip, commit, before, same_pages, pages, bytes, time } = self;
        let pinned = match before {
            Some(before) if before == commit => format!("is pinned at {commit}, as before"),
            Some(before) if *same_pages => {
                format!("moves from {before} to {commit}, which changes none of its pages")
            }
            Some(before) => format!("moves from {before} to {commit}"),
            None => format!("is pinned at {commit}"),
        };
        let name = diag::printable(name);
        let pages = counted(*pages, "page");
        let (kilobytes, seconds) = (bytes.div_ceil(1000), time.as_secs_f64());
        write!(f, "{name}, {tip}, {pinned}; {pages}, {kilobytes} kB fetched, {seconds:.1} s")
    }
}

/// Fetches the docs of all sources as `apimark.lock` pins them, pins what is not, and writes the lock. With `update`,
/// every pin moves to what its branch or tag is now. `listener` is told which source is next.
///
/// This alone reaches for the network, by the program `git`.
///
/// # Errors
/// Something cannot be fetched, or is not what is pinned; the lock is then as it was.
pub fn sync(config: &Config, update: bool, listener: &dyn Fn(&Source)) -> Result<Vec<Synced>> {
    let pins = Pins::read(config)?;
    let mut all = Vec::new();
    let mut done = Vec::new();
    for (index, source) in config.sources.iter().enumerate() {
        listener(source);
        let (pin, synced) = sync_one(config, index, &pins, update)?;
        all.push(pin);
        done.push(synced);
    }
    let dialect = dialect::chosen(&config.dialect, &config.file)?.dialect;
    Pins::new(all, &dialect).write(config)?;
    Ok(done)
}

fn sync_one(config: &Config, index: usize, pins: &Pins, update: bool) -> Result<(Pin, Synced)> {
    let start = Instant::now();
    let source = &config.sources[index];
    let place = Place::new(config, index);
    let problem = |problem: Problem| problem.at(&place);
    let dir = cache::folder(config, source)?;
    let _lock = locked(&dir)?;
    let bytes = stored_bytes(&dir);
    let address = cache::address(config, source);
    let remote = Remote::new(&dir, &address).map_err(|it| problem(Problem::Unreachable(it)))?;
    let before = pins.commit(source).map(str::to_owned);
    let wanted = source.named_commit().or(before.as_deref().filter(|_| !update));
    let commit = commit(&remote, source, wanted).map_err(problem)?;
    let mut pin = Pin { source: source.clone(), commit, tree: String::new() };
    let snapshot = snapshot(config, &pin)?;
    let pages = pages(&remote, &snapshot, source).map_err(problem)?;
    pin.tree = tree(&snapshot, &pages).map_err(problem)?;
    let old = pins.of(source);
    if old.as_ref().is_some_and(|old| old.commit == pin.commit && old.tree != pin.tree && !update) {
        return Err(problem(Problem::Differs { commit: pin.commit }));
    }
    let synced = Synced {
        name: source.name().to_owned(),
        tip: source.tip(),
        commit: pin.commit.clone(),
        before,
        same_pages: old.is_some_and(|old| old.tree == pin.tree),
        pages: pages.len(),
        bytes: stored_bytes(&dir).saturating_sub(bytes),
        time: start.elapsed(),
    };
    Ok((pin, synced))
}

/// One run at a time fetches into a repository of the cache; the others wait. The system releases the lock of a run
/// that dies.
fn locked(dir: &Path) -> Result<File> {
    let cache = dir.parent().unwrap_or(Path::new(""));
    let cannot = || format!("cannot write to the cache {}", shown(cache));
    fs::create_dir_all(cache).with_context(cannot)?;
    let file = File::create(dir.with_extension("lock")).with_context(cannot)?;
    file.lock().with_context(cannot)?;
    Ok(file)
}

/// The id of the commit to pin, whose folders are fetched: the wanted one, else what the branch or tag is now.
fn commit(remote: &Remote<'_>, source: &Source, wanted: Option<&str>) -> Result<String, Problem> {
    if let Some(wanted) = wanted {
        if remote.repository().commit(wanted).is_ok() {
            return Ok(wanted.to_owned());
        }
        let lost = |failure: Failure| match failure.is_refusal() {
            true => Problem::Lost { commit: wanted.to_owned(), failure },
            false => Problem::Unreachable(failure),
        };
        return remote.commit(&Tip::Commit(wanted)).map_err(lost);
    }
    let tip = match (&source.branch, &source.rev) {
        (Some(branch), _) => Tip::Branch(branch),
        (None, Some(tag)) => Tip::Tag(tag),
        (None, None) => Tip::Default,
    };
    remote.commit(&tip).map_err(|failure| match failure.is_refusal() {
        true => Problem::NoReference { near: near(remote, source) },
        false => Problem::Unreachable(failure),
    })
}

/// What was probably meant by a branch or tag that does not exist.
fn near(remote: &Remote<'_>, source: &Source) -> Option<String> {
    let all = remote.references().ok()?;
    let of = |prefix: &str| {
        all.iter()
            .filter_map(move |name| name.strip_prefix(prefix).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let (branches, tags) = (of("refs/heads/"), of("refs/tags/"));
    let (name, same, other, key) = match (&source.branch, &source.rev) {
        (Some(branch), _) => (branch, branches, tags, "rev"),
        (None, rev) => (rev.as_ref()?, tags, branches, "branch"),
    };
    if other.contains(name) {
        return Some(format!("`{key} = \"{name}\"`"));
    }
    let near = diag::nearest(name, same.iter().map(String::as_str))?;
    Some(format!("`{}`", diag::printable(near)))
}

/// The pages, whose contents are fetched. Each path leads to some.
fn pages(remote: &Remote<'_>, snapshot: &Snapshot, source: &Source) -> Result<Vec<Entry>, Problem> {
    let (pages, _) = snapshot.entries().map_err(Problem::Unreachable)?;
    let commit = || snapshot.commit.clone();
    let has_page = |path: &String| pages.iter().any(|page| Path::new(&page.path).starts_with(path));
    if let Some(index) = source.paths.iter().position(|path| !has_page(path)) {
        return Err(Problem::NoPath { index, commit: commit() });
    }
    if pages.is_empty() {
        return Err(Problem::NoPages { commit: commit() });
    }
    let wanted: BTreeSet<&str> = pages.iter().map(|page| page.id.as_str()).collect();
    let missing = remote.repository().missing(&wanted).map_err(Problem::Unreachable)?;
    remote.contents(&missing).map_err(Problem::Unreachable)?;
    Ok(pages)
}

fn tree(snapshot: &Snapshot, pages: &[Entry]) -> Result<String, Problem> {
    match snapshot.contents(pages).map_err(Problem::Unreachable)? {
        Contents::All(contents) => Ok(hash(pages, &contents)),
        Contents::Missing(id) => {
            let why = format!("the repository did not send {id}");
            Err(Problem::NotHere { commit: snapshot.commit.clone(), of: None, why })
        }
    }
}
