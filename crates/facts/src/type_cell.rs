//! Reads type cells: `String`, `[user](user.md) collection`, `Collection(Edm.Int32)`, `[a][] or [b][]`.
//!
//! Takes one cell's text and the path of its page, returns the types it mentions and whether it states
//! a collection. Does not know which types exist.

use page::Text;

use crate::link;
use crate::{Mention, TypeCell};

mod pieces;
#[cfg(test)]
mod tests;

use pieces::{Piece, pieces};

/// Reads a type cell of the page at `page_path`.
pub(crate) fn read_type_cell(text: &Text, page_path: &str) -> TypeCell {
    let pieces = pieces(text);
    let mut mentions = linked(&pieces, page_path);
    if mentions.is_empty() {
        let plain: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        mentions = bare(&plain).into_iter().map(|name| Mention { name, link: None }).collect();
    } else {
        mentions.extend(alternatives(&pieces));
    }
    TypeCell { text: text.plain(), collection: states_collection(&pieces), mentions }
}

/// Whether the cell says that there may be no value: `Nullable Guid`, `Nullable<Guid>`, `Guid?`.
pub(crate) fn states_nullable(text: &Text) -> bool {
    let plain = text.plain();
    let words = words(&plain);
    let says = words.iter().position(|word| word.eq_ignore_ascii_case("nullable"));
    let denied =
        |at: usize| at > 0 && matches!(words[at - 1].to_ascii_lowercase().as_str(), "not" | "non");
    let marked = words.len() == 1 && plain.trim_end().ends_with('?');
    says.is_some_and(|at| !denied(at)) || marked
}

/// Whether the name is one of the primitive words of the docs, with or without `Edm.`.
pub(crate) fn is_primitive_word(name: &str) -> bool {
    let name = name.strip_prefix("Edm.").or_else(|| name.strip_prefix("edm.")).unwrap_or(name);
    let lower = name.to_ascii_lowercase();
    PRIMITIVES.binary_search(&lower.as_str()).is_ok()
}

/// Sorted, lower case.
const PRIMITIVES: &[&str] = &[
    "any",
    "base64",
    "binary",
    "bool",
    "boolean",
    "byte",
    "bytes",
    "date",
    "datetime",
    "datetimeoffset",
    "decimal",
    "double",
    "duration",
    "float",
    "guid",
    "int",
    "int16",
    "int32",
    "int64",
    "integer",
    "json",
    "long",
    "none",
    "number",
    "numeric",
    "sbyte",
    "single",
    "stream",
    "string",
    "strings",
    "time",
    "timeofday",
    "timespan",
    "timestamp",
    "untyped",
    "uri",
    "url",
    "uuid",
];

/// Words that say something about a type but are none, unless nothing else stands there.
const QUALIFIERS: &[&str] = &[
    "a",
    "an",
    "and",
    "array",
    "base64",
    "class",
    "collection",
    "collections",
    "complex",
    "encoded",
    "entity",
    "enum",
    "enumeration",
    "list",
    "maximum",
    "nullable",
    "object",
    "objects",
    "of",
    "optional",
    "or",
    "read-only",
    "readonly",
    "required",
    "resource",
    "resources",
    "size",
    "the",
    "type",
    "types",
    "unknown",
    "untyped",
    "value",
    "values",
];

fn is_qualifier(word: &str) -> bool {
    QUALIFIERS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// Types mentioned by links, in order.
fn linked(pieces: &[Piece], page_path: &str) -> Vec<Mention> {
    let mention = |piece: &Piece| {
        let destination = piece.link.as_deref()?;
        let name = link_name(&piece.text);
        (!name.is_empty()).then(|| Mention { name, link: link::resolve(page_path, destination) })
    };
    pieces.iter().filter_map(mention).collect()
}

/// A link's text without words such as "Collection of".
fn link_name(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().map(trim_marks).collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| !is_qualifier(word)).collect();
    let chosen = if telling.is_empty() { words } else { telling };
    chosen.join(" ")
}

/// Primitive words beside links, as in "`[a](a.md) or string`".
fn alternatives(pieces: &[Piece]) -> Vec<Mention> {
    let unlinked: Vec<&str> =
        pieces.iter().filter(|piece| piece.link.is_none()).flat_map(|p| words(&p.text)).collect();
    if !unlinked.contains(&"or") && !pieces.iter().any(|piece| piece.text.trim() == "/") {
        return Vec::new();
    }
    unlinked
        .into_iter()
        .filter(|word| is_primitive_word(word) && !is_qualifier(word))
        .map(|word| Mention { name: word.to_owned(), link: None })
        .collect()
}

