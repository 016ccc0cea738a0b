//! Short sentences that are near to ones with a meaning: "Read-olny."

use diag::{Diagnostic, Span, codes};
use dialects::Usual;
use page::{BlockKind, Text};

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let usual = read.dialect.usual();
    for block in read.page.blocks.iter().filter(|block| !read.is_example(block)) {
        match &block.kind {
            BlockKind::Table(table) => {
                table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .for_each(|it| sentences(it, usual, reports));
            }
            BlockKind::Paragraph(text) => sentences(text, usual, reports),
            _ => {}
        }
    }
}

fn sentences(text: &Text, usual: &Usual, reports: &mut Vec<Diagnostic>) {
    let plain = text.plain();
    for sentence in plain.split(['.', ';']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if let 1..=4 = words.len() {
            report(&words.join(" "), &usual.sentences, text.span, reports);
        }
        for count in 2..=4 {
            if let Some(start) = words.get(..count).filter(|_| words.len() > count) {
                let start = start.join(" ");
                report(start.trim_end_matches(':'), &usual.starts, text.span, reports);
            }
        }
        if let Some(first) = words.first()
            && words.iter().any(|word| word.starts_with('$'))
        {
            report(first, &usual.starts_of_options, text.span, reports);
        }
    }
}

fn report(written: &str, known: &[String], span: Span, reports: &mut Vec<Diagnostic>) {
    let written = written.trim_matches(|c: char| !c.is_alphanumeric());
    // Names such as `isOptional` are no sentences.
    let is_name = written
        .chars()
        .zip(written.chars().skip(1))
        .any(|(one, two)| one.is_lowercase() && two.is_uppercase());
    if is_name {
        return;
    }
    if let Some(meaning) = near(written, known.iter().map(String::as_str)) {
        let message = format!("`{written}` is not understood");
        reports.push(Diagnostic::new(codes::NEAR_NOTE, span, message).help(meant(meaning)));
    }
}
