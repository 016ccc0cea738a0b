//! The table of national clouds.
//!
//! Reads the one-row table that has a cloud per column and a mark below each. Must not know any cloud.

use page::{Table, Text};

use super::Context;
use crate::{Fact, Rule};

const RULE: Rule = "clouds";

/// The clouds where the operation is available.
pub(super) fn read(context: &mut Context<'_, '_>) -> Vec<Fact<String>> {
    let mut clouds = Vec::new();
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        if let Some(marks) = marks(table) {
            context.ledger.read(block.span, RULE);
            clouds.extend(marks);
        }
    }
    clouds
}

/// The headers above a check mark, if every cell of the table is a mark.
fn marks(table: &Table) -> Option<Vec<Fact<String>>> {
    let [row] = table.rows.as_slice() else { return None };
    let marks: Option<Vec<bool>> = row.cells.iter().map(mark).collect();
    let available = table.header.iter().zip(marks?).filter(|(_, available)| *available);
    Some(available.map(|(header, _)| Fact::new(header.plain(), header.span, RULE)).collect())
}

fn mark(cell: &Text) -> Option<bool> {
    match cell.plain().trim_matches(':').to_lowercase().as_str() {
        "white_check_mark" | "heavy_check_mark" | "✅" | "✔" | "✔️" | "yes" => Some(true),
        "x" | "❌" | "✖" | "negative_squared_cross_mark" | "no" => Some(false),
        _ => None,
    }
}
