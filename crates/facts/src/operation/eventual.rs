//! Which query options need the header `ConsistencyLevel`, where prose says so.
//!
//! Reads sentences such as "the query requires … (**ConsistencyLevel** header set to …)"; the options are those
//! that the sentence names, or the ones before it in its paragraph. Must not know tables of headers, nor what
//! single examples say of themselves.

use page::{BlockKind, Text};

use super::Context;
use super::query_options::options;
use super::sentences::sentences;
use crate::{Fact, Rule};

const RULE: Rule = "eventual";

/// The options in lower case with `$`, each once.
pub(super) fn read(context: &Context<'_, '_>) -> Vec<Fact<String>> {
    let mut found: Vec<Fact<String>> = Vec::new();
    for (_, block) in context.blocks() {
        if let BlockKind::Paragraph(text) | BlockKind::ListItem(text) = &block.kind {
            for option in demanded(text) {
                if !found.iter().any(|known| known.value == option.value) {
                    found.push(option);
                }
            }
        }
    }
    found
}

fn demanded(text: &Text) -> Vec<Fact<String>> {
    let mut before: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        let plain = sentence.plain();
        let named: Vec<String> = options(&plain).into_iter().filter(|it| it != "$count").collect();
        let needing = if named.is_empty() { before } else { named };
        if demands(&plain.to_lowercase()) {
            return needing.into_iter().map(|it| Fact::new(it, sentence.span, RULE)).collect();
        }
        before = needing;
    }
    Vec::new()
}

fn demands(lower: &str) -> bool {
    let binds = lower.contains("require") || lower.contains("must");
    binds && lower.contains("consistencylevel") && !lower.contains("this request")
}
