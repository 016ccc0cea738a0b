//! Scopes that are written in another way than `Word.Word`: `looms.read`, `read:looms`, `looms/read-all`.
//!
//! Such words stand in any prose, so that only those count that are in code or that nothing but their like stands
//! beside. Reads a cell.

use std::collections::BTreeSet;

use page::Text;

use super::{permission, text};

/// The scopes of a cell that are no permissions by themselves.
pub(super) fn of(cell: &Text) -> BTreeSet<String> {
    let text = text(cell);
    if is_list(&text) {
        return text.split(is_end).filter_map(alone).map(str::to_owned).collect();
    }
    if text.split(is_end).any(|word| permission(word).is_some()) {
        return BTreeSet::new();
    }
    let code = cell.runs.iter().filter(|run| run.code);
    code.flat_map(|run| run.text.split(is_end)).filter_map(scope).map(str::to_owned).collect()
}

/// The scope that a word of a cell is, without footnote marks and punctuation.
pub(super) fn among<'t>(word: &'t str, scopes: &BTreeSet<String>) -> Option<&'t str> {
    let name = bare(word);
    scopes.contains(name).then_some(name)
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|')
}

/// Whether a text is a list of permissions and scopes, or of scopes with one word between two: `a.read or b.read`.
fn is_list(text: &str) -> bool {
    let is_scope = |word: &&str| alone(word).is_some();
    let is_list = |part: &str| match part.split_whitespace().collect::<Vec<_>>().as_slice() {
        [] => true,
        [word] => permission(word).is_some() || is_scope(word),
        words => {
            let between = words.windows(2).all(|pair| pair.iter().any(is_scope));
            between && [words.first(), words.last()].into_iter().flatten().all(is_scope)
        }
    };
    text.split([',', ';', '|', '\n']).all(is_list)
}

/// The scope that a word is outside of code, where words with hyphens or slashes are common: `read-only`, `and/or`.
fn alone(word: &str) -> Option<&str> {
    scope(word).filter(|name| permission(word).is_none() && name.contains(['.', ':']))
}

/// The scope that a word may be. "e.g." is none.
fn scope(word: &str) -> Option<&str> {
    let name = bare(word);
    let parts: Vec<&str> = name.split(['.', ':', '/', '-']).collect();
    let is_word = |part: &&str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    // `A.Read/B.Read` is two permissions, `Delegated:A.Read` one.
    let holds_permission = |part: &str| part.contains('.') && permission(part).is_some();
    if name.split(['/', ':']).any(holds_permission) {
        return None;
    }
    let is_named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && parts.iter().any(|part| part.len() > 1);
    (parts.len() > 1 && parts.iter().all(is_word) && is_named).then_some(name)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}
