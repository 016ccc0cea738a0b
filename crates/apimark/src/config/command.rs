//! The command that generates, where the configuration names none.
//!
//! It stands in every file, so it follows from what is in the repository, and never from how this run was called.

use std::path::{Path, PathBuf};

/// That of an xtask.
const XTASK: &str = "cargo xtask generate";

/// That of an installed program.
pub(super) const INSTALLED: &str = "apimark generate";

/// The command for a configuration in this folder: of the xtask whose alias cargo would find there. What stands above the
/// repository is not looked at: it belongs to the machine.
pub(super) fn usual(folder: &Path) -> &'static str {
    let has_alias = within_repository(folder).iter().any(|it| has_alias(it));
    if has_alias { XTASK } else { INSTALLED }
}

/// The folder and those above it up to the top of its repository or workspace; without one, the folder alone.
fn within_repository(folder: &Path) -> Vec<PathBuf> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let is_top = |it: &Path| it.join(".git").exists() || it.join("Cargo.lock").exists();
    let depth = folder.ancestors().position(is_top).unwrap_or(0);
    folder.ancestors().take(depth + 1).map(Path::to_owned).collect()
}

/// Whether cargo has the alias from the configuration in this folder.
fn has_alias(folder: &Path) -> bool {
    let names = [".cargo/config.toml", ".cargo/config"];
    let texts = names.iter().filter_map(|name| std::fs::read_to_string(folder.join(name)).ok());
    let mut tables = texts.filter_map(|text| text.parse::<toml::Table>().ok());
    tables.any(|it| it.get("alias").and_then(|it| it.get("xtask")).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_that_of_the_repository_and_not_of_the_machine() {
        let work = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = work.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let of = |folder: &str| usual(&work.path().join(folder));
        // As in the home of a user.
        write(".cargo/config.toml", "[alias]\nxtask = \"run -p xtask --\"\n");
        for folder in ["repository/client", "folder", "other"] {
            std::fs::create_dir_all(work.path().join(folder)).unwrap();
        }
        write("repository/.git", "gitdir: elsewhere\n");
        assert_eq!([of("repository"), of("repository/client"), of("folder")], [INSTALLED; 3]);
        write("repository/.cargo/config.toml", "[alias]\nxtask = \"run -p xtask --\"\n");
        assert_eq!([of("repository"), of("repository/client")], [XTASK; 2]);
        write("other/.cargo/config.toml", "[alias]\nb = \"build\"\n");
        assert_eq!(of("other"), INSTALLED);
    }
}
