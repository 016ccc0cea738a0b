//! What each node of the path tree addresses, as far as the documented types tell.
//!
//! Walks the tree from the roots: a key selects one of a collection, a property leads to its type, a cast
//! narrows. Where no type is known yet (entity sets and singletons are documented nowhere) the pages most
//! specifically about the node say it. The type that the segment is called after overrules them where they only name
//! what the path passes, or where another page names it too; where they are silent it counts at the root, and elsewhere
//! if a page names it. Returns one [`Shape`] per node; decides nothing about operations.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

use super::claim::{Claim, Group};
use super::lineage::{are_kin, common_base};
use super::parameters;
use super::stated::{self, Content, Stated};
use super::template::cast_target;
use super::tree::Node;
use crate::types::{Item, Type, TypeId, Types, simple_name};
use crate::{ItemType, Method, NodeId, PathSegment, Role, Scalar, StructKind, ValueType};

/// What a node addresses, its types by id.
pub(crate) type Shape = crate::Shape<TypeId>;

/// The shapes of all `nodes`, in their order.
pub(super) fn shapes(nodes: &[Node], groups: &[Group<'_>], types: &Types<'_>) -> Vec<Shape> {
    let mut walk = Walk::new(nodes, groups, types);
    for id in 0..nodes.len() {
        let shape = walk.shape(NodeId(id));
        walk.shapes.push(shape);
    }
    walk.shapes
}

/// What the path passes before `node`, the root first.
pub(super) fn passed(node: &Node, nodes: &[Node], shapes: &[Shape]) -> Vec<Item> {
    let above = |id: &NodeId| nodes[id.0].parent;
    let above = successors(node.parent, above).filter_map(|id| Some(shapes[id.0].value?.item));
    let mut passed: Vec<Item> = above.collect();
    passed.reverse();
    passed
}

struct Walk<'a> {
    nodes: &'a [Node],
    types: &'a Types<'a>,
    children: BTreeMap<NodeId, Vec<NodeId>>,
    groups: BTreeMap<NodeId, Vec<&'a Group<'a>>>,
    shapes: Vec<Shape>,
}

