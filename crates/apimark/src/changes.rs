//! Comparing a planned tree with the one on disk: a pure function over two maps.

use std::collections::{BTreeMap, BTreeSet};

use diag::printable;
use similar::TextDiff;

/// Relative path, `/` between components, to the file's text.
pub type Files = BTreeMap<String, String>;

/// One difference between the planned tree and the one on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The file is not there yet.
    Add(String),
    /// The file has another text.
    Update(String),
    /// The file was written by an earlier run and is no longer wanted.
    Remove(String),
    /// The file stands in the output folder, and no run has written it, or it does not bear the mark of a
    /// generated file. It is left alone.
    Foreign(String),
}

impl Change {
    /// The file it is about.
    pub fn path(&self) -> &str {
        match self {
            Self::Add(path) | Self::Update(path) | Self::Remove(path) | Self::Foreign(path) => path,
        }
    }
}

/// What differs. `existing` holds the files on disk, `ours` the paths an earlier run wrote.
pub(crate) fn changes(planned: &Files, existing: &Files, ours: &BTreeSet<String>) -> Vec<Change> {
    let paths: BTreeSet<&String> = planned.keys().chain(existing.keys()).collect();
    paths
        .into_iter()
        .filter_map(|path| match (planned.get(path), existing.get(path)) {
            (Some(_), None) => Some(Change::Add(path.clone())),
            (None, Some(_)) if ours.contains(path) => Some(Change::Remove(path.clone())),
            (None, Some(_)) => Some(Change::Foreign(path.clone())),
            (Some(new), Some(old)) if new != old => Some(Change::Update(path.clone())),
            _ => None,
        })
        .collect()
}

/// The changes as a unified diff of at most `limit` lines; says how many lines were cut.
/// Files in `edited` are named as such.
pub(crate) fn diff(
    changes: &[Change],
    planned: &Files,
    existing: &Files,
    edited: &BTreeSet<String>,
    limit: usize,
) -> String {
    let mut text = String::new();
    // Reviewers of a terminal want the code first; the report and the list of files follow from it.
    let (code, rest): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.path().ends_with(".rs"));
    for change in code.into_iter().chain(rest) {
        text += &of_change(change, planned, existing, edited);
        if text.lines().count() > limit * 4 {
            break;
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= limit {
        return text;
    }
    let shown = lines[..limit].join("\n");
    let paths: Vec<_> = changes.iter().map(|it| printable(it.path())).collect();
    let named = paths[..paths.len().min(limit)].join("\n  ");
    format!("{shown}\n… and more; {} files differ in all:\n  {named}\n", changes.len())
}

/// What one change is.
fn of_change<'f>(
    change: &Change,
    planned: &'f Files,
    existing: &'f Files,
    edited: &BTreeSet<String>,
) -> String {
    let text = |files: &'f Files| files.get(change.path()).map_or("", String::as_str);
    let path = printable(change.path());
    if matches!(change, Change::Foreign(_)) {
        return format!("unexpected file {path}: no run has written it\n");
    }
    let (old, new) = (text(existing), text(planned));
    let diff = TextDiff::from_lines(old, new);
    let headers = (format!("a/{path}"), format!("b/{path}"));
    let diff = diff.unified_diff().header(&headers.0, &headers.1).to_string();
    let is_edited = edited.contains(change.path());
    let remark = is_edited.then(|| format!("edited by hand since the last run: {path}\n"));
    remark.unwrap_or_default() + &diff
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn every_way_to_differ() {
        let planned = files(&[("same.rs", "1\n"), ("new.rs", "2\n"), ("edited.rs", "a\nb\n")]);
        let existing = files(&[
            ("same.rs", "1\n"),
            ("edited.rs", "a\nc\n"),
            ("orphan.rs", "4\n"),
            ("mine.rs", "5\n"),
        ]);
        let ours = BTreeSet::from(["same.rs".to_owned(), "orphan.rs".to_owned()]);
        let changes = changes(&planned, &existing, &ours);
        let edited = BTreeSet::from(["orphan.rs".to_owned()]);
        assert_snapshot!(diff(&changes, &planned, &existing, &edited, 100), @"
        --- a/edited.rs
        +++ b/edited.rs
        @@ -1,2 +1,2 @@
         a
        -c
        +b
        unexpected file mine.rs: no run has written it
        --- a/new.rs
        +++ b/new.rs
        @@ -0,0 +1 @@
        +2
        edited by hand since the last run: orphan.rs
        --- a/orphan.rs
        +++ b/orphan.rs
        @@ -1 +0,0 @@
        -4
        ");
        assert_snapshot!(diff(&changes, &planned, &existing, &edited, 3), @"
        --- a/edited.rs
        +++ b/edited.rs
        @@ -1,2 +1,2 @@
        … and more; 4 files differ in all:
          edited.rs
          mine.rs
          new.rs
        ");
    }
}
