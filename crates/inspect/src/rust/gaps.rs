//! What stands between the tokens: blanks and line comments.

use std::ops::Range;

/// A block comment shows no line of its own to be one: a reader takes its inside for code, or code for its
/// inside.
pub(super) fn findings(text: &str, tokens: &[Range<usize>]) -> Vec<(usize, String)> {
    let mut tokens = tokens.to_vec();
    tokens.sort_by_key(|range| (range.start, range.end));
    let mut found = Vec::new();
    let mut end = 0;
    let last = text.len()..text.len();
    for token in tokens.into_iter().chain([last]) {
        if token.start > end {
            let gap = &text[end..token.start];
            let odd = gap.lines().map(str::trim).find(|it| !it.is_empty() && !it.starts_with("//"));
            if let Some(odd) = odd {
                let line = text[..end].split('\n').count();
                found.push((line, format!("neither token nor line comment: {odd}")));
            }
        }
        end = end.max(token.end);
    }
    found
}
