//! Which files of a documentation root are pages.

use std::path::Path;

/// What was read of a root.
pub(crate) struct RootFiles {
    /// The name of the root, where it is the folder of an API version. Paths begin with it then, so that the
    /// version can be told.
    pub version: Option<String>,
    /// Path and content, in no order.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Why a link to what could be docs is not read.
pub(crate) const LINK: &str = "is a link; links among the docs are not followed";

/// Whether a file is one of the docs, by its path.
pub(crate) fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "md")
}
