//! Where real docs are, and what they are measured with: a folder that is nobody's but whoever has it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder that is named, relative to another one; else the one beside the workspace, where it has docs.
///
/// # Errors
/// The one that is named is not there: what it was named for would be passed over.
pub(super) fn folder(named: Option<PathBuf>, from: &Path, root: &Path) -> Result<Option<PathBuf>> {
    let named = named.filter(|it| !it.as_os_str().is_empty());
    let beside = || Some(root.join("../shared")).filter(|it| it.join("corpus").is_dir());
    let Some(folder) = named.map(|it| from.join(it)).or_else(beside) else { return Ok(None) };
    let whole = folder.canonicalize();
    let whole =
        whole.with_context(|| format!("there is no folder of real docs {}", folder.display()))?;
    Ok(Some(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_named_comes_first_and_must_be_there() {
        let work = tempfile::tempdir().expect("a folder");
        let at = |path: &str| work.path().canonicalize().expect("it is there").join(path);
        for path in ["w", "shared/corpus", "home/docs"] {
            std::fs::create_dir_all(at(path)).expect("a folder");
        }
        let of = |named: Option<&str>| {
            folder(named.map(PathBuf::from), &at("home"), &at("w")).map_err(|it| it.to_string())
        };
        assert_eq!(of(None), Ok(Some(at("shared"))));
        assert_eq!(of(Some("")), Ok(Some(at("shared"))));
        assert_eq!(of(Some("docs")), Ok(Some(at("home/docs"))));
        assert_eq!(of(at("home/docs").to_str()), Ok(Some(at("home/docs"))));
        assert!(
            of(Some("elsewhere"))
                .is_err_and(|it| it.starts_with("there is no folder of real docs"))
        );
        std::fs::remove_dir(at("shared/corpus")).expect("it is empty");
        assert_eq!(of(None), Ok(None));
    }
}
