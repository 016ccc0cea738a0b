//! Keys and block types of the JSON in comments.

use diag::{Diagnostic, Span, codes};
use page::BlockKind;

use crate::near::near;
use crate::{Read, meant};

const KEYS: &[&str] = &[
    "@odata.type",
    "@type",
    "baseType",
    "blockType",
    "expandedTypes",
    "isCollection",
    "isEmpty",
    "isHandle",
    "keyProperty",
    "longRunning",
    "name",
    "nullableProperties",
    "openType",
    "optionalProperties",
    "sampleKeys",
    "scopes",
    "truncated",
    "type",
];

const BLOCK_TYPES: &[&str] =
    &["resource", "request", "response", "ignored", "example", "permissions", "simulatedResponse"];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for block in &read.page.blocks {
        let BlockKind::Comment(comment) = &block.kind else { continue };
        let text = comment.value.trim_start();
        if !text.starts_with('{') {
            continue;
        }
        let mut is_of_block_type = false;
        for (string, is_key) in strings(text) {
            if is_key {
                is_of_block_type = string == "blockType";
                report(string, KEYS, "key", comment.span, reports);
            } else if std::mem::take(&mut is_of_block_type) {
                report(string, BLOCK_TYPES, "block type", comment.span, reports);
            }
        }
    }
}

fn report(string: &str, known: &[&str], what: &str, span: Span, reports: &mut Vec<Diagnostic>) {
    if let Some(word) = near(string, known.iter().copied()) {
        let message = format!("annotations have no {what} `{string}`");
        reports.push(Diagnostic::new(codes::NEAR_ANNOTATION, span, message).help(meant(word)));
    }
}

/// The strings of JSON, and whether a colon follows.
fn strings(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let parts: Vec<&str> = text.split('"').collect();
    (1..parts.len()).step_by(2).map(move |at| {
        let behind = parts.get(at + 1).copied().unwrap_or_default();
        (parts[at], behind.trim_start().starts_with(':'))
    })
}
