//! Lines of a type's comment that lead to the requests for its objects.

use std::collections::BTreeMap;

use model::{Api, Gate, NodeId, Operation, QualifiedName, Struct};
use text::Words;

use crate::code::{Code, Module, code};
use crate::paths::below_paths;
use crate::tokens::ident;

/// Where requests for objects of each type begin.
#[derive(PartialEq, Eq)]
pub(crate) struct Entries<'a>(BTreeMap<&'a QualifiedName, Vec<Entry<'a>>>);

/// A node, and what can be done there.
#[derive(PartialEq, Eq)]
struct Entry<'a> {
    /// The calls that lead to it.
    way: String,
    methods: Vec<Method<'a>>,
}

#[derive(PartialEq, Eq)]
struct Method<'a> {
    name: &'a str,
    /// The whole path, to which a link leads.
    path: Code,
    gate: &'a Gate,
}

impl<'a> Entries<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let entry = |entry: model::Entry<'a>| {
            let node = entry.node;
            let method = |operation| Method::new(api, node, operation);
            let methods = entry.operations.into_iter().map(method).collect();
            Entry { way: way(api, node), methods }
        };
        let of_type = |(name, entries): (&'a QualifiedName, Vec<model::Entry<'a>>)| {
            (name, entries.into_iter().map(entry).collect())
        };
        Self(model::entries(api).into_iter().map(of_type).collect())
    }

    /// The lines by what they need beside the features of the type: each operation is there with its own.
    pub(crate) fn lines(&self, item: &Struct) -> BTreeMap<Gate, Words> {
        let mut gated: BTreeMap<Gate, Vec<Words>> = BTreeMap::new();
        for entry in self.0.get(&item.name).into_iter().flatten() {
            for (gate, methods) in entry.by_gate(item) {
                gated.entry(gate).or_default().push(entry.words(&methods));
            }
        }
        let line = |entries| Words::new().text("Requests: ").join(entries, ", ").text(".");
        gated.into_iter().map(|(gate, entries)| (gate, line(entries))).collect()
    }
}

impl<'a> Entry<'a> {
    fn by_gate(&self, item: &Struct) -> BTreeMap<Gate, Vec<&Method<'a>>> {
        let mut gated: BTreeMap<Gate, Vec<&Method<'a>>> = BTreeMap::new();
        for method in &self.methods {
            gated.entry(method.gate.within(&item.gate)).or_default().push(method);
        }
        gated
    }

    /// `users().by_id(…)` (`get`, `update`): the way to a node, and links to its methods.
    fn words(&self, methods: &[&Method<'_>]) -> Words {
        let link = |it: &&Method<'_>| Words::new().item_called(it.name, it.path.text());
        let links = methods.iter().map(link);
        Words::new().code(&self.way).text(" (").join(links, ", ").text(")")
    }
}

impl<'a> Method<'a> {
    fn new(api: &Api, node: NodeId, operation: &'a Operation) -> Self {
        let method = code!("{}::{}", below_paths(&api.nodes[node.0]), ident(&operation.rust_name));
        let path = code!("crate::{}::{}::{}", ident(&api.module), Module::Paths, method);
        Self { name: &operation.rust_name, path, gate: &operation.gate }
    }
}

/// The calls that lead to a node: `users().by_id(…)`.
pub(crate) fn way(api: &Api, node: NodeId) -> String {
    Code::join(calls(api, node), ".").text().to_owned()
}

/// The calls that lead to a node, without their arguments.
fn calls(api: &Api, node: NodeId) -> Vec<Code> {
    let above = std::iter::successors(Some(node), |node| api.nodes[node.0].parent);
    let call = |node: NodeId| {
        let node = &api.nodes[node.0];
        let takes_arguments = node.segment.parameters().iter().any(|it| it.fixed.is_none());
        let arguments = if takes_arguments { "(…)" } else { "()" };
        code!("{}{}", ident(&node.accessor), Code::fixed(arguments))
    };
    let mut calls: Vec<Code> = above.map(call).collect();
    calls.reverse();
    calls
}
