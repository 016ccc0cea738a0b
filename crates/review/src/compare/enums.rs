//! In what enumerations differ, and their members.

use emit::surface::Subject;
use model::{Enum, Member};

use super::types::{area, named};
use super::{Types, deprecation, flag, renamed, wording};
use crate::change::{Aspect, Difference, What};
use crate::entity::{Entities, Entity, Found, Presence};
use crate::pairs::{by_key, renames};
use crate::verdict::{Behaviour, Wire};

/// Adds all enumerations and their members.
pub(super) fn add(entities: &mut Entities, types: &Types<'_>) {
    let Types { structs, enums: pairs } = types;
    for (old, now) in &pairs.both {
        both(entities, old, now);
    }
    for old in &pairs.base {
        let name = old.name.to_string();
        let entity = match structs.new.iter().find(|it| it.name == old.name) {
            Some(now) => other_sort(name, (old.span, "enumeration"), (now.span, "structured type")),
            None => Entity::only(Presence::Base, What::Enumeration, name, old.span).one_sided(),
        };
        entities.add_as(Subject::Type(old.name.clone()), entity);
    }
    for now in &pairs.new {
        let name = now.name.to_string();
        let entity = match structs.base.iter().find(|it| it.name == now.name) {
            Some(old) => other_sort(name, (old.span, "structured type"), (now.span, "enumeration")),
            None => Entity::only(Presence::New, What::Enumeration, name, now.span).one_sided(),
        };
        entities.add_as(Subject::Type(now.name.clone()), entity);
    }
}

fn other_sort(
    name: String,
    (old, was): (diag::Span, &str),
    (now, is): (diag::Span, &str),
) -> Entity {
    let mut found = Found::at(Some(old), Some(now));
    let difference = Difference::new(Aspect::Kind).wire(Wire::Breaking);
    found.add(difference.from(was.to_owned()).to(is.to_owned()));
    Entity::both(What::Type, name, found)
}

fn both(entities: &mut Entities, base: &Enum, new: &Enum) {
    let mut found = Found::at(Some(base.span), Some(new.span));
    named(&mut found, &base.name, &new.name);
    if base.flags != new.flags {
        found.add(flag(Aspect::Flags, base.flags, new.flags).wire(Wire::Breaking));
    }
    area(&mut found, &base.area, &new.area);
    deprecation(&mut found, base.deprecated.as_ref(), new.deprecated.as_ref());
    wording(&mut found, &base.docs, &new.docs);
    let mut entity =
        Entity::both(What::Enumeration, new.name.to_string(), found).once(base.name.to_string());
    entity.is_moved = base.name != new.name && base.name.name == new.name.name;
    let subject = |item: &Enum| Some(Subject::Type(item.name.clone()));
    entities.add(subject(base), subject(new), entity);
    members(entities, base, new);
}

fn members(entities: &mut Entities, base: &Enum, new: &Enum) {
    let mut pairs = by_key(&base.members, &new.members, |it| it.wire_name.clone());
    pairs.and_alike(renames::members);
    let subject = |owner: &Enum, member: &Member| Subject::Member {
        owner: owner.name.clone(),
        name: member.wire_name.clone(),
    };
    let name = |owner: &Enum, member: &Member| format!("{}/{}", owner.name, member.wire_name);
    for (old, now) in pairs.both {
        let mut found = Found::at(Some(old.span), Some(now.span));
        let is_renamed = renamed(&mut found, &old.wire_name, &now.wire_name);
        if old.value != now.value {
            let shown = |value: Option<i64>| value.map(|it| it.to_string());
            let difference = Difference::new(Aspect::Value).behaviour(Behaviour::Different);
            found.add(difference.from(shown(old.value)).to(shown(now.value)));
        }
        wording(&mut found, &old.docs, &now.docs);
        let mut entity = Entity::both(What::Member, name(new, now), found);
        if is_renamed {
            entity = entity.once(name(base, old));
        }
        entities.add(Some(subject(base, old)), Some(subject(new, now)), entity);
    }
    for old in pairs.base {
        let mut entity = Entity::only(Presence::Base, What::Member, name(base, old), old.span);
        entity.found.add(Difference::new(Aspect::Presence).wire(Wire::Breaking));
        entities.add_as(subject(base, old), entity);
    }
    for now in pairs.new {
        let mut entity = Entity::only(Presence::New, What::Member, name(new, now), now.span);
        // A member that a program does not know is kept by its name.
        let difference = Difference::new(Aspect::Presence).wire(Wire::Compatible);
        entity.found.add(difference.behaviour(Behaviour::Different));
        entities.add_as(subject(new, now), entity);
    }
}
