//! Findings as a terminal shows them: by kind, the first ones of each.

use diag::{Code, Diagnostic};

use super::Findings;

/// How many of one kind are shown.
const SHOWN: usize = 5;

pub(super) fn render(findings: &Findings<'_>, all: bool, colour: bool, program: &str) -> String {
    let mut text = String::new();
    // They are sorted by severity and code.
    for group in findings.reports.chunk_by(|one, other| one.code == other.code) {
        let shown = if all { group.len() } else { group.len().min(SHOWN) };
        let reports: Vec<Diagnostic> = group[..shown].iter().map(|it| (*it).clone()).collect();
        text += &diag::render_all(&reports, findings.sources(), colour);
        text += &rest(group[0].code, group.len() - shown, program);
    }
    text
}

fn rest(code: Code, more: usize, program: &str) -> String {
    if more == 0 {
        return format!("  = `{program} explain {}` says more\n\n", code.number());
    }
    format!(
        "  = {more} more of this kind; `{program} lint --all` shows them, `{program} explain {}` says more\n\n",
        code.number()
    )
}
