//! Types that a sentence names as the content of a message.
//!
//! Reads "a collection of [user](…) objects in the response body" and its variants: links first, then
//! bold or code, then bare words. Must not know which types exist, nor whether the content is sent or
//! received.

use crate::english::{Class, English, Says};
use crate::origin::Origin;
use crate::prose::wording;
use crate::token::{Kind, Token, WordId};
use crate::{Mention, link};

/// What a sentence says about content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The types, in order.
    pub(super) types: Vec<Mention>,
    /// A collection, list or array of them.
    pub(super) collection: bool,
    /// Words before "in the body", which are its content if a type is called so: "list of the machines".
    pub(super) words: Option<Mention>,
}

/// The types that the sentence names after its verb.
pub(super) fn in_sentence(sentence: &[Token<'_>], origin: Origin<'_>) -> Content {
    let english = origin.english();
    let start = english.find(Says::Answers, sentence).map_or(0, |verb| verb.start);
    let tokens = &sentence[start..];
    let region = Region::new(tokens, english);
    let rules: [&dyn Fn() -> Vec<Mention>; 4] =
        [&|| linked(&region, origin), &|| marked(&region), &|| worded(&region), &|| {
            placed(&region, origin)
        }];
    let types = rules.iter().map(|rule| rule()).find(|types| !types.is_empty());
    let types = types.unwrap_or_default();
    let words = if types.is_empty() { unmarked(&region) } else { None };
    Content { collection: english.says(Says::Collection, tokens), types, words }
}

/// The part of a sentence from its verb on.
struct Region<'p, 'a> {
    english: &'p English,
    pieces: Vec<Piece<'p, 'a>>,
    /// The token of the first "header", "link to" or "URI of"; what is named behind it is elsewhere.
    pointer: usize,
    /// The token of the last "body"; what is named before it is in there.
    body: usize,
}

impl<'p, 'a> Region<'p, 'a> {
    fn new(tokens: &'p [Token<'a>], english: &'p English) -> Self {
        let body = tokens.iter().rposition(|token| english.is(token.word, Class::Body));
        Self {
            english,
            pieces: pieces(tokens, english),
            pointer: english.find(Says::Pointer, tokens).map_or(tokens.len(), |it| it.start),
            body: body.unwrap_or(0),
        }
    }

    /// Whether there is a piece at the place, which is a word of the class.
    fn is(&self, at: Option<usize>, class: Class) -> bool {
        let piece = at.and_then(|at| self.pieces.get(at));
        piece.is_some_and(|piece| self.english.is(piece.word, class))
    }

    /// A type behind "a `Location` header with a URI to the" is not in the body, unless a body comes
    /// after.
    fn is_elsewhere(&self, piece: &Piece<'_, '_>) -> bool {
        self.pointer < piece.start && self.body < piece.start
    }
}

/// A link, a marked stretch, a word, or a comma.
struct Piece<'p, 'a> {
    tokens: &'p [Token<'a>],
    /// Of one token: the word.
    word: WordId,
    /// Where it starts among the tokens.
    start: usize,
}

impl<'a> Piece<'_, 'a> {
    fn link(&self) -> Option<&'a str> {
        self.tokens[0].link
    }

    fn is_marked(&self) -> bool {
        self.link().is_none() && self.tokens[0].is_marked()
    }

    fn name(&self) -> String {
        match self.tokens {
            [token] => token.text.to_owned(),
            tokens => wording(tokens).replace('`', ""),
        }
    }

    fn mention(&self) -> Mention {
        Mention { name: self.name(), link: None }
    }
}

/// Links and marked runs whole, everything else word by word; of all marks, commas alone.
fn pieces<'p, 'a>(tokens: &'p [Token<'a>], english: &English) -> Vec<Piece<'p, 'a>> {
    let together = |one: &Token<'_>, next: &Token<'_>| match (one.link, next.link) {
        (Some(one), Some(next)) => one == next,
        (None, None) => one.marked && next.marked && one.span == next.span,
        _ => false,
    };
    let mut start = 0;
    let mut pieces = Vec::new();
    for tokens in tokens.chunk_by(together) {
        let first = &tokens[0];
        let stands_out = first.link.is_some() || first.is_marked();
        if stands_out || first.is_mark(",") || matches!(first.kind, Kind::Word | Kind::Quoted) {
            let word = match tokens {
                [_] => english.lexicon().word(first.text),
                _ => crate::token::UNKNOWN,
            };
            pieces.push(Piece { tokens, word, start });
        }
        start += tokens.len();
    }
    pieces
}

/// Linked types: the first, and those joined to it by "or", "and" or a comma.
fn linked(region: &Region<'_, '_>, origin: Origin<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for (at, piece) in region.pieces.iter().enumerate() {
        let is_named = region.is(Some(at + 1), Class::Kind);
        match linked_type(piece, is_named, origin) {
            Some(_) if found.is_empty() && region.is_elsewhere(piece) => {}
            Some(type_) => found.push(type_),
            None if found.is_empty() || region.is(Some(at), Class::JoinsTypes) => {}
            None => break,
        }
    }
    found
}

