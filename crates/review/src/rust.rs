//! What differs in what the crate offers, and what that means for source.
//!
//! The items of both sides are compared whole, so that nothing is called compatible because nobody thought of
//! it: what is gone or differs breaks, unless it is known why it does not. Each item is then told at the thing
//! of the API that it stands for.

use std::collections::{BTreeMap, BTreeSet};

use emit::surface::{Form, Item, Parameter, Subject};
use model::{Api, Gate, OperatorSet, QualifiedName};

use crate::change::{RustChange, What};
use crate::entity::{Entities, Entity, Found, Presence};
use crate::pairs::operations::nameless;
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

/// A type that has another path: the old one, the new one, and its entity.
type Renamed = (String, String, usize);

fn renamed(entities: &Entities, old: &[Item], now: &[Item]) -> Vec<Renamed> {
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
fn by_name(before: &Item, after: &Item, renamed: &[Renamed]) -> Option<usize> {
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

/// The entity at which an item of both sides is told.
fn owner(
    entities: &mut Entities,
    before: &Item,
    after: Option<&Item>,
    base: &Api,
    new: &Api,
) -> usize {
    if let Some(at) = after.and_then(|after| constructor(entities, before, after, new)) {
        return at;
    }
    let at = owner_of(entities, before, Presence::Base, base);
    match after {
        // Something else has taken its place: who looks for what is new finds it there.
        Some(after) if entities.list[at].presence == Presence::Base => {
            owner_of(entities, after, Presence::New, new)
        }
        _ => at,
    }
}

/// The entity at which an item of one side is told.
fn owner_of(entities: &mut Entities, item: &Item, side: Presence, api: &Api) -> usize {
    let known = |subject: &Subject| entities.of(subject, side);
    let found = match &item.subject {
        Subject::Property { owner, declared_in, name } => {
            let of_type = known(&Subject::Type(owner.clone()));
            let declared = Subject::Property {
                owner: declared_in.clone(),
                declared_in: declared_in.clone(),
                name: name.clone(),
            };
            let inherited = known(&declared).filter(|at| differs(&entities.list[*at]));
            within(entities, of_type, known(&item.subject).or(inherited))
        }
        Subject::Member { owner, .. } => {
            let of_type = known(&Subject::Type(owner.clone()));
            within(
                entities,
                of_type,
                known(&item.subject).filter(|at| differs(&entities.list[*at])),
            )
        }
        Subject::BodyParameter { operation, .. } => {
            let of_operation = known(&Subject::Operation(operation.clone()));
            let part = known(&item.subject).filter(|at| differs(&entities.list[*at]));
            within(entities, of_operation, part)
        }
        Subject::Path(template) => {
            below(entities, template, side, api).or_else(|| known(&item.subject))
        }
        Subject::Operators(set) => by_operators(entities, set, side, api),
        subject => known(subject),
    };
    found.unwrap_or_else(|| other(entities, item))
}

/// Whether a part is told by itself or with what it is part of: what is there on one side only, or goes by another
/// name, is told as a whole.
fn within(entities: &Entities, whole: Option<usize>, part: Option<usize>) -> Option<usize> {
    let entity = |at: usize| &entities.list[at];
    let is_one_sided = |at: &usize| entity(*at).presence != Presence::Both;
    let is_told_by_itself =
        |at: &usize| differs(entity(*at)) || whole.is_none_or(|it| !differs(entity(it)));
    whole.filter(is_one_sided).or_else(|| part.filter(is_told_by_itself)).or(whole).or(part)
}

fn differs(entity: &Entity) -> bool {
    entity.presence != Presence::Both || !entity.found.differences.is_empty()
}

/// What is needed to create an object is told at the property that is needed or no longer is.
fn constructor(entities: &Entities, before: &Item, after: &Item, new: &Api) -> Option<usize> {
    let (Subject::Type(owner), Form::Function { parameters, .. }) = (&after.subject, &after.form)
    else {
        return None;
    };
    let Form::Function { parameters: old, .. } = &before.form else { return None };
    let differs = |it: &&Parameter| !old.contains(it) || !parameters.contains(it);
    let item = new.structs.iter().find(|it| it.name == *owner)?;
    let field = |it: &Parameter| item.fields.iter().find(|field| field.rust_name == it.name);
    let fields = parameters.iter().chain(old).filter(differs).filter_map(field);
    let mut known = fields.filter_map(|field| {
        let declared_in = field.declared_in.clone()?;
        let subject = |owner: &QualifiedName| Subject::Property {
            owner: owner.clone(),
            declared_in: declared_in.clone(),
            name: field.wire_name.clone(),
        };
        let own = entities.of(&subject(owner), Presence::New);
        own.or_else(|| entities.of(&subject(&declared_in), Presence::New))
    });
    known.find(|at| self::differs(&entities.list[*at]))
}

/// A segment of a path that only one side has is told at an operation that needs it.
fn below(entities: &Entities, template: &str, side: Presence, api: &Api) -> Option<usize> {
    let node = entities.of(&Subject::Path(template.to_owned()), side)?;
    if entities.list[node].presence == Presence::Both {
        return None;
    }
    let leads = |path: &str| path == template || path.starts_with(template);
    let operations =
        api.operations.iter().filter(|it| it.routes.iter().any(|route| leads(&route.template)));
    let mut known =
        operations.filter_map(|it| entities.of(&Subject::Operation(it.constant.clone()), side));
    known.find(|at| differs(&entities.list[*at]))
}

/// A set of operators comes and goes with the properties that have it.
fn by_operators(
    entities: &Entities,
    set: &OperatorSet,
    side: Presence,
    api: &Api,
) -> Option<usize> {
    let fields =
        api.structs.iter().flat_map(|owner| owner.fields.iter().map(move |it| (owner, it)));
    let having = fields.filter(|(_, it)| it.query.operators.as_ref() == Some(set));
    let mut known = having.filter_map(|(owner, field)| {
        let declared_in = field.declared_in.clone()?;
        let property = |owner| Subject::Property {
            owner,
            declared_in: declared_in.clone(),
            name: field.wire_name.clone(),
        };
        let at = entities.of(&property(declared_in.clone()), side);
        at.or_else(|| entities.of(&property(owner.name.clone()), side))
            .or_else(|| entities.of(&Subject::Type(owner.name.clone()), side))
    });
    known.find(|at| differs(&entities.list[*at]))
}

/// An entity for an item of which nothing else is told.
fn other(entities: &mut Entities, item: &Item) -> usize {
    let what = match &item.subject {
        Subject::Operators(_) => What::OperatorSet,
        Subject::Path(_) => What::Path,
        Subject::Operation(_) | Subject::BodyParameter { .. } => What::Operation,
        Subject::Property { .. } => What::Property,
        Subject::Member { .. } => What::Member,
        Subject::Type(_) => What::Type,
        Subject::Root => What::Root,
    };
    let name = match &item.subject {
        Subject::Path(template) => nameless(template),
        _ => item.path.clone(),
    };
    entities.add_as(item.subject.clone(), Entity::both(what, name, Found::default()))
}

/// The changes as they print: an item that is gone beside the new one of its sort, the worst first.
fn told(mut differing: Vec<Differing<'_>>) -> Vec<RustChange> {
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
