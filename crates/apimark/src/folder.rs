//! Names and errors of what is found in a folder.

use std::path::Path;

use crate::shown::shown;

/// `path` below `dir`, with `/` between its parts.
pub(crate) fn relative(dir: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(dir).expect("walkdir yields paths below its root");
    relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The error of listing a folder, with a path that is safe to print.
pub(crate) fn listing_error(error: walkdir::Error) -> anyhow::Error {
    let path = error.path().map(shown).unwrap_or_default();
    let cause = error.into_io_error().map_or_else(
        || anyhow::anyhow!("the folders lead back into themselves"),
        anyhow::Error::from,
    );
    cause.context(format!("cannot list {path}"))
}
