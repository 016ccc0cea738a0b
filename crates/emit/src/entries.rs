//! Lines of a type's comment that lead to the requests for its objects.

use std::collections::BTreeMap;

use model::{Api, Entry, Gate, NodeId, Operation, Struct};
use text::Words;

use crate::code::{Code, Module, code};
use crate::names::Names;
use crate::paths::{below_paths, parameters};
use crate::tokens::ident;

/// The lines by what they need beside the features of the type: each operation is there with its own.
pub(crate) fn lines(item: &Struct, names: &Names<'_>) -> BTreeMap<Gate, Words> {
    let mut gated: BTreeMap<Gate, Vec<Words>> = BTreeMap::new();
    for entry in names.entries(&item.name) {
        for (gate, operations) in by_gate(entry, item) {
            gated.entry(gate).or_default().push(words(names, entry.node, &operations));
        }
    }
    let line = |entries| Words::new().text("Requests: ").join(entries, ", ").text(".");
    gated.into_iter().map(|(gate, entries)| (gate, line(entries))).collect()
}

fn by_gate<'a>(entry: &Entry<'a>, item: &Struct) -> BTreeMap<Gate, Vec<&'a Operation>> {
    let mut gated: BTreeMap<Gate, Vec<&Operation>> = BTreeMap::new();
    for operation in &entry.operations {
        gated.entry(operation.gate.within(&item.gate)).or_default().push(operation);
    }
    gated
}

/// `users().by_id(…)` (`get`, `update`): the way to a node, and links to its methods.
fn words(names: &Names<'_>, node: NodeId, operations: &[&Operation]) -> Words {
    let link = |operation: &&Operation| {
        let place = &names.api().nodes[node.0];
        let method = code!("{}::{}", below_paths(place), ident(&operation.rust_name));
        let path = code!("crate::{}::{}::{}", names.version(), Module::Paths, method);
        Words::new().item_called(&operation.rust_name, path.text())
    };
    Words::new()
        .code(&way(names.api(), node))
        .text(" (")
        .join(operations.iter().map(link), ", ")
        .text(")")
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
        let takes_arguments = parameters(&node.segment).iter().any(|it| it.fixed.is_none());
        let arguments = if takes_arguments { "(…)" } else { "()" };
        code!("{}{}", ident(&node.accessor), Code::fixed(arguments))
    };
    let mut calls: Vec<Code> = above.map(call).collect();
    calls.reverse();
    calls
}
