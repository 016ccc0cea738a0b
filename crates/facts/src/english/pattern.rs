//! Patterns over tokens: words, classes of words, optional and alternative parts.
//!
//! A pattern is written as words with blanks between them. `<class>` stands for the phrases of a class,
//! `<any>` for one ordinary word, `<any-but:class>` for one that is not of the class, `...` for any words
//! but those of the class `barrier`; `<linked>`, `<marked>` and `<status>` for a token that looks so. `?` makes a part optional, `{1,3}` repeats it, `(a | b)` offers a
//! choice, and a backslash takes the mark after it for itself.
//!
//! Matching keeps the set of all places that a part can end at, so nothing is tried twice.

use super::lexicon::{Lexicon, WordSet};
use crate::english::wrong::Wrong;
use crate::token::{Kind, Token};

mod classes;

pub(super) use classes::Classes;

/// How many tokens of a sentence are looked at; what a sentence states stands at its start.
pub(crate) const REACH: usize = 127;

/// How many parts a class or a repetition may have, those of its parts included.
pub(super) const MAX_PARTS: usize = 5000;

/// How deep brackets may lie in one another in one pattern.
const MAX_BRACKETS: usize = 20;

/// How many letters of a pattern a message shows.
const MAX_SHOWN: usize = 80;

/// Places in a sentence, as bits.
pub(crate) type Places = u128;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// One of these words.
    Words(WordSet),
    /// One ordinary word that is none of these.
    Any(WordSet),
    /// One token that looks so.
    Look(Look),
    /// Any number of tokens that are none of these.
    Gap(WordSet),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of them.
    Either(Vec<Node>),
    /// The part or nothing.
    Maybe(Box<Node>),
}

const ANY: &str = "any";

/// What `<P>` stands for is each phrase's own.
pub(super) const PREDICATE: &str = "P";

/// Whether the name in angle brackets is no class.
pub(super) fn is_reserved(name: &str) -> bool {
    name == ANY || name == PREDICATE || Look::named(name).is_some()
}

/// How a token looks, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A part of a link.
    Linked,
    /// Bold, italics or code.
    Marked,
    /// A status code that is no code span: 404.
    Status,
}

impl Look {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "linked" => Self::Linked,
            "marked" => Self::Marked,
            "status" => Self::Status,
            _ => return None,
        })
    }

    fn fits(self, token: &Token<'_>) -> bool {
        match self {
            Self::Linked => token.link.is_some(),
            Self::Marked => token.is_marked(),
            Self::Status => token.kind == Kind::Word && token.statuses().next().is_some(),
        }
    }
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
            Self::Look(look) => after(&|token| look.fits(token)),
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
            Self::Any(_) | Self::Look(_) | Self::Gap(_) | Self::Maybe(_) => None,
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

    /// How many parts it is made of.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Sequence(parts) | Self::Either(parts) => parts.iter().map(Self::size).sum(),
            Self::Maybe(part) => part.size(),
            _ => 1,
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
) -> Result<Node, Wrong> {
    let mut reader = Reader { pattern, rest: pattern.trim(), open: 0, classes, lexicon };
    let node = reader.choice()?;
    match reader.rest {
        "" => Ok(node),
        rest => Err(Wrong::new(format!("`{pattern}`: `{rest}` is one too many"))),
    }
}

struct Reader<'p, 'l> {
    pattern: &'p str,
    rest: &'p str,
    /// How many brackets are open.
    open: usize,
    classes: &'l Classes<'l>,
    lexicon: &'l mut Lexicon,
}

impl Reader<'_, '_> {
    fn choice(&mut self) -> Result<Node, Wrong> {
        let mut parts = vec![self.sequence()?];
        while self.take("|") {
            parts.push(self.sequence()?);
        }
        Ok(either(parts))
    }

    fn sequence(&mut self) -> Result<Node, Wrong> {
        let mut parts = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let part = self.part()?;
            parts.push(self.repeated(part)?);
        }
        match parts.len() {
            0 => Err(self.wrong("has an empty part")),
            1 => Ok(parts.remove(0)),
            _ => Ok(Node::Sequence(parts)),
        }
    }

    fn part(&mut self) -> Result<Node, Wrong> {
        let too_many = || Wrong::new("all patterns together have too many parts".to_owned());
        self.lexicon.count_part().ok_or_else(too_many)?;
        if self.take("(") {
            if self.open == MAX_BRACKETS {
                return Err(self.wrong("has brackets too deep in one another"));
            }
            self.open += 1;
            let inner = self.choice()?;
            self.open -= 1;
            return match self.take(")") {
                true => Ok(inner),
                false => Err(self.wrong("has a bracket that is not closed")),
            };
        }
        if self.take("...") {
            return Ok(Node::Gap(self.classes.words("barrier", self.lexicon)?));
        }
        if let Some(rest) = self.rest.strip_prefix('<') {
            let (name, rest) =
                rest.split_once('>').ok_or_else(|| self.wrong("has a `<` that is not closed"))?;
            self.rest = rest;
            return self.named(name);
        }
        self.word()
    }

    /// What stands in angle brackets.
    fn named(&mut self, name: &str) -> Result<Node, Wrong> {
        Ok(match name.split_once(':') {
            Some(("any-but", others)) => Node::Any(self.classes.words(others, self.lexicon)?),
            _ if name == ANY => Node::Any(self.classes.words("function", self.lexicon)?),
            _ => match Look::named(name) {
                Some(look) => Node::Look(look),
                None => self.classes.node(name, self.lexicon)?,
            },
        })
    }

    fn wrong(&self, what: &str) -> Wrong {
        let long = self.pattern.char_indices().nth(MAX_SHOWN);
        let (shown, more) = match long {
            Some((end, _)) => (&self.pattern[..end], "…"),
            None => (self.pattern, ""),
        };
        Wrong::new(format!("`{shown}{more}` {what}"))
    }

    fn word(&mut self) -> Result<Node, Wrong> {
        let escaped = self.rest.starts_with('\\');
        let text = self.rest.trim_start_matches('\\');
        let end = match escaped {
            true => text.chars().next().map_or(0, char::len_utf8),
            false => text.find([' ', '|', ')', '?', '{', '(']).unwrap_or(text.len()),
        };
        let id = self.lexicon.add(&text[..end]).filter(|_| end > 0);
        let mut words = WordSet::default();
        let none = || self.wrong(&format!("has no word at `{text}`"));
        words.insert(id.ok_or_else(none)?);
        self.rest = &text[end..];
        Ok(Node::Words(words))
    }

    /// `?` and `{1,3}` behind a part.
    fn repeated(&mut self, part: Node) -> Result<Node, Wrong> {
        if self.rest.starts_with('{') {
            let wrong = || self.wrong("repeats otherwise than `{1,3}`");
            let (range, rest) = self.rest[1..].split_once('}').ok_or_else(wrong)?;
            let (from, to) = range.split_once(',').ok_or_else(wrong)?;
            let (from, to): (usize, usize) =
                (from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?);
            if part.size().saturating_mul(to.max(from)) > MAX_PARTS {
                return Err(self.wrong("has too many parts"));
            }
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
