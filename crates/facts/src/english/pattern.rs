//! Patterns over tokens: words, classes of words, optional and alternative parts.
//!
//! A pattern is written as words with blanks between them. `<class>` stands for the phrases of a class,
//! `<any>` for one ordinary word, `<any-but:class>` for one that is not of the class, `...` for any words
//! but those of the class `barrier`. `?` makes a part optional, `{1,3}` repeats it, `(a | b)` offers a
//! choice, and a backslash takes the mark after it for itself.
//!
//! Matching keeps the set of all places that a part can end at, so nothing is tried twice.

use super::lexicon::{Lexicon, WordSet};
use super::source::Classes;
use crate::token::{Kind, Token};

/// How many tokens of a sentence are looked at; what a sentence states stands at its start.
pub(crate) const REACH: usize = 127;

/// Places in a sentence, as bits.
pub(crate) type Places = u128;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// One of these words.
    Words(WordSet),
    /// One ordinary word that is none of these.
    Any(WordSet),
    /// Any number of tokens that are none of these.
    Gap(WordSet),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of them.
    Either(Vec<Node>),
    /// The part or nothing.
    Maybe(Box<Node>),
}

impl Node {
    /// Where matches end that begin at one of `starts`.
    pub(crate) fn ends(&self, tokens: &[Token<'_>], starts: Places) -> Places {
        let tokens = &tokens[..tokens.len().min(REACH)];
        let after = |fits: &dyn Fn(&Token<'_>) -> bool| {
            let (mut rest, mut ends) = (starts, 0);
            while rest != 0 {
                let at = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                if tokens.get(at).is_some_and(fits) {
                    ends |= 1 << (at + 1);
                }
            }
            ends
        };
        match self {
            _ if starts == 0 => 0,
            Self::Words(words) => after(&|token| words.has(token.word)),
            Self::Any(others) => after(&|token| is_ordinary(token) && !others.has(token.word)),
            Self::Gap(barrier) => tokens.iter().zip(0..).fold(starts, |ends, (token, at)| {
                let passes = ends >> at & 1 == 1 && !barrier.has(token.word);
                ends | Places::from(passes) << (at + 1)
            }),
            Self::Sequence(parts) => {
                parts.iter().fold(starts, |starts, part| part.ends(tokens, starts))
            }
            Self::Either(parts) => {
                parts.iter().fold(0, |ends, part| ends | part.ends(tokens, starts))
            }
            Self::Maybe(part) => starts | part.ends(tokens, starts),
        }
    }

    /// The words that a match begins with; `None` where it may begin with any or be empty.
    pub(crate) fn first(&self) -> Option<WordSet> {
        match self {
            Self::Words(words) => Some(words.clone()),
            Self::Any(_) | Self::Gap(_) | Self::Maybe(_) => None,
            Self::Either(parts) => parts.iter().try_fold(WordSet::default(), |mut all, part| {
                all.extend(&part.first()?);
                Some(all)
            }),
            Self::Sequence(parts) => {
                let mut all = WordSet::default();
                for part in parts {
                    let (part, is_optional) = match part {
                        Self::Maybe(part) => (&**part, true),
                        part => (part, false),
                    };
                    all.extend(&part.first()?);
                    if !is_optional {
                        return Some(all);
                    }
                }
                None
            }
        }
    }

    /// Words of which a match has at least one; `None` where there need be none. Of several parts, those of
    /// the last: sentences begin alike and end differently.
    pub(super) fn key(&self) -> Option<WordSet> {
        match self {
            Self::Sequence(parts) => parts.iter().rev().find_map(Self::key),
            Self::Either(parts) => parts.iter().try_fold(WordSet::default(), |mut all, part| {
                all.extend(&part.key()?);
                Some(all)
            }),
            part => part.first(),
        }
    }

    /// The single words among its alternatives.
    pub(super) fn single_words(&self, into: &mut WordSet) {
        match self {
            Self::Words(words) => into.extend(words),
            Self::Either(parts) => parts.iter().for_each(|part| part.single_words(into)),
            Self::Sequence(parts) if parts.len() == 1 => parts[0].single_words(into),
            _ => {}
        }
    }
}

/// A plain word that can be a part of a name: no code, link or identifier.
fn is_ordinary(token: &Token<'_>) -> bool {
    let mut chars = token.text.chars();
    let is_word = chars.next().is_some_and(char::is_alphabetic)
        && token.text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
    let is_upper = token.text.chars().all(|c| !c.is_lowercase());
    let plain = !token.marked && token.link.is_none() && token.kind == Kind::Word;
    plain && is_word && (is_upper || !chars.any(char::is_uppercase))
}

/// Compiles a pattern.
pub(super) fn compile(
    pattern: &str,
    classes: &Classes<'_>,
    lexicon: &mut Lexicon,
) -> Result<Node, String> {
    let mut reader = Reader { pattern, rest: pattern.trim(), classes, lexicon };
    let node = reader.choice()?;
    match reader.rest {
        "" => Ok(node),
        rest => Err(format!("`{pattern}`: `{rest}` is one too many")),
    }
}

struct Reader<'p, 'l> {
    pattern: &'p str,
    rest: &'p str,
    classes: &'l Classes<'l>,
    lexicon: &'l mut Lexicon,
}

impl Reader<'_, '_> {
    fn choice(&mut self) -> Result<Node, String> {
        let mut parts = vec![self.sequence()?];
        while self.take("|") {
            parts.push(self.sequence()?);
        }
        Ok(either(parts))
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut parts = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let part = self.part()?;
            parts.push(self.repeated(part)?);
        }
        match parts.len() {
            0 => Err(format!("`{}` has an empty part", self.pattern)),
            1 => Ok(parts.remove(0)),
            _ => Ok(Node::Sequence(parts)),
        }
    }

