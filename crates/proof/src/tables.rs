//! Titles of columns, and alerts, that are near to known ones.

use diag::{Diagnostic, codes};
use page::{BlockKind, Quote};

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
                if !is_known && let Some(known) = near_name(bare, read.dialect.column_titles()) {
                    let message = format!("the column `{title}` is not known");
                    let report = Diagnostic::new(codes::NEAR_COLUMN, cell.span, message);
                    reports.push(report.help(meant(known)));
                }
            }
        }
    }
}