impl<'a> Walk<'a> {
    fn new(nodes: &'a [Node], groups: &'a [Group<'a>], types: &'a Types<'a>) -> Self {
        let mut children: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for (index, node) in nodes.iter().enumerate() {
            if let Some(parent) = node.parent {
                children.entry(parent).or_default().push(NodeId(index));
            }
        }
        let mut by_node: BTreeMap<NodeId, Vec<&Group<'_>>> = BTreeMap::new();
        for group in groups {
            by_node.entry(group.node).or_default().push(group);
        }
        Self { nodes, types, children, groups: by_node, shapes: Vec::with_capacity(nodes.len()) }
    }

    fn shape(&self, id: NodeId) -> Shape {
        let above = self.nodes[id.0].parent.map(|parent| &self.shapes[parent.0]);
        match &self.nodes[id.0].segment {
            PathSegment::Literal(text) if text == "$ref" => {
                Shape { role: Role::Reference, value: above.and_then(|shape| shape.value) }
            }
            PathSegment::Literal(text) if text == "$value" => scalar(Role::Media, Scalar::Stream),
            PathSegment::Literal(text) if text == "$count" => scalar(Role::Count, Scalar::Int32),
            PathSegment::Key(_)
            | PathSegment::PositionalKey(_)
            | PathSegment::KeyPredicate(_)
            | PathSegment::ItemPath(_) => self.one_of(id, above),
            segment if cast_target(segment, &self.types.index).is_some() => {
                self.cast(segment, above)
            }
            PathSegment::Literal(text) => self.named(id, text, above),
            PathSegment::Function { name, parameters } if parameters.is_empty() => {
                self.named(id, name, above)
            }
            PathSegment::Function { .. } => self.operation(id),
        }
    }

    /// A key or a path selects one.
    fn one_of(&self, id: NodeId, above: Option<&Shape>) -> Shape {
        match above.and_then(|shape| Some((shape.role, shape.value?))) {
            Some((Role::Documented, value)) => {
                Shape { role: Role::Documented, value: Some(single(value)) }
            }
            Some((_, value)) => Shape { role: Role::Inferred, value: Some(single(value)) },
            None => {
                let value = self.said(id).map(single);
                Shape { role: Role::Inferred, value }
            }
        }
    }

    fn cast(&self, segment: &PathSegment, above: Option<&Shape>) -> Shape {
        let collection = above.and_then(|shape| shape.value).is_some_and(|it| it.collection);
        let value =
            cast_target(segment, &self.types.index).map(|item| ValueType { item, collection });
        Shape { role: Role::Documented, value }
    }

    /// A name: a property of the value above, else an operation, else something undocumented.
    fn named(&self, id: NodeId, text: &str, above: Option<&Shape>) -> Shape {
        let name = if self.types.index.is_qualified(text) { simple_name(text) } else { text };
        let value_above = above.and_then(|shape| shape.value);
        let is_titled = is_delta(name) || self.claims(id).any(|claim| claim.page.is_titled(name));
        let found = match value_above {
            Some(collection) if collection.collection => {
                (!is_titled).then(|| self.in_collection(id, name, single(collection))).flatten()
            }
            Some(value) => self.property(value, name),
            None => None,
        };
        let inferred = || {
            let value = self.inferred(id, name, above.is_none());
            Shape { role: Role::Inferred, value }
        };
        // A property whose row names no type says nothing that a page would not say better.
        let is_untyped =
            found.and_then(|it| it.value).is_some_and(|it| it.item == ItemType::Untyped);
        let found = found.filter(|_| !is_untyped || inferred().value.is_none());
        let is_bound = value_above.is_some_and(|value| value.collection);
        let is_called = (is_bound || self.is_only_called(id)) && !self.has_key(id);
        match found {
            Some(found) => {
                Shape { value: found.value.map(|value| self.keyed(id, name, value)), ..found }
            }
            None if is_titled || is_called => self.operation(id),
            None => inferred(),
        }
    }

    /// A name after a collection of values such as `one` is an operation, unless the path leaves out the key
    /// before a property or spells it out: `…/sort/fields/icon`, `/sites/root`.
    fn in_collection(&self, id: NodeId, name: &str, one: Type) -> Option<Shape> {
        let said = self.said(id);
        let is_said =
            |value: Type| said.is_some_and(|said| are_kin(said.item, value.item, self.types));
        let property = self.property(one, name);
        if property.and_then(|shape| shape.value).is_some_and(is_said) {
            return property;
        }
        let is_one = is_said(one) && said.is_some_and(|said| !said.collection);
        let value = (is_one || self.is_written_key(id, one)).then_some(one)?;
        Some(Shape { role: Role::Documented, value: Some(value) })
    }

    /// A property of the structured value above. One that only derived types have is less sure: several
    /// of them may.
    fn property(&self, value: Type, name: &str) -> Option<Shape> {
        let ItemType::Struct(owner) = value.item else { return None };
        if let Some(value) = self.own_property(owner, name) {
            return Some(Shape { role: Role::Documented, value: Some(value) });
        }
        let derived = &self.types.structure(owner)?.derived;
        let value = derived.iter().find_map(|derived| self.own_property(*derived, name))?;
        Some(Shape { role: Role::Inferred, value: Some(value) })
    }

    fn own_property(&self, owner: TypeId, name: &str) -> Option<Type> {
        Some(self.types.structure(owner)?.field(name)?.ty.value)
    }

    /// Keys after a plural select one of several entities, although the row of the property names the type alone.
    fn keyed(&self, id: NodeId, name: &str, value: Type) -> Type {
        let is_entity =
            |id: &TypeId| self.types.structure(*id).is_some_and(|it| it.kind == StructKind::Entity);
        let is_keyed = self.has_key(id) && self.types.index.plurals().singular(name) != name;
        let are_several = is_keyed && value.item.structure().is_some_and(is_entity);
        Type { collection: value.collection || are_several, ..value }
    }

    /// Keys are changed and deleted and have properties below them; operations are not.
    fn is_written_key(&self, id: NodeId, one: Type) -> bool {
        let changes = [Method::Patch, Method::Put, Method::Delete];
        let mut groups = self.groups.get(&id).into_iter().flatten();
        let has_property = |child: &NodeId| match &self.nodes[child.0].segment {
            PathSegment::Literal(text) => self.property(one, text).is_some(),
            _ => false,
        };
        groups.any(|group| changes.contains(&group.method))
            || self.children.get(&id).into_iter().flatten().any(has_property)
    }

    /// Nothing but `POST`, no keys below, and no page says that something was created.
    fn is_only_called(&self, id: NodeId) -> bool {
        let Some(groups) = self.groups.get(&id) else { return false };
        let creates = |claim: &Claim<'_>| self.stated(claim).statuses.contains(&201);
        groups.iter().all(|group| group.method == Method::Post) && !self.claims(id).any(creates)
    }

    fn operation(&self, id: NodeId) -> Shape {
        let mut groups = self.groups.get(&id).into_iter().flatten();
        let value = groups.find_map(|group| self.agreed(&group.claims));
        Shape { role: Role::Operation, value }
    }

    /// What the node's pages say; at the root, also what the pages of its operations say that these are
    /// called on, and an entity set is the plural of its type's name. A page about what belongs to an owner
    /// may name the owner alone: then the path is believed if it ends with another type's name.
    fn inferred(&self, id: NodeId, name: &str, is_root: bool) -> Option<Type> {
        let keys = self.key_child(id);
        let said = self.said(id).or_else(|| self.said(keys?));
        let one = |item| ValueType { item, collection: false };
        let named = || self.type_named(id, name).map(one);
        let value = match said {
            Some(said) => {
                named().filter(|named| self.is_unlikely(id, said, *named)).unwrap_or(said)
            }
            None if is_root => self.type_called_on(id).map(one).or_else(named)?,
            None => named()
                .filter(|named| self.is_stated(id, *named) || self.is_in_title(id, name, *named))?,
        };
        let collection = value.collection || keys.is_some() || self.is_queried_as_many(id);
        Some(ValueType { collection, ..value })
    }

    /// The path passes a value of `item`, or of a relative of it, before the node.
    fn is_passed(&self, id: NodeId, item: Item) -> bool {
        let passed = passed(&self.nodes[id.0], self.nodes, &self.shapes);
        passed.iter().any(|it| are_kin(*it, item, self.types))
    }

    /// The page of reading the node names another type than its path does, and it is the owner's, or other pages
    /// name that of the path.
    fn is_unlikely(&self, id: NodeId, said: Type, named: Type) -> bool {
        !are_kin(said.item, named.item, self.types)
            && (self.is_passed(id, said.item) || self.is_stated(id, named))
    }

    /// A page about the node or its keys says that it answers with the type.
    fn is_stated(&self, id: NodeId, named: Type) -> bool {
        self.about(id).any(|claim| {
            let stated = self.stated(claim);
            stated.content().and_then(typed).is_some_and(|(item, _)| item == named.item)
        })
    }

    /// The last segment is the name of the type, and a page about the node has it in its title: "Get boat manual" of
    /// `…/manual`. Sets in the plural say less: `photos` need not hold what is called `photo`.
    fn is_in_title(&self, id: NodeId, segment: &str, named: Type) -> bool {
        let Some(of_name) = named.item.structure() else { return false };
        let is_word = |title: &str| {
            let mut words = title.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.any(|word| word.eq_ignore_ascii_case(segment))
        };
        let mut titles = self.about(id).filter_map(|claim| claim.page.title.as_ref());
        self.types.index.name(*of_name).name.eq_ignore_ascii_case(segment)
            && titles.any(|title| is_word(&title.value))
    }

    /// What pages claim of the node and of its keys.
    fn about(&self, id: NodeId) -> impl Iterator<Item = &Claim<'a>> {
        let nodes = [Some(id), self.key_child(id)].into_iter().flatten();
        nodes.flat_map(|id| self.claims(id))
    }

