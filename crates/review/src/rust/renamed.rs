//! Types that have another path, and the items that differ by such a path alone.

use std::collections::BTreeMap;

use emit::surface::{Form, Item, Subject};

use crate::entity::{Entities, Presence};

/// A type that has another path: the old one, the new one, and its entity.
pub(super) type Renamed = (String, String, usize);

/// The types that both sides have, by another path.
pub(super) fn renamed(entities: &Entities, old: &[Item], now: &[Item]) -> Vec<Renamed> {
    let is_type = |it: &&Item| {
        matches!(it.subject, Subject::Type(_)) && matches!(it.form, Form::Struct | Form::Enum)
    };
    let mut paths: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for item in now.iter().filter(is_type) {
        if let Some(at) = entities.of(&item.subject, Presence::New) {
            paths.entry(at).or_default().push(&item.path);
        }
    }
    let mut renamed = Vec::new();
    for item in old.iter().filter(is_type) {
        let at = entities.of(&item.subject, Presence::Base);
        let now = at.and_then(|at| Some((at, paths.get_mut(&at)?)));
        // The struct first, then the enum over what derives from it.
        let new = now.and_then(|(at, paths)| (!paths.is_empty()).then(|| (at, paths.remove(0))));
        if let Some((at, path)) = new.filter(|(_, path)| *path != item.path) {
            renamed.push((item.path.clone(), path.to_owned(), at));
        }
    }
    renamed
}

/// The type by whose name alone an item differs.
pub(super) fn by_name(before: &Item, after: &Item, renamed: &[Renamed]) -> Option<usize> {
    let is_same = before.gate == after.gate && before.deprecated == after.deprecated;
    let (old, now) = (before.to_string(), after.to_string());
    let names = renamed.iter().filter(|_| is_same && old != now);
    names.filter(|(from, to, _)| with_name(&old, from, to) == now).map(|(_, _, at)| *at).next()
}

/// A text with another name in place of one, wherever that stands by itself.
fn with_name(text: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        out.push_str(before);
        out.push_str(if is_whole { to } else { from });
        rest = after;
    }
    out + rest
}