/// The type that a piece links to: on a page of types, on any page where the words behind it call it one, or nowhere.
fn linked_type(piece: &Piece<'_, '_>, is_named: bool, origin: Origin<'_>) -> Option<Mention> {
    let target = piece.link()?;
    let name = piece.name();
    let link = link::resolve(origin.path, target);
    let leads_to_type = link.as_deref().is_some_and(|page| origin.dialect.is_page_of_type(page));
    let broken = link.is_none() && !target.contains('/') && is_identifier(&name);
    let is_called_one = is_named && link.is_some() && is_identifier(&name);
    (leads_to_type || is_called_one || broken).then_some(Mention { name, link })
}

/// Types in bold or back-ticks, with a word beside them that says so.
fn marked(region: &Region<'_, '_>) -> Vec<Mention> {
    let marked = || region.pieces.iter().enumerate().filter(|(_, piece)| piece.is_marked());
    let is_type = |(at, piece): &(usize, &Piece<'_, '_>)| {
        let name = piece.name();
        // "an **items** object" is of a type that is called so.
        let is_kind = region.is(Some(*at), Class::NoType) && !region.is(Some(at + 1), Class::Kind);
        is_identifier(&name) && !is_value(&name) && !is_kind && is_content(region, *at)
    };
    let types: Vec<Mention> = marked().filter(is_type).map(|(_, piece)| piece.mention()).collect();
    if types.is_empty() && marked().any(|(_, piece)| is_truth(&piece.name())) {
        return vec![Mention { name: "Boolean".to_owned(), link: None }];
    }
    types
}

/// Types as bare words: primitives, and words right before "object", "resource" or "collection".
fn worded(region: &Region<'_, '_>) -> Vec<Mention> {
    let is_type = |(at, piece): &(usize, &Piece<'_, '_>)| {
        let name = piece.tokens[0].text;
        let bare = name.strip_prefix("Edm.").unwrap_or(name);
        let primitive = region.english.is(region.english.lexicon().word(bare), Class::Primitive);
        let place = region.is(at.checked_sub(2), Class::Inside)
            && region.is(at.checked_sub(1), Class::Determiner);
        let typelike = is_identifier(name)
            && !place
            && !piece.is_marked()
            && !region.is(Some(*at), Class::NoType)
            && region.is(Some(at + 1), Class::Kind);
        (primitive || typelike) && piece.link().is_none() && !region.is_elsewhere(piece)
    };
    let first = region.pieces.iter().enumerate().find(is_type);
    first.map(|(_, piece)| piece.mention()).into_iter().collect()
}

/// What stands right before "in the body": a link to a page, wherever types have theirs, or a name with a capital.
fn placed(region: &Region<'_, '_>, origin: Origin<'_>) -> Vec<Mention> {
    let mention = |(at, piece): (usize, &Piece<'_, '_>)| {
        let name = piece.name();
        let link = piece.link().and_then(|target| link::resolve(origin.path, target));
        let is_named = match piece.link() {
            Some(_) => link.as_deref().is_some_and(|page| page != origin.path),
            None => {
                piece.tokens[0].kind == Kind::Word
                    && name.starts_with(|it: char| it.is_ascii_uppercase())
                    && is_identifier(&name)
                    && !is_value(&name)
                    && !region.is(Some(at), Class::NoType)
            }
        };
        (is_named && is_before_body(region, at)).then_some(Mention { name, link })
    };
    region.pieces.iter().enumerate().find_map(mention).into_iter().collect()
}

/// How many words a name may have that nothing marks.
const LONGEST_NAME: usize = 3;

/// What stands right before "in the body" without a mark: "with the **machine actions** in the response body".
fn unmarked(region: &Region<'_, '_>) -> Option<Mention> {
    let ends_name = |piece: &Piece<'_, '_>| {
        let classes = [Class::NoType, Class::BeforeContent, Class::BeforeName, Class::Kind];
        piece.tokens[0].kind != Kind::Word
            || piece.link().is_some()
            || piece.is_marked()
            || classes.iter().any(|class| region.english.is(piece.word, *class))
    };
    let end = (0..region.pieces.len()).find(|at| is_before_body(region, *at))?;
    let before = &region.pieces[..=end];
    let start = before.iter().rposition(ends_name)? + 1;
    let name: Vec<&str> = before[start..].iter().map(|piece| piece.tokens[0].text).collect();
    let fits = (1..=LONGEST_NAME).contains(&name.len());
    (fits && name.iter().all(|word| is_identifier(word)))
        .then(|| Mention { name: name.join(" "), link: None })
}

/// Whether the words behind the piece at `at` are "in the body".
fn is_before_body(region: &Region<'_, '_>, at: usize) -> bool {
    let inside = region.is(Some(at + 1), Class::Inside);
    let behind = region.pieces.get(at + 1).map(|piece| piece.start);
    inside && behind.is_some_and(|start| start < region.body && region.body - start <= 3)
}

/// Whether the words around a marked name say that it is what the message holds.
fn is_content(region: &Region<'_, '_>, at: usize) -> bool {
    let before = region.is(at.checked_sub(1), Class::BeforeContent);
    let kind = region.is(Some(at + 1), Class::Kind);
    let other = region.is(Some(at + 1), Class::NoContent);
    (kind || before) && !other && !region.is_elsewhere(&region.pieces[at])
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

fn is_truth(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")
}

/// Values, headers and methods, which are no types.
fn is_value(text: &str) -> bool {
    is_truth(text) || matches!(text, "null" | "Location" | "Authorization" | "Prefer" | "GET")
}
