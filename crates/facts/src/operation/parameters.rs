//! Tables and lists of query, path and function parameters.
//!
//! Reads the tables and lists of parameter sections and returns a fact per row or item. `$select` and its like are
//! options, not parameters; [`query_options`](super::query_options) reads them. Where a table has a column that
//! says where a parameter goes, that is believed: rows may be headers.

use std::collections::BTreeSet;

use diag::{Diagnostic, Span, codes};
use dialects::Place;
use page::{Block, BlockKind, Row, Table, Text};

use super::{Context, Role, headers};
use crate::description;
use crate::type_cell::read_type_cell;
use crate::{
    Column, Dialect, Fact, Method, ParameterFacts, ParameterPlace, RequestLine, Rule, Segment,
    required, unnamed,
};

const RULE: Rule = "parameters";
const LIST: Rule = "parameter-list";

/// The parameters, in order.
pub(super) fn read(
    context: &mut Context<'_, '_>,
    requests: &[Fact<RequestLine>],
) -> Vec<ParameterFacts> {
    let mut parameters = Vec::new();
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        let columns = context.ledger.columns(table);
        let Some(place) = place(context, block, Some(table), requests) else { continue };
        if !context.ledger.is_open(block.span) {
            continue;
        }
        if are_sent(context, block, table, requests) {
            // The other rows are members of the body.
            for row in table.rows.iter().filter(|row| names_key(row, requests)) {
                parameters.extend(parameter(context, row, &columns, ParameterPlace::Path));
            }
            continue;
        }
        if !lists_parameters(&columns) {
            context.ledger.leave_out(block.span, "parameter-other-table");
            continue;
        }
        context.ledger.read(block.span, RULE);
        let may_have_parts = holds_parameters(context, block, table, requests);
        for (row, part) in parts(table, requests, context.dialect) {
            let part = part.filter(|_| may_have_parts);
            // The body's own rows are none.
            let Some(place) = part.map_or(Some(place), of_parameter) else { continue };
            let is_open = context.role(block) != Role::QueryParameters;
            let in_path = is_open && place == ParameterPlace::Query && names_key(row, requests);
            let place = if in_path { ParameterPlace::Path } else { place };
            parameters.extend(parameter(context, row, &columns, place));
        }
    }
    let items: Vec<_> = context.blocks().collect();
    for (_, block) in items {
        if let BlockKind::ListItem(text) = &block.kind
            && let Some(place) = place(context, block, None, requests)
        {
            parameters.extend(item(context, text, place));
        }
    }
    parameters
}

/// The rows of a table, each with the part that a label above it names: "URL", "Query", "Body". Above the first label of a
/// table for requests that have a body are its members, but for keys.
fn parts<'t>(
    table: &'t Table,
    requests: &'t [Fact<RequestLine>],
    dialect: &'t Dialect,
) -> impl Iterator<Item = (&'t Row, Option<Place>)> {
    let has_labels = table.rows.iter().any(|row| labelled_part(row, dialect).is_some());
    let unlabelled = Some(Place::Body).filter(|_| has_labels && all_send(requests));
    let mut part = unlabelled;
    table.rows.iter().filter_map(move |row| {
        if let Some(labelled) = labelled_part(row, dialect) {
            part = Some(labelled);
            return None;
        }
        let may_be_own = part.is_some() && part == unlabelled;
        Some((row, part.filter(|_| !may_be_own || !names_own(row, requests))))
    })
}

fn names_own(row: &Row, requests: &[Fact<RequestLine>]) -> bool {
    row.cells.first().and_then(name).is_some_and(|name| is_of_request(requests, &name))
}

/// Whether each request has a body, and there is one.
fn all_send(requests: &[Fact<RequestLine>]) -> bool {
    let sends = |it: &Fact<RequestLine>| {
        matches!(it.value.method, Method::Post | Method::Put | Method::Patch)
    };
    !requests.is_empty() && requests.iter().all(sends)
}

fn labelled_part(row: &Row, dialect: &Dialect) -> Option<Place> {
    let label = row.cells.first().filter(|cell| row.label && !cell.is_empty())?.plain();
    dialect.place(label.trim_matches([' ', '*', ':']))
}

