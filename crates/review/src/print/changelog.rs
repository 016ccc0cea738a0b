//! A review for those who use the generated crate.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::markdown::{escaped, span};
use super::{clip, words};
use crate::change::{Aspect, Change, Kind, RustChange};
use crate::review::Review;
use crate::verdict::Source;

/// No more of the items of one change are named.
const MOST_ITEMS: usize = 4;

/// No more of its differences are told.
const MOST_DIFFERENCES: usize = 10;

/// What may stand of a difference, or on one side of an item.
const WIDTH: usize = 300;

/// What a user of the crate looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Breaking,
    Service,
    Deprecated,
    Added,
    Changed,
}

/// The review as a section of a changelog, in terms of the crate. Wording is left out. Whatever the docs hold stands in
/// code, as in the text of a pull request. A version that stays is out already, and does not head what follows it.
#[must_use]
pub fn changelog(review: &Review) -> String {
    let next = review.next_version().filter(|it| Some(it) != review.package_version.as_ref());
    let version = next.unwrap_or("Unreleased".to_owned());
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
    let version = words::version(change, review).map(|it| format!("{}: ", escaped(it)));
    let version = version.unwrap_or_default();
    let former = change.former_name.as_ref().map(|it| format!("{}, now ", span(it)));
    let former = former.unwrap_or_default();
    let differences = differences(change);
    let tail = if differences.is_empty() {
        String::new()
    } else {
        format!(": {}", differences.join("; "))
    };
    let (kind, what) = (sentence(change.kind), change.what.words());
    let mut out = format!("- {version}{kind} {what} {former}{}{tail}.\n", span(&change.name));
    for line in change.rust.iter().take(MOST_ITEMS).filter_map(item) {
        writeln!(out, "  - {line}").expect("a text takes all");
    }
    if change.rust.len() > MOST_ITEMS {
        let more = words::more_items(change.rust.len() - MOST_ITEMS);
        writeln!(out, "  - {more}").expect("a text takes all");
    }
    out
}

fn differences(change: &Change) -> Vec<String> {
    let told = change.differences.iter().filter(|it| it.aspect != Aspect::Presence);
    let all: Vec<String> = told.filter_map(words::difference).collect();
    let more = all.len().saturating_sub(MOST_DIFFERENCES);
    let more = (more > 0).then(|| format!("and {more} more"));
    all.iter().take(MOST_DIFFERENCES).map(|it| clipped(it)).chain(more).collect()
}

/// Code, if need be without its end.
fn clipped(text: &str) -> String {
    span(&clip::clip(text, 0, WIDTH))
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
        (Some(before), Some(after)) => format!("{} is now {}", clipped(before), clipped(after)),
        (Some(before), None) => format!("{} is gone", clipped(before)),
        (None, Some(after)) => clipped(after),
        (None, None) => return None,
    };
    Some(match (change.condition.map(words::condition), change.note) {
        (Some(which), _) => format!("{line}; it breaks {which}"),
        (None, Some(note)) => format!("{line}; {note}"),
        (None, None) => line,
    })
}
