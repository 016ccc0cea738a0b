//! The table of national clouds.
//!
//! Reads the one-row table that has a cloud per column and a mark below each. Must not know any cloud.

use page::{Table, Text};

use super::Context;
use crate::english::{Class, English};
use crate::{Fact, Rule};

const RULE: Rule = "clouds";

/// The clouds where the operation is available.
pub(super) fn read(context: &mut Context<'_, '_>) -> Vec<Fact<String>> {
    let mut clouds = Vec::new();
    let tables: Vec<_> = context.tables().collect();
    for (_, block, table) in tables {
        if let Some(marks) = marks(table, context.dialect.english()) {
            context.ledger.read(block.span, RULE);
            clouds.extend(marks);
        }
    }
    clouds
}

/// The headers above a check mark, if every cell of the table is a mark.
fn marks(table: &Table, english: &English) -> Option<Vec<Fact<String>>> {
    let [row] = table.rows.as_slice() else { return None };
    let marks: Option<Vec<bool>> = row.cells.iter().map(|cell| mark(cell, english)).collect();
    let available = table.header.iter().zip(marks?).filter(|(_, available)| *available);
    Some(available.map(|(header, _)| Fact::new(header.plain(), header.span, RULE)).collect())
}

fn mark(cell: &Text, english: &English) -> Option<bool> {
    let plain = cell.plain();
    let is = |class| english.is_word(plain.trim_matches(':'), class);
    if is(Class::Available) { Some(true) } else { is(Class::Unavailable).then_some(false) }
}
