//! What stands in the parentheses of a segment: a key, or the arguments of a call.
//!
//! Reads `address='<address>'` and the like. Must not know paths.

use super::brackets::{placeholder, split_outside};
use crate::english::{Class, English};
use crate::{Argument, Segment};

/// The segments of `name(inside)`.
pub(super) fn read(name: &str, inside: &str, english: &English) -> Vec<Segment> {
    let arguments: Vec<(String, Argument)> = split_outside(inside, ',')
        .into_iter()
        .map(str::trim)
        .filter(|argument| !argument.is_empty())
        .map(argument)
        .collect();
    let unnamed = arguments.iter().all(|(argument, _)| argument.is_empty());
    match (name.is_empty(), arguments.is_empty()) {
        (true, true) => Vec::new(),
        // `(team-id)` stands where `{team-id}` was meant.
        (true, false) if unnamed => {
            vec![Segment::Key(arguments.into_iter().map(|(_, value)| value.text).collect())]
        }
        (true, false) => vec![Segment::KeyPredicate(arguments)],
        (false, false) if unnamed || is_key(name, &arguments, english) => {
            vec![Segment::Literal(name.to_owned()), Segment::KeyPredicate(arguments)]
        }
        (false, _) => vec![Segment::Call { name: name.to_owned(), arguments }],
    }
}

fn argument(text: &str) -> (String, Argument) {
    match text.split_once('=') {
        Some((name, given)) => (name.trim().to_owned(), value(given)),
        None => (String::new(), value(text)),
    }
}

/// A value in a path: `{x}`, `'{x}'`, `n`, `'fit'`, `640`, `microsoft.graph.kind'{x}'`.
pub(super) fn value(text: &str) -> Argument {
    let text = text.trim();
    // `id=({id})` is `id={id}`.
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = inside.filter(|inside| placeholder(inside).is_some()).unwrap_or(text);
    let (cast, text) = match text.find('\'') {
        Some(at) if at > 0 && text.ends_with('\'') && is_qualified(&text[..at]) => {
            (Some(text[..at].to_owned()), &text[at..])
        }
        _ => (None, text),
    };
    let bare = text.trim_matches('\'');
    let quoted = bare.len() < text.len();
    let (text, is_placeholder) = match placeholder(bare) {
        Some(inside) => (inside, true),
        None => (bare, !quoted && !is_literal(bare)),
    };
    Argument { text: text.to_owned(), placeholder: is_placeholder, quoted, cast }
}

fn is_qualified(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || "._".contains(c))
}

/// Numbers, Booleans and `null` mean themselves; any other bare word stands for a value.
fn is_literal(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || "-+@".contains(c))
        || ["true", "false", "null"].iter().any(|each| word.eq_ignore_ascii_case(each))
}

/// Tells `applications(appId='{appId}')` from `range(address='{address}')`: a collection's name is a
/// plural without a verb, and its alternate keys are identifiers or names.
fn is_key(name: &str, arguments: &[(String, Argument)], english: &English) -> bool {
    let name = name.rsplit('.').next().unwrap_or(name);
    let identifies = |argument: &str| {
        let mut ends = argument.char_indices().map(|(at, _)| &argument[at..]);
        ends.any(|end| english.is_word(end, Class::Identifies))
    };
    name.ends_with('s')
        && !starts_with_verb(name, english)
        && arguments.iter().all(|(argument, _)| identifies(argument))
}

/// `getPens`, but not `getaways`.
fn starts_with_verb(name: &str, english: &English) -> bool {
    let second = name.char_indices().skip(1).find(|(_, c)| c.is_ascii_uppercase());
    second.is_some_and(|(at, _)| english.is_word(&name[..at], Class::ReadingVerb))
}
