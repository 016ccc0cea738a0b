//! Names of files and numbers of things, as they are printed.

use std::path::Path;

/// A path as it may be printed: names of files are foreign text.
pub(crate) fn shown(path: &Path) -> String {
    diag::printable(&path.display().to_string()).into_owned()
}

/// How many there are of what a regular noun names.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}
