//! Request header tables.
//!
//! Reads the tables of request header sections and returns a fact per row. Must not know what a
//! header does.

use diag::codes;
use page::{Row, Run, Text};

use super::{Context, Role, eventual};
use crate::Column;
use crate::description;
use crate::english::Class;
use crate::origin::Origin;
use crate::prose::Prose;
use crate::type_cell::read_type_cell;
use crate::{Fact, ParameterFacts, ParameterPlace, Rule, required, unnamed};

const RULE: Rule = "headers";

/// The headers in order, and the options that the rows of `ConsistencyLevel` list.
pub(super) fn read(context: &mut Context<'_, '_>) -> (Vec<ParameterFacts>, Vec<Fact<String>>) {
    let (mut headers, mut eventual) = (Vec::new(), Vec::new());
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        let columns = context.ledger.columns(table);
        let named = matches!(columns.first(), Some(Some(Column::Header)));
        let in_section = context.role(block) == Role::RequestHeaders;
        // A table of properties below another heading has lost its own; it must not be sent as headers.
        let of_properties = columns.first() == Some(&Some(Column::Property));
        let example = matches!(context.role(block), Role::Example | Role::Errors | Role::Response);
        if !(in_section || (named && !example))
            || of_properties
            || !context.ledger.is_open(block.span)
        {
            continue;
        }
        // Values of one header, explained below its own heading, follow the table of headers.
        if !headers.is_empty() && lists_values(context, block) {
            context.ledger.leave_out(block.span, "header-values");
            continue;
        }
        context.ledger.read(block.span, RULE);
        for row in &table.rows {
            match header(row, &columns, context.ledger.origin, &mut eventual) {
                Some(header) => headers.push(header),
                None => context.diagnostics.extend(unnamed::row(codes::HEADER_ROW, "header", row)),
            }
        }
    }
    (headers, eventual)
}

fn lists_values(context: &Context<'_, '_>, block: &page::Block) -> bool {
    let title = context.page.section(block.section).title.plain();
    title.split(' ').any(|word| context.dialect.english().is_word(word, Class::Values))
}

fn header(
    row: &Row,
    columns: &[Option<Column>],
    origin: Origin<'_>,
    eventual: &mut Vec<Fact<String>>,
) -> Option<ParameterFacts> {
    let (name, rest) = name(&row.cells[0])?;
    let at = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let ty = at(Column::Type).map(|at| &row.cells[at]).filter(|cell| !cell.is_empty());
    let text = explained(row, &[at(Column::Type), at(Column::Required)]);
    let prose = Prose::new(&text, origin.english());
    if name.eq_ignore_ascii_case(eventual::HEADER) {
        eventual.extend(eventual::listed(&prose));
    }
    let mut read = description::read_prose(&prose, origin);
    let required = at(Column::Required).map(|at| &row.cells[at]);
    read.notes.extend(required.and_then(|cell| required::answer(cell, origin.english())));
    // `Prefer: outlook.timezone` in the name cell: what comes behind the colon is a value.
    let value = rest.map(|value| Fact::new(value, row.cells[0].span, RULE));
    read.values.extend(value);
    Some(ParameterFacts {
        name: Fact::new(name, row.cells[0].span, RULE),
        place: ParameterPlace::Header,
        ty: ty.map(|cell| Fact::new(read_type_cell(cell, origin), cell.span, RULE)),
        description: read.words,
        notes: read.notes,
        values: read.values,
    })
}

/// Name and value of a name cell; `None` for labels and rows that name no header.
fn name(cell: &Text) -> Option<(String, Option<String>)> {
    let text = cell.plain();
    let text = text.trim_matches(['*', '`', '_']).trim();
    let (name, rest) = text.split_once([':', '=', ' ']).unwrap_or((text, ""));
    let name = name.trim_matches(['*', '`', '_']);
    let token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let valid = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(token);
    let rest = rest.trim_matches([' ', ':', '*', '`']);
    let value = (!rest.is_empty() && !rest.starts_with('(')).then(|| rest.to_owned());
    valid.then(|| (name.to_owned(), value))
}

/// All cells but the name and those of the given columns, joined.
pub(super) fn explained(row: &Row, but: &[Option<usize>]) -> Text {
    let mut text = Text::empty(row.span);
    let cells = row.cells.iter().enumerate().skip(1);
    for (_, cell) in cells.filter(|(at, cell)| !but.contains(&Some(*at)) && !cell.is_empty()) {
        if let (Some(last), Some(first)) = (text.runs.last_mut(), cell.runs.first()) {
            let separator = if last.text.trim_end().ends_with('.') { " " } else { ". " };
            text.runs.push(Run::plain(separator, first.span));
        } else {
            text.span = cell.span;
        }
        text.span = text.span.to(cell.span);
        text.runs.extend(cell.runs.iter().cloned());
    }
    text
}
