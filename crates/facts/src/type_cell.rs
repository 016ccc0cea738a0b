//! Reads type cells: `String`, `[user](user.md) collection`, `Collection(Edm.Int32)`, `[a][] or [b][]`.
//!
//! Takes one cell's text and where it stands, returns the types it mentions and whether it states
//! a collection. Does not know which types exist.

use page::Text;

use crate::link;
use crate::origin::Origin;
use crate::type_grammar::{TypeGrammar, TypeWord};
use crate::{Mention, TypeCell};

mod pieces;
#[cfg(test)]
mod tests;

use pieces::{Piece, pieces};

/// Reads a type cell.
pub(crate) fn read_type_cell(text: &Text, origin: Origin<'_>) -> TypeCell {
    let (pieces, grammar) = (pieces(text), origin.grammar());
    let plain: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mut mentions = linked(&pieces, origin);
    if let Some(name) = spelled_in_words(&plain, grammar).filter(|_| mentions.is_empty()) {
        let mentions = vec![Mention { name, link: None }];
        return TypeCell { text: text.plain(), collection: false, mentions };
    }
    if mentions.is_empty() {
        mentions =
            bare(&plain, grammar).into_iter().map(|name| Mention { name, link: None }).collect();
    } else {
        mentions.extend(alternatives(&pieces, grammar));
    }
    let collection = states_collection(&pieces, &plain, grammar);
    TypeCell { text: text.plain(), collection, mentions }
}

/// The primitive type that a cell spells in no single word: `byte array`, `Unix timestamp (seconds)`.
fn spelled_in_words(text: &str, grammar: &TypeGrammar) -> Option<String> {
    let text = before_null(text, grammar).unwrap_or_else(|| text.to_owned());
    let text = text.split('(').next().unwrap_or_default().trim();
    let is_one_word = text.chars().all(|c| c.is_alphanumeric() || c == '.');
    // OData's names are words for its types.
    let meaning = grammar.primitives.meaning(text).filter(|_| grammar.primitives.has(text))?;
    (!is_one_word).then(|| format!("{meaning:?}"))
}

/// What stands before `or null` or `| null` at the end of a cell.
fn before_null(text: &str, grammar: &TypeGrammar) -> Option<String> {
    let mut parts = grammar.alternatives(text);
    let last = parts.pop()?;
    (last.trim().eq_ignore_ascii_case("null") && !parts.is_empty()).then(|| parts.join("|"))
}

/// Whether the cell says that there may be no value: `Nullable Guid`, `Nullable<Guid>`, `Guid?`, `Guid or
/// null`.
pub(crate) fn states_nullable(text: &Text, grammar: &TypeGrammar) -> bool {
    let plain = text.plain();
    let words = words(&plain);
    let says = words.iter().position(|word| grammar.is(word, TypeWord::Nullable));
    let denied = |at: usize| at > 0 && grammar.is(words[at - 1], TypeWord::Negation);
    let marked = words.len() == 1 && plain.trim_end().ends_with('?');
    says.is_some_and(|at| !denied(at)) || marked || before_null(&plain, grammar).is_some()
}

/// Types mentioned by links, in order.
fn linked(pieces: &[Piece], origin: Origin<'_>) -> Vec<Mention> {
    let mention = |piece: &Piece| {
        let destination = piece.link.as_deref()?;
        let name = link_name(&piece.text, origin.grammar());
        (!name.is_empty()).then(|| Mention { name, link: link::resolve(origin.path, destination) })
    };
    pieces.iter().filter_map(mention).collect()
}

/// A link's text without words such as "Collection of".
fn link_name(text: &str, grammar: &TypeGrammar) -> String {
    let words: Vec<&str> = text.split_whitespace().map(trim_marks).collect();
    let telling: Vec<&str> =
        words.iter().copied().filter(|word| !grammar.is(word, TypeWord::Beside)).collect();
    let chosen = if telling.is_empty() { words } else { telling };
    chosen.join(" ")
}

/// Primitive words beside links, as in "`[a](a.md) or string`".
fn alternatives(pieces: &[Piece], grammar: &TypeGrammar) -> Vec<Mention> {
    let unlinked: Vec<&str> =
        pieces.iter().filter(|piece| piece.link.is_none()).flat_map(|p| words(&p.text)).collect();
    if !unlinked.iter().any(|word| grammar.is(word, TypeWord::Joins))
        && !pieces.iter().any(|piece| piece.text.trim() == "/")
    {
        return Vec::new();
    }
    unlinked
        .into_iter()
        .filter(|word| grammar.primitives.has(word) && !grammar.is(word, TypeWord::Beside))
        .map(|word| Mention { name: word.to_owned(), link: None })
        .collect()
}

/// Types mentioned without any link.
fn bare(text: &str, grammar: &TypeGrammar) -> Vec<String> {
    let text = text.trim();
    if is_request_line(text) {
        return Vec::new();
    }
    if let Some(narrowed) = grammar.primitives.narrowed(text) {
        // OData's names are words for its types.
        return vec![format!("{narrowed:?}")];
    }
    let text = &grammar.with_moments(without_wrapper(text, grammar).trim());
    let head = first_clause(text);
    let names: Vec<String> =
        grammar.alternatives(&head).iter().filter_map(|part| one(part, grammar)).collect();
    if names.is_empty() {
        return words(text)
            .into_iter()
            .rev()
            .find(|word| grammar.primitives.has(word))
            .map(|word| word.to_owned())
            .into_iter()
            .collect();
    }
    names
}

