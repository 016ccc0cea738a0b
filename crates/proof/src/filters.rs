//! Query options and `$filter` operators that do not exist.

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Run, Text};

use crate::near::near;
use crate::{Read, meant};

const OPTIONS: &[&str] = &[
    "$apply",
    "$batch",
    "$compute",
    "$count",
    "$delta",
    "$expand",
    "$filter",
    "$format",
    "$levels",
    "$metadata",
    "$orderby",
    "$ref",
    "$search",
    "$select",
    "$skip",
    "$skiptoken",
    "$deltatoken",
    "$top",
    "$value",
];

/// What docs write beside the operators that rows state: OData 4.01, URL Conventions, section 5.1.1.
const OTHERS: [&str; 8] = ["and", "or", "null", "add", "sub", "mul", "div", "mod"];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for block in &read.page.blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => options(text, reports),
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    options(cell, reports);
                    operators(cell, reports);
                }
            }
            _ => {}
        }
    }
}

fn options(text: &Text, reports: &mut Vec<Diagnostic>) {
    for run in text.runs.iter().filter(|run| run.code) {
        let word = run.text.trim();
        let is_option = word.len() > 2
            && word.starts_with('$')
            && word[1..].bytes().all(|it| it.is_ascii_alphabetic());
        if is_option && let Some(known) = near(word, OPTIONS.iter().copied()) {
            let message = format!("there is no query option `{word}`");
            reports.push(Diagnostic::new(codes::NEAR_OPTION, run.span, message).help(meant(known)));
        }
    }
}

/// The words in ticks between the parentheses behind `$filter`.
fn operators(text: &Text, reports: &mut Vec<Diagnostic>) {
    let mut runs = text.runs.iter();
    while let Some(run) = runs.next() {
        if !(run.code && run.text.trim().eq_ignore_ascii_case("$filter")) {
            continue;
        }
        let mut is_open =
            runs.clone().next().is_some_and(|it| it.text.trim_start().starts_with('('));
        for run in runs.by_ref() {
            if !is_open {
                break;
            }
            if run.code {
                unknown(run, run.span, reports);
            }
            is_open = run.code || !run.text.contains(')');
        }
    }
}

fn unknown(run: &Run, span: Span, reports: &mut Vec<Diagnostic>) {
    let word = run.text.trim();
    let is_word = !word.is_empty() && word.bytes().all(|it| it.is_ascii_alphabetic());
    let known = facts::OPERATORS.into_iter().chain(OTHERS);
    if !is_word || known.clone().any(|it| it.eq_ignore_ascii_case(word)) {
        return;
    }
    let report = Diagnostic::new(
        codes::UNKNOWN_OPERATOR,
        span,
        format!("`$filter` has no operator `{word}`"),
    );
    reports.push(match near(word, known) {
        Some(known) => report.help(meant(known)),
        None => report,
    });
}
