//! What stands in the output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::changes::{Change, Files};
use crate::folder::{listing_error, relative};
use crate::manifest::{self, MANIFEST, Manifest};
use crate::shown::shown;
use crate::work;

/// The output folder, as it is once a run that died in it is taken back.
#[derive(Default)]
pub(crate) struct Existing {
    /// The files. Line ends are those of Unix: which ones stand on disk is for Git to say.
    pub files: Files,
    pub manifest: Manifest,
    /// Whether a run died between its first move and its last one.
    pub interrupted: bool,
    /// How the files looked from outside when they were read.
    stamps: BTreeMap<String, Stamp>,
}

/// What tells that a file was written to: its length and when that was.
type Stamp = (u64, Option<Duration>);

impl Existing {
    /// Reads the output folder. Cargo's own files and hidden ones are passed over; links are not followed.
    pub(crate) fn read(dir: &Path) -> Result<Self> {
        Self::default().again(dir)
    }

    /// Reads the output folder; of files that look as they did, what is known of them stands.
    pub(crate) fn again(self, dir: &Path) -> Result<Self> {
        let known = if self.interrupted { Self::default() } else { self };
        let (mut files, stamps) = read_files(dir, is_passed_over, known)?;
        let interrupted = work::moving(dir);
        if let Some(moving) = &interrupted {
            take_back(&mut files, moving)?;
        }
        let text = files.get(MANIFEST).map(String::as_str).unwrap_or_default();
        let manifest = Manifest::parse(text);
        Ok(Self { manifest, files, interrupted: interrupted.is_some(), stamps })
    }

    /// Whether the folder looks as it did when it was read.
    pub(crate) fn is_current(&self, dir: &Path) -> Result<bool> {
        let mut known = self.stamps.iter();
        let is_as_known = |found: Found| match (known.next(), found.stamp) {
            (Some((path, stamp)), Some(now)) => *path == found.path && *stamp == now,
            _ => false,
        };
        let is_same = found(dir, is_passed_over)?.into_iter().all(is_as_known);
        let is_whole = self.stamps.len() == self.files.len() && known.next().is_none();
        Ok(is_same && is_whole && !self.interrupted && work::moving(dir).is_none())
    }

    /// The files that a run may remove: those that the manifest lists and that bear the mark.
    pub(crate) fn ours(&self) -> BTreeSet<String> {
        let listed = self.manifest.paths().filter(|path| self.is_marked(path)).cloned();
        let own = self.is_marked(MANIFEST).then(|| MANIFEST.to_owned());
        listed.chain(own).collect()
    }

    /// Whether the file bears the mark of a generated one.
    pub(crate) fn is_marked(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|text| manifest::is_marked(path, text))
    }

    /// Whether there is such a file, and no run has written it.
    pub(crate) fn is_foreign(&self, path: &str) -> bool {
        self.files.contains_key(path) && !self.is_marked(path)
    }

    /// Of the files that change, those that somebody has edited since they were written.
    pub(crate) fn edited(&self, changes: &[Change]) -> BTreeSet<String> {
        let is_edited = |path: &str| {
            self.files.get(path).is_some_and(|text| self.manifest.is_edited(path, text))
        };
        changes
            .iter()
            .filter(|it| matches!(it, Change::Update(_) | Change::Remove(_)))
            .map(Change::path)
            .filter(|path| is_edited(path))
            .map(str::to_owned)
            .collect()
    }
}

/// What `replace::recover` does to the disk, done to what was read of it.
fn take_back(files: &mut Files, moving: &Path) -> Result<()> {
    let added = work::added(moving);
    files.retain(|path, text| !added.is_unchanged(path, text));
    files.extend(read_files(&moving.join(work::OLD), |_| false, Existing::default())?.0);
    Ok(())
}

fn read_files(
    dir: &Path,
    passes_over: impl Fn(&walkdir::DirEntry) -> bool,
    mut known: Existing,
) -> Result<(Files, BTreeMap<String, Stamp>)> {
    let (mut files, mut stamps) = (Files::new(), BTreeMap::new());
    for Found { path, place, stamp } in found(dir, passes_over)? {
        let is_known = stamp.is_some() && known.stamps.get(&path) == stamp.as_ref();
        let text = match known.files.remove(&path).filter(|_| is_known) {
            Some(text) => text,
            None => {
                text(&fs::read(&place).with_context(|| format!("cannot read {}", shown(&place)))?)
            }
        };
        stamps.extend(stamp.map(|stamp| (path.clone(), stamp)));
        files.insert(path, text);
    }
    Ok((files, stamps))
}

/// A file that lies in the folder.
struct Found {
    /// Its path in the folder.
    path: String,
    place: PathBuf,
    stamp: Option<Stamp>,
}

/// The files in the folder, in the order of their paths; none where there is no folder.
fn found(dir: &Path, passes_over: impl Fn(&walkdir::DirEntry) -> bool) -> Result<Vec<Found>> {
    if !dir.is_dir() {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    let walk = WalkDir::new(dir).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !passes_over(entry)) {
        let entry = entry.map_err(listing_error)?;
        if entry.file_type().is_file() {
            let (path, stamp) = (relative(dir, entry.path()), stamp(&entry));
            all.push(Found { path, place: entry.into_path(), stamp });
        }
    }
    all.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(all)
}

/// How a file looks from outside, where the file system says so.
fn stamp(entry: &walkdir::DirEntry) -> Option<Stamp> {
    let metadata = entry.metadata().ok()?;
    let written = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok();
    Some((metadata.len(), written))
}

fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text.into_owned() }
}

fn is_passed_over(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let top = entry.depth() == 1;
    name.starts_with('.') || (top && (name == "target" || name == "Cargo.lock"))
}
