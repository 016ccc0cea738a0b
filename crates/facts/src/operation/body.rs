//! Request body sections.
//!
//! Reads what the prose says is sent, the tables that list members, and a JSON sketch in the section.
//! Must not know the method: a page that says "Do not supply" and lists members states both.

mod statement;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use diag::{Diagnostic, codes};
use page::{Block, BlockKind, Fence, Table};

use super::message::Message;
use super::{Context, Role, parameters};
use crate::Column;
use crate::properties::{self, Layout};
use crate::{
    BodyFacts, BodyStatement, Fact, JsonMember, PropertyFacts, RequestLine, Rule, json_members,
};

const RULE: Rule = "body";

/// What the page says about its request body.
pub(super) fn read(context: &mut Context<'_, '_>, requests: &[Fact<RequestLine>]) -> BodyFacts {
    let mut body = BodyFacts::default();
    let mut statements = Vec::new();
    for (index, block) in context.blocks_of(Role::RequestBody) {
        match &block.kind {
            BlockKind::Paragraph(_) | BlockKind::ListItem(_) if block.quote.is_none() => {
                let prose = context.ledger.prose(index);
                statements.extend(prose.into_iter().flat_map(|prose| {
                    prose.ranges().iter().filter_map(|range| {
                        let sentence = &prose.tokens[range.clone()];
                        let statement = statement::read(sentence, context.ledger.origin)?;
                        let offers = statement::offers(&statement, sentence, context.ledger.origin);
                        Some((offers, Fact::new(statement, prose.span(range), RULE)))
                    })
                }));
            }
            BlockKind::Table(table) => body.properties.extend(members(context, block, table)),
            BlockKind::Fence(fence) => body.json.extend(sketch(context, index, block, fence)),
            _ => {}
        }
    }
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        if let Some(part) = parameters::sent_part(context, block, table, requests) {
            let columns = context.ledger.columns(table);
            if let Some(layout) = layout(&part, &columns) {
                let origin = context.ledger.origin;
                let rows = properties::rows(&part, &layout, origin, context.diagnostics);
                body.properties.extend(rows);
            }
        } else if parameters::are_sent(context, block, table, requests) {
            let members = members(context, block, table);
            let is_sent = |it: &PropertyFacts| !parameters::is_key(requests, &it.name.value);
            body.properties.extend(members.into_iter().filter(is_sent));
        }
    }
    body.statement = statement::strongest(statement::unless_offered(statements));
    complain(&body, context.diagnostics);
    body
}

/// The members that a table lists; other tables explain values or rules.
fn members(context: &mut Context<'_, '_>, block: &Block, table: &Table) -> Vec<PropertyFacts> {
    if !context.ledger.is_open(block.span) {
        return Vec::new();
    }
    let (table, columns) = without_cases(table, context.ledger.columns(table));
    let Some(layout) = layout(&table, &columns) else {
        context.ledger.leave_out(block.span, "body-other-table");
        return Vec::new();
    };
    context.ledger.read(block.span, RULE);
    properties::rows(&table, &layout, context.ledger.origin, context.diagnostics)
}

/// A table may begin with a column of cases ("Permission type") before the one with the names.
fn without_cases(
    table: &Table,
    mut columns: Vec<Option<Column>>,
) -> (Cow<'_, Table>, Vec<Option<Column>>) {
    let name =
        |column: &Option<Column>| matches!(column, Some(Column::Property | Column::Parameter));
    let mut table = Cow::Borrowed(table);
    if let Some(at) = columns.iter().position(name).filter(|at| *at > 0) {
        columns.drain(..at);
        let table = table.to_mut();
        table.header.drain(..at);
        table.rows.iter_mut().for_each(|row| drop(row.cells.drain(..at)));
    }
    (table, columns)
}

/// Lists of names need a type or a description beside them, else they list values.
fn layout(table: &Table, columns: &[Option<Column>]) -> Option<Layout> {
    let has = |wanted: Column| columns.contains(&Some(wanted));
    let described = has(Column::Type) || has(Column::Description) || has(Column::Value);
    if has(Column::Member) || !described {
        return None;
    }
    // "Name | Value | Description": the value column holds types.
    let mut columns = columns.to_vec();
    if !has(Column::Type) && has(Column::Description) && table.header.len() > 2 {
        let value = columns.iter_mut().find(|column| **column == Some(Column::Value));
        value.into_iter().for_each(|column| *column = Some(Column::Type));
    }
    properties::parameter_layout(&columns)
}

/// The members of a JSON sketch in the section.
fn sketch(
    context: &mut Context<'_, '_>,
    index: usize,
    block: &Block,
    fence: &Fence,
) -> Vec<JsonMember> {
    let is_response = context.messages.get(&index).is_some_and(Message::is_response);
    if is_response || !context.ledger.is_open(block.span) {
        return Vec::new();
    }
    let members = json_members::members(fence);
    match members.is_empty() {
        true => context.ledger.leave_out(block.span, "body-other-fence"),
        false => context.ledger.read(block.span, RULE),
    }
    members
}

fn complain(body: &BodyFacts, diagnostics: &mut Vec<Diagnostic>) {
    let says_none = body.statement.as_ref().filter(|fact| fact.value == BodyStatement::None);
    if let (Some(none), Some(first)) = (says_none, body.properties.first()) {
        let message = format!("the page sends no body, yet lists `{}` for it", first.name.value);
        diagnostics.push(
            Diagnostic::new(codes::BODY_CONFLICT, none.span, message)
                .help("remove the sentence, or the table"),
        );
    }
}
