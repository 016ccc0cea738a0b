//! Permission tables.
//!
//! Reads the tables of any section whose columns name callers and permissions, in all their layouts,
//! and returns who needs what. Cells are read by [`cell`]. Must not know which permissions exist.

mod cell;
mod layout;
mod marks;
#[cfg(test)]
mod tests;

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Page, Row, Table, Text};

use super::{Context, Role};
use crate::english::English;
use crate::{Caller, Fact, PermissionFacts, PermissionRow, Rule};
use cell::Case;
use layout::{Layout, Order, Spoken, layout};
use marks::Footnotes;

const RULE: Rule = "permissions";

/// The permission statements of the page, one per table, or per row or column of a table that holds
/// several.
pub(super) fn read(context: &mut Context<'_, '_>) -> Vec<PermissionFacts> {
    let mut all = Vec::new();
    let dialect = context.dialect;
    let tables: Vec<_> = context.tables().collect();
    let laid_out = |table| layout(&Spoken { table, dialect, footnotes: Footnotes::default() });
    let several = tables.iter().filter(|(_, _, table)| laid_out(table).is_some()).count() > 1;
    for (index, block, table) in tables {
        if !context.ledger.is_open(block.span) {
            continue;
        }
        let Some(layout) = laid_out(table) else {
            leave_out_other(context, block, table);
            continue;
        };
        let heading = several.then(|| heading(context.page, index)).flatten();
        let english = dialect.english();
        let footnotes = Footnotes::read(context.page, index, table, english, context.diagnostics);
        let spoken = Spoken { table, dialect, footnotes };
        let found = statements(&spoken, &layout, heading.as_deref(), context.diagnostics);
        context.ledger.read(block.span, RULE);
        all.extend(found);
    }
    if all.is_empty() {
        report_lists(context);
    }
    all
}

/// What tells the table at `index` from the others of its page: its heading, or the line that leads to it
/// ("For groups:").
fn heading(page: &Page, index: usize) -> Option<String> {
    let block = &page.blocks[index];
    let section = page.section(block.section);
    if section.level > 2 {
        return Some(section.title.plain().trim_end_matches(':').to_owned());
    }
    let before = page.blocks.get(index.checked_sub(1)?)?;
    match &before.kind {
        BlockKind::Paragraph(text) if before.section == block.section => {
            text.plain().trim().strip_suffix(':').map(str::to_owned)
        }
        _ => None,
    }
}

/// A page may list permissions by resource without saying who calls; that cannot be kept.
fn report_lists(context: &mut Context<'_, '_>) {
    let items: Vec<_> = context
        .blocks()
        .filter(|(_, block)| context.role(block) == Role::Permissions)
        .filter_map(|(_, block)| match &block.kind {
            BlockKind::ListItem(text) => Some(text),
            _ => None,
        })
        .collect();
    for item in items {
        if cell::read(context.dialect.english(), item, false).is_some_and(|found| !found.is_empty())
        {
            context.diagnostics.push(
                Diagnostic::new(
                    codes::PERMISSION_LIST,
                    item.span,
                    "permissions outside of a table",
                )
                .help("they were left out; a table tells delegated callers from applications"),
            );
        }
    }
}

/// Tables of a permissions section that say something else, for instance roles by task.
fn leave_out_other(context: &mut Context<'_, '_>, block: &page::Block, table: &Table) {
    let columns = context.ledger.columns(table);
    let names_fields = columns
        .iter()
        .flatten()
        .any(|column| matches!(column, crate::Column::Type | crate::Column::Property));
    if context.role(block) == Role::Permissions && !names_fields {
        context.ledger.leave_out(block.span, "permissions-other-table");
    }
}

