//! Replacing the output folder's files whole or not at all.
//!
//! `work` says how the folder is laid out that a run works in.
//!
//! When a move fails, all of them are taken back. When the process dies in step 2, `moving/` says so to
//! every later run, and the next one that writes takes the moves back before it does anything else.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::changes::{Change, Files};
use crate::folder::{listing_error, relative};
use crate::lock::Lock;
use crate::manifest;
use crate::shown::shown;
use crate::threads::in_parallel;
use crate::tree::Existing;
use crate::work::{ADDED, DONE, MOVING, NEW, OLD, STAGING, WORK, added, moving};

/// Writing a file to the disk is mostly waiting for it, and the system answers many who wait at once.
const WRITERS: NonZero<usize> = NonZero::new(16).expect("16 is not zero");

/// Undoes a run that died between its moves, and tidies up after one that died before or later. The lock
/// says that no run is at work.
pub(crate) fn recover(dir: &Path, _: &Lock) -> Result<()> {
    let work = dir.join(WORK);
    remove_folder(&work.join(STAGING))?;
    remove_folder(&work.join(DONE))?;
    match moving(dir) {
        Some(moving) => undo(dir, &moving).context("interrupted run: cannot take it back"),
        None => Ok(()),
    }
}

/// Carries the changes out.
pub(crate) fn apply(
    dir: &Path,
    changes: &[Change],
    planned: &Files,
    existing: &Existing,
    lock: &Lock,
) -> Result<()> {
    if let Some(why) = in_the_way(dir, changes, existing) {
        bail!(why);
    }
    lock.hide_from_git()?;
    let work = dir.join(WORK);
    let [staging, moving] = [work.join(STAGING), work.join(MOVING)];
    let unchanged = || format!("{} is unchanged", shown(dir));
    let staged = stage(dir, &staging, changes, planned).and_then(|()| rename(&staging, &moving));
    if let Err(error) = staged {
        remove_folder(&staging)?;
        return Err(error).with_context(unchanged);
    }
    let moved = sync_folder(&work).and_then(|()| make_moves(dir, &moving, changes));
    if let Err(error) = moved {
        undo(dir, &moving).context("interrupted run: cannot take it back")?;
        return Err(error).with_context(unchanged);
    }
    // From here on the new tree counts, even if the run dies while it tidies up.
    finish(&work)?;
    let removed = changes.iter().filter(|it| matches!(it, Change::Remove(_)));
    remove_empty_folders(dir, removed.map(Change::path));
    Ok(())
}

/// Says that the tree is no longer between two states, and drops what would lead back.
fn finish(work: &Path) -> Result<()> {
    let done = work.join(DONE);
    rename(&work.join(MOVING), &done)?;
    sync_folder(work)?;
    remove_folder(&done)
}

/// Why the changes are not carried out: what is not generated is never replaced, and no link below the folder
/// is followed out of it.
pub(crate) fn in_the_way(dir: &Path, changes: &[Change], existing: &Existing) -> Option<String> {
    let found = changes.iter().find_map(|change| match change {
        Change::Add(path) => obstacle(dir, path),
        Change::Update(path) if !existing.is_marked(path) => Some(dir.join(path)),
        _ => None,
    });
    found.map(|path| {
        format!(
            "{} stands where a generated file goes, and apimark has not written it; \
             move it away or choose another output folder",
            shown(&path)
        )
    })
}

/// What keeps a new file from being put at `path`: something of its name, or above it anything but folders.
fn obstacle(dir: &Path, path: &str) -> Option<PathBuf> {
    let ends = path.match_indices('/').map(|(end, _)| end);
    let mut folders = ends.map(|end| dir.join(&path[..end]));
    let blocked = folders.find(|it| fs::symlink_metadata(it).is_ok_and(|found| !found.is_dir()));
    let target = dir.join(path);
    blocked.or_else(|| fs::symlink_metadata(&target).is_ok().then_some(target))
}

