//! In what structured types differ, and their properties.

use emit::surface::Subject;
use model::{Enum, Property, PropertyKind, QualifiedName, Struct, StructKind};

use super::names::Names;
use super::{Types, deprecation, flag, property, renamed, wording, words};
use crate::change::{Aspect, Difference, What};
use crate::entity::{Entities, Entity, Found, Presence};
use crate::pairs::{Pairs, by_key, renames};
use crate::verdict::{Behaviour, Wire};

/// Adds all structured types and their properties.
pub(super) fn add(entities: &mut Entities, types: &Types<'_>, names: &Names) {
    let Types { structs: pairs, enums } = types;
    for (old, now) in &pairs.both {
        both(entities, old, now, names);
    }
    for (old, now) in &pairs.both {
        inherited(entities, old, now, names);
    }
    // A name may stand for an enumeration on the other side; whoever adds those says so.
    let is_enum = |list: &[&Enum], it: &Struct| list.iter().any(|other| other.name == it.name);
    for old in pairs.base.iter().filter(|it| !is_enum(&enums.new, it)) {
        only(entities, Presence::Base, old);
    }
    for now in pairs.new.iter().filter(|it| !is_enum(&enums.base, it)) {
        only(entities, Presence::New, now);
    }
}

fn only(entities: &mut Entities, presence: Presence, item: &Struct) {
    let entity = Entity::only(presence, What::Type, item.name.to_string(), item.span);
    entities.add_as(Subject::Type(item.name.clone()), entity.one_sided());
}

fn both(entities: &mut Entities, base: &Struct, new: &Struct, names: &Names) {
    let found = differences(base, new);
    let mut entity =
        Entity::both(What::Type, new.name.to_string(), found).once(base.name.to_string());
    entity.is_moved = base.name != new.name && base.name.name == new.name.name;
    let subject = |item: &Struct| Some(Subject::Type(item.name.clone()));
    entities.add(subject(base), subject(new), entity);
    let pairs = own(base, new);
    for (old, now) in &pairs.both {
        add_property(entities, (base, old), (new, now), property::differences(old, now, names));
    }
    for old in &pairs.base {
        one_sided(entities, Presence::Base, base, old);
    }
    for now in &pairs.new {
        one_sided(entities, Presence::New, new, now);
    }
}

/// The properties that the types themselves declare. One that a base type declares on the other side is moved.
fn own<'a>(base: &'a Struct, new: &'a Struct) -> Pairs<'a, Property> {
    let declared = |it: &'a Struct| it.fields.iter().filter(move |field| field.is_own_of(it));
    let mut pairs = by_key(declared(base), declared(new), |it| it.wire_name.clone());
    let stays = |field: &Property, other: &Struct| {
        other.fields.iter().any(|it| it.wire_name == field.wire_name)
    };
    let (moved, gone): (Vec<_>, Vec<_>) = pairs.base.into_iter().partition(|it| stays(it, new));
    let (from_base, added): (Vec<_>, Vec<_>) =
        pairs.new.into_iter().partition(|it| stays(it, base));
    pairs.base = gone;
    pairs.new = added;
    pairs.and_alike(renames::properties);
    let same = |list: &'a Struct, name: &str| list.fields.iter().find(|it| it.wire_name == name);
    let down = moved.into_iter().filter_map(|old| Some((old, same(new, &old.wire_name)?)));
    let up = from_base.into_iter().filter_map(|now| Some((same(base, &now.wire_name)?, now)));
    pairs.both.extend(down.chain(up));
    pairs
}

fn name_of(owner: &QualifiedName, property: &Property) -> String {
    format!("{owner}/{}", property.wire_name)
}

fn subject(owner: &Struct, property: &Property) -> Subject {
    Subject::Property {
        owner: owner.name.clone(),
        declared_in: property.declared_in.clone().unwrap_or_else(|| owner.name.clone()),
        name: property.wire_name.clone(),
    }
}

fn what(property: &Property) -> What {
    match property.kind {
        PropertyKind::Structural => What::Property,
        PropertyKind::Navigation => What::Relationship,
    }
}

fn add_property(
    entities: &mut Entities,
    (base, old): (&Struct, &Property),
    (new, now): (&Struct, &Property),
    mut found: Found,
) {
    let is_moved = old.is_own_of(base) != now.is_own_of(new);
    if is_moved {
        let declared = |it: &Property| it.declared_in.as_ref().map(ToString::to_string);
        found.add(Difference::new(Aspect::Declaration).from(declared(old)).to(declared(now)));
    }
    let is_renamed = renamed(&mut found, &old.wire_name, &now.wire_name);
    let mut entity = Entity::both(what(now), name_of(&new.name, now), found);
    if is_renamed {
        entity = entity.once(name_of(&base.name, old));
    }
    entity.is_moved = is_moved;
    entities.add(Some(subject(base, old)), Some(subject(new, now)), entity);
}

