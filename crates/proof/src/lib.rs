//! Proofreading: what docs state that is probably a slip of the writer.
//!
//! Reads what `page` and `facts` made of the docs and reports words that are near to known ones, statements of one
//! page that contradict one another, and links to pages that are not there. Nothing here changes what is read: that is
//! for `facts` and `model`, which are as tolerant as this is strict. Only what can be wrong by a slip is reported, so
//! that a new word is none: a word must be near to another that is known, or contradict its own page.
//!
//! [`page()`] looks at one page by itself, [`docs`] at all of a version together.

mod annotations;
mod bodies;
mod collections;
mod examples;
mod filters;
mod front_matter;
mod headings;
mod links;
mod members;
mod near;
mod notes;
mod representations;
mod requests;
mod responses;
mod rows;
mod tables;
#[cfg(test)]
mod tests;
mod titles;
mod types;
mod vocabulary;

use diag::{Diagnostic, Span, codes};
use facts::{Dialect, PageFacts, Role};
use page::{Block, Page};

/// What is to be remarked on in `page`, of which `facts` was read.
pub fn page(page: &Page, facts: &PageFacts, dialect: &Dialect) -> Vec<Diagnostic> {
    let roles = facts::roles(page, dialect);
    let read = Read { page, facts, dialect, roles };
    let mut reports = Vec::new();
    for check in CHECKS {
        check(&read, &mut reports);
    }
    reports
}

/// What is to be remarked on in all pages of a version together.
pub fn docs(pages: &[PageFacts], dialect: &Dialect) -> Vec<Diagnostic> {
    let mut reports = Vec::new();
    links::check(pages, &mut reports);
    types::check(pages, dialect, &mut reports);
    bodies::check(pages, &mut reports);
    members::check(pages, &mut reports);
    collections::check(pages, dialect, &mut reports);
    vocabulary::check(pages, &mut reports);
    reports
}

type Check = fn(&Read<'_>, &mut Vec<Diagnostic>);

const CHECKS: &[Check] = &[
    front_matter::check,
    titles::check,
    headings::check,
    tables::check,
    rows::check,
    annotations::check,
    requests::check,
    examples::check,
    responses::check,
    filters::check,
    notes::check,
    representations::check,
];

/// A page with what was read of it.
struct Read<'a> {
    page: &'a Page,
    facts: &'a PageFacts,
    dialect: &'a Dialect,
    roles: Vec<Role>,
}

impl Read<'_> {
    fn role(&self, block: &Block) -> Role {
        self.roles[block.section.0]
    }

    fn is_example(&self, block: &Block) -> bool {
        matches!(self.role(block), Role::Example | Role::ExampleRequest | Role::ExampleResponse)
    }
}

/// The report of a name that another place spells in another case.
fn other_case(name: &str, span: Span, known: &str, place: &str) -> Diagnostic {
    let message = format!("{place} has `{known}`, this is `{name}`");
    Diagnostic::new(codes::NAME_CASE, span, message)
        .help("both are taken for one property; JSON tells them apart")
}

/// "did you mean `x`?"
fn meant(word: &str) -> String {
    format!("did you mean `{word}`?")
}
