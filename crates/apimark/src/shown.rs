//! Names of files on the terminal.

use std::path::Path;

/// A path as it may be printed: names of files are foreign text.
pub(crate) fn shown(path: &Path) -> String {
    diag::printable(&path.display().to_string()).into_owned()
}
