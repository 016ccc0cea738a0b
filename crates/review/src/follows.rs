//! From which change one follows that has no difference of its own in the docs.
//!
//! What things are in Rust depends on other things: a field on its type, a type on those that derive from it, an operation
//! on what it returns and on the types at the paths above it. Beside a change that shows in Rust alone, the nearest change
//! is named that may be the reason.

use std::collections::{BTreeMap, BTreeSet};

use emit::surface::Subject;
use model::{Api, BodyContent, ItemType, Operation, Property, QualifiedName, ResponseContent};

use crate::change::{Aspect, Origin};
use crate::entity::{Entities, Entity, Presence};

/// What is farther away than this many steps is no reason that anybody would believe.
const FARTHEST: usize = 3;

/// Adds to each entity that differs in Rust alone from which other one that follows, as far as that is known.
pub(crate) fn add(entities: &mut Entities, base: &Api, new: &Api) {
    let follows = |it: &Entity| it.found.differences.is_empty() && !it.rust.is_empty();
    let following: Vec<usize> =
        (0..entities.list.len()).filter(|at| follows(&entities.list[*at])).collect();
    if following.is_empty() {
        return;
    }
    let mut links = Links { to: vec![BTreeSet::new(); entities.list.len()] };
    links.add(entities, base, Presence::Base);
    links.add(entities, new, Presence::New);
    for at in following {
        entities.list[at].follows_from = links.origin(entities, at);
    }
}

/// On which others each entity depends.
struct Links {
    to: Vec<BTreeSet<usize>>,
}

impl Links {
    /// Adds what the model of one side says.
    fn add(&mut self, entities: &Entities, api: &Api, side: Presence) {
        let mut side = OneSide { links: self, entities, side };
        for item in &api.structs {
            let ty = Subject::Type(item.name.clone());
            side.both_ways(
                &ty,
                item.base.as_ref().map(|it| Subject::Type(it.value.clone())).iter(),
            );
            for field in item.fields.iter().filter(|it| it.is_own_of(item)) {
                let property = Subject::Property {
                    owner: item.name.clone(),
                    declared_in: field.declared_in.clone().unwrap_or_else(|| item.name.clone()),
                    name: field.wire_name.clone(),
                };
                side.both_ways(&property, type_of(field).iter());
                side.depends(&property, &ty);
            }
        }
        for operation in &api.operations {
            side.operation(operation);
        }
        side.paths(api);
    }

    /// The nearest entity that differs in something on which others depend; of several, the first.
    fn origin(&self, entities: &Entities, from: usize) -> Option<Origin> {
        let mut seen = BTreeSet::from([from]);
        let mut edge = vec![from];
        for distance in 1..=FARTHEST {
            let next: BTreeSet<usize> = edge.iter().flat_map(|at| &self.to[*at]).copied().collect();
            edge = next.into_iter().filter(|at| seen.insert(*at)).collect();
            let mut reasons = edge.iter().map(|at| &entities.list[*at]).filter(|it| is_reason(it));
            if let Some(first) = reasons.next() {
                return Some(Origin {
                    id: None,
                    what: first.what,
                    name: first.name.clone(),
                    more: reasons.count(),
                    is_near: distance == 1,
                });
            }
        }
        None
    }
}

/// Whether others may follow from it.
fn is_reason(entity: &Entity) -> bool {
    let is_other = entity.presence != Presence::Both || entity.former_name.is_some();
    is_other || entity.found.differences.iter().any(|it| shapes_others(it.aspect))
}

/// Whether the Rust of other things depends on it.
fn shapes_others(aspect: Aspect) -> bool {
    use Aspect as It;
    matches!(
        aspect,
        It::Presence
            | It::Name
            | It::Namespace
            | It::Declaration
            | It::Type
            | It::Kind
            | It::BaseType
            | It::DerivedTypes
            | It::Abstract
            | It::Open
            | It::Key
            | It::Flags
            | It::Required
            | It::Access
            | It::Area
            | It::Method
            | It::Path
            | It::PathParameter
            | It::RequestBody
            | It::Response
    )
}

