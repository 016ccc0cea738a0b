//! Where a page is, as seen from the working folder.

use std::path::{Component, Path, PathBuf};

/// The path, with `/` on every platform, of a page that reports call `path`.
pub(super) fn file(roots: &[PathBuf], path: &str) -> String {
    let found = roots.iter().flat_map(|root| places(root, path)).find(|it| it.is_file());
    let found = found.unwrap_or_else(|| path.into());
    let here = std::env::current_dir().unwrap_or_default();
    slashed(found.strip_prefix(&here).unwrap_or(&found))
}

/// Below the root, or beside it where the root is the folder of a version and pages bear its name.
fn places(root: &Path, path: &str) -> [PathBuf; 2] {
    [root.join(path), root.parent().unwrap_or(Path::new("")).join(path)]
}

fn slashed(path: &Path) -> String {
    let is_said = |part: &Component<'_>| *part != Component::CurDir;
    let parts = path.components().filter(is_said).map(|part| match part {
        Component::RootDir => String::new(),
        part => part.as_os_str().to_string_lossy().into_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}
