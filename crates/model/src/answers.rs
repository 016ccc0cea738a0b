//! All that is decided of one version.

use diag::Diagnostic;
use facts::PageFacts;

use crate::corrections::Corrections;
use crate::corrections::unused::unused;
use crate::features::Gates;
use crate::kept::Kept;
use crate::names::TypeNames;
use crate::operations::{self, Operations};
use crate::select::{Place, Wanted, WrongPattern};
use crate::types::{self, Families, Types};
use crate::writing::{self, Writing};
use crate::{NodeId, Options, Select};

/// The answers, each given once, from those above it. [`Api`](crate::Api) is put together from them.
#[derive(Debug)]
pub(crate) struct Answers<'a> {
    /// Types: names, bases, kinds, properties, members.
    pub(crate) types: Types<'a>,
    /// The path tree and the operations.
    pub(crate) operations: Operations<'a>,
    /// Which types are polymorphic.
    pub(crate) families: Families,
    /// Who may write what.
    pub(crate) writing: Writing,
    /// Rust names, modules and files of types.
    pub(crate) names: TypeNames,
    /// What the selection keeps.
    pub(crate) kept: Kept,
    /// Which features the kept items need.
    pub(crate) gates: Gates,
    /// What somebody corrected of the docs.
    pub(crate) corrections: Corrections<'a>,
    /// Patterns of the selection that match nothing.
    pub(crate) unmatched: Vec<WrongPattern>,
}

impl<'a> Answers<'a> {
    /// Decides everything.
    pub(crate) fn new(
        pages: &[&'a PageFacts],
        options: &Options<'_>,
        selection: &Select,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let types = types::decide(pages, options, diagnostics);
        let operations = operations::decide(pages, &types, options.parallel, diagnostics);
        let families = Families::new(&types, operations.held());
        let writing = writing::decide(&types, &operations, diagnostics);
        let corrections = Corrections::new(pages);
        let names = TypeNames::new(&types, &families, &corrections, options, diagnostics);
        diagnostics.extend(unused(&corrections, &types, &operations, &names));
        let mut wanted = Wanted::new(selection);
        let kept = Kept::new(&types, &operations, &families, &mut wanted);
        let gates = Gates::new(&types, &operations, &kept, &names, &writing);
        let unmatched = unmatched(&wanted, &types, &operations);
        Self { types, operations, families, writing, names, kept, gates, corrections, unmatched }
    }

    /// Whether the docs state any type or route, whatever is kept of them.
    pub(crate) fn is_recognised(&self) -> bool {
        let Types { structs, enums, .. } = &self.types;
        !structs.is_empty() || !enums.is_empty() || !self.operations.drafts.is_empty()
    }
}

fn unmatched(wanted: &Wanted, types: &Types<'_>, operations: &Operations<'_>) -> Vec<WrongPattern> {
    if wanted.has_matched() {
        return Vec::new();
    }
    let drafts = operations.drafts.iter();
    let offers =
        drafts.flat_map(|draft| draft.offers().iter().map(|it| (it.node(), draft.method())));
    let template = |node: NodeId| operations.paths.nodes[node.0].template.as_str();
    let routes: Vec<_> = offers.map(|(node, method)| (template(node), method)).collect();
    let ids = || types.structs.keys().chain(types.enums.keys()).copied();
    let names: Vec<String> = ids().map(|id| types.index.name(id).to_string()).collect();
    let of_types = ids().map(|id| Place::of(types.pages(id)));
    let of_operations = operations.drafts.iter().map(|draft| Place::of(draft.pages()));
    let places: Vec<Place> = of_types.chain(of_operations).collect();
    wanted.unmatched(&routes, &names, &places)
}
