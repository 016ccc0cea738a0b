//! Tables of what comes back by its status: `200 OK | [Build](#build) | The build.`

use page::{Row, Table};

use crate::coverage::Ledger;
use crate::type_cell::read_type_cell;
use crate::{Column, Fact, ResponseStatement, Rule};

pub(super) const RULE: Rule = "status-table";

/// What the rows say about success; `None` if the table has no status with a type beside it.
pub(super) fn read(table: &Table, ledger: &Ledger<'_>) -> Option<Vec<Fact<ResponseStatement>>> {
    let columns = ledger.columns(table);
    let at = columns.iter().position(|it| *it == Some(Column::Type)).filter(|at| *at > 0)?;
    let rows: Vec<_> = table.rows.iter().filter_map(|row| Some((row, status(row)?))).collect();
    let successes = rows.iter().filter(|(_, status)| *status < 400).map(|(row, status)| {
        let cell = row.cells.get(at).filter(|cell| !cell.is_empty());
        let read = cell.map(|cell| read_type_cell(cell, ledger.origin));
        let mentions = read.as_ref().map(|it| it.mentions.clone()).unwrap_or_default();
        let statement = ResponseStatement {
            statuses: vec![*status],
            no_content: mentions.is_empty(),
            mentions,
            collection: read.is_some_and(|it| it.collection),
            ..ResponseStatement::default()
        };
        Fact::new(statement, row.span, RULE)
    });
    (!rows.is_empty()).then(|| successes.collect())
}

/// The number that the first cell begins with.
fn status(row: &Row) -> Option<u16> {
    let first = row.cells.first()?.plain();
    let digits = first.trim().trim_start_matches(['`', '*']).get(..3)?.to_owned();
    digits.parse().ok().filter(|status| (200..600).contains(status))
}
