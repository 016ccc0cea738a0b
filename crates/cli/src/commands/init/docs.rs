//! Where a workspace takes its docs from.

use std::path::Path;

use anyhow::{Result, ensure};
use clap::Args;

use super::source::toml_string;

/// Docs of a Git repository, in place of a folder.
#[derive(Args, Debug)]
pub(crate) struct Repository {
    /// A Git repository of docs, in place of a folder: an address, or a path relative to the root. They are fetched
    /// and pinned as `sync` does it.
    #[arg(long, value_name = "URL", conflicts_with = "docs")]
    pub docs_git: Option<String>,
    /// The branch of the docs that is pinned [default: what the repository names].
    #[arg(long, value_name = "NAME", requires = "docs_git", conflicts_with = "docs_rev")]
    pub docs_branch: Option<String>,
    /// The tag or the commit of the docs that is pinned.
    #[arg(long, value_name = "REV", requires = "docs_git")]
    pub docs_rev: Option<String>,
    /// A folder or file of the repository that is read; may be given several times [default: all].
    #[arg(long, value_name = "PATH", requires = "docs_git")]
    pub docs_path: Vec<String>,
}

/// The source of docs.
pub(super) enum Docs {
    /// A folder, relative to the root of the workspace.
    Folder(String),
    /// The lines of a `[[source]]`.
    Source(String),
}

impl Repository {
    /// The source, if a repository is given.
    pub(super) fn source(&self) -> Option<Docs> {
        let Self { docs_git, docs_branch, docs_rev, docs_path } = self;
        let line = |key: &str, value: &Option<String>| {
            let line = |value: &String| format!("{key} = {}\n", toml_string(value));
            value.as_ref().map(line).unwrap_or_default()
        };
        let git = Some(docs_git.clone()?);
        let mut lines = String::from("[[source]]\n");
        lines += &line("git", &git);
        lines += &line("branch", docs_branch);
        lines += &line("rev", docs_rev);
        if !docs_path.is_empty() {
            let paths: Vec<String> = docs_path.iter().map(|path| toml_string(path)).collect();
            lines += &format!("paths = [{}]\n", paths.join(", "));
        }
        Some(Docs::Source(lines))
    }
}

impl Docs {
    /// Fails where there is no folder.
    pub(super) fn check(&self, root: &Path) -> Result<()> {
        if let Self::Folder(folder) = self {
            ensure!(
                root.join(folder).is_dir(),
                "there is no folder {}; the first client is made from the docs in it",
                super::shown(&root.join(folder))
            );
        }
        Ok(())
    }

    /// What the configuration says of it.
    pub(super) fn lines(&self) -> String {
        match self {
            Self::Folder(folder) => format!("docs = [{}]\n", toml_string(folder)),
            Self::Source(lines) => lines.clone(),
        }
    }
}
