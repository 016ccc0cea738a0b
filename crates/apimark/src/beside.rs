//! The configuration file, and the files that it names: on disk, or as they stand in a commit.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::git::around::file_at;

/// A configuration file, whose places reports name.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConfigFile {
    pub path: PathBuf,
    pub text: String,
    /// The commit that it was read from, and the files that it names are, where that is not the disk.
    pub revision: Option<String>,
}

impl ConfigFile {
    /// Its folder, which paths in it are relative to. Empty for the working folder.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// The text of an ordinary file that is no longer than `most` bytes; `None` if there is none at this path.
    pub(crate) fn beside(&self, path: &Path, most: u64) -> Result<Option<String>> {
        let contents = match &self.revision {
            None => on_disk(&self.folder().join(path), most)?,
            Some(revision) => file_at(self.folder(), path, revision)?,
        };
        let Some(contents) = contents else { return Ok(None) };
        let is_short = u64::try_from(contents.len()).is_ok_and(|length| length <= most);
        ensure!(is_short, "it is longer than {} KiB", most >> 10);
        String::from_utf8(contents).context("it is not valid UTF-8").map(Some)
    }
}

/// The beginning of a file, with which it can be told whether there is more. A pipe or a device could go on for ever.
fn on_disk(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        about => about?,
    };
    ensure!(about.is_file(), "it is no ordinary file");
    let mut contents = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut contents)?;
    Ok(Some(contents))
}