    /// A request line filters, orders or counts what the node addresses.
    fn is_queried_as_many(&self, id: NodeId) -> bool {
        let of_many = |name: String| {
            matches!(name.as_str(), "$filter" | "$orderby" | "$top" | "$skip" | "$count")
        };
        let mut names = self.claims(id).flat_map(|claim| parameters::names_in(&claim.line.value));
        names.any(|name| parameters::odata(&name).is_some_and(of_many))
    }

    /// The type that pages of operations just below the node name in their titles, if it is one.
    fn type_called_on(&self, id: NodeId) -> Option<Item> {
        let below = self.children.get(&id)?.iter().flat_map(|child| self.claims(*child));
        let owners = below.filter_map(|claim| self.structure_named(claim.page.titled_owner()?));
        let mut owners: BTreeSet<TypeId> = owners.collect();
        let first = owners.pop_first()?;
        owners.is_empty().then_some(ItemType::Struct(first))
    }

    fn type_named(&self, id: NodeId, set: &str) -> Option<Item> {
        let one = self.types.index.plurals().singular(set);
        let same = || self.structure_named(set).filter(|named| self.may_be_at(id, *named));
        let root = || self.structure_named(&format!("{one}Root"));
        let of_set = || self.structure_named(&one).filter(|_| one != set);
        same().or_else(root).or_else(of_set).map(ItemType::Struct)
    }

