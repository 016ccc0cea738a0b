//! The operations of both sides, the parameters in their bodies, and the paths that lead to them.

use emit::surface::Subject;
use model::{Api, BodyContent, Operation, PathNode, Property};

use super::names::Names;
use super::{operation, property, renamed};
use crate::change::{Aspect, Difference, What};
use crate::entity::{Entities, Entity, Found, Presence};
use crate::pairs::{by_key, operations, renames};
use crate::verdict::Wire;

/// Adds all operations and path nodes.
pub(super) fn add(entities: &mut Entities, base: &Api, new: &Api, names: &Names) {
    let pairs = operations::pairs(&base.operations, &new.operations);
    let subject = |it: &Operation| Subject::Operation(it.constant.clone());
    for (old, now) in pairs.both {
        let found = operation::differences(old, now, names);
        let mut entity = Entity::both(What::Operation, name(now), found);
        if old.method != now.method {
            entity = entity.once(name(old));
        }
        entities.add(Some(subject(old)), Some(subject(now)), entity);
        body_parameters(entities, old, now, names);
    }
    for old in pairs.base {
        let entity = Entity::only(Presence::Base, What::Operation, name(old), old.span);
        entities.add_as(subject(old), entity.one_sided());
    }
    for now in pairs.new {
        let entity = Entity::only(Presence::New, What::Operation, name(now), now.span);
        entities.add_as(subject(now), entity.one_sided());
    }
    paths(entities, base, new);
}

/// `GET /users/{id}`, by its first path.
pub(super) fn name(operation: &Operation) -> String {
    let listed = operation.routes.iter().find(|it| it.is_listed());
    let route = listed.or(operation.routes.first());
    let template = route.map_or(operation.page.as_str(), |it| it.template.as_str());
    format!("{} {template}", operation.method.as_str())
}

fn body(operation: &Operation) -> Option<&[Property]> {
    match &operation.body.as_ref()?.content {
        BodyContent::Parameters { fields, .. } => Some(fields),
        _ => None,
    }
}

fn body_parameters(entities: &mut Entities, base: &Operation, new: &Operation, names: &Names) {
    let (Some(old), Some(now)) = (body(base), body(new)) else { return };
    let mut pairs = by_key(old, now, |it| it.wire_name.clone());
    pairs.and_alike(renames::properties);
    let subject = |operation: &Operation, it: &Property| Subject::BodyParameter {
        operation: operation.constant.clone(),
        name: it.wire_name.clone(),
    };
    let name_of =
        |operation: &Operation, it: &Property| format!("{}/{}", name(operation), it.wire_name);
    for (old, now) in pairs.both {
        let mut found = property::differences(old, now, names);
        let is_renamed = renamed(&mut found, &old.wire_name, &now.wire_name);
        let mut entity = Entity::both(What::BodyParameter, name_of(new, now), found);
        if is_renamed {
            entity = entity.once(name_of(base, old));
        }
        entities.add(Some(subject(base, old)), Some(subject(new, now)), entity);
    }
    for old in pairs.base {
        let entity =
            Entity::only(Presence::Base, What::BodyParameter, name_of(base, old), old.span);
        entities.add_as(subject(base, old), entity.one_sided());
    }
    for now in pairs.new {
        let mut entity =
            Entity::only(Presence::New, What::BodyParameter, name_of(new, now), now.span)
                .one_sided();
        if now.required.as_ref().is_some_and(|fact| fact.value) {
            let difference = Difference::new(Aspect::Required).to("yes".to_owned());
            entity.found.add(difference.wire(Wire::Breaking));
        }
        entities.add_as(subject(new, now), entity);
    }
}

fn paths(entities: &mut Entities, base: &Api, new: &Api) {
    let pairs = operations::nodes(&base.nodes, &new.nodes);
    let subject = |it: &PathNode| Subject::Path(it.template.clone());
    for (old, now) in pairs.both {
        let mut found = Found::default();
        operation::segments(&mut found, &old.segment, &now.segment);
        let entity = Entity::both(What::Path, now.template.clone(), found);
        entities.add(Some(subject(old)), Some(subject(now)), entity);
    }
    let node = |presence, it: &PathNode| {
        let entity = Entity::both(What::Path, it.template.clone(), Found::default());
        Entity { presence, ..entity }
    };
    for old in pairs.base {
        entities.add_as(subject(old), node(Presence::Base, old));
    }
    for now in pairs.new {
        entities.add_as(subject(now), node(Presence::New, now));
    }
}
