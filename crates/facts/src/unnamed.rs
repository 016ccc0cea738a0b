//! Reports rows whose first cell should name something and does not.

use diag::{Code, Diagnostic};
use page::Row;

/// The report on a row that names no `what`. Empty names and labels of groups of rows are none.
pub(crate) fn row(code: Code, what: &str, row: &Row) -> Option<Diagnostic> {
    let cell = row.cells.first().filter(|cell| !cell.is_empty() && !row.label)?;
    let report = Diagnostic::new(code, row.span, format!("this row names no {what}"))
        .label(format!("`{}` is no {what} name", cell.plain()))
        .help("the row is left out");
    Some(report)
}