    /// A type of values with properties, none of which a path has next, only happens to have the name;
    /// unless keys select one of several.
    fn may_be_at(&self, id: NodeId, named: TypeId) -> bool {
        let Some(item) = self.types.structure(named) else { return false };
        let is_property = |child: &NodeId| match &self.nodes[child.0].segment {
            PathSegment::Literal(text) => self.own_property(named, text).is_some(),
            _ => false,
        };
        item.kind == StructKind::Entity
            || item.fields.is_empty()
            || self.has_key(id)
            || self.children.get(&id).into_iter().flatten().any(is_property)
    }

    fn structure_named(&self, name: &str) -> Option<TypeId> {
        self.types.index.resolve_name(name, "")?.structure().copied()
    }

    /// What reading the node returns, in the words of its most specific pages.
    fn said(&self, id: NodeId) -> Option<Type> {
        let groups = self.groups.get(&id)?;
        let by_method = |method| groups.iter().find(|group| group.method == method);
        let agreed = |method| self.agreed(&by_method(method)?.claims);
        let added = || {
            let value = agreed(Method::Post)?;
            let takes = |claim| takes_arguments(claim, value.item, self.types);
            let acts = by_method(Method::Post)?.claims.iter().any(takes);
            (!acts).then_some(ValueType { collection: true, ..value })
        };
        agreed(Method::Get)
            .or_else(|| agreed(Method::Patch))
            .or_else(|| agreed(Method::Put))
            .or_else(added)
    }

    /// The type that the most specific pages agree on: the one that most of them name, else the nearest
    /// base of all.
    fn agreed(&self, claims: &[Claim<'_>]) -> Option<Type> {
        let stated: Vec<Stated> = most_specific(claims).map(|claim| self.stated(claim)).collect();
        let typed: Vec<(Item, bool)> =
            stated.iter().filter_map(|stated| typed(stated.content()?)).collect();
        let collection = typed.iter().any(|(_, collection)| *collection);
        let items: Vec<Item> = typed.into_iter().map(|(item, _)| item).collect();
        let item = majority(&items).or_else(|| common_base(&items, self.types))?;
        Some(ValueType { item, collection })
    }

    fn stated(&self, claim: &Claim<'_>) -> Stated {
        stated::read(claim, self.types)
    }

    fn claims(&self, id: NodeId) -> impl Iterator<Item = &Claim<'a>> {
        self.groups.get(&id).into_iter().flatten().flat_map(|group| &group.claims)
    }

    fn has_key(&self, id: NodeId) -> bool {
        self.key_child(id).is_some()
    }

    fn key_child(&self, id: NodeId) -> Option<NodeId> {
        let is_key = |child: &&NodeId| {
            let segment = &self.nodes[child.0].segment;
            matches!(segment, PathSegment::Key(_) | PathSegment::PositionalKey(_))
        };
        self.children.get(&id)?.iter().find(is_key).copied()
    }
}

/// The claims of the pages with the fewest request lines of the method: a page about one path knows it
/// better than one about twenty.
pub(super) fn most_specific<'c, 'a>(
    claims: &'c [Claim<'a>],
) -> impl Iterator<Item = &'c Claim<'a>> {
    let fewest = claims.iter().map(Claim::breadth).min().unwrap_or_default();
    claims.iter().filter(move |claim| claim.breadth() == fewest)
}

/// Whether most members that a page lists to be sent are none of what comes back: then the call does something, though
/// its answer may be `201 Created`.
pub(super) fn takes_arguments(claim: &Claim<'_>, returned: Item, types: &Types<'_>) -> bool {
    let structure = returned.structure().and_then(|id| types.structure(*id));
    let Some(structure) = structure.filter(|it| !it.is_open) else { return false };
    let rows = &claim.facts.body.properties;
    let members = rows.iter().filter(|row| structure.field(&row.name.value).is_some()).count();
    members * 2 < rows.len()
}

pub(super) fn typed(content: &Content) -> Option<(Item, bool)> {
    match content {
        Content::Typed { items, collection } => Some((*items.first()?, *collection)),
        Content::Stream => Some((ItemType::Scalar(Scalar::Stream), false)),
        Content::Empty | Content::Json { .. } => None,
    }
}

/// The item that more than half of `items` are.
fn majority(items: &[Item]) -> Option<Item> {
    let mut counts: BTreeMap<Item, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(*item).or_default() += 1;
    }
    counts.into_iter().find(|(_, count)| count * 2 > items.len()).map(|(item, _)| item)
}

fn single(value: Type) -> Type {
    value.item.one()
}

fn scalar(role: Role, scalar: Scalar) -> Shape {
    Shape { role, value: Some(ItemType::Scalar(scalar).one()) }
}

/// The function that returns what changed since it was last called has this name everywhere.
pub(super) fn is_delta(name: &str) -> bool {
    name.eq_ignore_ascii_case("delta")
}
