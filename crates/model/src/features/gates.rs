//! Which types are there without a feature, and which features lead to a path node.
//!
//! Types of one page share a gate, because they share a file.

use std::collections::{BTreeMap, BTreeSet};

use super::feature::feature;
use crate::kept::Kept;
use crate::names::TypeNames;
use crate::operations::Operations;
use crate::types::{Field, TypeId, Types};
use crate::writing::Writing;
use crate::{Constructor, Gate, PropertyKind};

/// The gates of all that is kept.
#[derive(Debug)]
pub(crate) struct Gates {
    /// By type.
    pub(crate) types: BTreeMap<TypeId, Gate>,
    /// By place among all operations.
    pub(crate) operations: Vec<Gate>,
    /// By place among all nodes.
    pub(crate) nodes: Vec<Gate>,
    /// The features of all areas, sorted.
    pub(crate) areas: Vec<String>,
}

impl Gates {
    /// Decides them.
    pub(crate) fn new(
        types: &Types<'_>,
        operations: &Operations<'_>,
        kept: &Kept,
        names: &TypeNames,
        writing: &Writing,
    ) -> Self {
        let mut pages = Pages::new(kept, names);
        pages.add_operations(operations, kept);
        pages.add_properties(types, writing, kept);
        let drafts = operations.drafts.iter();
        let of_operations: Vec<Gate> = drafts.map(|draft| gate(&draft.file)).collect();
        let files = kept.types().map(|id| &names.item(id).file);
        let files = files.chain(kept.drafts(operations).map(|(_, draft)| &draft.file));
        let areas: BTreeSet<String> = files.filter_map(|file| feature(file)).collect();
        Self {
            types: pages.gates(),
            nodes: of_nodes(operations, &of_operations, kept),
            operations: of_operations,
            areas: areas.into_iter().collect(),
        }
    }
}

/// A path node is behind the areas of all operations at and below it.
fn of_nodes(operations: &Operations<'_>, of_operations: &[Gate], kept: &Kept) -> Vec<Gate> {
    let nodes = &operations.paths.nodes;
    let mut gates: Vec<Option<Gate>> = vec![None; nodes.len()];
    for (index, draft) in kept.drafts(operations) {
        let gate = &of_operations[index];
        for offer in kept.offers(index, draft) {
            let mut next = Some(offer.node());
            while let Some(node) = next {
                let known = gates[node.0].take();
                let all = known.as_ref().map_or_else(|| gate.clone(), |it| it.or(gate));
                next = nodes[node.0].parent.filter(|_| known.as_ref() != Some(&all));
                gates[node.0] = Some(all);
            }
        }
    }
    gates.into_iter().map(Option::unwrap_or_default).collect()
}

/// The feature of the area whose items are in the file.
fn gate(file: &[String]) -> Gate {
    feature(file).into_iter().collect()
}

/// The pages that describe types, by number.
struct Pages {
    of_type: BTreeMap<TypeId, usize>,
    /// Their areas.
    gates: Vec<Gate>,
    /// The pages whose types a page's types hold.
    held: Vec<BTreeSet<usize>>,
    /// The pages that operations of another area name.
    named: Vec<usize>,
}

impl Pages {
    fn new(kept: &Kept, names: &TypeNames) -> Self {
        let mut numbers: BTreeMap<&[String], usize> = BTreeMap::new();
        let (mut of_type, mut gates) = (BTreeMap::new(), Vec::new());
        for id in kept.types() {
            let file = names.item(id).file.as_slice();
            let page = *numbers.entry(file).or_insert_with(|| {
                gates.push(gate(file));
                gates.len() - 1
            });
            of_type.insert(id, page);
        }
        let held = vec![BTreeSet::new(); gates.len()];
        Self { of_type, gates, held, named: Vec::new() }
    }

    fn add_operations(&mut self, operations: &Operations<'_>, kept: &Kept) {
        for (_, draft) in kept.drafts(operations) {
            let gate = gate(&draft.file);
            let types = draft.types();
            let pages = types.iter().filter_map(|id| self.of_type.get(id).copied());
            self.named.extend(pages.filter(|page| self.gates[*page] != gate));
        }
    }

    fn add_properties(&mut self, types: &Types<'_>, writing: &Writing, kept: &Kept) {
        for (id, item) in types.structs.iter().filter(|(id, _)| kept.holds(**id)) {
            let constructor = writing[id].constructor.as_ref();
            let properties = item.fields.iter().filter(|field| is_part(field, constructor));
            let named = properties.filter_map(|field| field.ty.value.item.named());
            let pages = named.filter_map(|id| self.of_type.get(id).copied());
            self.held[self.of_type[id]].extend(pages);
        }
    }

    /// What another area holds is always there, and so is all that it holds in turn.
    fn gates(self) -> BTreeMap<TypeId, Gate> {
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
        of_type.into_iter().map(|(id, page)| (id, gates[page].clone())).collect()
    }
}

/// Whether objects cannot do without the property's type: it is structural, or creating one asks for it.
fn is_part(field: &Field<'_>, constructor: Option<&Constructor>) -> bool {
    field.kind == PropertyKind::Structural
        || constructor.is_some_and(|it| it.asks_for(field.wire_name).is_some())
}
