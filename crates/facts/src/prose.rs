//! Text as sentences, clauses and words, so that the rules about phrases can compare words.
//!
//! Keeps the marks (code, bold, quotes, links) and the place of each word. Borrows from the text.

use std::ops::Range;

use diag::Span;
use page::Text;

mod tokens;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word: letters, digits, inner hyphens, dots and apostrophes; may start with `$` or `@`.
    Word,
    /// The inside of a code span.
    Code,
    /// The inside of quotation marks.
    Quoted,
    /// One punctuation character.
    Mark,
    /// A line break.
    Break,
}

/// A word or mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    /// Stands in bold or italics.
    pub(crate) marked: bool,
    /// White space stands before it.
    pub(crate) apart: bool,
    pub(crate) link: Option<&'a str>,
    pub(crate) span: Span,
}

/// A text, cut up.
pub(crate) struct Prose<'a> {
    pub(crate) tokens: Vec<Token<'a>>,
    sentences: Vec<Range<usize>>,
}

impl Token<'_> {
    /// Whether it is this word (not code, not quoted), ignoring case.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it is this punctuation mark.
    pub(crate) fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }
}

/// Words that begin a sentence of their own even when the full stop before them was forgotten.
const STARTERS: &[&str] = &[
    "Default",
    "Inherited",
    "Non-editable",
    "Nullable",
    "Optional",
    "Possible",
    "Read-Only",
    "Read-only",
    "Required",
    "Returned",
    "Supports",
];

impl<'a> Prose<'a> {
    /// Cuts up a text.
    pub(crate) fn new(text: &'a Text) -> Self {
        let tokens = tokens::tokens(text);
        let mut sentences = Vec::new();
        let mut start = 0;
        for (index, token) in tokens.iter().enumerate() {
            let begins = token.kind == Kind::Word
                && STARTERS.contains(&token.text)
                && !tokens[..index].last().is_some_and(|before| {
                    before.is_any(&["The", "This", "Not", "a", "is", "no"])
                        || before.kind == Kind::Mark
                });
            if begins && index > start {
                sentences.push(start..index);
                start = index;
            }
            if token.kind == Kind::Break || (is_stop(token) && !abbreviates(&tokens[..index])) {
                sentences.push(start..index);
                start = index + 1;
            }
        }
        sentences.push(start..tokens.len());
        sentences.retain(|range| !range.is_empty());
        Self { tokens, sentences }
    }

    /// The sentences, without their final mark.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &[Token<'a>]> {
        self.sentences.iter().map(|range| &self.tokens[range.clone()])
    }

    /// Sentences cut further at commas, colons, parentheses, dashes and "and".
    pub(crate) fn clauses(&self) -> impl Iterator<Item = &[Token<'a>]> {
        self.sentences().flat_map(clauses)
    }
}

fn is_stop(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark && matches!(token.text, "." | "!" | "?" | ";")
}

/// "e.g." and "i.e." end no sentence.
fn abbreviates(before: &[Token<'_>]) -> bool {
    before.last().is_some_and(|word| word.is_any(&["e.g", "i.e", "etc", "vs"]))
}

/// A sentence cut at commas, colons, parentheses, dashes and "and".
pub(crate) fn clauses<'t, 'a>(
    sentence: &'t [Token<'a>],
) -> impl Iterator<Item = &'t [Token<'a>]> + use<'t, 'a> {
    sentence
        .split(|token| token.kind == Kind::Mark || token.is("and") || token.is("but"))
        .filter(|clause| !clause.is_empty())
}

/// Whether the tokens are exactly the words of `phrase`, ignoring case and marks.
pub(crate) fn is_phrase(tokens: &[Token<'_>], phrase: &str) -> bool {
    if !tokens.first().is_some_and(|first| may_begin(first, phrase)) {
        return false;
    }
    let mut words = phrase.split(' ');
    tokens.iter().all(|token| words.next().is_some_and(|word| token.is(word)))
        && words.next().is_none()
}

/// Whether the token can be the first word of `phrase`, by its first letter alone. Most phrases are
/// ruled out by it before they are cut into words.
#[inline]
fn may_begin(token: &Token<'_>, phrase: &str) -> bool {
    match (token.text.as_bytes(), phrase.as_bytes()) {
        ([first, ..], [wanted, ..]) => first.eq_ignore_ascii_case(wanted),
        _ => false,
    }
}

/// Whether the tokens begin with the words of `phrase`.
pub(crate) fn starts_with(tokens: &[Token<'_>], phrase: &str) -> bool {
    if !tokens.first().is_some_and(|first| may_begin(first, phrase)) {
        return false;
    }
    let mut rest = tokens.iter();
    phrase.split(' ').all(|word| rest.next().is_some_and(|token| token.is(word)))
}

/// Where the words of `phrase` stand in the tokens, if they do.
pub(crate) fn find(tokens: &[Token<'_>], phrase: &str) -> Option<usize> {
    let begins =
        |at: &usize| may_begin(&tokens[*at], phrase) && starts_with(&tokens[*at..], phrase);
    (0..tokens.len()).find(begins)
}

/// Whether one of the words stands anywhere in the tokens.
pub(crate) fn has_any(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.iter().any(|token| token.is_any(words))
}

/// The range that the tokens cover; `None` for no tokens.
pub(crate) fn span(tokens: &[Token<'_>]) -> Option<Span> {
    Some(tokens.first()?.span.to(tokens.last()?.span))
}

/// The tokens' words with single blanks where the docs have white space, for people.
pub(crate) fn wording(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    for token in tokens {
        if !out.is_empty() && token.apart {
            out.push(' ');
        }
        match token.kind {
            Kind::Code => out.extend(["`", token.text, "`"]),
            Kind::Quoted => out.extend(["'", token.text, "'"]),
            Kind::Break => {}
            Kind::Word | Kind::Mark => out.push_str(token.text),
        }
    }
    out
}