fn statements(
    spoken: &Spoken<'_>,
    layout: &Layout,
    heading: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PermissionFacts> {
    match layout {
        Layout::Matrix(columns) => {
            let row = |row| matrix_row(row, columns, heading, spoken, diagnostics);
            spoken.table.rows.iter().filter_map(row).collect()
        }
        Layout::Cases(columns) => {
            let case = |(column, order): &(usize, Order)| {
                let several = columns.len() > 1;
                let case = several.then(|| case_name(&spoken.table.header[*column]));
                let most_first = *order == Order::MostFirst;
                let cases = |row: &Row| {
                    cell::cases(spoken.dialect.english(), &row.cells[*column], most_first)
                };
                let ordered = *order != Order::Unstated;
                by_caller(spoken, case.as_deref().or(heading), ordered, cases, diagnostics)
            };
            columns.iter().flat_map(case).collect()
        }
        Layout::LeastAndHigher { least, higher } => {
            let english = spoken.dialect.english();
            let cases = |row: &Row| least_and_higher(english, row, *least, higher);
            by_caller(spoken, heading, true, cases, diagnostics)
        }
    }
}

fn least_and_higher(english: &English, row: &Row, least: usize, higher: &[usize]) -> Vec<Case> {
    if higher.iter().any(|at| cell::exceeds(english, &row.cells[*at])) {
        return Vec::new();
    }
    let Some(mut alternatives) = cell::read(english, &row.cells[least], false) else {
        return Vec::new();
    };
    let higher = higher.iter().filter_map(|at| cell::read(english, &row.cells[*at], false));
    alternatives.extend(higher.flatten());
    vec![Case { label: None, alternatives }]
}

fn case_name(header: &Text) -> String {
    let name = header.plain();
    name.split(" (").next().unwrap_or(&name).to_owned()
}

fn matrix_row(
    row: &Row,
    columns: &[(usize, Vec<Caller>)],
    heading: Option<&str>,
    spoken: &Spoken<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PermissionFacts> {
    let resource = row.cells[0].plain();
    let english = spoken.dialect.english();
    let mut rows = Vec::new();
    for (column, callers) in columns {
        let text = &row.cells[*column];
        if text.is_empty() {
            continue;
        }
        let Some(mut alternatives) = cell::read(english, text, false) else {
            diagnostics.push(unkept(english, std::slice::from_ref(text), text.span));
            continue;
        };
        spoken.footnotes.join(&cell::text(text), &mut alternatives);
        rows.extend(callers.iter().map(|caller| fact(*caller, &alternatives, false, text.span)));
    }
    let scope = match heading {
        Some(heading) => format!("{heading}: {resource}"),
        None => resource,
    };
    (!rows.is_empty()).then_some(PermissionFacts { scope: Some(scope), rows })
}

fn fact(
    caller: Caller,
    alternatives: &[Vec<String>],
    ordered: bool,
    span: Span,
) -> Fact<PermissionRow> {
    Fact::new(PermissionRow { caller, alternatives: alternatives.to_vec(), ordered }, span, RULE)
}

/// A row per caller. A caller's row without permissions may be followed by rows for parts of the
/// service, each with its own: they become statements of their own, and so do the cases of a cell.
fn by_caller(
    spoken: &Spoken<'_>,
    scope: Option<&str>,
    ordered: bool,
    cases: impl Fn(&Row) -> Vec<Case>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PermissionFacts> {
    let mut statements =
        vec![PermissionFacts { scope: scope.map(str::to_owned), rows: Vec::new() }];
    let mut current: Vec<Caller> = Vec::new();
    for row in &spoken.table.rows {
        let label = row.cells[0].plain();
        let named = spoken.callers(&row.cells[0]);
        let empty = row.cells[1..].iter().all(Text::is_empty);
        let (callers, part) = match (named.is_empty(), empty) {
            (false, true) => {
                current = named;
                continue;
            }
            (false, false) => {
                current = Vec::new();
                (named, scope)
            }
            (true, false) if !current.is_empty() => (current.clone(), Some(label.as_str())),
            (true, true) if label.is_empty() => continue,
            (true, _) => {
                diagnostics.push(unknown_caller(&label, row.span));
                continue;
            }
        };
        let cases = cases(row);
        if cases.is_empty() {
            diagnostics.push(unkept(spoken.dialect.english(), &row.cells[1..], row.span));
        }
        for mut case in cases {
            for cell in &row.cells[1..] {
                spoken.footnotes.join(&cell::text(cell), &mut case.alternatives);
            }
            let rows = callers.iter().map(|c| fact(*c, &case.alternatives, ordered, row.span));
            statement(&mut statements, case.label.as_deref().or(part)).rows.extend(rows);
        }
    }
    statements.retain(|statement| !statement.rows.is_empty());
    share_common(&mut statements, scope);
    statements
}

/// Where the cells of some callers tell cases apart and those of the others do not, these hold in all
/// cases.
fn share_common(statements: &mut Vec<PermissionFacts>, scope: Option<&str>) {
    let [common, cases @ ..] = statements.as_mut_slice() else { return };
    let of_caller = |caller| move |row: &Fact<PermissionRow>| row.value.caller == caller;
    let differs = |row: &Fact<PermissionRow>| {
        cases.iter().any(|case| case.rows.iter().any(of_caller(row.value.caller)))
    };
    let is_common = common.scope.as_deref() == scope;
    if cases.is_empty() || !is_common || common.rows.iter().any(differs) {
        return;
    }
    for case in cases {
        case.rows.extend(common.rows.iter().cloned());
    }
    statements.remove(0);
}

/// The statement with this scope, begun if it is new.
fn statement<'s>(
    statements: &'s mut Vec<PermissionFacts>,
    scope: Option<&str>,
) -> &'s mut PermissionFacts {
    let known = statements.iter().position(|each| each.scope.as_deref() == scope);
    let index = known.unwrap_or(statements.len());
    if known.is_none() {
        statements.push(PermissionFacts { scope: scope.map(str::to_owned), rows: Vec::new() });
    }
    &mut statements[index]
}

fn unknown_caller(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::PERMISSION_ROW, span, format!("`{label}` is no kind of caller"))
        .help("the row was left out")
}

/// Why cells are left out.
fn unkept(english: &English, cells: &[Text], span: Span) -> Diagnostic {
    if cells.iter().any(|cell| cell::exceeds(english, cell)) {
        let message = format!("this states more than {} alternatives", cell::MAX_ALTERNATIVES);
        return Diagnostic::new(codes::PERMISSION_LIMIT, span, message).help("it was left out");
    }
    Diagnostic::new(codes::PERMISSION_CELL, span, "this names no permission")
        .help("write permissions such as `User.Read`, or \"Not supported.\"")
}
