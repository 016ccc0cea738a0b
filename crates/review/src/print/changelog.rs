//! A review for those who use the generated crate.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::words;
use crate::change::{Aspect, Change, Kind, RustChange};
use crate::review::Review;
use crate::verdict::Source;

/// No more of the items of one change are named.
const MOST_ITEMS: usize = 4;

/// What a user of the crate looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Breaking,
    Service,
    Deprecated,
    Added,
    Changed,
}

/// The review as a section of a changelog, in terms of the crate. Wording is left out.
#[must_use]
pub fn changelog(review: &Review) -> String {
    let version = review.package_version.as_deref();
    let version = version.and_then(|it| review.step().after(it)).unwrap_or("Unreleased".to_owned());
    let mut out = format!("## {version}\n");
    let mut parts: BTreeMap<Part, Vec<String>> = BTreeMap::new();
    for change in review.changes.iter().filter(|it| it.kind != Kind::Wording) {
        parts.entry(part(change)).or_default().push(entry(change, review));
    }
    if parts.is_empty() {
        return out + "\nNothing but words has changed.\n";
    }
    for (part, entries) in parts {
        write!(out, "\n### {}\n\n{}", title(part), entries.concat()).expect("a text takes all");
    }
    out
}

fn title(part: Part) -> &'static str {
    match part {
        Part::Breaking => "Breaking",
        Part::Service => "Changes of the service",
        Part::Deprecated => "Deprecated",
        Part::Added => "Added",
        Part::Changed => "Changed",
    }
}

fn part(change: &Change) -> Part {
    let is_deprecated =
        change.differences.iter().any(|it| it.aspect == Aspect::Deprecation && it.after.is_some());
    match change.verdict.source {
        Source::Breaking => Part::Breaking,
        _ if change.kind == Kind::Added => Part::Added,
        _ if is_deprecated => Part::Deprecated,
        _ if change.verdict.is_of_service() => Part::Service,
        _ => Part::Changed,
    }
}

fn entry(change: &Change, review: &Review) -> String {
    let version = words::version(change, review).map(|it| format!("{it}: ")).unwrap_or_default();
    let former = change.former_name.as_ref().map(|it| format!("`{it}`, now "));
    let former = former.unwrap_or_default();
    let differences: Vec<String> = change
        .differences
        .iter()
        .filter(|it| it.aspect != Aspect::Presence)
        .filter_map(words::difference)
        .collect();
    let tail = if differences.is_empty() {
        String::new()
    } else {
        format!(": {}", differences.join("; "))
    };
    let head = format!(
        "- {version}{} {} {former}`{}`{tail}.",
        sentence(change.kind),
        change.what.words(),
        change.name
    );
    let mut out = diag::printable(&head).into_owned() + "\n";
    for line in change.rust.iter().take(MOST_ITEMS).filter_map(item) {
        writeln!(out, "  - {line}").expect("a text takes all");
    }
    if change.rust.len() > MOST_ITEMS {
        writeln!(out, "  - and {} more items", change.rust.len() - MOST_ITEMS)
            .expect("a text takes all");
    }
    out
}

fn sentence(kind: Kind) -> &'static str {
    match kind {
        Kind::Removed => "Removed",
        Kind::Renamed => "Renamed",
        Kind::Moved => "Moved",
        Kind::Changed | Kind::Wording => "Changed",
        Kind::Added => "Added",
    }
}

fn item(change: &RustChange) -> Option<String> {
    let line = match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("`{before}` is now `{after}`"),
        (Some(before), None) => format!("`{before}` is gone"),
        (None, Some(after)) => format!("`{after}`"),
        (None, None) => return None,
    };
    let why = change.condition.map(words::condition).or(change.note);
    Some(match why {
        Some(why) => format!("{line}; it breaks {why}"),
        None => line,
    })
}
