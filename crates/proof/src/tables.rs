//! Titles of columns, and alerts, that are near to known ones; and what of tables nobody reads.
//!
//! A column that no rule knows vanishes beside those that are read, and so does a table or code block that a section of
//! a page only adds to what it states.

use diag::{Diagnostic, codes};
use facts::{Column, Outcome};
use page::{BlockKind, Quote, Table};

use crate::near::{near, near_name};
use crate::{Read, meant};

const ALERTS: &[&str] = &["NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let mut last = None;
    for block in &read.page.blocks {
        if let Some(Quote::Alert(name)) = &block.quote
            && last != Some(name)
            && let Some(known) = near(name, ALERTS.iter().copied())
        {
            let message = format!("there is no alert `[!{name}]`");
            reports
                .push(Diagnostic::new(codes::NEAR_ALERT, block.span, message).help(meant(known)));
        }
        last = match &block.quote {
            Some(Quote::Alert(name)) => Some(name),
            _ => None,
        };
        if let BlockKind::Table(table) = &block.kind
            && !read.is_example(block)
        {
            for cell in &table.header {
                let title = cell.plain();
                let bare = title.split(" (").next().unwrap_or_default();
                let is_known =
                    [title.as_str(), bare].iter().any(|it| read.dialect.column(it).is_some());
                if !is_known && let Some(known) = near_title(bare, read) {
                    let message = format!("the column `{title}` is not known");
                    let report = Diagnostic::new(codes::NEAR_COLUMN, cell.span, message);
                    reports.push(report.help(meant(known)));
                } else if !is_known && is_lost(read, table, bare) {
                    let message = format!("nothing is read from the column `{title}`");
                    reports.push(
                        Diagnostic::new(codes::UNREAD_COLUMN, cell.span, message)
                            .help("add it to the columns of the dialect if it states facts"),
                    );
                }
            }
        }
    }
    left_out(read, reports);
}

/// The title of a column that was probably meant. A column is called by few words, so a letter that is lost or another
/// in a short one is a slip too; a longer word is not, as it may be the plural.
fn near_title<'d>(title: &str, read: &Read<'d>) -> Option<&'d str> {
    let titles = || read.dialect.column_titles();
    let short = titles().filter(|known| (title.len()..5).contains(&known.len()));
    near_name(title, titles()).or_else(|| near(title, short))
}

/// The rules that take only the columns that they know, where there is a description.
const BY_COLUMN: &[&str] = &["properties-table", "body", "parameters"];

/// Whether what stands below the title is lost beside columns that are read.
fn is_lost(read: &Read<'_>, table: &Table, title: &str) -> bool {
    let by_column = |rule: &str| BY_COLUMN.contains(&rule);
    let mut coverage = read.facts.coverage.iter();
    let is_read = coverage.any(|it| {
        it.span == table.span && matches!(it.outcome, Outcome::Read(rule) if by_column(rule))
    });
    let mut titles = table.header.iter().map(page::Text::plain);
    let described = titles.any(|it| read.dialect.column(&it) == Some(Column::Description));
    is_read && described && !title.trim().is_empty()
}

/// The rules that leave something out that may state facts.
const LEAVING_OUT: &[&str] = &[
    "response-table",
    "body-other-table",
    "body-other-fence",
    "explanatory-table",
    "parameter-other-table",
];

fn left_out(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for it in &read.facts.coverage {
        let Outcome::NotOfInterest(rule) = it.outcome else { continue };
        if LEAVING_OUT.contains(&rule) {
            let message = format!("nothing is read from this {}", it.what);
            reports.push(
                Diagnostic::new(codes::LEFT_OUT, it.span, message)
                    .help(format!("the rule `{rule}` takes it for an explanation")),
            );
        }
    }
}
