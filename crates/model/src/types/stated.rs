//! All that pages state of types, by type.

use std::collections::BTreeMap;

use diag::Span;
use facts::{EnumFacts, Fact, PageFacts, PropertyFacts, TypeFacts};

use super::id::TypeId;
use crate::QualifiedName;

/// All statements about one structured type, the home page's first.
#[derive(Clone, Debug)]
pub(crate) struct StatedStruct<'a> {
    /// As the strongest statement spells it.
    pub(crate) name: QualifiedName,
    /// One per page and section; never empty.
    pub(crate) statements: Vec<(&'a PageFacts, &'a TypeFacts)>,
}

/// All statements about one enumeration, the home page's first.
#[derive(Clone, Debug)]
pub(crate) struct StatedEnum<'a> {
    /// As the strongest statement spells it.
    pub(crate) name: QualifiedName,
    /// One per page and section; never empty.
    pub(crate) statements: Vec<(&'a PageFacts, &'a EnumFacts)>,
}

/// Everything stated: by lower-case qualified name while it is gathered, then by type.
#[derive(Clone, Debug)]
pub(crate) struct Statements<'a, K = TypeId> {
    /// Structured types.
    pub(crate) structs: BTreeMap<K, StatedStruct<'a>>,
    /// Enumerations.
    pub(crate) enums: BTreeMap<K, StatedEnum<'a>>,
    /// Member tables that only list the values of a string property, by their page and the property's
    /// lower-case name.
    pub(crate) values: BTreeMap<(&'a str, String), Vec<&'a EnumFacts>>,
}

impl<'a> StatedStruct<'a> {
    /// The page that the type is at home on, and what it says.
    pub(crate) fn home(&self) -> (&'a PageFacts, &'a TypeFacts) {
        self.statements[0]
    }

    /// The pages that say something of it, its home first.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &'a PageFacts> {
        self.statements.iter().map(|(page, _)| *page)
    }

    /// What each page says.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &'a TypeFacts> {
        self.statements.iter().map(|(_, facts)| *facts)
    }

    /// The rows of all pages.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'a PropertyFacts> {
        self.facts().flat_map(|facts| &facts.properties)
    }

    /// The name that the home page states.
    pub(crate) fn at(&self) -> &'a Fact<String> {
        &self.home().1.names[0]
    }

    /// Where the home page names the type.
    pub(crate) fn span(&self) -> Span {
        self.at().span
    }

    /// The pages that say something of it, and where each names it first.
    pub(crate) fn named_at(&self) -> impl Iterator<Item = (&'a str, Span)> {
        self.statements
            .iter()
            .filter_map(|(page, facts)| Some((page.path.as_str(), facts.names.first()?.span)))
    }

    /// The namespace that the rows are read in.
    pub(crate) fn namespace(&self) -> &str {
        &self.name.namespace
    }
}
