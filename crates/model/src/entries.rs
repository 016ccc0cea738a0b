//! Where requests for objects of a type begin.
//!
//! Reads a decided API; picks the nodes nearest to the root that stand for such objects, with what can be done
//! with them there.

use std::collections::BTreeMap;

use crate::{Api, NodeId, Operation, OperationKind, QualifiedName, Role};

/// A node that stands for objects of a type, and the operations on them there.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The node.
    pub node: NodeId,
    /// Its operations, in order of what they do: reading, creating, changing, deleting.
    pub operations: Vec<&'a Operation>,
}

/// How many nodes are picked for a type.
const MOST: usize = 3;

/// The entries of each type, those with the shortest paths first.
#[must_use]
pub fn entries(api: &Api) -> BTreeMap<&QualifiedName, Vec<Entry<'_>>> {
    let mut entries: BTreeMap<&QualifiedName, BTreeMap<NodeId, Vec<&Operation>>> = BTreeMap::new();
    for operation in api.operations.iter().filter(|operation| is_on_objects(operation.kind)) {
        for route in &operation.routes {
            let shape = &api.nodes[route.node.0].shape;
            let is_object = matches!(shape.role, Role::Documented | Role::Inferred);
            let value = shape.value.as_ref().filter(|_| is_object);
            if let Some(name) = value.and_then(|value| value.item.structure()) {
                entries.entry(name).or_default().entry(route.node).or_default().push(operation);
            }
        }
    }
    entries.into_iter().map(|(name, nodes)| (name, nearest(api, nodes))).collect()
}

fn is_on_objects(kind: OperationKind) -> bool {
    use OperationKind as Kind;
    matches!(
        kind,
        Kind::Get | Kind::List | Kind::Create | Kind::Update | Kind::Replace | Kind::Delete
    )
}

fn nearest<'a>(api: &Api, nodes: BTreeMap<NodeId, Vec<&'a Operation>>) -> Vec<Entry<'a>> {
    let entry = |(node, mut operations): (NodeId, Vec<&'a Operation>)| {
        operations.sort_by_key(|operation| operation.kind);
        Entry { node, operations }
    };
    let mut entries: Vec<Entry<'a>> = nodes.into_iter().map(entry).collect();
    // Nodes are sorted by their templates.
    entries.sort_by_key(|entry| (depth(api, entry.node), entry.node));
    entries.truncate(MOST);
    entries
}

fn depth(api: &Api, node: NodeId) -> usize {
    std::iter::successors(Some(node), |node| api.nodes[node.0].parent).count()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::entries;
    use crate::types::tests::built;

    #[test]
    fn the_nearest_nodes_and_what_can_be_done_there() {
        let (_, api, _) = built(
            "
page resources/boat.md
type harbor.boat key=id
id: String
crew -> sailor collection
page resources/sailor.md
type harbor.sailor key=id
id: String
page api/boat-list.md
get /boats : [boat]
page api/boat-get.md
get /boats/{id} : boat
page api/crew.md
get /boats/{id}/crew : [sailor]
page api/fleet.md
get /fleets/{id}/boats : [boat]
page api/harbor.md
get /harbors/{id}/fleet/boats : [boat]
",
        );
        let line = |(name, entries): (&crate::QualifiedName, Vec<super::Entry<'_>>)| {
            let entry = |it: &super::Entry<'_>| {
                let operations = it.operations.iter().map(|it| it.constant.as_str());
                let operations = operations.collect::<Vec<_>>().join(" ");
                format!("  {} {operations}\n", api.nodes[it.node.0].template)
            };
            format!("{}\n{}", name.name, entries.iter().map(entry).collect::<String>())
        };
        let shown: String = entries(&api).into_iter().map(line).collect();
        assert_snapshot!(shown, @"
        boat
          /boats BOAT_LIST
          /boats/{id} BOAT_GET
          /fleets/{id}/boats FLEET
        sailor
          /boats/{id}/crew CREW
        ");
    }
}
