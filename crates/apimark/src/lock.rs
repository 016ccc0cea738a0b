//! One run at a time in an output folder.
//!
//! The lock is a file in the folder that the run works in; the run locks it and removes it when it is
//! done. The system releases the lock of a run that dies, so a file that was left behind stops nobody.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use same_file::Handle;

use crate::shown::shown;
use crate::work::WORK;

const NAME: &str = "lock";
const IGNORE: &str = ".gitignore";
const EVERYTHING: &[u8] = b"*\n";

/// Held while the folder is written.
pub(crate) struct Lock {
    work: PathBuf,
    /// Locked until it is closed.
    _file: File,
}

impl Lock {
    /// Takes the lock, or says that another run has it.
    pub(crate) fn take(dir: &Path) -> Result<Self> {
        let work = dir.join(WORK);
        let path = work.join(NAME);
        loop {
            let is_ours = fs::symlink_metadata(&work).map_or(true, |it| it.is_dir());
            ensure!(is_ours, "{} is no folder of apimark's; move it away", shown(&work));
            let file = match open(&work) {
                // A run that ended in between has removed the folder.
                Err(error) if error.kind() == io::ErrorKind::NotFound && dir.is_dir() => continue,
                file => file.with_context(|| format!("cannot write {}", shown(&path)))?,
            };
            match file.try_lock() {
                // A run that ended in between has removed the file: this lock would keep nobody out.
                Ok(()) if !is_at(&file, &path) => {}
                Ok(()) => return Ok(Self { work, _file: file }),
                Err(TryLockError::WouldBlock) => {
                    bail!("another run is writing to {}", shown(dir))
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock {}", shown(&path)));
                }
            }
        }
    }

    /// Makes Git pass over all that a run works with, so that none of it ends up in a commit.
    pub(crate) fn hide_from_git(&self) -> Result<()> {
        hide_from_git(&self.work)
            .with_context(|| format!("cannot write {}", shown(&self.work.join(IGNORE))))
    }
}

fn open(work: &Path) -> io::Result<File> {
    fs::create_dir_all(work)?;
    hide_from_git(work)?;
    File::options().write(true).create(true).truncate(false).open(work.join(NAME))
}

/// Git passes over the file too, once it says so: it is written once and not touched again.
fn hide_from_git(work: &Path) -> io::Result<()> {
    let path = work.join(IGNORE);
    let is_there = fs::read(&path).is_ok_and(|it| it == EVERYTHING);
    if is_there { Ok(()) } else { fs::write(path, EVERYTHING) }
}

fn is_at(file: &File, path: &Path) -> bool {
    let here = file.try_clone().and_then(Handle::from_file);
    here.is_ok_and(|here| Handle::from_path(path).is_ok_and(|there| here == there))
}

impl Drop for Lock {
    /// What stays does no harm. The file that hides the others from Git goes last.
    fn drop(&mut self) {
        fs::remove_file(self.work.join(NAME)).ok();
        let left = fs::read_dir(&self.work).map_or(0, Iterator::count);
        if left <= 1 {
            fs::remove_file(self.work.join(IGNORE)).ok();
            fs::remove_dir(&self.work).ok();
        }
    }
}
