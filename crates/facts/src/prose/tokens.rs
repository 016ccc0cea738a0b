//! Cuts runs into tokens.

use std::ops::Range;

use page::{Run, Text};

use crate::english::{Class, English};
use crate::token::{Kind, Token, UNKNOWN};

/// The longest quotation that is taken as a value; longer ones are ordinary text.
const MAX_QUOTED: usize = 80;

/// The tokens of a text.
pub(super) fn tokens<'a>(text: &'a Text, english: &English) -> Vec<Token<'a>> {
    let length: usize = text.runs.iter().map(|run| run.text.len()).sum();
    let out = Vec::with_capacity(length / 5 + 1);
    let mut cutter = Cutter { english, out, start: 0, apart: false };
    for run in &text.runs {
        if run.code {
            cutter.apart |= run.text.starts_with(char::is_whitespace);
            cutter.push(run, Kind::Code, run.text.trim(), 0..run.text.len());
            cutter.apart |= run.text.ends_with(char::is_whitespace);
        } else {
            cutter.words(run);
        }
        cutter.start += run.text.len();
    }
    cutter.out
}

struct Cutter<'a, 'e> {
    english: &'e English,
    out: Vec<Token<'a>>,
    /// Where the run starts among all characters of the text.
    start: usize,
    /// White space stands behind the last token.
    apart: bool,
}

impl<'a> Cutter<'a, '_> {
    /// Adds a token, which takes up the `place` in the run.
    fn push(&mut self, run: &'a Run, kind: Kind, text: &'a str, place: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let word = match kind {
            Kind::Word | Kind::Mark => self.english.lexicon().word(text),
            Kind::Code => self.english.lexicon().code(text),
            Kind::Quoted | Kind::Break => UNKNOWN,
        };
        self.out.push(Token {
            kind,
            text,
            word,
            marked: run.strong || run.emphasis,
            apart: std::mem::take(&mut self.apart),
            link: run.link.as_deref(),
            span: run.span,
            start: self.start + place.start,
            end: self.start + place.end,
        });
    }

    fn words(&mut self, run: &'a Run) {
        let text = run.text.as_str();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let width = c.len_utf8();
            let length = match c {
                '\n' => {
                    self.push(run, Kind::Break, &rest[..1], at..at + 1);
                    1
                }
                _ if c.is_whitespace() => width,
                '"' | '\'' | '“' | '‘' if rest[width..].starts_with(char::is_alphanumeric) => {
                    self.quoted(run, at, c)
                }
                '"' | '\'' | '“' | '”' | '‘' | '’' => width,
                _ if starts_word(c) => {
                    let length = word_length(rest);
                    self.word(run, at..at + length);
                    length
                }
                _ => {
                    self.push(run, Kind::Mark, &rest[..width], at..at + width);
                    width
                }
            };
            self.apart |= c.is_whitespace();
            at += length;
        }
    }

    /// A quotation, or a lone quotation mark, which is passed over.
    fn quoted(&mut self, run: &'a Run, at: usize, open: char) -> usize {
        let close = match open {
            '“' => '”',
            '‘' => '’',
            same => same,
        };
        let inside = &run.text[at + open.len_utf8()..];
        let window: usize = inside.chars().take(MAX_QUOTED).map(char::len_utf8).sum();
        match inside[..window].find(close) {
            Some(end) if !inside[..end].contains('\n') => {
                let length = open.len_utf8() + end + close.len_utf8();
                self.push(run, Kind::Quoted, inside[..end].trim(), at..at + length);
                length
            }
            _ => open.len_utf8(),
        }
    }

    /// A word; one that swallowed a full stop (`set.Default`) is cut there.
    fn word(&mut self, run: &'a Run, place: Range<usize>) {
        let text = &run.text[place.clone()];
        if let Some((before, after)) = text.rsplit_once('.')
            && is_starter(self.english, after)
            && !before.is_empty()
        {
            let stop = place.start + before.len();
            self.push(run, Kind::Word, before, place.start..stop);
            self.push(run, Kind::Mark, &run.text[stop..=stop], stop..stop + 1);
            self.push(run, Kind::Word, after, stop + 1..place.end);
            return;
        }
        self.push(run, Kind::Word, text, place);
    }
}

/// Whether the word begins a sentence even without a full stop before it.
pub(super) fn is_starter(english: &English, word: &str) -> bool {
    word.starts_with(char::is_uppercase) && english.is(english.lexicon().word(word), Class::Starter)
}

fn starts_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '@' | '#')
}

/// Inner dots, hyphens and apostrophes belong to a word when a letter or digit follows.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    chars.next();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | '-' | '\'' | '’')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() || *next == '_');
        if !(c.is_alphanumeric() || c == '_' || joins) {
            return at;
        }
    }
    rest.len()
}
