//! Types that a sentence names as the content of a message.
//!
//! Reads "a collection of [user](…) objects in the response body" and its variants: links first, then
//! bold or code, then bare words. Must not know which types exist, nor whether the content is sent or
//! received.

use page::Run;

use super::sentences::Sentence;
use crate::{Mention, link};

/// What a sentence says about content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The types, in order.
    pub(super) types: Vec<Mention>,
    /// A collection, list or array of them.
    pub(super) collection: bool,
}

/// The types that the sentence names after its verb.
pub(super) fn in_sentence(sentence: &Sentence, page_path: &str) -> Content {
    let pieces = pieces(&sentence.runs);
    let start = pieces.iter().position(|piece| piece.is_verb()).unwrap_or(0);
    let region = Region::new(&pieces[start..]);
    let types = [linked, marked, worded]
        .iter()
        .map(|rule| rule(&region, page_path))
        .find(|types| !types.is_empty())
        .unwrap_or_default();
    Content { collection: states_collection(region.pieces), types }
}

/// The part of a sentence from its verb on.
struct Region<'p> {
    pieces: &'p [Piece],
    /// The first "header", "link to" or "URI of"; what is named behind it is elsewhere.
    pointer: usize,
    /// The last "body"; what is named before it is in there.
    body: usize,
}

impl<'p> Region<'p> {
    fn new(pieces: &'p [Piece]) -> Self {
        let points = |(at, piece): (usize, &Piece)| {
            let to = pieces.get(at + 1).is_some_and(|next| next.is_word(&["to", "of"]));
            piece.is_header() || (to && piece.is_word(&["link", "uri", "url", "location"]))
        };
        let pointer = pieces.iter().enumerate().position(points).unwrap_or(pieces.len());
        let body = pieces.iter().rposition(|piece| piece.is_word(&["body"])).unwrap_or(0);
        Self { pieces, pointer, body }
    }

    /// A type behind "a `Location` header with a URI to the" is not in the body, unless a body comes
    /// after.
    fn is_elsewhere(&self, at: usize) -> bool {
        self.pointer < at && self.body < at
    }
}

/// A link, a marked stretch, or a word.
struct Piece {
    text: String,
    link: Option<String>,
    marked: bool,
}

impl Piece {
    fn is_verb(&self) -> bool {
        self.link.is_none() && self.is_word(&["return", "returns"])
    }

    /// The text without punctuation around it.
    fn bare(&self) -> &str {
        self.text.trim_matches(|c: char| !c.is_alphanumeric())
    }

    fn is_word(&self, words: &[&str]) -> bool {
        let bare = self.bare();
        words.iter().any(|word| bare.eq_ignore_ascii_case(word))
    }

    fn is_header(&self) -> bool {
        self.bare().to_ascii_lowercase().ends_with("header")
    }
}

/// Links and marked runs whole, everything else word by word; commas are words of their own.
fn pieces(runs: &[Run]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open_link = false;
    for run in runs {
        let marked = run.code || run.strong || run.emphasis;
        match (&run.link, pieces.last_mut()) {
            (Some(target), Some(last)) if open_link && last.link.as_ref() == Some(target) => {
                last.text.push_str(&run.text);
            }
            (Some(_), _) => {
                pieces.push(Piece { text: run.text.clone(), link: run.link.clone(), marked });
            }
            (None, _) if marked => {
                pieces.push(Piece { text: run.text.trim().to_owned(), link: None, marked });
            }
            (None, _) => pieces.extend(words(&run.text)),
        }
        open_link = run.link.is_some();
    }
    pieces
}

fn words(text: &str) -> impl Iterator<Item = Piece> {
    text.split_whitespace().flat_map(|word| {
        let bare = word.trim_end_matches(',');
        let comma = (bare.len() < word.len()).then(|| ",".to_owned());
        let word = (!bare.is_empty()).then(|| bare.to_owned());
        word.into_iter().chain(comma).map(|text| Piece { text, link: None, marked: false })
    })
}

/// Linked types: the first, and those joined to it by "or", "and" or a comma.
fn linked(region: &Region<'_>, page_path: &str) -> Vec<Mention> {
    let mention = |piece: &Piece| {
        let target = piece.link.as_deref()?;
        let name = piece.text.trim().to_owned();
        let link = link::resolve(page_path, target);
        let leads_to_type = link.as_deref().is_some_and(is_resource_page);
        let broken = link.is_none() && !target.contains('/') && is_identifier(&name);
        (leads_to_type || broken).then_some(Mention { name, link })
    };
    joined(region, mention)
}

fn is_resource_page(path: &str) -> bool {
    path.split('/').rev().nth(1).is_some_and(|folder| folder.eq_ignore_ascii_case("resources"))
}

