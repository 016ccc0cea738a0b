//! One run at a time in an output folder.
//!
//! The lock is a file that the run locks and removes when it is done. The system releases the lock of a
//! run that dies, so a file that was left behind stops nobody.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

const NAME: &str = ".apimark-lock";

/// Held while the folder is written.
pub(crate) struct Lock {
    path: PathBuf,
    /// Locked until it is closed.
    _file: File,
}

impl Lock {
    /// Takes the lock, or says that another run has it.
    pub(crate) fn take(dir: &Path) -> Result<Self> {
        let path = dir.join(NAME);
        loop {
            let file = File::options().write(true).create(true).truncate(false).open(&path);
            let file = file.with_context(|| format!("cannot write {}", path.display()))?;
            match file.try_lock() {
                // A run that ended in between has removed the file: this lock would keep nobody out.
                Ok(()) if !path.exists() => {}
                Ok(()) => return Ok(Self { path, _file: file }),
                Err(TryLockError::WouldBlock) => {
                    bail!("another run is writing to {}", dir.display())
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock {}", path.display()));
                }
            }
        }
    }
}

impl Drop for Lock {
    /// A file that stays does no harm.
    fn drop(&mut self) {
        fs::remove_file(&self.path).ok();
    }
}