    fn part(&mut self) -> Result<Node, String> {
        if self.take("(") {
            let inner = self.choice()?;
            return match self.take(")") {
                true => Ok(inner),
                false => Err(format!("`{}`: a bracket is not closed", self.pattern)),
            };
        }
        if self.take("...") {
            return Ok(Node::Gap(self.classes.words("barrier", self.lexicon)?));
        }
        if let Some(rest) = self.rest.strip_prefix('<') {
            let (name, rest) =
                rest.split_once('>').ok_or(format!("`{}`: `<` is not closed", self.pattern))?;
            self.rest = rest;
            return match name.strip_prefix("any-but:") {
                Some(others) => Ok(Node::Any(self.classes.words(others, self.lexicon)?)),
                None if name == "any" => {
                    Ok(Node::Any(self.classes.words("function", self.lexicon)?))
                }
                None => self.classes.node(name, self.lexicon),
            };
        }
        self.word()
    }

    fn word(&mut self) -> Result<Node, String> {
        let escaped = self.rest.starts_with('\\');
        let text = self.rest.trim_start_matches('\\');
        let end = match escaped {
            true => text.chars().next().map_or(0, char::len_utf8),
            false => text.find([' ', '|', ')', '?', '{', '(']).unwrap_or(text.len()),
        };
        let id = self.lexicon.add(&text[..end]).filter(|_| end > 0);
        let mut words = WordSet::default();
        words.insert(id.ok_or(format!("`{}`: no word at `{text}`", self.pattern))?);
        self.rest = &text[end..];
        Ok(Node::Words(words))
    }

    /// `?` and `{1,3}` behind a part.
    fn repeated(&mut self, part: Node) -> Result<Node, String> {
        if self.rest.starts_with('{') {
            let wrong = || format!("`{}`: repeat as in `{{1,3}}`", self.pattern);
            let (range, rest) = self.rest[1..].split_once('}').ok_or_else(wrong)?;
            let (from, to) = range.split_once(',').ok_or_else(wrong)?;
            let (from, to): (usize, usize) =
                (from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?);
            self.rest = rest.trim_start();
            let required = std::iter::repeat_n(part.clone(), from);
            let more = (from..to.min(REACH)).map(|_| Node::Maybe(Box::new(part.clone())));
            return Ok(Node::Sequence(required.chain(more).collect()));
        }
        let is_optional = self.rest.starts_with('?');
        self.rest = self.rest[usize::from(is_optional)..].trim_start();
        Ok(if is_optional { Node::Maybe(Box::new(part)) } else { part })
    }

    fn take(&mut self, mark: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(mark) else { return false };
        // What repeats the part follows its bracket directly.
        self.rest = if mark == ")" { rest } else { rest.trim_start() };
        true
    }
}

/// The alternatives, single words as one set.
pub(super) fn either(parts: Vec<Node>) -> Node {
    let mut words = WordSet::default();
    let mut rest = Vec::new();
    for part in parts {
        match part {
            Node::Words(more) => words.extend(&more),
            Node::Either(parts) => rest.extend(parts),
            part => rest.push(part),
        }
    }
    if words != WordSet::default() {
        rest.push(Node::Words(words));
    }
    if rest.len() == 1 { rest.remove(0) } else { Node::Either(rest) }
}