/// Types in bold or back-ticks, with a word beside them that says so.
fn marked(region: &Region<'_>, _page_path: &str) -> Vec<Mention> {
    let pieces = region.pieces;
    let mut candidates: Vec<Mention> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let name = piece.text.as_str();
        let telling = is_identifier(name) && !is_value(name) && !piece.is_word(FILLERS);
        if piece.marked && telling && is_content(region, at) {
            candidates.push(Mention { name: name.to_owned(), link: None });
        }
    }
    if candidates.is_empty() && pieces.iter().any(|piece| piece.marked && is_truth(&piece.text)) {
        candidates.push(Mention { name: "Boolean".to_owned(), link: None });
    }
    candidates
}

/// Types as bare words: primitives, and words right before "object", "resource" or "collection".
fn worded(region: &Region<'_>, _page_path: &str) -> Vec<Mention> {
    let pieces = region.pieces;
    let named = |(at, piece): (usize, &Piece)| {
        let name = piece.bare();
        let primitive = is_returned_primitive(name);
        let place =
            at > 1 && pieces[at - 2].is_word(&["in", "from"]) && pieces[at - 1].is_word(&["the"]);
        let typelike = is_identifier(name)
            && !place
            && !piece.marked
            && !piece.is_word(FILLERS)
            && pieces.get(at + 1).is_some_and(|next| next.is_word(KINDS));
        ((primitive || typelike) && !region.is_elsewhere(at)).then(|| name.to_owned())
    };
    let first = pieces.iter().enumerate().filter(|(_, piece)| piece.link.is_none()).find_map(named);
    first.map(|name| Mention { name, link: None }).into_iter().collect()
}

/// The first mention, and all that follow it with nothing but joining words between.
fn joined(region: &Region<'_>, mention: impl Fn(&Piece) -> Option<Mention>) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, piece) in region.pieces.iter().enumerate() {
        match mention(piece) {
            Some(_) if found.is_empty() && region.is_elsewhere(at) => {}
            Some(type_) => found.push(type_),
            None if found.is_empty() || piece.is_word(JOINERS) => {}
            None => break,
        }
    }
    found
}

const JOINERS: &[&str] = &[
    "",
    ",",
    "or",
    "and",
    "and/or",
    "a",
    "an",
    "the",
    "object",
    "objects",
    "resource",
    "resources",
    "either",
    "(or",
];

const KINDS: &[&str] = &[
    "object",
    "objects",
    "resource",
    "resources",
    "collection",
    "collections",
    "entity",
    "entities",
    "instance",
];

/// Words before "object" that are no types.
const FILLERS: &[&str] = &[
    "json",
    "response",
    "request",
    "this",
    "the",
    "a",
    "an",
    "new",
    "updated",
    "created",
    "requested",
    "empty",
    "single",
    "following",
    "member",
    "returned",
    "and",
    "of",
    "or",
    "collection",
    "derived",
    "default",
    "all",
    "these",
    "that",
    "same",
    "each",
    "any",
    "one",
    "corresponding",
    "resulting",
    "deleted",
    "other",
    "large",
    "to",
    "matching",
    "directory",
    "in",
    "resource",
    "resources",
    "existing",
    "item",
    "items",
    "extension",
    "operation",
    "parent",
    "target",
];

/// Whether the words around a marked name say that it is what the message holds.
fn is_content(region: &Region<'_>, at: usize) -> bool {
    let pieces = region.pieces;
    const BEFORE: &[&str] = &["a", "an", "of", "updated", "new", "created", "requested", "the"];
    const NOT_AFTER: &[&str] = &[
        "property",
        "properties",
        "parameter",
        "parameters",
        "header",
        "headers",
        "field",
        "value",
        "url",
        "link",
        "permission",
        "query",
        "endpoint",
        "method",
        "links",
        "urls",
    ];
    let before = at > 0 && pieces[at - 1].is_word(BEFORE);
    let after = pieces.get(at + 1);
    let kind = after.is_some_and(|next| next.is_word(KINDS));
    let other = after.is_some_and(|next| next.is_word(NOT_AFTER));
    (kind || before) && !other && !region.is_elsewhere(at)
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

fn is_truth(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")
}

fn is_value(text: &str) -> bool {
    is_truth(text) || matches!(text, "null" | "Location" | "Authorization" | "Prefer" | "GET")
}

fn is_returned_primitive(word: &str) -> bool {
    const NAMES: [&str; 13] = [
        "string",
        "strings",
        "boolean",
        "bool",
        "int16",
        "int32",
        "int64",
        "integer",
        "double",
        "decimal",
        "guid",
        "stream",
        "datetimeoffset",
    ];
    let name = word.strip_prefix("Edm.").unwrap_or(word);
    NAMES.contains(&name.to_ascii_lowercase().as_str())
}

/// "collection", "list of", "array of", or a type with "objects" right behind it.
fn states_collection(pieces: &[Piece]) -> bool {
    pieces.iter().enumerate().any(|(at, piece)| {
        let next = pieces.get(at + 1);
        let of = next.is_some_and(|next| next.is_word(&["of"]));
        let plural = next.is_some_and(|next| next.is_word(&["objects", "resources"]));
        piece.is_word(&["collection", "collections", "array", "arrays"])
            || (piece.is_word(&["list", "lists", "set"]) && of)
            || ((piece.link.is_some() || piece.marked) && plural)
    })
}
