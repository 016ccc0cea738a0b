//! A pattern and where in a sentence it must stand.

use std::ops::Range;

use dialects::Spanned;

use super::lexicon::{Lexicon, WordSet};
use super::pattern::{Classes, Node, Places, REACH, compile};
use crate::english::wrong::Wrong;
use crate::token::Token;

/// Where a pattern must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// It covers a whole clause.
    Clause,
    /// A clause begins so.
    Opening,
    /// It covers the whole sentence.
    Sentence,
    /// The sentence begins so.
    Beginning,
    /// Anywhere in the sentence.
    Anywhere,
}

/// A pattern, compiled.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) scope: Scope,
    node: Node,
    /// What it begins with; `None` for anything.
    first: Option<WordSet>,
    /// Of these, a match has at least one; none if there need be none.
    pub(super) key: WordSet,
    /// Words that make it no statement.
    unless: WordSet,
}

impl Placed {
    /// Compiles a pattern, which must name a word at least.
    pub(super) fn new(
        pattern: &str,
        scope: Scope,
        unless: &[Spanned<String>],
        classes: &Classes<'_>,
        lexicon: &mut Lexicon,
    ) -> Result<Self, Wrong> {
        let node = compile(pattern, classes, lexicon)?;
        let unless = classes.all_words(unless, lexicon)?;
        let anything = || Wrong::new(format!("`{pattern}` can be anything"));
        let key = node.key().ok_or_else(anything)?;
        Ok(Self { scope, first: node.first(), key, node, unless })
    }

    /// The first tokens that say it, as many as do.
    pub(super) fn find(&self, tokens: &[Token<'_>]) -> Option<Range<usize>> {
        if self.scope == Scope::Anywhere {
            let starts = tokens.iter().take(REACH).enumerate();
            let mut starts = starts.filter(|(_, token)| self.may_begin(token));
            return starts.find_map(|(at, _)| {
                let ends: Places = self.node.ends(tokens, 1 << at);
                (ends >> at > 1).then(|| at..ends.ilog2() as usize)
            });
        }
        if !self.may_begin(tokens.first()?) {
            return None;
        }
        let ends = self.node.ends(tokens, 1);
        match self.scope {
            Scope::Opening | Scope::Beginning => (ends > 1).then(|| 0..ends.ilog2() as usize),
            _ => {
                (tokens.len() <= REACH && ends >> tokens.len() & 1 == 1).then_some(0..tokens.len())
            }
        }
    }

    /// Whether the words allow that the tokens say it.
    pub(super) fn may_be_in(&self, tokens: &[Token<'_>]) -> bool {
        tokens.iter().any(|token| self.key.has(token.word)) && !self.is_excluded(tokens)
    }

    fn may_begin(&self, token: &Token<'_>) -> bool {
        self.first.as_ref().is_none_or(|first| first.has(token.word))
    }

    /// Whether a word of the sentence makes it no statement.
    pub(super) fn is_excluded(&self, sentence: &[Token<'_>]) -> bool {
        sentence.iter().any(|token| self.unless.has(token.word))
    }
}
