//! Why docs of a source are not fetched or read, and what to do about it.

use anyhow::Error;
use diag::codes;

use crate::beside::ConfigFile;
use crate::config::invalid::Mistake;
use crate::config::{Config, Source};
use crate::git::Failure;

/// A source in the configuration file.
#[derive(Clone, Debug)]
pub(super) struct Place {
    file: ConfigFile,
    index: usize,
    source: Source,
    /// The command that fetches.
    sync: String,
}

/// What is the matter.
#[derive(Debug)]
pub(super) enum Problem {
    /// The lock does not have the source as the configuration does.
    NotPinned,
    /// The cache does not have what is pinned, by the lock on disk or that of a commit.
    NotHere { commit: String, of: Option<String>, why: String },
    /// What the cache has is not what is pinned.
    Differs { commit: String },
    /// The repository has no such branch or tag; it has one of a like name, or of this name and the other kind.
    NoReference { near: Option<String> },
    /// The repository no longer has the commit, or does not give it away.
    Lost { commit: String, failure: Failure },
    /// Nothing can be fetched.
    Unreachable(Failure),
    /// There is nothing at one of the paths.
    NoPath { index: usize, commit: String },
    /// There is no page at all.
    NoPages { commit: String },
}

impl Place {
    pub(super) fn new(config: &Config, index: usize) -> Self {
        let source = config.sources[index].clone();
        Self { file: config.file.clone(), index, source, sync: config.sync_command() }
    }
}

impl Problem {
    /// The error, at its place in the configuration.
    pub(super) fn at(&self, place: &Place) -> Error {
        let index = place.index.to_string();
        let key = self.key(&place.source);
        let path = ["source".to_owned(), index].into_iter().chain(key).collect::<Vec<_>>();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let mistake = Mistake::of(codes::SOURCE, &path, self.message(&place.source));
        mistake.help(self.remedy(place)).failing(self.outcome(), &place.file)
    }

    fn outcome(&self) -> &'static str {
        match self {
            Self::NotPinned | Self::NotHere { .. } | Self::Differs { .. } => {
                "the docs cannot be read"
            }
            _ => "the docs cannot be fetched; apimark.lock is as it was",
        }
    }

    /// The key whose value is to blame.
    fn key(&self, source: &Source) -> Vec<String> {
        let tip = if source.branch.is_some() { "branch" } else { "rev" };
        let keys: &[&str] = match self {
            Self::NoPath { index, .. } => return vec!["paths".into(), index.to_string()],
            Self::NoReference { .. } => &[tip],
            Self::Lost { .. } if source.rev.is_some() => &["rev"],
            Self::NoPages { .. } if source.root.is_some() => &["root"],
            _ => &["git"],
        };
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    fn message(&self, source: &Source) -> String {
        let name = source.name();
        match self {
            Self::NotPinned => format!("apimark.lock does not pin what this source says of {name}"),
            Self::NotHere { commit, why, .. } => {
                format!("the docs of {name} at {commit} are not in the cache: {why}")
            }
            Self::Differs { commit } => {
                format!(
                    "the docs of {name} at {commit} are not those that apimark.lock pins as `tree`"
                )
            }
            Self::NoReference { .. } => {
                let (kind, wanted) = match (&source.branch, &source.rev) {
                    (Some(branch), _) => ("branch", branch.as_str()),
                    (None, rev) => ("tag", rev.as_deref().unwrap_or("HEAD")),
                };
                format!("{name} has no {kind} `{}`", diag::printable(wanted))
            }
            Self::Lost { commit, failure } => {
                format!("{name} does not give away the commit {commit}: {failure}")
            }
            Self::Unreachable(failure) => format!("{name} cannot be fetched: {failure}"),
            Self::NoPath { index, commit } => {
                let path = source.paths.get(*index).map(String::as_str).unwrap_or_default();
                format!("there is no .md file at or below `{path}` in {name} at {commit}")
            }
            Self::NoPages { commit } => format!("there is no .md file in {name} at {commit}"),
        }
    }

    fn remedy(&self, place: &Place) -> String {
        let Place { source, sync, .. } = place;
        match self {
            Self::NotPinned => format!("run `{sync}`, and commit apimark.lock"),
            Self::NotHere { of: None, .. } => {
                format!("run `{sync}`, which fetches what is pinned")
            }
            Self::NotHere { of: Some(revision), .. } => {
                let revision = diag::printable(revision);
                format!(
                    "`{revision}` pins it: run `{sync}` where that is checked out, such as by \
                     `git worktree add ../base {revision}`; the cache is the same"
                )
            }
            Self::Differs { .. } => {
                format!("restore apimark.lock from version control, or run `{sync} --update`")
            }
            Self::NoReference { near: Some(near) } => format!("did you mean {near}?"),
            Self::NoReference { near: None } => {
                "write the name of a `branch`, or as `rev` a tag or all digits of a commit".into()
            }
            Self::Lost { .. } if source.named_commit().is_some() => {
                "it may have been removed there: write another `rev`".into()
            }
            Self::Lost { .. } => format!(
                "it may have been pushed over: run `{sync} --update`, which pins what {} is now",
                source.tip()
            ),
            Self::Unreachable(Failure::Said(_)) => {
                "see to the address, the network and your rights; whoever has fetched the pin before can \
                 generate without a network"
                    .into()
            }
            Self::Unreachable(_) => "git fetches and reads docs of repositories".into(),
            Self::NoPath { .. } | Self::NoPages { .. } => {
                "`paths` and `root` begin at the top of the repository, in the upper and lower case that it has"
                    .into()
            }
        }
    }
}
