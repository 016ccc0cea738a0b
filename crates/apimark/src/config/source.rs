//! `[[source]]`: docs of a Git repository.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::invalid::Mistake;
use crate::git::address;

/// Docs of a Git repository, which `sync` fetches and pins in `apimark.lock`. They are a documentation root like a
/// folder of `docs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// The address of the repository: `https://…`, `ssh://…`, `ana@example.com:docs.git`, or a path relative to the
    /// configuration file.
    pub git: String,
    /// The branch whose commit is pinned; without it and `rev`, the one that the repository itself names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<String>,
    /// The tag or the commit, with all its digits, that is pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rev: Option<String>,
    /// The folder that is the documentation root; default the top of the repository.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// The folders and files that are read, from the top of the repository; default all of `root`. Nothing else is
    /// fetched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<String>,
}

impl Source {
    /// The last part of the address, as in `microsoft-graph-docs`.
    pub(crate) fn name(&self) -> &str {
        let end = self.git.trim_end_matches(['/', '\\']).trim_end_matches(".git");
        end.rsplit(['/', '\\', ':']).next().unwrap_or_default()
    }

    /// What is pinned: `branch main`.
    pub(crate) fn tip(&self) -> String {
        match (&self.branch, &self.rev) {
            (Some(branch), _) => format!("branch {branch}"),
            (None, Some(rev)) => format!("rev {rev}"),
            (None, None) => "the default branch".to_owned(),
        }
    }

    /// Whether both pin the same, whatever is read of it.
    pub(crate) fn has_tip_of(&self, other: &Self) -> bool {
        (&self.git, &self.branch, &self.rev) == (&other.git, &other.branch, &other.rev)
    }

    /// The id of the commit, if that is what the configuration names.
    pub(crate) fn named_commit(&self) -> Option<&str> {
        self.rev.as_deref().filter(|rev| is_commit(rev))
    }
}

/// Whether a text is the id of a commit: 40 hexadecimal digits, or 64 in repositories of that kind.
pub(crate) fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// Values that git would take for something else than is meant, or that can name nothing.
pub(super) fn check(index: usize, source: &Source) -> Result<(), Mistake> {
    let index = index.to_string();
    let mistake = |key: &[&str], (message, help): (String, &str)| {
        let place = [&["source", &index], key].concat();
        Mistake::new(&place, message).help(help)
    };
    address::check(&source.git).map_err(|it| mistake(&["git"], it))?;
    if source.branch.is_some() && source.rev.is_some() {
        let message = "a source has a `branch` or a `rev`".to_owned();
        return Err(mistake(&["rev"], (message, "leave one of them out")));
    }
    for (key, name) in [("branch", &source.branch), ("rev", &source.rev)] {
        if let Some(name) = name.as_deref().filter(|name| !is_reference(name)) {
            let (kind, help) = match key {
                "branch" => ("branch", "write the name of one, such as \"main\""),
                _ => ("tag or commit", "write a tag, such as \"v1\", or all digits of a commit"),
            };
            let message = format!("`{}` can be no {kind}", diag::printable(name));
            return Err(mistake(&[key], (message, help)));
        }
    }
    let root = source.root.as_deref().unwrap_or_default();
    if source.root.is_some() && !is_path(root) {
        return Err(mistake(&["root"], no_path(root)));
    }
    for (place, path) in source.paths.iter().enumerate() {
        let place = ["paths", &place.to_string()].map(str::to_owned);
        let place = place.each_ref().map(String::as_str);
        if !is_path(path) {
            return Err(mistake(&place, no_path(path)));
        }
        if !Path::new(path).starts_with(root) {
            let message = format!("`{path}` does not lie in the root `{root}`");
            return Err(mistake(&place, (message, "paths begin at the top of the repository")));
        }
    }
    Ok(())
}

/// Two sources of one repository and root are one source: their docs would be read twice.
pub(super) fn check_names(sources: &[Source]) -> Result<(), Mistake> {
    for (index, source) in sources.iter().enumerate() {
        if sources[..index]
            .iter()
            .any(|other| (&other.git, &other.root) == (&source.git, &source.root))
        {
            let mistake = Mistake::new(
                &["source", &index.to_string(), "git"],
                "an earlier source is of the same repository",
            );
            return Err(mistake.help("name all that is read of it as `paths` of one source"));
        }
    }
    Ok(())
}

fn no_path(path: &str) -> (String, &'static str) {
    let message = format!("`{}` is no path in a repository", diag::printable(path));
    (
        message,
        "write names with `/` between them, such as \"api-reference/v1.0\"; there are no patterns",
    )
}

/// Whether a text can be the name of a branch or tag. What git could take for a pattern, another revision or an option
/// is none, and is none to git either.
fn is_reference(name: &str) -> bool {
    let odd = |c: char| {
        c.is_whitespace()
            || diag::is_unseen(c)
            || matches!(c, '~' | '^' | ':' | '?' | '*' | '[' | '\\' | '+')
    };
    let part =
        |part: &str| !part.is_empty() && !part.starts_with(['.', '-']) && !part.ends_with(".lock");
    !name.contains(odd)
        && !name.contains("..")
        && !name.contains("@{")
        && name != "@"
        && !name.ends_with('.')
        && name.split('/').all(part)
}

/// Whether a text can be the path of a folder or file in a repository.
fn is_path(path: &str) -> bool {
    let odd = |c: char| diag::is_unseen(c) || matches!(c, '\\' | '*' | '?' | '[' | ':');
    let part = |part: &str| !matches!(part, "" | "." | "..") && !part.starts_with('-');
    !path.contains(odd) && path.split('/').all(part)
}
