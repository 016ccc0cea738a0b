//! Why something is deprecated, as an attribute says it.

use serde::Serialize;

use crate::block::{Block, Kind};
use crate::words::Run;
use crate::writer::{is_entity, opens_block};
use crate::{DocText, Words, characters};

/// One line that the compiler prints as it stands and rustdoc renders as Markdown.
///
/// Nothing can be escaped in it, so nothing in it means anything in Markdown but code spans: brackets, stars
/// and back-slashes around words are left out, and what would still be markup stands in a code span, as
/// do addresses. Links give their words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notice(String);

impl Notice {
    /// The words of `text` on one line.
    pub fn new(text: &DocText) -> Self {
        let mut line = Line::default();
        for block in text.blocks() {
            line.block(block);
        }
        Self(line.finish())
    }

    /// The words of a text without markup but code in back-quotes.
    pub fn plain(text: &str) -> Self {
        let mut words = Words::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('`') {
            let Some((code, after)) = after.split_once('`') else { break };
            words = words.text(before).code(code);
            rest = after;
        }
        Self::new(&words.text(rest).into())
    }

    /// The line; empty where nothing is said.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A part of a word, and whether it is code.
type Piece = (bool, String);

#[derive(Default)]
struct Line {
    out: String,
    word: Vec<Piece>,
}

impl Line {
    fn block(&mut self, block: &Block) {
        for run in block.kind.words().into_iter().flat_map(Words::runs) {
            self.run(run);
        }
        self.end_word();
        if let Kind::Item { children, .. } = &block.kind {
            for child in children.iter() {
                self.block(child);
            }
        }
    }

    fn run(&mut self, run: &Run) {
        let is_markup = |part: &str| plain(part) != (false, part.to_owned());
        if run.text.contains("://") || (run.look.code && run.text.split(' ').any(is_markup)) {
            return self.word.push((true, run.text.replace('`', "'")));
        }
        for (index, part) in run.text.split([' ', '\n']).enumerate() {
            if index > 0 {
                self.end_word();
            }
            if !part.is_empty() {
                self.word.push(plain(part));
            }
        }
    }

    fn end_word(&mut self) {
        let mut printed = String::new();
        let mut code = String::new();
        for (is_code, text) in self.word.drain(..).chain([(false, String::new())]) {
            if is_code {
                code.push_str(&text);
                continue;
            }
            if !code.is_empty() {
                printed.push_str(&format!("`{}`", std::mem::take(&mut code)));
            }
            printed.push_str(&text);
        }
        if printed.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push(' ');
        } else if opens_block(&printed) {
            printed = format!("`{printed}`");
        }
        self.out.push_str(&printed);
    }

    fn finish(mut self) -> String {
        self.end_word();
        self.out
    }
}

/// A part of a word without the marks around it; as code where one would be left.
fn plain(text: &str) -> Piece {
    let text = text.replace('`', "'");
    let is_letter = |c: Option<char>| c.is_some_and(characters::is_letter);
    let mut kept = String::with_capacity(text.len());
    let mut before = None;
    let mut is_code = false;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let stays = match c {
            '[' => is_letter(before),
            ']' => is_letter(after),
            '*' | '\\' => is_letter(before) && is_letter(after),
            _ => true,
        };
        is_code |= match c {
            '[' | ']' | '*' | '\\' => stays,
            '<' | '>' | '~' => true,
            '_' => !is_letter(before),
            '&' => is_entity(&text[at..]),
            _ => false,
        };
        if stays {
            kept.push(c);
        }
        before = Some(c);
    }
    (is_code, if is_code { text } else { kept })
}
