//! The output folder: reading what is there, and replacing it whole or not at all.
//!
//! A run first writes every new text into a staging folder inside the output folder, then moves the old
//! files aside and the new ones in, and last renames the staging folder. When a move fails, all of them
//! are taken back; when the process dies before the last one, the next run takes them back before it does
//! anything else. So the tree is always wholly old or wholly new.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::changes::{Change, Files};

/// The list of files that a run wrote, one path a line.
pub(crate) const MANIFEST: &str = "apimark.manifest";
const STAGING: &str = ".apimark-staging";
/// What the staging folder is called once all moves are made.
const DONE: &str = ".apimark-done";
const MANIFEST_HEADER: &str =
    "# @generated: the files apimark wrote here. A later run removes only these.";

/// The manifest's text for these paths.
pub(crate) fn manifest<'a>(paths: impl Iterator<Item = &'a String>) -> String {
    let mut text = format!("{MANIFEST_HEADER}\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// What is in the output folder.
pub(crate) struct Existing {
    pub files: Files,
    /// Paths that the manifest lists.
    pub ours: BTreeSet<String>,
}

/// Reads the output folder. Cargo's own files and hidden ones are passed over; links are not followed.
pub(crate) fn read(dir: &Path) -> Result<Existing> {
    let mut files = Files::new();
    if dir.is_dir() {
        let walk = WalkDir::new(dir).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry)) {
            let entry = entry.with_context(|| format!("cannot list {}", dir.display()))?;
            if entry.file_type().is_file() {
                let bytes = fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                let relative =
                    entry.path().strip_prefix(dir).expect("walkdir yields paths below its root");
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                files.insert(parts.join("/"), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    let mut ours: BTreeSet<String> =
        files.get(MANIFEST).map(|text| parse_manifest(text)).unwrap_or_default();
    if files.contains_key(MANIFEST) {
        ours.insert(MANIFEST.to_owned());
    }
    Ok(Existing { files, ours })
}

fn is_passed_over(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let top = entry.depth() == 1;
    name.starts_with('.') || (top && (name == "target" || name == "Cargo.lock"))
}

/// Paths that could lead out of the folder are not ours, whatever the manifest says.
fn parse_manifest(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .filter(|line| Path::new(line).components().all(|it| matches!(it, Component::Normal(_))))
        .map(str::to_owned)
        .collect()
}

/// Whether a run died between its moves or before it tidied up.
pub(crate) fn needs_recovery(dir: &Path) -> bool {
    [STAGING, DONE].iter().any(|folder| dir.join(folder).is_dir())
}

/// Undoes a run that died between its moves, and tidies up after one that died later.
pub(crate) fn recover(dir: &Path) -> Result<()> {
    remove_done(dir)?;
    let staging = dir.join(STAGING);
    if !staging.is_dir() {
        return Ok(());
    }
    let moves = Moves { dir, staging: &staging };
    moves.undo().with_context(|| {
        format!("an earlier run was interrupted; cannot restore from {}", staging.display())
    })
}

fn remove_done(dir: &Path) -> Result<()> {
    let done = dir.join(DONE);
    if done.is_dir() {
        fs::remove_dir_all(&done).with_context(|| format!("cannot remove {}", done.display()))?;
    }
    Ok(())
}

/// Carries the changes out.
pub(crate) fn apply(
    dir: &Path,
    changes: &[Change],
    planned: &Files,
    existing: &Existing,
) -> Result<()> {
    refuse_foreign(dir, changes, existing)?;
    let staging = dir.join(STAGING);
    let moves = Moves { dir, staging: &staging };
    let result = stage(&staging, changes, planned).and_then(|()| moves.run(changes));
    if let Err(error) = result {
        moves.undo().context("cannot undo a failed run")?;
        return Err(error).with_context(|| format!("{} is unchanged", dir.display()));
    }
    // From here on the new tree counts, even if the run dies while it tidies up.
    let done = dir.join(DONE);
    rename(&staging, &done)?;
    remove_empty_folders(dir, changes);
    remove_done(dir)
}

/// What no run wrote is never replaced, and no link below the folder is followed out of it.
fn refuse_foreign(dir: &Path, changes: &[Change], existing: &Existing) -> Result<()> {
    for change in changes {
        let path = change.path();
        let in_the_way = match change {
            Change::Add(_) => obstacle(dir, path),
            Change::Update(_) if !existing.ours.contains(path) => Some(dir.join(path)),
            _ => None,
        };
        if let Some(path) = in_the_way {
            bail!(
                "{} stands where a generated file goes, and apimark has not written it; \
                 move it away or choose another output folder",
                path.display()
            );
        }
    }
    Ok(())
}

/// What keeps a new file from being put at `path`: something of its name, or above it anything but folders.
fn obstacle(dir: &Path, path: &str) -> Option<PathBuf> {
    let ends = path.match_indices('/').map(|(end, _)| end);
    let mut folders = ends.map(|end| dir.join(&path[..end]));
    let blocked = folders.find(|it| fs::symlink_metadata(it).is_ok_and(|found| !found.is_dir()));
    let target = dir.join(path);
    blocked.or_else(|| fs::symlink_metadata(&target).is_ok().then_some(target))
}

fn stage(staging: &Path, changes: &[Change], planned: &Files) -> Result<()> {
    for change in changes {
        if let Change::Add(path) | Change::Update(path) = change {
            let target = staging.join("new").join(path);
            let text = planned.get(path).map_or("", String::as_str);
            write(&target, text).with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    // Also marks the staging folder as complete when there is nothing new.
    fs::create_dir_all(staging.join("old"))
        .with_context(|| format!("cannot write {}", staging.display()))
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}

/// The moves between the output folder and the staging folder: `new/` holds what comes in, `old/` what
/// went out, `added/` names the files that had no predecessor.
struct Moves<'a> {
    dir: &'a Path,
    staging: &'a Path,
}

impl Moves<'_> {
    fn run(&self, changes: &[Change]) -> Result<()> {
        for change in changes {
            let path = change.path();
            match change {
                Change::Add(_) => {
                    let note = self.staging.join("added").join(path);
                    write(&note, "").with_context(|| format!("cannot write {}", note.display()))?;
                    self.take("new", path)?;
                }
                Change::Update(_) => {
                    self.put_aside(path)?;
                    self.take("new", path)?;
                }
                Change::Remove(_) => self.put_aside(path)?,
                Change::Foreign(_) => {}
            }
        }
        Ok(())
    }

    fn take(&self, from: &str, path: &str) -> Result<()> {
        rename(&self.staging.join(from).join(path), &self.dir.join(path))
    }

    fn put_aside(&self, path: &str) -> Result<()> {
        rename(&self.dir.join(path), &self.staging.join("old").join(path))
    }

    /// Takes every move back and removes the staging folder. Safe to repeat.
    fn undo(&self) -> Result<()> {
        for path in relative_files(&self.staging.join("added")) {
            let target = self.dir.join(&path);
            if target.is_file() {
                fs::remove_file(&target)
                    .with_context(|| format!("cannot remove {}", target.display()))?;
            }
        }
        for path in relative_files(&self.staging.join("old")) {
            rename(&self.staging.join("old").join(&path), &self.dir.join(&path))?;
        }
        if self.staging.exists() {
            fs::remove_dir_all(self.staging)
                .with_context(|| format!("cannot remove {}", self.staging.display()))?;
        }
        Ok(())
    }
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("cannot create {}", parent.display()))?;
    }
    fs::rename(from, to)
        .with_context(|| format!("cannot move {} to {}", from.display(), to.display()))
}

fn relative_files(dir: &Path) -> Vec<PathBuf> {
    WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| entry.path().strip_prefix(dir).map(Path::to_path_buf).ok())
        .collect()
}

/// Folders that a removal has emptied go too; failing to remove one does no harm.
fn remove_empty_folders(dir: &Path, changes: &[Change]) {
    for change in changes {
        if let Change::Remove(path) = change {
            let mut folder = Path::new(path).parent();
            while let Some(it) = folder.filter(|it| !it.as_os_str().is_empty()) {
                if fs::remove_dir(dir.join(it)).is_err() {
                    break;
                }
                folder = it.parent();
            }
        }
    }
}