fn is_request_line(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let method = words.next().unwrap_or("");
    method.len() >= 3
        && method.chars().all(|c| c.is_ascii_uppercase())
        && words.next().is_some_and(|target| target.starts_with('/') || target.contains("://"))
}

/// The inside of `List<…>`, however deep, and whether all of it can only be any JSON: `Dictionary<string, int>`.
fn generic<'t>(mut text: &'t str, grammar: &TypeGrammar) -> Option<&'t str> {
    let mut found = None;
    while let Some((name, inside)) = text.split_once('<') {
        if grammar.is(name, TypeWord::Map) {
            return Some("Object");
        }
        if !grammar.is_optional(name) && !grammar.is(name, TypeWord::Collection) {
            break;
        }
        text = inside[..inside.rfind('>').unwrap_or(inside.len())].trim();
        found = Some(text);
    }
    found
}

/// The inside of `Collection( … )`, `array( … )` and of `( … ) collection`.
fn without_wrapper<'t>(text: &'t str, grammar: &TypeGrammar) -> &'t str {
    if let Some(inside) = generic(text, grammar) {
        return inside;
    }
    let Some(open) = text.find('(') else { return text };
    let before = text[..open].trim();
    let is_several =
        || grammar.states_several(&[before]) || grammar.is(before, TypeWord::Collection);
    if before.is_empty() || is_several() {
        let close = text.rfind(')').filter(|close| *close > open).unwrap_or(text.len());
        let inside = &text[open + 1..close];
        let only_qualifiers = words(inside).iter().all(|word| grammar.is(word, TypeWord::Beside));
        return if only_qualifiers { text } else { inside };
    }
    text
}

/// The text up to the first comma, dash or full stop, with parentheses left out.
fn first_clause(text: &str) -> String {
    let mut clause = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 && !clause.trim().is_empty() => break,
            _ if depth == 0 => clause.push(c),
            _ => {}
        }
    }
    let end = clause.find(" - ").or_else(|| clause.find(". ")).unwrap_or(clause.len());
    clause.truncate(end);
    clause
}

/// Whether the cell says that it is an enumeration, and nothing else of it: `Enum`, `Nullable Enum`.
pub(crate) fn is_unnamed_enumeration(text: &str, grammar: &TypeGrammar) -> bool {
    let words = words(text);
    words.iter().all(|word| grammar.is(word, TypeWord::Beside))
        && words.iter().any(|word| grammar.is(word, TypeWord::Enumeration))
}

/// The one type that a few words mention, if they mention one; a longer text is prose.
fn one(text: &str, grammar: &TypeGrammar) -> Option<String> {
    let words = words(text);
    let telling: Vec<&str> =
        words.iter().copied().filter(|word| !grammar.is(word, TypeWord::Beside)).collect();
    let chosen = match telling.as_slice() {
        // An enumeration that nothing names is a text, until the name of its property is known.
        [] if is_unnamed_enumeration(text, grammar) => "String",
        [] => words
            .iter()
            .copied()
            .rfind(|word| !grammar.is(word, TypeWord::NoType))
            .map(|word| singular(word, grammar))?,
        [only] => only,
        several => several
            .iter()
            .find(|word| word.contains('.'))
            .or_else(|| {
                several.iter().rfind(|word| several.len() < 3 && grammar.primitives.has(word))
            })
            .or_else(|| several.iter().find(|word| several.len() < 3 && is_camel_case(word)))?,
    };
    Some(singular(chosen, grammar).to_owned())
}

/// `string` of "list of strings".
fn singular<'w>(word: &'w str, grammar: &TypeGrammar) -> &'w str {
    let stem = word.strip_suffix('s');
    stem.filter(|stem| grammar.primitives.has(stem)).unwrap_or(word)
}

fn is_camel_case(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains(|c: char| c.is_ascii_uppercase())
}

fn states_collection(pieces: &[Piece], plain: &str, grammar: &TypeGrammar) -> bool {
    let all: Vec<&str> = pieces.iter().flat_map(|piece| words(&piece.text)).collect();
    let found = grammar.states_several(&all);
    let wrapped = plain.split('<').rev().skip(1).any(|name| grammar.is(name, TypeWord::Collection));
    let called =
        plain.split_once('(').is_some_and(|(name, _)| grammar.is(name, TypeWord::Collection));
    // `array[string]`, of which the brackets are taken for those of a link.
    let is_before = |piece: &Piece| grammar.is(&piece.text, TypeWord::Collection);
    let before = pieces.windows(2).any(|two| is_before(&two[0]) && two[1].link.is_some());
    let marked = || pieces.iter().any(|it| it.link.is_none() && it.text.contains("[]"));
    found || wrapped || called || before || marked()
}

/// Identifier-like words: letters, digits, `_`, and inner `.` and `-`.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))
        .map(trim_marks)
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        .collect()
}

fn trim_marks(word: &str) -> &str {
    word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '_'))
}
