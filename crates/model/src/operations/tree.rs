//! The path tree: one node for each distinct path and each path above it.
//!
//! Reads the steps of all request lines; returns [`Node`]s sorted by template, parents before their
//! children. Every node becomes a Rust struct with a method for each child. Must not know operations, hence
//! not what a node addresses either, which `shapes` settles.

use std::collections::BTreeMap;

use diag::{Diagnostic, Span};
use heck::ToUpperCamelCase;

use super::accessors::accessors;
use super::placeholders::Before;
use super::spelling::Spellings;
use super::template::Step;
use crate::names::{LONGEST, Taken, module_name, type_name};
use crate::types::{TypeIndex, simple_name};
use crate::{NodeId, PathSegment};

/// The identity of a key.
pub(super) const KEY: &str = "{}";

/// The struct that stands for the empty path.
const ROOT: &str = "Api";

/// A place in a tree that is still growing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DraftId(usize);

/// The tree while request lines are added.
#[derive(Debug)]
pub(super) struct Tree {
    drafts: Vec<Draft>,
}

#[derive(Debug, Default)]
struct Draft {
    spellings: Spellings,
    children: BTreeMap<String, DraftId>,
}

/// A node with all its names. While the tree grows, a parent is named by its draft; afterwards by its place
/// in the sorted list.
#[derive(Clone, Debug)]
pub(crate) struct Node<P = NodeId> {
    /// The node above; `None` below the client.
    pub(crate) parent: Option<P>,
    /// The segment that leads from the parent here.
    pub(crate) segment: PathSegment,
    /// The whole template.
    pub(crate) template: String,
    /// The Rust struct's name.
    pub(crate) rust_name: String,
    /// The parent's method that leads here.
    pub(crate) accessor: String,
    /// The file below the version's folder.
    pub(crate) file: Vec<String>,
}

/// The finished tree.
#[derive(Debug)]
pub(super) struct Grown {
    /// The nodes, sorted by template.
    pub nodes: Vec<Node>,
    /// Where each draft went.
    ids: BTreeMap<DraftId, NodeId>,
}

impl Grown {
    /// The node that a request line's path ended at; `None` for the empty path.
    pub(super) fn node(&self, draft: DraftId) -> Option<NodeId> {
        self.ids.get(&draft).copied()
    }
}

impl Tree {
    /// Where all paths begin.
    pub(super) const ROOT: DraftId = DraftId(0);

    /// A tree of nothing but the client.
    pub(super) fn new() -> Self {
        Self { drafts: vec![Draft::default()] }
    }

    /// Adds a path and returns its last node.
    pub(super) fn insert(&mut self, steps: &[Step], line: Span) -> DraftId {
        self.extend(Self::ROOT, steps, line)
    }

    /// Adds a path below a node and returns its last node.
    pub(super) fn extend(&mut self, mut at: DraftId, steps: &[Step], line: Span) -> DraftId {
        for step in steps {
            at = self.child(at, &step.identity);
            self.drafts[at.0].spellings.add(&step.segment, line);
        }
        at
    }

    /// Adds a path in which some steps may be values; each of them that has a key beside it is that key. Returns the last
    /// node, and the values.
    pub(super) fn insert_keyed<'s>(
        &mut self,
        steps: &'s [Step],
        line: Span,
        is_value: impl Fn(&Step) -> bool,
    ) -> (DraftId, Vec<&'s str>) {
        let (mut at, mut values) = (Self::ROOT, Vec::new());
        for step in steps {
            let key = self.known_child(at, KEY).filter(|_| is_value(step));
            match (key, &step.segment) {
                (Some(key), PathSegment::Literal(text)) => {
                    values.push(text.as_str());
                    at = key;
                }
                _ => at = self.extend(at, std::slice::from_ref(step), line),
            }
        }
        (at, values)
    }

    /// The node below `parent` with this identity, if a path leads there.
    pub(super) fn known_child(&self, parent: DraftId, identity: &str) -> Option<DraftId> {
        self.drafts[parent.0].children.get(identity).copied()
    }

    fn child(&mut self, parent: DraftId, identity: &str) -> DraftId {
        if let Some(known) = self.known_child(parent, identity) {
            return known;
        }
        let id = DraftId(self.drafts.len());
        self.drafts.push(Draft::default());
        self.drafts[parent.0].children.insert(identity.to_owned(), id);
        id
    }

    /// Settles all names.
    pub(super) fn finish(self, types: &TypeIndex, diagnostics: &mut Vec<Diagnostic>) -> Grown {
        self.drafts.iter().for_each(|draft| draft.spellings.report(diagnostics));
        let mut growth = Growth { tree: &self, types, grown: Vec::new(), names: BTreeMap::new() };
        growth.children(Self::ROOT, None, &Before::default());
        let mut grown = growth.grown;
        grown.sort_by(|(_, one), (_, other)| one.template.cmp(&other.template));
        let ids: BTreeMap<DraftId, NodeId> =
            grown.iter().enumerate().map(|(index, (draft, _))| (*draft, NodeId(index))).collect();
        let nodes = grown.into_iter().map(|(_, node)| placed(node, &ids)).collect();
        Grown { nodes, ids }
    }
}

