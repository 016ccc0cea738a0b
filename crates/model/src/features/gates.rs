//! Which types are there without a feature, and which features lead to a path node.
//!
//! Types of one page share a gate, because they share a file.

use std::collections::{BTreeMap, BTreeSet};

use super::{Gate, feature};
use crate::api::{Api, ItemType, Property, PropertyKind, QualifiedName, Struct};
use crate::select::operation_types;

/// Decides the gates of everything in `api`, and lists its areas.
pub(crate) fn assign(api: &mut Api) {
    let mut gates = Pages::new(api).gates();
    for item in &mut api.structs {
        item.gate = gates.remove(&item.name).unwrap_or_default();
    }
    for item in &mut api.enums {
        item.gate = gates.remove(&item.name).unwrap_or_default();
    }
    assign_operations(api);
    let types = api.structs.iter().map(|it| &it.rust).chain(api.enums.iter().map(|it| &it.rust));
    let files = types.map(|it| &it.file).chain(api.operations.iter().map(|it| &it.file));
    let areas: BTreeSet<String> = files.filter_map(|file| feature(file)).collect();
    api.areas = areas.into_iter().collect();
}

/// An operation is behind its area, a path node behind the areas of all operations at and below it.
fn assign_operations(api: &mut Api) {
    let mut gates: Vec<Option<Gate>> = vec![None; api.nodes.len()];
    for operation in &mut api.operations {
        operation.gate = gate(&operation.file);
        for route in &operation.routes {
            let mut next = Some(route.node);
            while let Some(node) = next {
                let known = gates[node.0].take();
                let all =
                    known.as_ref().map_or(operation.gate.clone(), |it| it.or(&operation.gate));
                next = api.nodes[node.0].parent.filter(|_| known.as_ref() != Some(&all));
                gates[node.0] = Some(all);
            }
        }
    }
    for (node, gate) in api.nodes.iter_mut().zip(gates) {
        node.gate = gate.unwrap_or_default();
    }
}

/// The feature of the area whose items are in the file.
fn gate(file: &[String]) -> Gate {
    Gate(feature(file).into_iter().collect())
}

/// The pages that describe types, by number.
struct Pages<'a> {
    of_type: BTreeMap<&'a QualifiedName, usize>,
    /// Their areas.
    gates: Vec<Gate>,
    /// The pages whose types a page's types hold.
    held: Vec<BTreeSet<usize>>,
    /// The pages that operations of another area name.
    named: Vec<usize>,
}

impl<'a> Pages<'a> {
    fn new(api: &'a Api) -> Self {
        let structs = api.structs.iter().map(|it| (&it.name, &it.rust.file));
        let types = structs.chain(api.enums.iter().map(|it| (&it.name, &it.rust.file)));
        let mut numbers: BTreeMap<&[String], usize> = BTreeMap::new();
        let (mut of_type, mut gates) = (BTreeMap::new(), Vec::new());
        for (name, file) in types {
            let page = *numbers.entry(file).or_insert_with(|| {
                gates.push(gate(file));
                gates.len() - 1
            });
            of_type.insert(name, page);
        }
        let held = vec![BTreeSet::new(); gates.len()];
        let mut pages = Self { of_type, gates, held, named: Vec::new() };
        pages.add_operations(api);
        pages.add_properties(api);
        pages
    }

    fn add_operations(&mut self, api: &Api) {
        for operation in &api.operations {
            let gate = gate(&operation.file);
            let types = operation_types(operation);
            let pages = types.iter().filter_map(|name| self.of_type.get(name).copied());
            self.named.extend(pages.filter(|page| self.gates[*page] != gate));
        }
    }

    fn add_properties(&mut self, api: &Api) {
        for item in &api.structs {
            let properties = item.fields.iter().filter(|property| is_part(property, item));
            let pages = properties.filter_map(|property| match &property.ty.value.item {
                ItemType::Struct(name) | ItemType::Enum(name) => self.of_type.get(name),
                ItemType::Scalar(_) | ItemType::Untyped => None,
            });
            self.held[self.of_type[&item.name]].extend(pages);
        }
    }

    /// What another area holds is always there, and so is all that it holds in turn.
    fn gates(self) -> BTreeMap<QualifiedName, Gate> {
        let Self { of_type, mut gates, held, named: mut open } = self;
        for (page, held) in held.iter().enumerate() {
            open.extend(held.iter().filter(|held| gates[**held] != gates[page]));
        }
        let mut seen = BTreeSet::new();
        while let Some(page) = open.pop() {
            if seen.insert(page) {
                gates[page] = Gate::default();
                open.extend(&held[page]);
            }
        }
        of_type.into_iter().map(|(name, page)| (name.clone(), gates[page].clone())).collect()
    }
}

/// Whether objects cannot do without the property's type: it is structural, or creating one asks for it.
fn is_part(property: &Property, owner: &Struct) -> bool {
    let mut required = owner.constructor.iter().flat_map(|it| &it.required);
    property.kind == PropertyKind::Structural
        || required.any(|name| name.value == property.wire_name)
}
