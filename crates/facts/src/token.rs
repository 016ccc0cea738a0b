//! The words and marks of a text.

use diag::Span;

/// The number of a word that patterns name; [`UNKNOWN`] for all others.
pub(crate) type WordId = u16;

/// The number of words that no pattern names.
pub(crate) const UNKNOWN: WordId = 0;

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
    /// Its number, if patterns name it.
    pub(crate) word: WordId,
    /// Stands in bold or italics.
    pub(crate) marked: bool,
    /// White space stands before it.
    pub(crate) apart: bool,
    pub(crate) link: Option<&'a str>,
    pub(crate) span: Span,
    /// Where it starts and ends among all characters of the text, with the marks around it.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Token<'_> {
    /// Whether it is this word (not code, not quoted), ignoring case.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it stands out: in bold, italics or as code.
    pub(crate) fn is_marked(&self) -> bool {
        self.marked || self.kind == Kind::Code
    }

    /// The numbers in it that can be the status of an answer.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = u16> {
        let words = self.text.split(|c: char| !c.is_ascii_alphanumeric());
        let codes = words.filter(|word| word.len() == 3).filter_map(|word| word.parse().ok());
        codes.filter(|code| (200..600).contains(code))
    }

    /// Whether it is this punctuation mark.
    pub(crate) fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }
}
