//! The index in which calls are found.

use std::collections::BTreeMap;

use crate::api::{Api, Enum, Method, NodeId, Operation, PathNode, QualifiedName, Struct};

/// Why an example has no call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The request line cannot be read.
    RequestLine,
    /// It goes to another service.
    OtherService,
    /// No operation is documented for this method and path.
    Path,
    /// The query has more parts than anybody reads, maybe deep in one another.
    LongQuery,
    /// A query option says something that the typed methods cannot say.
    Query {
        /// `$filter`
        option: String,
        /// The part of the value that has no counterpart.
        value: String,
    },
    /// The method asks for a parameter of the query that the request does not have.
    Argument(String),
}

/// Finds the calls for the examples of one API.
pub struct Calls<'a> {
    pub(super) nodes: &'a [PathNode],
    pub(super) operations: &'a [Operation],
    pub(super) children: BTreeMap<Option<NodeId>, Vec<NodeId>>,
    /// The types whose properties have constants.
    pub(super) structs: BTreeMap<&'a QualifiedName, &'a Struct>,
    pub(super) enums: BTreeMap<&'a QualifiedName, &'a Enum>,
    /// The first operation that is offered at a node.
    pub(super) offered: BTreeMap<(Method, NodeId), usize>,
}

impl<'a> Calls<'a> {
    /// An index over `api`.
    pub fn new(api: &'a Api) -> Self {
        Self::over((&api.structs, &api.enums), &api.nodes, &api.operations)
    }

    /// An index over the parts of an API.
    pub(crate) fn over(
        (structs, enums): (&'a [Struct], &'a [Enum]),
        nodes: &'a [PathNode],
        operations: &'a [Operation],
    ) -> Self {
        let mut children: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
        for (index, node) in nodes.iter().enumerate() {
            children.entry(node.parent).or_default().push(NodeId(index));
        }
        // What stands for any JSON has no properties.
        let objects = structs.iter().filter(|it| !it.is_json);
        let structs = objects.map(|it| (&it.name, it)).collect();
        let enums = enums.iter().map(|it| (&it.name, it)).collect();
        let mut offered = BTreeMap::new();
        for (index, operation) in operations.iter().enumerate() {
            for route in &operation.routes {
                offered.entry((operation.method, route.node)).or_insert(index);
            }
        }
        Self { nodes, operations, children, structs, enums, offered }
    }

    /// The enumeration of this name.
    pub fn enumeration(&self, name: &QualifiedName) -> Option<&'a Enum> {
        self.enums.get(name).copied()
    }
}
