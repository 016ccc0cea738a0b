//! Text as sentences, clauses and words, so that the rules about phrases can compare words.
//!
//! Keeps the marks (code, bold, quotes, links) and the place of each word. Borrows from the text.

use std::ops::Range;

use diag::Span;
use page::{Run, Text};

use dialects::Gives;

use crate::english::{Class, English, Stated};
pub(crate) use crate::token::{Kind, Token};

mod tokens;

/// A text, cut up.
#[derive(Clone)]
pub(crate) struct Prose<'a> {
    pub(crate) english: &'a English,
    pub(crate) tokens: Vec<Token<'a>>,
    pub(crate) text: &'a Text,
    sentences: Vec<Range<usize>>,
    /// How many bytes the text has.
    length: usize,
}

impl<'a> Prose<'a> {
    /// Cuts up a text.
    pub(crate) fn new(text: &'a Text, english: &'a English) -> Self {
        let tokens = tokens::tokens(text, english);
        let mut sentences = Vec::new();
        let mut start = 0;
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &tokens[before]);
            let begins = token.kind == Kind::Word
                && english.is(token.word, Class::Starter)
                && tokens::is_starter(english, token.text)
                && !before.is_some_and(|before| {
                    before.kind == Kind::Mark || english.is(before.word, Class::NoStarter)
                });
            if begins && index > start {
                sentences.push(start..index);
                start = index;
            }
            let abbreviates = before.is_some_and(|word| {
                english.is(word.word, Class::Abbreviation)
                    && !(english.is(word.word, Class::MayEnd)
                        && tokens.get(index + 1).is_some_and(is_capital))
            });
            if token.kind == Kind::Break || (is_stop(token) && !abbreviates) {
                sentences.push(start..index);
                start = index + 1;
            }
        }
        sentences.push(start..tokens.len());
        sentences.retain(|range| !range.is_empty());
        let length = text.runs.iter().map(|run| run.text.len()).sum();
        Self { english, tokens, text, sentences, length }
    }

    /// What a sentence gives; a question gives nothing.
    pub(crate) fn stated(&self, sentence: &Range<usize>) -> Vec<Stated> {
        let asks = self.tokens.get(sentence.end).is_some_and(|stop| stop.is_mark("?"));
        if asks { Vec::new() } else { self.english.stated(&self.tokens[sentence.clone()]) }
    }

    /// Whether one of the first `count` sentences gives this.
    pub(crate) fn gives(&self, gives: Gives, count: usize) -> bool {
        let mut first = self.sentences.iter().take(count);
        first.any(|sentence| self.stated(sentence).iter().any(|it| it.gives == gives))
    }

    /// Where a sentence lies among all characters of the text: up to the next one, or behind a semicolon
    /// with that instead of its own full stop.
    pub(crate) fn place(&self, sentence: &Range<usize>) -> Range<usize> {
        let tokens = &self.tokens[sentence.clone()];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return self.length..self.length;
        };
        let before = sentence.start.checked_sub(1).map(|before| &self.tokens[before]);
        if let Some(semicolon) = before.filter(|before| before.is_mark(";")) {
            return semicolon.start..last.end;
        }
        let end = match self.tokens.get(sentence.end) {
            Some(stop) if is_stop(stop) => stop.end,
            Some(next) => next.start,
            None => self.length,
        };
        first.start..end
    }

    /// Where a sentence stands in its file.
    pub(crate) fn span(&self, sentence: &Range<usize>) -> Span {
        let runs = cut(self.text, self.place(sentence));
        let ends = runs.first().zip(runs.last());
        ends.map_or(self.text.span, |(first, last)| first.span.to(last.span))
    }

    /// The runs of a sentence and the blanks behind it.
    pub(crate) fn runs(&self, sentence: &Range<usize>) -> Vec<Run> {
        let next = self.sentences.iter().find(|next| next.start >= sentence.end);
        let end = next.map_or(self.length, |next| self.tokens[next.start].start);
        cut(self.text, self.place(sentence).start..end)
    }

    /// Where the sentences lie among the tokens.
    pub(crate) fn ranges(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The sentences, without their final mark.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &[Token<'a>]> {
        self.sentences.iter().map(|range| &self.tokens[range.clone()])
    }
}

/// A text without marks, for what is no Markdown.
pub(crate) fn unmarked(text: &str, span: Span) -> Text {
    Text { runs: vec![Run::plain(text, span)], span }
}

/// The runs between two places of a text; where each stands is exact if its source has the same characters.
pub(crate) fn cut(text: &Text, place: Range<usize>) -> Vec<Run> {
    let mut start = 0;
    let mut parts = Vec::new();
    for run in &text.runs {
        let length = run.text.len();
        let (first, last) = (place.start.saturating_sub(start), place.end.saturating_sub(start));
        let last = last.min(length);
        start += length;
        if first < last {
            let mut part = Run { text: run.text[first..last].to_owned(), ..run.clone() };
            if run.span.range().len() == length {
                let from = run.span.start as usize;
                part.span = Span::new(run.span.page, from + first, from + last);
            }
            parts.push(part);
        }
    }
    parts
}

/// "… and so on, etc. The next sentence."
fn is_capital(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && token.text.starts_with(char::is_uppercase)
}

fn is_stop(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark && matches!(token.text, "." | "!" | "?" | ";")
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
