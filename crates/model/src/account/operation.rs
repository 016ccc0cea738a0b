//! Claims about operations.

use std::collections::BTreeSet;

use diag::Span;
use facts::{Fact, OperationFacts, PageFacts, ParameterFacts, ParameterPlace};

use super::rules::{NO_PARAMETER, NO_PATH, OTHER_BODY, OTHER_PAGE, STANDARD_HEADER};
use super::{Became, Counted, used_or};
use crate::operations::Operations;

/// What is decided of operations.
pub(super) struct Known<'a> {
    /// The pages that speak for one.
    speaking: BTreeSet<&'a str>,
    /// Those that document one without that.
    further: BTreeSet<&'a str>,
    /// The request lines of all operations.
    lines: BTreeSet<Span>,
    /// Headers and query parameters, bodies, answers.
    rests_on: BTreeSet<Span>,
}

impl<'a> Known<'a> {
    pub(super) fn new(operations: &Operations<'a>) -> Self {
        let drafts = || operations.drafts.iter();
        let mut rests_on = BTreeSet::new();
        for draft in drafts() {
            rests_on.extend(draft.query.iter().chain(&draft.headers).map(|it| it.span));
            rests_on.extend(draft.body().map(|it| it.span));
            rests_on.insert(draft.response().span);
        }
        Self {
            speaking: drafts().map(|draft| draft.page().path.as_str()).collect(),
            further: operations.further.iter().map(|it| it.page.path.as_str()).collect(),
            lines: drafts().flat_map(|it| it.claims()).map(|claim| claim.line.span).collect(),
            rests_on,
        }
    }

    /// Whether the page speaks for an operation, or says of one what is its own.
    pub(super) fn speaks(&self, page: &PageFacts) -> bool {
        self.speaking.contains(page.path.as_str()) || self.further.contains(page.path.as_str())
    }
}

impl Counted<'_, '_> {
    /// Counts what the page states of operations.
    pub(super) fn operation(&mut self) {
        let Some(facts) = &self.page.operation else { return };
        let known = &self.book.operations;
        let speaks = known.speaking.contains(self.page.path.as_str());
        let is_own = used_or(known.speaks(self.page), NO_PATH);
        let of_route = if known.speaks(self.page) { OTHER_PAGE } else { NO_PATH };
        for line in &facts.requests {
            self.claim(line.span, used_or(known.lines.contains(&line.span), NO_PATH));
        }
        for span in own(facts) {
            self.claim(span, is_own);
        }
        for span in of_call(facts) {
            self.claim(span, used_or(speaks, of_route));
        }
        for row in &facts.headers {
            self.parameter(row, speaks, STANDARD_HEADER);
        }
        for row in &facts.parameters {
            self.parameter(row, speaks, NO_PARAMETER);
        }
        for row in &facts.body.properties {
            self.body_row(row, speaks);
        }
        for member in &facts.body.json {
            let is_used = speaks && self.book.types.rests_on(member.name.span);
            self.claim(member.name.span, used_or(is_used, OTHER_BODY));
        }
    }

    fn body_row(&mut self, row: &facts::PropertyFacts, speaks: bool) {
        // As the fields of a struct of parameters; else they say who may write what.
        if self.book.types.speaks(self.page, row) {
            return self.row(row);
        }
        let became = used_or(speaks, OTHER_PAGE);
        self.claim(row.name.span, became);
        if let Some(cell) = &row.ty {
            self.claim(cell.span, Became::LeftOut(OTHER_BODY));
        }
        for note in &row.notes {
            self.claim(note.span, became);
        }
        for value in &row.values {
            self.claim(value.span, Became::LeftOut(OTHER_BODY));
        }
    }

    fn parameter(&mut self, row: &ParameterFacts, speaks: bool, rule: &'static str) {
        // Those of paths and functions are part of the route, and OData's options are what a request takes.
        let is_sent = self.book.operations.rests_on.contains(&row.name.span);
        let is_in_path = matches!(row.place, ParameterPlace::Path | ParameterPlace::Function);
        let is_option = row.name.value.starts_with('$');
        let became = match speaks {
            true => used_or(is_sent || is_in_path || is_option, rule),
            false => Became::LeftOut(OTHER_PAGE),
        };
        let cell = row.ty.iter().map(|it| it.span);
        let notes = row.notes.iter().map(|it| it.span);
        let values = row.values.iter().map(|it| it.span);
        for span in std::iter::once(row.name.span).chain(cell).chain(notes).chain(values) {
            self.claim(span, became);
        }
    }
}

/// What a page says as its own, whether or not it speaks for the route.
fn own(facts: &OperationFacts) -> impl Iterator<Item = Span> {
    let rows = facts.permissions.iter().flat_map(|table| &table.rows).map(|it| it.span);
    let examples = facts.examples.iter().filter_map(|it| Some(it.request.as_ref()?.span));
    let words = spans(&facts.clouds).chain(spans(&facts.eventual));
    let preview = facts.preview.iter().map(|it| it.span);
    rows.chain(examples).chain(words).chain(preview)
}

/// What decides how a request is made and what comes back.
fn of_call(facts: &OperationFacts) -> impl Iterator<Item = Span> {
    let options =
        spans(&facts.query_options).chain(facts.no_query_options.iter().map(|it| it.span));
    let body = facts.body.statement.iter().map(|it| it.span);
    let stated = facts.response.statements.iter().map(|it| it.span);
    let shown = facts.response.annotations.iter().map(|it| it.span);
    options.chain(body).chain(stated).chain(shown)
}

fn spans(all: &[Fact<String>]) -> impl Iterator<Item = Span> {
    all.iter().map(|it| it.span)
}
