//! Short sentences that are near to ones with a meaning: "Read-olny."

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Text};

use crate::near::near;
use crate::{Read, meant};

/// What descriptions say in a sentence of its own.
const SENTENCES: &[&str] = &[
    "Case-sensitive",
    "Immutable",
    "Not nullable",
    "Not supported",
    "Nullable",
    "Optional",
    "Read only",
    "Read-only",
    "Readonly",
    "Required",
    "Returned by default",
    "Returned only on $select",
    "Write only",
    "Write-only",
];

/// What such sentences begin with.
const STARTS: &[&str] = &[
    "Inherited from",
    "Inherits from",
    "Possible values are",
    "The possible values are",
    "Default value is",
];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for block in read.page.blocks.iter().filter(|block| !read.is_example(block)) {
        match &block.kind {
            BlockKind::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|it| sentences(it, reports));
            }
            BlockKind::Paragraph(text) => sentences(text, reports),
            _ => {}
        }
    }
}

fn sentences(text: &Text, reports: &mut Vec<Diagnostic>) {
    let plain = text.plain();
    for sentence in plain.split(['.', ';']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if let 1..=4 = words.len() {
            report(&words.join(" "), SENTENCES, text.span, reports);
        }
        for count in 2..=4 {
            if let Some(start) = words.get(..count).filter(|_| words.len() > count) {
                let start = start.join(" ");
                report(start.trim_end_matches(':'), STARTS, text.span, reports);
            }
        }
        if let Some(first) = words.first()
            && words.iter().any(|word| word.starts_with('$'))
        {
            report(first, &["Supports"], text.span, reports);
        }
    }
}

fn report(written: &str, known: &[&str], span: Span, reports: &mut Vec<Diagnostic>) {
    let written = written.trim_matches(|c: char| !c.is_alphanumeric());
    // Names such as `isOptional` are no sentences.
    let is_name = written
        .chars()
        .zip(written.chars().skip(1))
        .any(|(one, two)| one.is_lowercase() && two.is_uppercase());
    if is_name {
        return;
    }
    if let Some(meaning) = near(written, known.iter().copied()) {
        let message = format!("`{written}` is not understood");
        reports.push(Diagnostic::new(codes::NEAR_NOTE, span, message).help(meant(meaning)));
    }
}