fn placed(node: Node<DraftId>, ids: &BTreeMap<DraftId, NodeId>) -> Node {
    let Node { parent, segment, template, rust_name, accessor, file } = node;
    let parent = parent.and_then(|parent| ids.get(&parent).copied());
    Node { parent, segment, template, rust_name, accessor, file }
}

struct Growth<'a> {
    tree: &'a Tree,
    types: &'a TypeIndex,
    grown: Vec<(DraftId, Node<DraftId>)>,
    /// Struct names by file.
    names: BTreeMap<Vec<String>, Taken>,
}

impl Growth<'_> {
    fn children(&mut self, parent: DraftId, above: Option<&Node<DraftId>>, before: &Before) {
        let settled: Vec<(DraftId, PathSegment)> = self.tree.drafts[parent.0]
            .children
            .values()
            .filter_map(|id| Some((*id, self.tree.drafts[id.0].spellings.settle()?)))
            .collect();
        let segments: Vec<&PathSegment> = settled.iter().map(|(_, segment)| segment).collect();
        let accessors = accessors(&segments, self.types);
        for ((id, mut segment), accessor) in settled.into_iter().zip(accessors) {
            let after = before.name(&mut segment, self.types.plurals());
            let node = self.node(parent, above, segment, accessor);
            self.grown.push((id, node.clone()));
            self.children(id, Some(&node), &after);
        }
    }

    fn node(
        &mut self,
        parent: DraftId,
        above: Option<&Node<DraftId>>,
        segment: PathSegment,
        accessor: String,
    ) -> Node<DraftId> {
        let file = above.map_or_else(
            || vec!["paths".to_owned(), module_name(accessor.trim_start_matches("r#"))],
            |above| above.file.clone(),
        );
        let last = accessor.trim_start_matches("r#");
        let wanted = match above {
            Some(above) => format!("{}{}", above.rust_name, last.to_upper_camel_case()),
            None => type_name(last),
        };
        Node {
            parent: above.map(|_| parent),
            template: template(above, &segment),
            rust_name: self.free_name(&file, wanted),
            segment,
            accessor,
            file,
        }
    }

    /// Two paths whose words run together alike get a number, in the order of the tree; so does one that
    /// is called like the root, which every file imports.
    fn free_name(&mut self, file: &[String], mut wanted: String) -> String {
        wanted.truncate(LONGEST);
        let taken = self.names.entry(file.to_vec()).or_insert_with(|| {
            let mut taken = Taken::default();
            taken.give(ROOT, "");
            taken
        });
        taken.give(&wanted, "")
    }
}

/// The nearest literal or function name at or above a node.
pub(super) fn noun(node: NodeId, nodes: &[Node]) -> String {
    let mut at = Some(node);
    while let Some(id) = at {
        if let PathSegment::Literal(name) | PathSegment::Function { name, .. } =
            &nodes[id.0].segment
        {
            return simple_name(name).trim_start_matches('$').to_owned();
        }
        at = nodes[id.0].parent;
    }
    String::new()
}

/// The path down to a segment. The colon that closes path addressing is written when more follows.
fn template(above: Option<&Node<DraftId>>, segment: &PathSegment) -> String {
    let start = match above {
        Some(node) if matches!(node.segment, PathSegment::ItemPath(_)) => {
            format!("{}:", node.template)
        }
        Some(node) => node.template.clone(),
        None => String::new(),
    };
    start + &segment.template(str::to_owned, |parameter| parameter.wire_name.clone())
}
