//! The part of an API that a selection keeps: the matching routes, the nodes that lead to them, and the types that
//! they or the type patterns reach.

mod reach;

use std::collections::{BTreeMap, BTreeSet};

use crate::NodeId;
use crate::operations::{Draft, Offer, Operations};
use crate::select::{Place, Wanted};
use crate::types::{Families, TypeId, Types};

pub(crate) use reach::Why;

/// What is kept.
#[derive(Debug)]
pub(crate) struct Kept {
    routes: Routes,
    /// The kept nodes, with their places among themselves.
    nodes: BTreeMap<NodeId, NodeId>,
    types: BTreeMap<TypeId, Why>,
}

/// The kept routes of each operation, by place; those of one that is left out are empty.
#[derive(Debug)]
struct Routes(Vec<Vec<usize>>);

impl Kept {
    /// Decides what `wanted` keeps.
    pub(crate) fn new(
        types: &Types<'_>,
        operations: &Operations<'_>,
        families: &Families,
        wanted: &mut Wanted,
    ) -> Self {
        let routes = operations.drafts.iter().map(|draft| routes(draft, operations, wanted));
        let routes = Routes(routes.collect());
        let nodes = routes.nodes(operations).into_iter().enumerate();
        let named = routes.drafts(operations).flat_map(|(index, draft)| {
            draft.types().into_iter().map(move |id| (id, Why::Operation(index)))
        });
        Self {
            nodes: nodes.map(|(new, old)| (old, NodeId(new))).collect(),
            types: reached(types, families, named, wanted),
            routes,
        }
    }

    /// The operations that are kept, with their places among all.
    pub(crate) fn drafts<'o, 'a>(
        &self,
        operations: &'o Operations<'a>,
    ) -> impl Iterator<Item = (usize, &'o Draft<'a>)> {
        self.routes.drafts(operations)
    }

    /// The kept routes of the operation at this place.
    pub(crate) fn offers<'d, 'a>(
        &self,
        index: usize,
        draft: &'d Draft<'a>,
    ) -> impl Iterator<Item = &'d Offer<'a>> {
        self.routes.offers(index, draft)
    }

    /// The nodes that are kept.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = NodeId> {
        self.nodes.keys().copied()
    }

    /// The place of a node among those that are kept.
    pub(crate) fn node(&self, node: NodeId) -> NodeId {
        self.nodes[&node]
    }

    /// The types that are kept, sorted.
    pub(crate) fn types(&self) -> impl Iterator<Item = TypeId> {
        self.types.keys().copied()
    }

    /// Whether a type is kept.
    pub(crate) fn holds(&self, id: TypeId) -> bool {
        self.types.contains_key(&id)
    }

    /// Why a kept type is.
    pub(crate) fn why(&self, id: TypeId) -> &Why {
        &self.types[&id]
    }
}

impl Routes {
    fn drafts<'o, 'a>(
        &self,
        operations: &'o Operations<'a>,
    ) -> impl Iterator<Item = (usize, &'o Draft<'a>)> {
        let drafts = operations.drafts.iter().enumerate();
        drafts.filter(|(index, _)| !self.0[*index].is_empty())
    }

    fn offers<'d, 'a>(
        &self,
        index: usize,
        draft: &'d Draft<'a>,
    ) -> impl Iterator<Item = &'d Offer<'a>> {
        self.0[index].iter().map(|route| &draft.offers()[*route])
    }

    /// The nodes that the routes pass.
    fn nodes(&self, operations: &Operations<'_>) -> BTreeSet<NodeId> {
        let mut used = BTreeSet::new();
        for (index, draft) in self.drafts(operations) {
            for offer in self.offers(index, draft) {
                let mut next = Some(offer.node());
                while let Some(node) = next.filter(|node| used.insert(*node)) {
                    next = operations.paths.nodes[node.0].parent;
                }
            }
        }
        used
    }
}

fn routes(draft: &Draft<'_>, operations: &Operations<'_>, wanted: &mut Wanted) -> Vec<usize> {
    let page = draft.page();
    let others = draft.pages().filter(|it| it.path != page.path);
    let place = Place::of(std::iter::once(page).chain(others));
    let offers = draft.offers().iter().enumerate();
    let kept = offers.filter(|(_, offer)| {
        let template = &operations.paths.nodes[offer.node().0].template;
        wanted.takes_route(template, draft.method(), &place)
    });
    kept.map(|(place, _)| place).collect()
}

/// What the operations need and what patterns name.
fn reached<'n>(
    types: &Types<'_>,
    families: &Families,
    needed: impl Iterator<Item = (TypeId, Why)> + 'n,
    wanted: &mut Wanted,
) -> BTreeMap<TypeId, Why> {
    let all: Vec<TypeId> = types.structs.keys().chain(types.enums.keys()).copied().collect();
    let mut excluded = BTreeSet::new();
    let mut named = Vec::new();
    for id in all {
        let (name, place) = (types.index.name(id).to_string(), Place::of(types.pages(id)));
        if wanted.excludes(&name, &place) {
            excluded.insert(id);
        }
        let pattern = wanted.names_type(&name, &place);
        let why = |text: String| if text.is_empty() { Why::Everything } else { Why::Pattern(text) };
        let why = pattern.map(why).filter(|it| *it != Why::Everything || !types.is_aside(id));
        named.extend(why.map(|why| (id, why)));
    }
    reach::reach(types, families, needed.chain(named), &excluded, wanted.depth)
}
