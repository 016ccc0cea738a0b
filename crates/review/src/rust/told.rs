//! The order and the words in which the items of one thing are told.

use emit::surface::{Form, Item, Subject};

use super::Differing;
use crate::change::RustChange;

/// The changes as they print: an item that is gone beside the new one of its sort, the worst first.
pub(super) fn told(mut differing: Vec<Differing<'_>>) -> Vec<RustChange> {
    let mut gone: Vec<Differing<'_>> = Vec::new();
    let mut new: Vec<Differing<'_>> = Vec::new();
    let mut changes = Vec::new();
    for item in differing.drain(..) {
        match (item.before, item.after) {
            (Some(_), None) => gone.push(item),
            (None, Some(_)) => new.push(item),
            _ => changes.push((rank(&item), change(&item))),
        }
    }
    for item in gone {
        let before = item.before.expect("it was there");
        let is_like =
            |it: &Differing<'_>| it.after.is_some_and(|after| is_in_place_of(before, after));
        // What was renamed is one line, and its removal outweighs that it is new.
        let after = new.iter().position(is_like).map(|at| new.remove(at));
        let item = Differing { after: after.and_then(|it| it.after), ..item };
        changes.push((rank(&item), change(&item)));
    }
    changes.extend(new.iter().map(|it| (rank(it), change(it))));
    // The segments of a path say little beside the methods at its end.
    let is_aside = |rank: u8| rank >= ASIDE;
    changes.sort_by_key(|(rank, it)| (is_aside(*rank), std::cmp::Reverse(it.source), *rank));
    changes.into_iter().map(|(_, it)| it).collect()
}

/// The rank from which items stand behind all others.
const ASIDE: u8 = 4;

/// What people look for first: types before what is in them, and methods.
fn rank(differing: &Differing<'_>) -> u8 {
    let Some(item) = differing.before.or(differing.after) else { return u8::MAX };
    match (&item.subject, &item.form) {
        (Subject::Path(_), _) => ASIDE + 1,
        (_, Form::Static) | (Subject::Operators(_), _) => ASIDE,
        (Subject::Type(_), Form::Struct | Form::Enum) => 0,
        (Subject::Operation(_), Form::Function { .. }) => 1,
        (_, Form::Field(_) | Form::Variant(_)) => 2,
        _ => 3,
    }
}

/// Whether a new item is what one that is gone was, by another name.
fn is_in_place_of(before: &Item, after: &Item) -> bool {
    let within = |item: &Item| item.path.rsplit_once("::").map(|(within, _)| within.to_owned());
    let is_type = matches!(before.form, Form::Struct | Form::Enum | Form::Static);
    let is_path = matches!(before.subject, Subject::Path(_));
    std::mem::discriminant(&before.form) == std::mem::discriminant(&after.form)
        && ((is_type && !is_path) || within(before) == within(after))
}

fn change(differing: &Differing<'_>) -> RustChange {
    let Differing { before, after, source, condition, note } = differing;
    let mut change = RustChange::new(*before, *after, *source);
    if change.before == change.after {
        change = attributes(change, *before, *after);
    }
    RustChange { condition: *condition, note: *note, ..change }
}

/// Items that differ in what stands around them alone.
fn attributes(change: RustChange, before: Option<&Item>, after: Option<&Item>) -> RustChange {
    let with = |item: Option<&Item>, text: Option<String>| {
        let item = item?;
        let features: Vec<&str> = item.gate.features().collect();
        let gate =
            (!features.is_empty()).then(|| format!("#[cfg(feature = {})] ", features.join(" | ")));
        let deprecated = if item.deprecated { "#[deprecated] " } else { "" };
        Some(format!("{}{deprecated}{}", gate.unwrap_or_default(), text?))
    };
    let (old, now) = (change.before.clone(), change.after.clone());
    RustChange { before: with(before, old), after: with(after, now), ..change }
}
