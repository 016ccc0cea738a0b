//! Findings as JSON.

use diag::Severity;
use serde::Serialize;

use super::{Findings, subject, word};

/// Raised when a member is removed or means something else; members may be added.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    schema_version: u32,
    tool: Tool,
    summary: Summary,
    reports: Vec<Report<'a>>,
    /// About the configuration and files that were not read.
    remarks: &'a [String],
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Summary {
    pages: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    allowed: usize,
    known: usize,
    gone: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    code: String,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    label: Option<&'a str>,
    help: Option<&'a str>,
    /// As the docs' folders name it.
    page: &'a str,
    /// As seen from the working folder.
    file: String,
    heading: String,
    subject: String,
    line: usize,
    column: usize,
    end_line: usize,
    /// The first column that does not belong to it.
    end_column: usize,
}

pub(super) fn render(findings: &Findings<'_>) -> String {
    let count = |severity| findings.reports.iter().filter(|it| it.severity == severity).count();
    let document = Document {
        schema_version: SCHEMA_VERSION,
        tool: Tool { name: "apimark", version: env!("CARGO_PKG_VERSION") },
        summary: Summary {
            pages: findings.reading.facts().count(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            allowed: findings.reading.allowed,
            known: findings.known,
            gone: findings.gone,
        },
        reports: reports(findings),
        remarks: findings.remarks(),
    };
    serde_json::to_string_pretty(&document).expect("texts, numbers and lists") + "\n"
}

fn reports<'a>(findings: &Findings<'a>) -> Vec<Report<'a>> {
    let sources = findings.sources();
    let report = |it: &&'a diag::Diagnostic| {
        let (start, end) = (sources.position(it.span), sources.end_position(it.span));
        Report {
            code: it.code.number(),
            name: it.code.name(),
            severity: word(it.severity),
            message: &it.message,
            label: it.label.as_deref(),
            help: it.help.as_deref(),
            page: sources.path(it.span),
            file: findings.file(it),
            heading: subject::heading(it, sources),
            subject: subject::subject(it, sources),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    };
    findings.reports.iter().map(report).collect()
}