fn one_sided(entities: &mut Entities, presence: Presence, owner: &Struct, property: &Property) {
    let name = name_of(&owner.name, property);
    let mut entity = Entity::only(presence, what(property), name, property.span);
    let wire = if presence == Presence::Base { Wire::Breaking } else { Wire::Compatible };
    let must_be_given = presence == Presence::New
        && owner.constructor.as_ref().is_some_and(|it| it.asks_for(&property.wire_name).is_some());
    let wire = if must_be_given { Wire::Breaking } else { wire };
    let ty = words::value_type(&property.ty.value);
    let difference = Difference::new(Aspect::Presence).wire(wire);
    entity.found.add(match presence {
        Presence::Base => difference.from(ty),
        _ => difference.to(ty),
    });
    entities.add_as(subject(owner, property), entity);
}

/// A type may state of a property that it inherits what its base does not.
fn inherited(entities: &mut Entities, base: &Struct, new: &Struct, names: &Names) {
    for now in new.fields.iter().filter(|it| !it.is_own_of(new)) {
        let old = base.fields.iter().find(|it| it.wire_name == now.wire_name);
        let Some(old) = old.filter(|it| !it.is_own_of(base)) else { continue };
        let found = property::differences(old, now, names);
        let differs = found.differences.iter().any(|it| it.aspect != Aspect::Wording);
        let declared = now.declared_in.clone().map(|declared_in| Subject::Property {
            owner: declared_in.clone(),
            declared_in,
            name: now.wire_name.clone(),
        });
        let known = declared.and_then(|it| entities.of(&it, Presence::New));
        // The base's own change says the same of all that inherit it.
        let is_told =
            known.is_some_and(|at| entities.list[at].found.differences == found.differences);
        if differs && !is_told {
            add_property(entities, (base, old), (new, now), found);
        }
    }
}

fn differences(base: &Struct, new: &Struct) -> Found {
    let mut found = Found::at(Some(base.span), Some(new.span));
    named(&mut found, &base.name, &new.name);
    hierarchy(&mut found, base, new);
    if base.kind != new.kind {
        let kind = |kind| match kind {
            StructKind::Entity => "entity type",
            StructKind::Complex => "complex type",
        };
        let difference = Difference::new(Aspect::Kind).behaviour(Behaviour::Different);
        found.add(difference.from(kind(base.kind).to_owned()).to(kind(new.kind).to_owned()));
    }
    if base.keys != new.keys {
        let difference = Difference::new(Aspect::Key).behaviour(Behaviour::Different);
        found.add(difference.from(words::list(&base.keys)).to(words::list(&new.keys)));
    }
    if base.is_open != new.is_open {
        let behaviour = if new.is_open { Behaviour::Looser } else { Behaviour::Stricter };
        found.add(flag(Aspect::Open, base.is_open, new.is_open).behaviour(behaviour));
    }
    if base.is_json != new.is_json {
        let form = |is_json| if is_json { "any JSON" } else { "object" };
        let difference = Difference::new(Aspect::Type).wire(Wire::Breaking);
        found.add(difference.from(form(base.is_json).to_owned()).to(form(new.is_json).to_owned()));
    }
    area(&mut found, &base.area, &new.area);
    deprecation(&mut found, base.deprecated.as_ref(), new.deprecated.as_ref());
    wording(&mut found, &base.docs, &new.docs);
    found
}

/// The types above and below.
fn hierarchy(found: &mut Found, base: &Struct, new: &Struct) {
    let above = |it: &Struct| it.base.as_ref().map(|fact| fact.value.to_string());
    if above(base) != above(new) {
        let difference = Difference::new(Aspect::BaseType).behaviour(Behaviour::Different);
        found.add(difference.from(above(base)).to(above(new)));
        let span = |it: &Struct| it.base.as_ref().map(|fact| fact.span);
        found.see(span(base), span(new));
    }
    let below = |it: &Struct| it.derived.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (was, is) = (below(base), below(new));
    if was != is {
        let gone = was.iter().filter(|it| !is.contains(it));
        let added = is.iter().filter(|it| !was.contains(it));
        let shown = |names: Vec<&String>| (!names.is_empty()).then(|| words::list(names));
        let difference = Difference::new(Aspect::DerivedTypes).wire(Wire::Compatible);
        found.add(difference.from(shown(gone.collect())).to(shown(added.collect())));
    }
    if base.is_abstract != new.is_abstract {
        found.add(flag(Aspect::Abstract, base.is_abstract, new.is_abstract));
    }
}

/// A type by another name, which `@odata.type` and casts have.
pub(super) fn named(found: &mut Found, base: &QualifiedName, new: &QualifiedName) {
    renamed(found, &base.name, &new.name);
    if base.namespace != new.namespace {
        let difference = Difference::new(Aspect::Namespace).wire(Wire::Breaking);
        found.add(difference.from(base.namespace.clone()).to(new.namespace.clone()));
    }
}

pub(super) fn area(found: &mut Found, base: &str, new: &str) {
    if base != new {
        let shown = |area: &str| (!area.is_empty()).then(|| area.to_owned());
        found.add(Difference::new(Aspect::Area).from(shown(base)).to(shown(new)));
    }
}
