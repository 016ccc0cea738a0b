//! Lines of the path tree.

use model::{Api, NodeId, PathNode};

/// The nodes from the root down to `node`.
pub(crate) fn ancestry(api: &Api, node: NodeId) -> Vec<&PathNode> {
    let parent = |node: &&PathNode| node.parent.and_then(|id| api.nodes.get(id.0));
    let mut line: Vec<&PathNode> = std::iter::successors(api.nodes.get(node.0), parent).collect();
    line.reverse();
    line
}
