//! By what a change is linked to.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::change::{Cause, Change, What};

/// So much of a name is in an id.
const LONGEST: usize = 60;

/// Gives each change its id, in their order, and those that changes follow from. An id is made of what the change is of and
/// not of what became of it, so that a link still leads there when the docs were edited once more.
pub(crate) fn assign(changes: &mut [Change]) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut given: BTreeMap<Key, String> = BTreeMap::new();
    for change in changes.iter_mut() {
        let id = id(change);
        let number = known.entry(id.clone()).or_default();
        *number += 1;
        change.id = if *number == 1 { id } else { format!("{id}-{number}") };
        given.entry(key(change, change.what, &change.name)).or_insert_with(|| change.id.clone());
    }
    let origin = |it: &Change| {
        let origin = it.follows_from.as_ref()?;
        given.get(&key(it, origin.what, &origin.name)).cloned()
    };
    let origins: Vec<Option<String>> = changes.iter().map(origin).collect();
    for (change, id) in changes.iter_mut().zip(origins) {
        if let Some(origin) = &mut change.follows_from {
            origin.id = id;
        }
    }
}

/// What finds a change: a thing of a version, and why it changed.
type Key = (String, Cause, What, String);

/// The key of a thing that changed with `change`.
fn key(change: &Change, what: What, name: &str) -> Key {
    (change.version.clone(), change.cause, what, name.to_owned())
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
