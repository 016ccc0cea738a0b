//! Tables of what comes back by its status: `200 OK | [Build](#build) | The build.`

use page::{Row, Table};

use crate::coverage::Ledger;
use crate::type_cell::read_type_cell;
use crate::{Column, Fact, ResponseStatement, Rule};

pub(super) const RULE: Rule = "status-table";

/// What the rows say about success, those with a type first; `None` if the rows have no status, or names instead.
pub(super) fn read(table: &Table, ledger: &Ledger<'_>) -> Option<Vec<Fact<ResponseStatement>>> {
    let columns = ledger.columns(table);
    let at = columns.iter().position(|it| *it == Some(Column::Type)).filter(|at| *at > 0)?;
    let rows: Vec<_> = table.rows.iter().filter_map(|row| Some((row, status(row)?))).collect();
    if rows.is_empty() || table.rows.iter().any(is_named) {
        return None;
    }
    let is_success = |status: u16| (200..300).contains(&status);
    let successes = rows.iter().filter(|(_, status)| is_success(*status)).map(|(row, status)| {
        let cell = row.cells.get(at).filter(|cell| !cell.is_empty());
        let read = cell.map(|cell| read_type_cell(cell, ledger.origin));
        let statement = ResponseStatement {
            statuses: vec![*status],
            no_content: cell.is_none() && matches!(status, 202 | 204 | 205),
            collection: read.as_ref().is_some_and(|it| it.collection),
            mentions: read.map(|it| it.mentions).unwrap_or_default(),
            ..ResponseStatement::default()
        };
        Fact::new(statement, row.span, RULE)
    });
    let (typed, others): (Vec<_>, Vec<_>) = successes.partition(|it| !it.value.mentions.is_empty());
    Some(typed.into_iter().chain(others).collect())
}

/// The number that is the first word of the first cell.
fn status(row: &Row) -> Option<u16> {
    let first = row.cells.first()?.plain();
    let word = first.split([' ', ':', ',']).next()?.trim_matches(['`', '*']);
    let is_one = word.len() == 3 && word.bytes().all(|it| it.is_ascii_digit());
    word.parse().ok().filter(|status| is_one && (200..600).contains(status))
}

/// Whether the first cell is a name, as those of members are.
fn is_named(row: &Row) -> bool {
    let first = row.cells.first().map(page::Text::plain).unwrap_or_default();
    let name = first.trim_matches(['`', '*', ' ']);
    name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        && !matches!(name, "default" | "others" | "other")
}