/// The links while they are made from one side.
struct OneSide<'a> {
    links: &'a mut Links,
    entities: &'a Entities,
    side: Presence,
}

impl OneSide<'_> {
    fn of(&self, subject: &Subject) -> Option<usize> {
        self.entities.of(subject, self.side)
    }

    fn one_way(&mut self, from: Option<usize>, to: Option<usize>) {
        if let (Some(from), Some(to)) = (from, to) {
            self.links.to[from].insert(to);
        }
    }

    fn depends(&mut self, one: &Subject, other: &Subject) {
        self.one_way(self.of(one), self.of(other));
    }

    /// A type is another one where a property mentions it for the first time, and a property where its type differs.
    fn both_ways<'s>(&mut self, one: &Subject, others: impl Iterator<Item = &'s Subject>) {
        let one = self.of(one);
        for other in others {
            let other = self.of(other);
            self.one_way(one, other);
            self.one_way(other, one);
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let subject = Subject::Operation(operation.constant.clone());
        self.both_ways(&subject, types_of(operation).iter());
        for parameter in parameters(operation) {
            let part = Subject::BodyParameter {
                operation: operation.constant.clone(),
                name: parameter.wire_name.clone(),
            };
            self.both_ways(&part, [&subject].into_iter().chain(&type_of(parameter)));
        }
    }

    /// What a path leads to says what the operations below it are called; a segment is there for those below it.
    fn paths(&mut self, api: &Api) {
        let mut at: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for operation in &api.operations {
            let Some(entity) = self.of(&Subject::Operation(operation.constant.clone())) else {
                continue;
            };
            for route in &operation.routes {
                at.entry(&route.template).or_default().push(entity);
            }
        }
        for (template, operations) in &at {
            for above in above(template) {
                let segment = self.of(&Subject::Path(above.to_owned()));
                for operation in operations {
                    self.one_way(segment, Some(*operation));
                    let others = at.get(above).filter(|_| above != *template).into_iter().flatten();
                    others.for_each(|other| self.one_way(Some(*operation), Some(*other)));
                }
            }
        }
    }
}

/// A path and all that it begins with, segment by segment.
fn above(template: &str) -> impl Iterator<Item = &str> {
    let ends = template.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
    ends.chain([template.len()]).map(|end| &template[..end])
}

/// What an operation is told to take and to return.
fn types_of(operation: &Operation) -> Vec<Subject> {
    let response = &operation.response;
    let contents = response.alternatives.iter().map(|it| &it.content).chain([&response.content]);
    let returned = contents.filter_map(|content| match content {
        ResponseContent::Value(item)
        | ResponseContent::Wrapped(item)
        | ResponseContent::Collection(item) => named(item),
        ResponseContent::Empty | ResponseContent::Stream | ResponseContent::Untyped => None,
    });
    let taken = operation.body.as_ref().and_then(|body| match &body.content {
        BodyContent::Value(ty) => named(&ty.item),
        _ => None,
    });
    returned.chain(taken).map(|it| Subject::Type(it.clone())).collect()
}

fn parameters(operation: &Operation) -> &[Property] {
    match operation.body.as_ref().map(|it| &it.content) {
        Some(BodyContent::Parameters { fields, .. }) => fields,
        _ => &[],
    }
}

fn type_of(property: &Property) -> Option<Subject> {
    named(&property.ty.value.item).map(|it| Subject::Type(it.clone()))
}

fn named(item: &ItemType) -> Option<&QualifiedName> {
    match item {
        ItemType::Enum(name) | ItemType::Struct(name) => Some(name),
        ItemType::Scalar(_) | ItemType::Untyped => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_begins_with_whole_segments() {
        let all: Vec<&str> = above("/books/{id}/lend").collect();
        assert_eq!(all, ["/books", "/books/{id}", "/books/{id}/lend"]);
        assert_eq!(above("/").collect::<Vec<_>>(), ["/"]);
    }
}