/// Writes all that the moves need, and waits until the disk has it.
fn stage(dir: &Path, staging: &Path, changes: &[Change], planned: &Files) -> Result<()> {
    let mut texts = Vec::new();
    let mut added = Vec::new();
    for change in changes {
        let path = change.path();
        if let Change::Add(_) | Change::Update(_) = change {
            let (path, text) =
                planned.get_key_value(path).context("a change is of a planned file")?;
            texts.push((staging.join(NEW).join(path), text.as_str()));
            if matches!(change, Change::Add(_)) {
                added.push((path, text));
            }
        }
        if let Change::Update(_) | Change::Remove(_) = change {
            keep(&dir.join(path), &staging.join(OLD).join(path))?;
        }
    }
    let added = manifest::lines(added.into_iter());
    texts.push((staging.join(ADDED), &added));
    for (path, _) in &texts {
        create_parent(path)?;
    }
    let write = |(path, text): &(PathBuf, &str)| {
        write(path, text.as_bytes()).with_context(|| format!("cannot write {}", shown(path)))
    };
    in_parallel(&texts, WRITERS, write).into_iter().collect::<Result<()>>()?;
    let folders = WalkDir::new(staging).into_iter().filter_map(Result::ok);
    folders.filter(|it| it.file_type().is_dir()).try_for_each(|it| sync_folder(it.path()))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Keeps a file under a second name. Not every file system has links.
fn keep(file: &Path, name: &Path) -> Result<()> {
    create_parent(name)?;
    fs::hard_link(file, name)
        .or_else(|_| write(name, &fs::read(file)?))
        .with_context(|| format!("cannot keep {} as {}", shown(file), shown(name)))
}

fn make_moves(dir: &Path, moving: &Path, changes: &[Change]) -> Result<()> {
    let mut touched = Vec::new();
    move_in(&moving.join(NEW), dir, &mut touched)?;
    for change in changes {
        if let Change::Remove(path) = change {
            let path = dir.join(path);
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", shown(&path)))?;
            touched.extend(path.parent().map(Path::to_path_buf));
        }
    }
    touched.sort();
    touched.dedup();
    touched.iter().try_for_each(|it| sync_folder(it))
}

/// Moves what is in `from` into `to`, a folder that is new there as a whole.
fn move_in(from: &Path, to: &Path, touched: &mut Vec<PathBuf>) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    for entry in WalkDir::new(from).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(listing_error)?;
        let target = to.join(entry.file_name());
        if entry.file_type().is_dir() && target.is_dir() {
            move_in(entry.path(), &target, touched)?;
        } else {
            rename(entry.path(), &target)?;
        }
    }
    touched.push(to.to_path_buf());
    Ok(())
}

/// Takes every move back. Safe to repeat. What somebody has put there since the run died stays.
fn undo(dir: &Path, moving: &Path) -> Result<()> {
    let old = relative_files(&moving.join(OLD));
    let foreign = old.iter().map(|path| (path, dir.join(path))).find(|(path, target)| {
        fs::read(target).is_ok_and(|it| !manifest::is_marked(path, &String::from_utf8_lossy(&it)))
    });
    if let Some((_, target)) = foreign {
        bail!("{} stands where a generated file was; move it away", shown(&target));
    }
    let added = added(moving);
    for path in added.paths() {
        let target = dir.join(path);
        if fs::read_to_string(&target).is_ok_and(|text| added.is_unchanged(path, &text)) {
            fs::remove_file(&target)
                .with_context(|| format!("cannot remove {}", shown(&target)))?;
        }
    }
    remove_empty_folders(dir, added.paths().map(String::as_str));
    for path in &old {
        let target = dir.join(path);
        create_parent(&target)?;
        rename(&moving.join(OLD).join(path), &target)?;
        target.parent().map_or(Ok(()), sync_folder)?;
    }
    finish(&dir.join(WORK))
}

fn create_parent(path: &Path) -> Result<()> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).with_context(|| format!("cannot create {}", shown(parent)))
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("cannot move {} to {}", shown(from), shown(to)))
}

/// Waits until the disk has a folder's list of names. Only Unix opens folders for that.
fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|it| it.sync_all());
        synced.with_context(|| format!("cannot write {}", shown(folder)))?;
    }
    Ok(())
}

fn remove_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", shown(folder)))?;
    }
    Ok(())
}

fn relative_files(dir: &Path) -> Vec<String> {
    WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| relative(dir, entry.path()))
        .collect()
}

/// Folders that a removal has emptied go too; failing to remove one does no harm.
fn remove_empty_folders<'a>(dir: &Path, removed: impl Iterator<Item = &'a str>) {
    for path in removed {
        let mut folder = Path::new(path).parent();
        while let Some(it) = folder.filter(|it| !it.as_os_str().is_empty()) {
            if fs::remove_dir(dir.join(it)).is_err() {
                break;
            }
            folder = it.parent();
        }
    }
}
