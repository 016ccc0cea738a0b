//! All that is decided of one version.

use diag::Diagnostic;
use facts::PageFacts;

use crate::features::Gates;
use crate::kept::Kept;
use crate::names::TypeNames;
use crate::operations::{self, Operations};
use crate::select::Wanted;
use crate::types::{self, Families, Types};
use crate::writing::{self, Writing};
use crate::{Options, Selection};

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
    /// Patterns of the selection that match nothing.
    pub(crate) unmatched: Vec<String>,
}

impl<'a> Answers<'a> {
    /// Decides everything.
    pub(crate) fn new(
        pages: &[&'a PageFacts],
        options: &Options<'_>,
        selection: &Selection,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let types = types::decide(pages, options, diagnostics);
        let operations = operations::decide(pages, &types, diagnostics);
        let families = Families::new(&types, operations.held());
        let writing = writing::decide(&types, &operations, diagnostics);
        let names = TypeNames::new(&types, &families, options, diagnostics);
        let mut wanted = Wanted::new(selection);
        let kept = Kept::new(&types, &operations, &families, &mut wanted);
        let gates = Gates::new(&types, &operations, &kept, &names, &writing);
        let unmatched = wanted.unmatched();
        Self { types, operations, families, writing, names, kept, gates, unmatched }
    }

    /// Whether the docs state any type or route, whatever is kept of them.
    pub(crate) fn is_recognised(&self) -> bool {
        let Types { structs, enums, .. } = &self.types;
        !structs.is_empty() || !enums.is_empty() || !self.operations.drafts.is_empty()
    }
}
