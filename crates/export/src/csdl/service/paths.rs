//! The path tree as far as request lines list it, with the types that it leads through.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use model::{
    Api, ItemType, NodeId, Operation, PathNode, QualifiedName, Route, Struct, StructKind, ValueType,
};

/// A relationship, by the type that declares it.
pub(super) type Relationship<'a> = (Option<&'a QualifiedName>, &'a str);

/// Which nodes are listed, and which operations stand at each.
pub(super) struct Paths<'a> {
    pub(super) api: &'a Api,
    structs: BTreeMap<&'a QualifiedName, &'a Struct>,
    operations: BTreeMap<NodeId, Vec<(&'a Operation, &'a Route)>>,
    /// The nodes that a listed route passes or ends at, with the first such request line.
    lines: BTreeMap<NodeId, Span>,
    /// The nodes above these.
    parents: BTreeSet<NodeId>,
}

impl<'a> Paths<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let structs = api.structs.iter().map(|it| (&it.name, it)).collect();
        let mut paths = Self {
            api,
            structs,
            operations: BTreeMap::new(),
            lines: BTreeMap::new(),
            parents: BTreeSet::new(),
        };
        for operation in &api.operations {
            for route in operation.routes.iter().filter(|route| route.is_listed()) {
                paths.operations.entry(route.node).or_default().push((operation, route));
                for node in paths.line(route.node) {
                    paths.lines.entry(node).or_insert(route.span);
                    paths.parents.extend(paths.node(node).parent);
                }
            }
        }
        paths
    }

    /// The nodes on a listed path, in the order of their templates.
    pub(super) fn listed(&self) -> impl Iterator<Item = (NodeId, &'a PathNode)> {
        self.lines.keys().map(|id| (*id, self.node(*id)))
    }

    pub(super) fn node(&self, id: NodeId) -> &'a PathNode {
        &self.api.nodes[id.0]
    }

    pub(super) fn parent(&self, node: &PathNode) -> Option<&'a PathNode> {
        node.parent.map(|parent| self.node(parent))
    }

    /// From the root down to the node.
    pub(super) fn line(&self, id: NodeId) -> Vec<NodeId> {
        let mut line: Vec<NodeId> =
            std::iter::successors(Some(id), |id| self.node(*id).parent).collect();
        line.reverse();
        line
    }

    /// The first request line that passes a listed node.
    pub(super) fn span(&self, id: NodeId) -> Span {
        self.lines[&id]
    }

    pub(super) fn operations(&self, id: NodeId) -> &[(&'a Operation, &'a Route)] {
        self.operations.get(&id).map_or(&[], Vec::as_slice)
    }

    /// All operations with their listed routes.
    pub(super) fn routes(&self) -> impl Iterator<Item = (&'a Operation, &'a Route)> {
        self.operations.values().flatten().copied()
    }

    /// Whether a listed path goes on after the node.
    pub(super) fn goes_on(&self, id: NodeId) -> bool {
        self.parents.contains(&id)
    }

    pub(super) fn is_type(&self, namespace: &str, name: &str) -> bool {
        let name = QualifiedName { namespace: namespace.to_owned(), name: name.to_owned() };
        let enums = &self.api.enums;
        self.structs.contains_key(&name) || enums.binary_search_by(|it| it.name.cmp(&name)).is_ok()
    }

    pub(super) fn structure(&self, item: &ItemType) -> Option<&'a Struct> {
        match item {
            ItemType::Struct(name) => self.structs.get(name).copied(),
            _ => None,
        }
    }

    /// The type, its bases, and what derives from it.
    pub(super) fn family(&self, item: &'a Struct) -> impl Iterator<Item = &'a QualifiedName> {
        let bases = self.chain(item).into_iter().map(|it| &it.name);
        bases.chain(&item.derived)
    }

    /// The type and its bases, the nearest first.
    pub(super) fn chain(&self, item: &'a Struct) -> Vec<&'a Struct> {
        let base = |it: &&'a Struct| self.structs.get(&it.base.as_ref()?.value).copied();
        // Bases that lead back to the type are cut where they are read; the bound keeps this true here.
        std::iter::successors(Some(item), base).take(self.structs.len()).collect()
    }

    /// The entity that the node above addresses, where it is one and its type is documented.
    pub(super) fn one_entity_above(&self, node: &PathNode) -> Option<&'a Struct> {
        let value = self.parent(node)?.shape.value.as_ref().filter(|value| !value.collection)?;
        self.entity(value)
    }

    pub(super) fn entity(&self, value: &ValueType) -> Option<&'a Struct> {
        self.structure(&value.item).filter(|it| it.kind == StructKind::Entity)
    }
}