/// The members of a body that stand in a table of parameters below a label of their own.
pub(super) fn sent_part(
    context: &Context<'_, '_>,
    block: &Block,
    table: &Table,
    requests: &[Fact<RequestLine>],
) -> Option<Table> {
    let is_sent = |part: Option<Place>| part == Some(Place::Body);
    let rows =
        parts(table, requests, context.dialect).filter(|it| is_sent(it.1)).map(|it| it.0.clone());
    let rows: Vec<Row> = rows.collect();
    (!rows.is_empty() && holds_parameters(context, block, table, requests))
        .then(|| Table { rows, ..table.clone() })
}

/// A parameter that a list item names before a colon or a dash: "`pageSize` (default = 100): Number of results".
fn item(context: &Context<'_, '_>, text: &Text, place: ParameterPlace) -> Option<ParameterFacts> {
    let plain = text.plain();
    let end = plain.find([':', '\u{2013}', '\u{2014}']).or_else(|| plain.find(" - "))?;
    let head = plain[..end].trim();
    let named = head.split_once(" (").map_or(head, |(named, _)| named);
    let named = named.trim_matches(['*', '`', '_', '{', '}', ' ']);
    let is_name = named.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if !is_name || !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let read = description::read(text, context.ledger.origin);
    Some(ParameterFacts {
        name: Fact::new(named.to_owned(), text.span, LIST),
        place,
        ty: None,
        description: read.words,
        notes: read.notes,
        values: read.values,
    })
}

/// Whether a table of "Parameters" lists members of a body: each request of the page has one, and none names a
/// parameter of the table.
pub(super) fn are_sent(
    context: &Context<'_, '_>,
    block: &Block,
    table: &Table,
    requests: &[Fact<RequestLine>],
) -> bool {
    let names: Vec<String> = table.rows.iter().filter_map(|row| name(row.cells.first()?)).collect();
    let is_written = |name: &String| {
        let forms = [format!("{{{name}}}"), format!("<{name}>"), format!("{name}=")];
        !is_key(requests, name)
            && requests
                .iter()
                .any(|it| forms.iter().any(|form| it.value.raw.contains(form.as_str())))
    };
    holds_parameters(context, block, table, requests)
        && !table.rows.iter().any(|row| labelled_part(row, context.dialect).is_some())
        && !context.ledger.columns(table).contains(&Some(Column::In))
        && all_send(requests)
        && !names.iter().all(|name| is_key(requests, name))
        && !names.iter().any(|name| name.starts_with('$') || is_written(name))
}

fn names_key(row: &Row, requests: &[Fact<RequestLine>]) -> bool {
    row.cells.first().and_then(name).is_some_and(|name| is_key(requests, &name))
}

/// Whether the path of a request has a key of this name.
pub(super) fn is_key(requests: &[Fact<RequestLine>], name: &str) -> bool {
    let mut segments = requests.iter().flat_map(|it| &it.value.segments);
    segments.any(|segment| match segment {
        Segment::Key(names) => names.iter().any(|it| it.eq_ignore_ascii_case(name)),
        _ => false,
    })
}

/// Whether a table lists parameters, wherever they go.
fn holds_parameters(
    context: &Context<'_, '_>,
    block: &Block,
    table: &Table,
    requests: &[Fact<RequestLine>],
) -> bool {
    context.role(block) == Role::Parameters || asks_for_parameters(context, block, table, requests)
}

/// A table of parameters below the title alone, as a request may be: it says which must be given, or has some of the
/// request's.
fn asks_for_parameters(
    context: &Context<'_, '_>,
    block: &Block,
    table: &Table,
    requests: &[Fact<RequestLine>],
) -> bool {
    let columns = context.ledger.columns(table);
    let has = |column| columns.contains(&Some(column));
    context.role(block) == Role::Title
        && !context.of_answers.contains(&block.span)
        && columns.first() == Some(&Some(Column::Parameter))
        && has(Column::Type)
        && (has(Column::Required) || table.rows.iter().any(|row| names_own(row, requests)))
}

/// Whether the path or the query of a request has a parameter of this name.
pub(super) fn is_of_request(requests: &[Fact<RequestLine>], name: &str) -> bool {
    is_key(requests, name) || is_in_query(requests, name)
}

/// Whether the query of a request has a parameter of this name.
fn is_in_query(requests: &[Fact<RequestLine>], name: &str) -> bool {
    let mut queries = requests.iter().filter_map(|it| it.value.query.as_deref());
    let is_one = |pair: &str| pair.split_once('=').is_some_and(|(it, _)| it.trim() == name);
    queries.any(|query| query.split('&').any(is_one))
}

