//! All claims of a page.

use diag::{PageId, Span};
use text::DocText;

use crate::{
    Correction, Coverage, EnumFacts, Fact, MethodRow, OperationFacts, PageKind, TypeFacts,
};

/// All claims of one page, its includes spliced in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFacts {
    /// The page.
    pub page: PageId,
    /// Its path relative to the documentation root.
    pub path: String,
    /// What sort of page it is.
    pub kind: PageKind,
    /// The H1, plain.
    pub title: Option<Fact<String>>,
    /// The operation that it names: `sendMail` of `user: sendMail` and of `sendMail action`.
    pub titled_operation: Option<String>,
    /// The introduction below the H1: notes, namespace line and boilerplate left out.
    pub summary: Option<Fact<DocText>>,
    /// The area of the product, as the front matter says it.
    pub area: Option<Fact<String>>,
    /// The "Namespace:" line.
    pub namespace: Option<Fact<String>>,
    /// A deprecation notice for the page as a whole; the value is its wording.
    pub deprecated: Option<Fact<DocText>>,
    /// Structured types the page states (entity and complex types are not told apart here).
    pub types: Vec<TypeFacts>,
    /// Enumerations with a member list of their own.
    pub enums: Vec<EnumFacts>,
    /// Rows of "Methods" tables on resource pages.
    pub methods: Vec<MethodRow>,
    /// What an operation page states.
    pub operation: Option<OperationFacts>,
    /// Actions that a resource page states in prose, each as if it had a page of its own.
    pub actions: Vec<PageFacts>,
    /// What somebody corrected of the above; the docs state none.
    pub corrections: Vec<Correction>,
    /// The headings below the title, each as the address that sites give its section: `http-request`.
    pub sections: Vec<Fact<String>>,
    /// What became of every table, fence and section.
    pub coverage: Vec<Coverage>,
}

impl PageFacts {
    /// The address within its page of the section that a place lies in; `None` below the title alone.
    #[must_use]
    pub fn section_of(&self, at: Span) -> Option<&str> {
        let before = |it: &&Fact<String>| it.span.page == at.page && it.span.start <= at.start;
        self.sections.iter().rev().find(before).map(|it| it.value.as_str())
    }

    /// The corrections of this page that are about `subject`.
    pub fn corrections_of(&self, subject: Span) -> impl Iterator<Item = &Correction> {
        self.corrections.iter().filter(move |it| it.subject == subject)
    }
}