/// Types mentioned without any link.
fn bare(text: &str) -> Vec<String> {
    let text = text.trim();
    if is_request_line(text) {
        return Vec::new();
    }
    let text = &with_moments(without_wrapper(text).trim());
    let head = first_clause(text);
    let names: Vec<String> =
        split_alternatives(&head).iter().filter_map(|part| one(part)).collect();
    if names.is_empty() {
        return words(text)
            .into_iter()
            .rev()
            .find(|word| is_primitive_word(word))
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

/// The text with one word for a moment: "date/time", "date and time", "UTC date time".
fn with_moments(text: &str) -> String {
    let mut text = text.to_owned();
    for moment in ["date/time", "date / time", "date and time", "date-time", "date time"] {
        while let Some(at) = text.to_ascii_lowercase().find(moment) {
            text.replace_range(at..at + moment.len(), "DateTimeOffset");
        }
    }
    text
}

/// The inside of `List<…>`, however deep, and whether all of it can only be any JSON: `Dictionary<string, int>`.
fn generic(mut text: &str) -> Option<&str> {
    let mut found = None;
    while let Some((name, inside)) = text.split_once('<') {
        match name.trim().to_ascii_lowercase().as_str() {
            "nullable" | "optional" => {}
            name if COLLECTIONS.contains(&name) => {}
            "dictionary" | "map" | "hashmap" | "idictionary" | "record" => return Some("Object"),
            _ => break,
        }
        text = inside[..inside.rfind('>').unwrap_or(inside.len())].trim();
        found = Some(text);
    }
    found
}

/// Words that make a collection of what stands in angle brackets behind them.
const COLLECTIONS: [&str; 9] = [
    "list",
    "array",
    "collection",
    "set",
    "ilist",
    "icollection",
    "ienumerable",
    "hashset",
    "iterable",
];

/// The inside of `Collection( … )` and of `( … ) collection`.
fn without_wrapper(text: &str) -> &str {
    if let Some(inside) = generic(text) {
        return inside;
    }
    let Some(open) = text.find('(') else { return text };
    let before = text[..open].trim().to_ascii_lowercase();
    if before.is_empty() || before == "collection" {
        let close = text.rfind(')').filter(|close| *close > open).unwrap_or(text.len());
        let inside = &text[open + 1..close];
        let only_qualifiers = words(inside).iter().all(|word| is_qualifier(word));
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

fn split_alternatives(text: &str) -> Vec<String> {
    text.replace(" or ", "|").replace(" and ", "|").split(['|', '/']).map(str::to_owned).collect()
}

/// The one type that a few words mention, if they mention one; a longer text is prose.
fn one(text: &str) -> Option<String> {
    let words = words(text);
    let telling: Vec<&str> = words.iter().copied().filter(|word| !is_qualifier(word)).collect();
    let chosen = match telling.as_slice() {
        // An enumeration that nothing names is a text of listed values.
        [] if words.iter().any(|word| is_enumeration(word)) => "String",
        [] => words.iter().copied().rfind(|word| !is_grammar(word)).map(singular)?,
        [only] => only,
        several => several
            .iter()
            .find(|word| word.contains('.'))
            .or_else(|| several.iter().rfind(|word| several.len() < 3 && is_primitive_word(word)))
            .or_else(|| several.iter().find(|word| several.len() < 3 && is_camel_case(word)))?,
    };
    Some(singular(chosen).to_owned())
}

fn is_enumeration(word: &str) -> bool {
    ["enum", "enumeration"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `string` of "list of strings".
fn singular(word: &str) -> &str {
    let stem = word.strip_suffix('s');
    let known = |stem: &&str| is_primitive_word(stem) || stem.eq_ignore_ascii_case("object");
    stem.filter(known).unwrap_or(word)
}

/// Words that cannot be a type even when nothing else stands there.
fn is_grammar(word: &str) -> bool {
    const GRAMMAR: &[&str] =
        &["of", "the", "a", "an", "and", "or", "collection", "collections", "nullable"];
    GRAMMAR.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_camel_case(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains(|c: char| c.is_ascii_uppercase())
}

fn states_collection(pieces: &[Piece]) -> bool {
    let mut all = pieces.iter().flat_map(|piece| words(&piece.text)).peekable();
    let mut found = false;
    while let Some(word) = all.next() {
        let lower = word.to_ascii_lowercase();
        let followed_by_of = all.peek().is_some_and(|next| next.eq_ignore_ascii_case("of"));
        found |= matches!(lower.as_str(), "collection" | "collections")
            || (matches!(lower.as_str(), "list" | "array" | "set") && followed_by_of)
            || lower == "array" && all.peek().is_none();
    }
    let plain: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let wrapped = plain
        .split('<')
        .rev()
        .skip(1)
        .any(|name| COLLECTIONS.contains(&name.trim().to_ascii_lowercase().as_str()));
    found || wrapped || pieces.iter().any(|piece| piece.link.is_none() && piece.text.contains("[]"))
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
