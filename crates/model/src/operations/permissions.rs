//! Permissions, by case and kind of caller.
//!
//! Reads permission rows as the facts order them; adds nothing to them.

use facts::{Caller, Fact, PermissionFacts, PermissionRow};

use crate::Permissions;

/// One entry for each table with rows.
pub(crate) fn permissions(tables: &[PermissionFacts]) -> Vec<Permissions> {
    tables.iter().filter_map(case).collect()
}

fn case(table: &PermissionFacts) -> Option<Permissions> {
    let first = table.rows.first()?;
    Some(Permissions {
        scope: table.scope.clone(),
        delegated_work: alternatives(&table.rows, Caller::DelegatedWork),
        delegated_personal: alternatives(&table.rows, Caller::DelegatedPersonal),
        application: alternatives(&table.rows, Caller::Application),
        ordered: table.rows.iter().all(|row| row.value.ordered),
        span: first.span,
        rule: first.rule,
    })
}

/// All rows of one caller, in order; `None` where the table has no such row.
fn alternatives(rows: &[Fact<PermissionRow>], caller: Caller) -> Option<Vec<Vec<String>>> {
    let mut of_caller = rows.iter().filter(|row| row.value.caller == caller).peekable();
    of_caller.peek()?;
    Some(of_caller.flat_map(|row| row.value.alternatives.iter().cloned()).collect())
}
