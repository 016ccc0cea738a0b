//! The path tree.

use super::Assembly;
use crate::{NodeId, PathNode};

impl Assembly<'_> {
    /// All nodes that are kept, in order.
    pub(super) fn nodes(self) -> Vec<PathNode> {
        self.answers.kept.nodes().map(|id| self.node(id)).collect()
    }

    fn node(self, id: NodeId) -> PathNode {
        let paths = &self.answers.operations.paths;
        let node = &paths.nodes[id.0];
        PathNode {
            parent: node.parent.map(|parent| self.answers.kept.node(parent)),
            segment: node.segment.clone(),
            template: node.template.clone(),
            rust_name: node.rust_name.clone(),
            accessor: node.accessor.clone(),
            shape: self.shape(paths.shapes[id.0]),
            file: node.file.clone(),
            gate: self.answers.gates.nodes[id.0].clone(),
        }
    }
}
