//! The folder of a run in the output folder.
//!
//! A run works in `.apimark/` inside of the output folder: on the same file system, and out of Git's
//! sight. Folders there tell how far it is, and each step is one rename:
//!
//! 1. `staging/`: every new text is written to `new/`, `old/` links to every file that is replaced or
//!    removed, `added` lists the files that have no predecessor. The tree is the old one.
//! 2. `moving/`: everything in it is on the disk, and the files are moved in. The tree may be neither.
//! 3. `done/`: all moves are on the disk. The tree is the new one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::manifest::Manifest;

/// The folder that a run works in.
pub(crate) const WORK: &str = ".apimark";
pub(crate) const STAGING: &str = "staging";
pub(crate) const MOVING: &str = "moving";
pub(crate) const DONE: &str = "done";
pub(crate) const NEW: &str = "new";
/// The files that are replaced or removed.
pub(crate) const OLD: &str = "old";
pub(crate) const ADDED: &str = "added";

/// The folder of the moves, if a run died or is at work between the first and the last one.
pub(crate) fn moving(dir: &Path) -> Option<PathBuf> {
    Some(dir.join(WORK).join(MOVING)).filter(|it| it.is_dir())
}

/// The files that were added among the moves.
pub(crate) fn added(moving: &Path) -> Manifest {
    Manifest::parse(&fs::read_to_string(moving.join(ADDED)).unwrap_or_default())
}

/// Whether a run that died has left something to tidy up.
pub(crate) fn has_leftovers(dir: &Path) -> bool {
    fs::symlink_metadata(dir.join(WORK)).is_ok()
}
