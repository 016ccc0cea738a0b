//! Findings as JSON.

use diag::Severity;
use model::Account;
use serde::Serialize;

use super::{Findings, subject};
use crate::coverage::{self, Coverage, Tally};
use crate::pipeline::Reading;
use crate::report::kind;

/// Raised when a member is removed or means something else; members may be added.
const SCHEMA_VERSION: u32 = 1;

/// What `lint --format json` prints.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    /// Raised when a member is removed or means something else; members may be added.
    schema_version: u32,
    /// What wrote it.
    tool: Tool,
    /// How much was read and reported.
    summary: Summary,
    /// What is odd, the most severe first.
    reports: Vec<Report<'a>>,
    /// What became of all claims of the pages.
    coverage: Counts,
    /// The same of each page.
    pages: Vec<Page<'a>>,
    /// About the configuration and files that were not read.
    remarks: &'a [String],
}

/// What wrote it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Tool {
    /// `apimark`.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

/// How much was read and reported.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Summary {
    /// Pages that were read.
    pages: usize,
    /// Errors among the reports.
    errors: usize,
    /// Warnings among the reports.
    warnings: usize,
    /// Notes among the reports.
    notes: usize,
    /// Reports that are allowed, and left out.
    allowed: usize,
    /// Reports that the baseline knows, and left out.
    known: usize,
    /// Reports that the baseline knows and that there are no longer.
    gone: usize,
}

/// One thing that is odd.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    /// The stable number of its kind: `AM0106`.
    code: String,
    /// The stable name of its kind: `missing-include`.
    name: &'static str,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// One sentence.
    message: &'a str,
    /// What is said below the marked text.
    label: Option<&'a str>,
    /// What was done, or what to write.
    help: Option<&'a str>,
    /// As the docs' folders name it.
    page: &'a str,
    /// As seen from the working folder.
    file: String,
    /// The heading that it stands below.
    heading: String,
    /// What it is about, told without its line.
    subject: String,
    /// The first line is 1.
    line: usize,
    /// The first column is 1.
    column: usize,
    /// The last line that belongs to it.
    end_line: usize,
    /// The first column that does not belong to it.
    end_column: usize,
}

/// What became of claims, each one thing that a page states, and of blocks.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct Counts {
    /// How many claims there are: the sum of the next three.
    claims: usize,
    /// Claims that an answer rests on or agrees with.
    used: usize,
    /// Claims that another statement outweighed, which is reported.
    outweighed: usize,
    /// Claims that were left out, by the name of the rule.
    left_out: Tally,
    /// Tables, fences and sections that were left out, by the name of the rule.
    blocks_left_out: Tally,
    /// Tables, fences and sections that no rule reads, by what they are.
    unread: Tally,
}

/// What became of a page.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Page<'a> {
    /// As the docs' folders name it.
    page: &'a str,
    /// `operation`, `resource` or `concept`.
    kind: &'static str,
    /// Of its claims and blocks.
    #[serde(flatten)]
    counts: Counts,
}

impl Counts {
    fn of(coverage: Coverage) -> Self {
        let Coverage { claims, read_by: _, blocks_left_out, unread } = coverage;
        let count = claims.claims();
        let Account { used, outweighed, left_out } = claims;
        Self { claims: count, used, outweighed, left_out, blocks_left_out, unread }
    }
}

/// The schema of the document, from the types that are written in it.
#[cfg(all(test, feature = "schema"))]
pub(super) fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(Document<'_>).as_value())
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
        coverage: Counts::of(coverage::of_all(findings.reading)),
        pages: pages(findings.reading),
        remarks: findings.remarks(),
    };
    serde_json::to_string_pretty(&document).expect("texts, numbers and lists") + "\n"
}

fn pages(reading: &Reading) -> Vec<Page<'_>> {
    let pages = coverage::of_pages(reading);
    let counted = pages.map(|(page, coverage)| Page {
        page: &page.path,
        kind: kind(page.kind),
        counts: Counts::of(coverage),
    });
    counted.collect()
}

fn reports<'a>(findings: &Findings<'a>) -> Vec<Report<'a>> {
    let sources = findings.sources();
    let report = |it: &&'a diag::Diagnostic| {
        let (start, end) = (sources.position(it.span), sources.end_position(it.span));
        Report {
            code: it.code.number(),
            name: it.code.name(),
            severity: it.severity.word(),
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
