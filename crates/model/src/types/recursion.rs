//! Which fields must be boxed because a value would contain itself.
//!
//! A graph over structured types: an edge for each single-valued field, to its type and, where that is
//! polymorphic, to all types it may hold. Every field that stays inside one strongly connected component
//! is boxed. That boxes no field outside a cycle, and which field is boxed does not depend on any order.

use std::collections::BTreeMap;

use crate::{ItemType, Property, QualifiedName, Struct};

/// Marks the fields to box.
pub(crate) fn mark(structs: &mut [Struct]) {
    let ids: BTreeMap<QualifiedName, usize> =
        structs.iter().enumerate().map(|(id, item)| (item.name.clone(), id)).collect();
    let targets: Vec<Vec<usize>> = structs.iter().map(|item| held_by(item, &ids)).collect();
    let edges: Vec<Vec<usize>> = structs
        .iter()
        .map(|item| {
            item.fields
                .iter()
                .filter_map(|field| single(field, &ids))
                .flat_map(|id| targets[id].iter().copied())
                .collect()
        })
        .collect();
    let component = components(&edges);
    for (id, item) in structs.iter_mut().enumerate() {
        for field in &mut item.fields {
            field.recursive = single(field, &ids).is_some_and(|target| {
                targets[target].iter().any(|t| component[*t] == component[id])
            });
        }
    }
}

/// The types that a value of this declared type may have.
fn held_by(item: &Struct, ids: &BTreeMap<QualifiedName, usize>) -> Vec<usize> {
    let own = ids.get(&item.name).copied();
    let variants = item.polymorphic.iter().flat_map(|family| &family.variants);
    own.into_iter().chain(variants.filter_map(|(_, name)| ids.get(name).copied())).collect()
}

/// The type of a field that holds one structured value.
fn single(field: &Property, ids: &BTreeMap<QualifiedName, usize>) -> Option<usize> {
    match &field.ty.value.item {
        ItemType::Struct(name) if !field.ty.value.collection => ids.get(name).copied(),
        _ => None,
    }
}

/// Tarjan's algorithm without recursion: the component of each node. A node alone in its component has
/// one of its own, so an edge to itself counts as inside.
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut search = Search {
        edges,
        index: vec![None; edges.len()],
        low: vec![0; edges.len()],
        component: vec![usize::MAX; edges.len()],
        stack: Vec::new(),
        visited: 0,
    };
    for node in 0..edges.len() {
        if search.index[node].is_none() {
            search.from(node);
        }
    }
    search.component
}

struct Search<'a> {
    edges: &'a [Vec<usize>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    component: Vec<usize>,
    stack: Vec<usize>,
    visited: usize,
}

impl Search<'_> {
    fn from(&mut self, root: usize) {
        let mut path = vec![(root, 0)];
        self.enter(root);
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            if let Some(&target) = self.edges[node].get(*next) {
                *next += 1;
                match self.index[target] {
                    None => {
                        self.enter(target);
                        path.push((target, 0));
                    }
                    Some(seen) if self.component[target] == usize::MAX => {
                        self.low[node] = self.low[node].min(seen);
                    }
                    Some(_) => {}
                }
            } else {
                path.pop();
                self.leave(node);
                if let Some((above, _)) = path.last() {
                    self.low[*above] = self.low[*above].min(self.low[node]);
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.index[node] = Some(self.visited);
        self.low[node] = self.visited;
        self.visited += 1;
        self.stack.push(node);
    }

    /// Closes the component of `node` if it is the first node of it that was visited.
    fn leave(&mut self, node: usize) {
        if self.index[node] != Some(self.low[node]) {
            return;
        }
        while let Some(member) = self.stack.pop() {
            self.component[member] = node;
            if member == node {
                return;
            }
        }
    }
}
