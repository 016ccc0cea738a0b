//! Which relationships hold entities that are nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    ItemType, Method, NodeId, Operation, OperationKind, PathNode, PathSegment, Property,
    PropertyKind, QualifiedName, Role, ValueType,
};

use super::paths::{Paths, Relationship};
use super::roots::Root;

/// Where entities are created, changed or deleted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Home<'a> {
    /// In a relationship.
    Relationship(Relationship<'a>),
    /// At a place of which only its own pages speak.
    Place(NodeId),
}

/// What the paths show of relationships.
#[derive(Default)]
struct Shown<'a> {
    /// A path has them, and what it has next is not `$ref`.
    passed: BTreeSet<Relationship<'a>>,
    /// A path ends them in `$ref`.
    referenced: BTreeSet<Relationship<'a>>,
    /// A path that ends there reads them.
    read: BTreeSet<Relationship<'a>>,
    /// A path leads on from the entities.
    left: BTreeSet<Relationship<'a>>,
    /// By the type of the entities.
    homes: BTreeMap<&'a QualifiedName, BTreeSet<Home<'a>>>,
}

/// What the paths tell of relationships.
pub(super) struct Relationships<'a> {
    /// Those that contain their entities.
    pub(super) contained: BTreeSet<Relationship<'a>>,
    /// Those that refer to entities which are elsewhere.
    pub(super) referring: BTreeSet<Relationship<'a>>,
}

pub(super) fn relationships<'a>(paths: &Paths<'a>, sets: &[Root<'a>]) -> Relationships<'a> {
    let shown = shown(paths);
    let contained = contained(paths, sets, &shown);
    let homes: BTreeSet<Home<'_>> = shown.homes.values().flatten().copied().collect();
    // Whoever refers to entities only lists them; what is done with them is done where they are.
    let only_lists = |it: &Relationship<'a>| {
        !shown.left.contains(it)
            && !homes.contains(&Home::Relationship(*it))
            && !contained.contains(it)
    };
    let listing = shown.read.into_iter().filter(only_lists);
    let referring = listing.chain(shown.referenced).collect();
    Relationships { contained, referring }
}

fn contained<'a>(
    paths: &Paths<'a>,
    sets: &[Root<'a>],
    shown: &Shown<'a>,
) -> BTreeSet<Relationship<'a>> {
    let in_sets: BTreeSet<&QualifiedName> = sets.iter().map(|set| &set.entity.name).collect();
    let own = paths
        .api
        .structs
        .iter()
        .flat_map(|item| item.fields.iter().filter(|field| field.is_own_of(item)));
    let relationships = own.filter(|field| field.kind == PropertyKind::Navigation);
    let contains = |field: &&'a Property| {
        let Some(target) = paths.structure(&field.ty.value.item) else { return false };
        let this = relationship(field);
        let homes: BTreeSet<Home<'_>> = paths
            .family(target)
            .filter_map(|name| shown.homes.get(name))
            .flatten()
            .copied()
            .collect();
        let is_home = homes.contains(&Home::Relationship(this));
        let is_only_place = homes.is_empty() && shown.passed.contains(&this);
        !shown.referenced.contains(&this)
            && !paths.family(target).any(|name| in_sets.contains(name))
            && (is_home || is_only_place)
    };
    relationships.filter(contains).map(relationship).collect()
}

fn relationship(field: &Property) -> Relationship<'_> {
    (field.declared_in.as_ref(), &field.wire_name)
}

fn shown<'a>(paths: &Paths<'a>) -> Shown<'a> {
    let mut shown = Shown::default();
    for (operation, route) in paths.routes() {
        let line = paths.line(route.node);
        for (index, id) in line.iter().enumerate() {
            let Some(field) = relationship_at(paths, *id) else { continue };
            let this = relationship(field);
            let rest = &line[index + 1..];
            if rest.iter().take(2).any(|id| paths.node(*id).shape.role == Role::Reference) {
                shown.referenced.insert(this);
                continue;
            }
            shown.passed.insert(this);
            if rest.iter().any(|id| !stays(paths.node(*id))) {
                shown.left.insert(this);
            } else if operation.method == Method::Get {
                shown.read.insert(this);
            }
        }
        if let Some((name, home)) = home(paths, operation, &line) {
            shown.homes.entry(name).or_default().insert(home);
        }
    }
    shown
}

/// Whether the node selects or counts the entities of the node above it, or narrows their type.
fn stays(node: &PathNode) -> bool {
    match &node.segment {
        PathSegment::Literal(name) => node.shape.role == Role::Count || name.contains('.'),
        PathSegment::Function { .. } | PathSegment::ItemPath(_) => false,
        PathSegment::Key(_) | PathSegment::PositionalKey(_) | PathSegment::KeyPredicate(_) => true,
    }
}

/// The relationship that a node addresses.
fn relationship_at<'a>(paths: &Paths<'a>, id: NodeId) -> Option<&'a Property> {
    let node = paths.node(id);
    let PathSegment::Literal(name) = &node.segment else { return None };
    let above = paths.parent(node)?.shape.value.as_ref()?;
    let owner = paths.structure(&above.item).filter(|_| !above.collection)?;
    let mut fields = owner.fields.iter().filter(|field| field.kind == PropertyKind::Navigation);
    fields.find(|field| field.wire_name.eq_ignore_ascii_case(name))
}

/// Where the operation writes entities, and of which type.
fn home<'a>(
    paths: &Paths<'a>,
    operation: &Operation,
    line: &[NodeId],
) -> Option<(&'a QualifiedName, Home<'a>)> {
    let (last, above) = line.split_last()?;
    let place = match &paths.node(*last).segment {
        PathSegment::Literal(_) if writes(operation) => *last,
        PathSegment::Key(_) if writes(operation) && operation.method != Method::Post => {
            *above.last()?
        }
        _ => return None,
    };
    let node = paths.node(place);
    let is_thing = matches!(node.shape.role, Role::Documented | Role::Inferred);
    let value = node.shape.value.as_ref().filter(|_| is_thing && node.parent.is_some())?;
    let ValueType { item: ItemType::Struct(name), .. } = value else { return None };
    let home = relationship_at(paths, place).map(relationship);
    Some((name, home.map_or(Home::Place(place), Home::Relationship)))
}

fn writes(operation: &Operation) -> bool {
    matches!(
        operation.kind,
        OperationKind::Create
            | OperationKind::Update
            | OperationKind::Replace
            | OperationKind::Delete
    )
}
