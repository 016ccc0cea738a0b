//! What one page claims of one path.

use diag::Span;
use facts::{Correction, Effect, Fact, Method, OperationFacts, PageFacts, RequestLine};

use crate::NodeId;
use crate::types::stated_namespace;

/// How many request lines a page has, by method.
pub(super) type Lines = [usize; Method::ALL.len()];

/// One request line of one page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim<'a> {
    /// The page.
    pub page: &'a PageFacts,
    /// What it states.
    pub facts: &'a OperationFacts,
    /// The line.
    pub line: &'a Fact<RequestLine>,
    /// How many request lines the page has, by method.
    pub lines: Lines,
}

impl<'a> Claim<'a> {
    /// The method of the request line.
    pub(super) fn method(&self) -> Method {
        self.line.value.method
    }

    /// How many request lines of its method its page has.
    pub(super) fn breadth(&self) -> usize {
        self.lines[self.method() as usize]
    }

    /// Where its line stands on its page, also where somebody has corrected it.
    pub(super) fn on_page(&self) -> Span {
        let corrected = self.page.corrections.iter().find(|it| it.at == self.line.span);
        corrected.map_or(self.line.span, |it| it.subject)
    }

    /// Whether a correction of its page that decides a name or an answer means its line, or all lines.
    pub(super) fn is_meant_by(&self, it: &Correction) -> bool {
        match &it.effect {
            Effect::Returns { request, .. } | Effect::RustName { request } => {
                // Those of rows and types have subjects of their own.
                it.subject == facts::whole(self.page.page)
                    && request.as_ref().is_none_or(|it| *it == self.line.value.written())
            }
            _ => false,
        }
    }

    /// The namespace that the page states.
    pub(super) fn namespace(&self) -> &'a str {
        stated_namespace(self.page)
    }
}

/// All claims about one method of one node, in the order of the pages' paths. Never empty.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    /// The node.
    pub node: NodeId,
    /// The method.
    pub method: Method,
    /// The claims.
    pub claims: Vec<Claim<'a>>,
}

/// How many request lines a page has, by method.
pub(super) fn lines_by_method(facts: &OperationFacts) -> Lines {
    let mut lines = [0; Method::ALL.len()];
    for line in &facts.requests {
        lines[line.value.method as usize] += 1;
    }
    lines
}

/// The pages about operations.
pub(super) fn about_operations<'a>(
    pages: &[&'a PageFacts],
) -> impl Iterator<Item = (&'a PageFacts, &'a OperationFacts)> {
    pages.iter().filter_map(|page| Some((*page, page.operation.as_ref()?)))
}
