//! Repositories for tests, on disk, made by git itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A repository with a work tree.
pub(crate) struct TestRepository {
    dir: TempDir,
}

impl TestRepository {
    /// An empty one, whose branch is `main`, and which serves what it is asked for.
    pub(crate) fn new() -> Self {
        let repository = Self { dir: tempfile::tempdir().unwrap() };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        let settings = [
            ("user.name", "Writer"),
            ("user.email", "writer@example.com"),
            ("uploadpack.allowFilter", "true"),
            ("uploadpack.allowAnySHA1InWant", "true"),
            ("core.autocrlf", "false"),
        ];
        for (key, value) in settings {
            repository.git(&["config", key, value]);
        }
        repository
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A link, by git alone: the file system need not have any.
    pub(crate) fn link(&self, path: &str, to: &str) {
        self.put("link-text", to);
        let id = self.git(&["hash-object", "-w", "link-text"]);
        fs::remove_file(self.path("link-text")).unwrap();
        self.git(&["update-index", "--add", "--cacheinfo", &format!("120000,{id},{path}")]);
    }

    /// Commits what stands in the work tree, and what was staged before; returns the commit's id.
    pub(crate) fn commit(&self, message: &str) -> String {
        self.git(&["-c", "filter.lfs.clean=cat", "add", "--all", "--ignore-removal", "."]);
        self.git(&["commit", "--quiet", "--message", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// What git prints, without the end of the line.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.dir.path());
        // Not the machine's settings, and the same ids on any day.
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        command.env("GIT_AUTHOR_DATE", "2024-01-01T00:00:00Z");
        command.env("GIT_COMMITTER_DATE", "2024-01-01T00:00:00Z");
        let output = command.output().unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }
}
