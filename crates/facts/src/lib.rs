//! [`page::Page`] to [`PageFacts`]: what a page states, claim by claim.
//!
//! Knows how the docs state things (headings, columns, annotations, phrases) and no Rust. Nothing is
//! resolved or believed here: claims may contradict one another, and each carries the span it was read
//! from and the rule that read it. Every table, fence and section of a page ends up in
//! [`PageFacts::coverage`]: read, deliberately left out by a named rule, or reported.
//!
//! To support a new heading, column or word: add it to `graph.toml` of the crate `dialects`. What a sentence states by its words
//! ("This field is required.", "Don't send a body.") is data too: add words, pattern and samples to
//! its `english.toml`. What takes more than words: write the fragment as a test beside the rule, extend that one
//! rule file, run the generator, read `generated/REPORT.md`, then the diff.

mod annotation;
mod blocks;
mod checked;
mod correction;
mod coverage;
mod deprecated;
mod description;
mod dialect;
mod english;
mod enums;
mod inheritance;
mod json;
mod json_members;
mod labels;
mod link;
mod methods;
mod name;
mod nested_rows;
mod notes;
mod operation;
mod origin;
mod page_facts;
mod page_kind;
mod plural;
mod primitives;
mod properties;
mod prose;
mod required;
mod resource;
mod roles;
mod samples;
mod summary;
#[cfg(test)]
mod testing;
mod title;
mod todo;
mod token;
mod type_cell;
mod type_grammar;
mod type_words;
mod types;
mod unnamed;
mod unnamed_enums;
mod words;
pub mod written;

use diag::Diagnostic;
use page::Page;

pub use correction::{CORRECTED, Correction, Effect, Returns, whole};
pub use dialect::{Dialect, OddGlob, PublishedAt, Versions, is_address};
/// What dialect files speak of that stands in facts too.
pub use dialects::{Caller, Column, Primitive, Role};
pub use nested_rows::RULE as NESTED_ROWS;
pub use notes::{BESIDE_OPERATORS, OPERATORS};
pub use operation::{ANSWER_TABLE, UNNAMED_ANSWER};
pub use page_facts::PageFacts;
pub use plural::Plurals;
pub use primitives::Primitives;
pub use roles::roles;
pub use types::*;

/// All claims of `page`, whose includes have been spliced in.
pub fn read(page: &Page, dialect: &Dialect) -> (PageFacts, Vec<Diagnostic>) {
    let page = &*link::localized(page, dialect);
    let mut diagnostics = Vec::new();
    let mut ledger = coverage::Ledger::new(page, dialect);
    let annotations = annotation::all(page, &mut diagnostics);
    let mut kind = page_kind::kind(page, &ledger, &annotations);
    let sections = resource::Sections::find(page, &mut kind, &mut ledger, &mut diagnostics);
    if kind == PageKind::Concept {
        ledger.leave_out_rest("concept-page");
    }
    todo::report(page, &mut diagnostics);
    let operation = (kind == PageKind::Operation)
        .then(|| operation::read(page, &mut ledger, &annotations, &mut diagnostics))
        .flatten();
    let (mut operation, answer) = operation.unzip();
    let mut stated =
        resource::read(page, kind, &sections, &mut ledger, &annotations, &mut diagnostics);
    stated.types.extend(answer.flatten());
    let sends = operation.as_mut();
    nested_rows::set_apart(&page.path, &mut stated.types, sends, dialect, &mut diagnostics);
    unnamed_enums::name(&mut stated.types, ledger.origin.grammar(), &mut diagnostics);
    let title = title::title(page);
    let mut facts = PageFacts {
        page: page.id,
        path: page.path.clone(),
        kind,
        titled_operation: title.as_ref().and_then(|it| title::of_operation(&it.value, dialect)),
        title,
        summary: summary::summary(page, &ledger),
        area: title::area(page, dialect),
        namespace: title::namespace(page, dialect.english()),
        deprecated: deprecated::deprecated(page, &ledger),
        types: stated.types,
        enums: stated.enums,
        methods: stated.methods,
        operation,
        actions: Vec::new(),
        corrections: Vec::new(),
        sections: title::sections(page),
        coverage: Vec::new(),
    };
    if kind == PageKind::Resource {
        facts.actions = operation::bound_actions::read(page, &ledger, &facts, &mut diagnostics);
    }
    facts.coverage = ledger.finish(&mut diagnostics);
    type_words::settle(&mut facts, dialect);
    checked::check(&mut facts, &mut diagnostics);
    (facts, diagnostics)
}
