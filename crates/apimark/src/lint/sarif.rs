//! Findings as SARIF 2.1.0, which code scanning services read.

use std::collections::BTreeMap;

use diag::{Code, Diagnostic};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Findings;
use super::subject::Key;
use crate::manifest;

/// What a path keeps in a URI.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn render(findings: &Findings<'_>) -> String {
    let mut codes: Vec<Code> = findings.reports.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut seen = BTreeMap::new();
    let results: Vec<Value> =
        findings.reports.iter().map(|it| result(it, findings, &codes, &mut seen)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "apimark",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("texts, numbers and lists") + "\n"
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.number(),
        "name": code.name(),
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": code.explanation() },
        "help": { "text": code.remedy() },
        "defaultConfiguration": { "level": code.severity().word() },
    })
}

fn result(
    report: &Diagnostic,
    findings: &Findings<'_>,
    codes: &[Code],
    seen: &mut BTreeMap<Key, usize>,
) -> Value {
    let sources = findings.sources();
    let (start, end) = (sources.position(report.span), sources.end_position(report.span));
    let help = report.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let file = findings.file(report);
    let key = Key::of(report, sources);
    let Key { page, heading, code, subject } = &key;
    let place = [page, heading, code, subject].map(String::as_str).join("\n");
    let count = seen.entry(key).or_default();
    *count += 1;
    json!({
        "ruleId": report.code.number(),
        "ruleIndex": codes.binary_search(&report.code).ok(),
        "level": report.severity.word(),
        "message": { "text": format!("{}{help}", report.message) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": utf8_percent_encode(&file, ENCODED).to_string() },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        }}],
        // Stays while lines move, as in a baseline.
        "partialFingerprints": { "apimarkReport/v1": manifest::hash(format!("{place}\n{count}")) },
    })
}
