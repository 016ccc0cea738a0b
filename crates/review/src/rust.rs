//! What differs in what the crate offers, and what that means for source.
//!
//! The items of both sides are compared whole, so that nothing is called compatible because nobody thought of
//! it: what is gone or differs breaks, unless it is known why it does not. Each item is then told at the thing
//! of the API that it stands for.

mod owner;
mod renamed;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use emit::surface::{Form, Item, Parameter, Subject};
use model::{Api, Gate, OperatorSet};

use self::owner::{owner, owner_of};
use self::renamed::{by_name, renamed};
use self::told::told;
use crate::entity::{Entities, Presence};
use crate::verdict::{Condition, Source};

/// Adds to each entity what it is in Rust on both sides, where that differs.
pub(crate) fn add(entities: &mut Entities, base: &Api, new: &Api) {
    let (old, now) = (emit::surface::surface(base), emit::surface::surface(new));
    let (old_by_path, now_by_path) = (by_path(&old), by_path(&now));
    let renamed = renamed(entities, &old, &now);
    let mut found: BTreeMap<usize, Vec<Differing<'_>>> = BTreeMap::new();
    for item in &old {
        let after = now_by_path.get(&key(item)).copied();
        if let Some(differing) = gone_or_changed(item, after) {
            let by_name = after.and_then(|after| by_name(item, after, &renamed));
            let at = by_name.unwrap_or_else(|| owner(entities, item, after, base, new));
            found.entry(at).or_default().push(differing);
        }
    }
    let is_there = |path: &str| old_by_path.contains_key(&(path.to_owned(), Space::Type));
    for item in now.iter().filter(|it| !old_by_path.contains_key(&key(it))) {
        let at = owner_of(entities, item, Presence::New, new);
        let (source, condition) = addition(item, is_there);
        found.entry(at).or_default().push(Differing {
            before: None,
            after: Some(item),
            source,
            condition,
            note: None,
        });
    }
    for (at, differing) in found {
        entities.list[at].rust = told(differing);
    }
}

/// Where names may not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    Type,
    Field,
    Value,
    Relation,
}

fn key(item: &Item) -> (String, Space) {
    let space = match item.form {
        Form::Struct | Form::Enum => Space::Type,
        Form::Field(_) => Space::Field,
        Form::Variant(_) | Form::Constant { .. } | Form::Function { .. } | Form::Static => {
            Space::Value
        }
        Form::Relation => Space::Relation,
    };
    (item.path.clone(), space)
}

fn by_path(items: &[Item]) -> BTreeMap<(String, Space), &Item> {
    items.iter().map(|item| (key(item), item)).collect()
}

/// An item that is not the same on both sides.
struct Differing<'a> {
    before: Option<&'a Item>,
    after: Option<&'a Item>,
    source: Source,
    condition: Option<Condition>,
    note: Option<&'static str>,
}

/// What a new item means: in an item that programs may write out, it is missing there.
fn addition(item: &Item, is_there: impl Fn(&str) -> bool) -> (Source, Option<Condition>) {
    let within = item.path.rsplit_once("::").map_or("", |(within, _)| within);
    match item.form {
        Form::Field(_) if is_there(within) => (Source::BreakingForSome, Some(Condition::AllFields)),
        Form::Variant(_) if is_there(within) => {
            (Source::BreakingForSome, Some(Condition::AllVariants))
        }
        _ => (Source::Minor, None),
    }
}

fn gone_or_changed<'a>(before: &'a Item, after: Option<&'a Item>) -> Option<Differing<'a>> {
    let Some(now) = after else {
        // Nobody but who spells out the type of a constant names a set of operators.
        let is_set = matches!(before.subject, Subject::Operators(_));
        let (source, condition) = match is_set {
            true => (Source::BreakingForSome, Some(Condition::NamedType)),
            false => (Source::Breaking, None),
        };
        return Some(Differing { before: Some(before), after, source, condition, note: None });
    };
    let mut differing = Differing {
        before: Some(before),
        after,
        source: Source::Patch,
        condition: None,
        note: None,
    };
    form(&mut differing, &before.form, &now.form, &before.subject);
    if is_narrower(&before.gate, &now.gate) {
        differing.at_least(Source::BreakingForSome, Some(Condition::SelectedFeatures));
    } else if before.gate != now.gate {
        differing.at_least(Source::Minor, None);
    }
    if now.deprecated && !before.deprecated {
        differing.at_least(Source::Minor, None);
    }
    let is_same =
        before.form == now.form && before.gate == now.gate && before.deprecated == now.deprecated;
    (!is_same).then_some(differing)
}

impl Differing<'_> {
    fn at_least(&mut self, source: Source, condition: Option<Condition>) {
        if source > self.source {
            (self.source, self.condition) = (source, condition);
        }
    }
}

/// Whether there are features with which the item was there, and no longer is.
fn is_narrower(before: &Gate, after: &Gate) -> bool {
    if after.is_open() {
        return false;
    }
    let now: BTreeSet<&str> = after.features().collect();
    before.is_open() || before.features().any(|feature| !now.contains(feature))
}

fn form(differing: &mut Differing<'_>, before: &Form, after: &Form, subject: &Subject) {
    match (before, after) {
        (
            Form::Constant { ty, value, operators, access },
            Form::Constant { ty: new_ty, value: new_value, operators: now, access: new_access },
        ) => {
            let offered = |set: &Option<OperatorSet>| OperatorSet::offered(set.as_ref());
            let is_lost = !offered(operators).is_subset(&offered(now));
            if value != new_value || is_lost || new_access > access {
                differing.at_least(Source::Breaking, None);
            } else if ty != new_ty {
                differing.at_least(Source::BreakingForSome, Some(Condition::NamedType));
            }
        }
        (
            Form::Function { parameters, returns, .. },
            Form::Function { parameters: now, returns: new_returns, .. },
        ) => {
            let types =
                |list: &[Parameter]| list.iter().map(|it| it.ty.clone()).collect::<Vec<_>>();
            let names =
                |list: &[Parameter]| list.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
            // What a segment of a path calls its parameter is not sent.
            let is_path = matches!(subject, Subject::Path(_));
            if returns != new_returns || types(parameters) != types(now) {
                differing.at_least(Source::Breaking, None);
            } else if names(parameters) != names(now) && !is_path {
                differing.at_least(Source::Breaking, None);
                differing.note = Some("it compiles, but arguments mean other things");
            }
        }
        (before, after) if before != after => differing.at_least(Source::Breaking, None),
        _ => {}
    }
}
