//! What a report is about, told without the line that it stands in.

use diag::{Diagnostic, Sources};

/// How much of the marked text tells a report from others, in characters.
const MARKED: usize = 80;

/// What identifies a report while lines move.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub page: String,
    pub heading: String,
    pub code: String,
    pub subject: String,
}

impl Key {
    pub(super) fn of(report: &Diagnostic, sources: &Sources) -> Self {
        Self {
            page: sources.path(report.span).to_owned(),
            heading: heading(report, sources),
            code: report.code.number(),
            subject: subject(report, sources),
        }
    }
}

/// What the message quotes; else the beginning of the marked text.
pub(super) fn subject(report: &Diagnostic, sources: &Sources) -> String {
    let quoted: Vec<&str> = report.message.split('`').skip(1).step_by(2).collect();
    if !quoted.is_empty() {
        return quoted.join(", ");
    }
    let text = sources.get(report.span.page).map_or("", |file| &file.text);
    let marked = text.get(report.span.range()).unwrap_or_default();
    let words = marked.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(MARKED).collect()
}

/// The heading that a report stands below; empty before the first one.
pub(super) fn heading(report: &Diagnostic, sources: &Sources) -> String {
    let text = sources.get(report.span.page).map_or("", |file| &file.text);
    page::heading_above(text, report.span.start as usize)
}
