//! By what a change is linked to.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::change::Change;
use crate::review::{Review, Section};

/// So much of a name is in an id.
const LONGEST: usize = 60;

/// The ids of all changes, in their order. An id is made of what the change is of and not of what became of it, so that a
/// link still leads there when the docs were edited once more.
pub(super) fn of(review: &Review) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let unique = |change: &Change| {
        let id = id(change);
        let number = known.entry(id.clone()).or_default();
        *number += 1;
        if *number == 1 { id } else { format!("{id}-{number}") }
    };
    review.changes.iter().map(unique).collect()
}

/// `property-library.book-pages-5b0e5a4f`: the hash tells apart what the shortened name does not; should two share it,
/// they are numbered. Of the docs' text, the id has only letters, digits and dots.
fn id(change: &Change) -> String {
    let Change { version, name, .. } = change;
    let what = change.what.words();
    let hash = Sha256::digest(format!("{version}\0{what}\0{name}"));
    let hash: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    let text: String = format!("{what} {name}").chars().map(plain).collect();
    let mut words: Vec<&str> = text.split('-').filter(|it| !it.is_empty()).collect();
    let mut length: usize = words.iter().map(|it| it.len() + 1).sum();
    while length > LONGEST && words.len() > 2 {
        length -= words.remove(1).len() + 1;
    }
    let text: String = words.join("-").chars().take(LONGEST).collect();
    format!("{text}-{hash}")
}

/// The id of a section, which has no hash.
pub(super) fn section(section: Section) -> &'static str {
    match section {
        Section::Breaking => "breaking",
        Section::Service => "service",
        Section::BreakingForSome => "breaking-for-some",
        Section::Compatible => "compatible",
        Section::Wording => "wording",
    }
}