/// The tables that tell of parameters.
pub(super) fn tables(context: &Context<'_, '_>, requests: &[Fact<RequestLine>]) -> BTreeSet<Span> {
    let tables = context
        .tables()
        .filter(|(_, block, table)| place(context, block, Some(table), requests).is_some());
    tables.map(|(_, block, _)| block.span).collect()
}

/// Where the parameters of a table or of a list item go, if those are what it tells of.
fn place(
    context: &Context<'_, '_>,
    block: &Block,
    table: Option<&Table>,
    requests: &[Fact<RequestLine>],
) -> Option<ParameterPlace> {
    let columns = || table.map(|table| context.ledger.columns(table)).unwrap_or_default();
    let asks = |table| asks_for_parameters(context, block, table, requests);
    match context.role(block) {
        Role::PathParameters => Some(ParameterPlace::Path),
        Role::QueryParameters => Some(ParameterPlace::Query),
        Role::FunctionParameters => Some(ParameterPlace::Function),
        Role::Parameters => Some(ParameterPlace::Query),
        _ if table.is_some_and(asks) => Some(ParameterPlace::Query),
        // A table right below the request lines explains the placeholders in them.
        Role::HttpRequest if columns().first() == Some(&Some(Column::Parameter)) => {
            Some(ParameterPlace::Path)
        }
        _ => None,
    }
}

/// A table of names with a type or a description; others list the values of one parameter.
fn lists_parameters(columns: &[Option<Column>]) -> bool {
    let named = matches!(
        columns.first(),
        Some(Some(Column::Parameter | Column::Name | Column::Property | Column::Header))
    );
    let explained = columns.iter().flatten().any(|column| {
        matches!(column, Column::Type | Column::Description | Column::Value | Column::Required)
    });
    named && explained
}

fn parameter(
    context: &mut Context<'_, '_>,
    row: &Row,
    columns: &[Option<Column>],
    place: ParameterPlace,
) -> Option<ParameterFacts> {
    let cell = &row.cells[0];
    let Some(name) = name(cell) else {
        context.diagnostics.extend(unnamed::row(codes::PARAMETER_ROW, "parameter", row));
        return None;
    };
    if name.starts_with('$') {
        return None;
    }
    let in_at = columns.iter().position(|column| *column == Some(Column::In));
    let stated = in_at.map(|at| row.cells[at].plain());
    let stated = stated.filter(|word| !word.trim().is_empty());
    let said = |word: &str| context.dialect.place(word).and_then(of_parameter);
    let Some(place) = stated.as_deref().map_or(Some(place), said) else {
        let message =
            format!("`{name}` goes neither into the path, nor into the query or a header");
        let report = Diagnostic::new(codes::PARAMETER_ROW, row.span, message);
        context
            .diagnostics
            .push(report.help("the row is left out; a section of its own tells of the body"));
        return None;
    };
    let at = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    // "Parameter name | Value | Description": the value column holds types.
    let described = at(Column::Description).is_some();
    let ty_at = at(Column::Type).or_else(|| at(Column::Value).filter(|_| described));
    let ty = ty_at.map(|at| &row.cells[at]).filter(|cell| !cell.is_empty());
    let origin = context.ledger.origin;
    let required_at = at(Column::Required);
    let mut read =
        description::read(&headers::explained(row, &[ty_at, required_at, in_at]), origin);
    let required = required_at.map(|at| &row.cells[at]);
    read.notes.extend(required.and_then(|cell| required::answer(cell, origin.english())));
    Some(ParameterFacts {
        name: Fact::new(name, cell.span, RULE),
        place,
        ty: ty.map(|cell| Fact::new(read_type_cell(cell, origin), cell.span, RULE)),
        description: read.words,
        notes: read.notes,
        values: read.values,
    })
}

/// Where parameters of this part of a request go; members of the body are none.
fn of_parameter(place: Place) -> Option<ParameterPlace> {
    match place {
        Place::Path => Some(ParameterPlace::Path),
        Place::Query => Some(ParameterPlace::Query),
        Place::Header => Some(ParameterPlace::Header),
        Place::Body => None,
    }
}

/// The first word of a name cell.
fn name(cell: &Text) -> Option<String> {
    let text = cell.plain();
    let text = text.trim_matches(['*', '`', '_', '{', '}', '?', ' ']);
    let name = text.split([' ', '=', '(', ',']).next()?.trim_matches(['*', '`', '_', '}']);
    let valid = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '$')
        && name.chars().skip(1).all(|c| c.is_ascii_alphanumeric() || "-_.@".contains(c));
    valid.then(|| name.to_owned())
}
