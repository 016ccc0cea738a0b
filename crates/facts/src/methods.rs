//! "Methods" tables of resource pages: the operation pages they link to and what those return.

use page::Table;

use crate::origin::Origin;
use crate::type_cell::read_type_cell;
use crate::{Column, Role};
use crate::{Fact, MethodRow, Rule, link};

#[cfg(test)]
mod tests;

pub(crate) const RULE: Rule = "methods-table";

/// Whether a table lists methods: by its first column, or by its section when its rows link to pages.
pub(crate) fn lists_methods(table: &Table, columns: &[Option<Column>], section: Role) -> bool {
    let method = columns.first() == Some(&Some(Column::Method));
    let links = || {
        table.rows.iter().filter_map(|row| row.cells.first()).any(|cell| !cell.links().is_empty())
    };
    (method && (section == Role::Methods || links()))
        || (matches!(section, Role::Methods | Role::Title)
            && links()
            && columns.first() == Some(&None))
}

/// The rows of a methods table; rows without a link to a page are labels or plain remarks.
pub(crate) fn rows(
    table: &Table,
    columns: &[Option<Column>],
    origin: Origin<'_>,
) -> Vec<MethodRow> {
    let returns = columns
        .iter()
        .position(|column| *column == Some(Column::ReturnType))
        .or_else(|| columns.iter().position(|column| *column == Some(Column::Type)));
    let row = |row: &page::Row| {
        let cell = row.cells.first()?;
        let (_, destination) = cell.links().into_iter().next()?;
        let page = link::resolve(origin.path, &destination)?;
        let returns = returns
            .and_then(|at| row.cells.get(at))
            .filter(|cell| !cell.is_empty())
            .map(|cell| Fact::new(read_type_cell(cell, origin), cell.span, RULE));
        Some(MethodRow { link: Fact::new(page, cell.span, RULE), returns })
    };
    table.rows.iter().filter_map(row).collect()
}
