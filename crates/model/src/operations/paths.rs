//! The path tree with what its nodes address.

use super::shapes::Shape;
use super::tree::Node;

/// All nodes, sorted by template, parents before their children.
#[derive(Debug)]
pub(crate) struct Paths {
    /// The nodes.
    pub(crate) nodes: Vec<Node>,
    /// What each of them addresses.
    pub(crate) shapes: Vec<Shape>,
}
