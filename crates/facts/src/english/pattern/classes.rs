//! The classes that patterns name.

use std::collections::BTreeMap;

use dialects::{EnglishFile, Spanned};

use super::{MAX_PARTS, Node, PREDICATE, compile, either};
use crate::english::lexicon::{Lexicon, WordSet};
use crate::english::wrong::Wrong;

/// The classes, and the predicate that `<P>` stands for.
pub(in crate::english) struct Classes<'a> {
    pub(in crate::english) words: &'a BTreeMap<String, Vec<Spanned<String>>>,
    pub(in crate::english) predicate: &'a [Spanned<String>],
    /// The class that is being compiled, and those that it is inside of.
    pub(in crate::english) within: Option<(&'a str, &'a Classes<'a>)>,
}

/// How many classes may lie in one another.
const MAX_DEPTH: usize = 12;

impl<'a> Classes<'a> {
    /// The classes of a file, and no predicate.
    pub(in crate::english) fn of(file: &'a EnglishFile) -> Self {
        Self { words: &file.words, predicate: &[], within: None }
    }

    /// The names of the classes that this is inside of.
    fn around(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::successors(self.within, |(_, outer)| outer.within);
        all.map(|(name, _)| name)
    }

    /// A class as a part of a pattern.
    pub(in crate::english) fn node(
        &self,
        name: &str,
        lexicon: &mut Lexicon,
    ) -> Result<Node, Wrong> {
        let phrases = match name {
            PREDICATE => self.predicate,
            _ => self
                .words
                .get(name)
                .ok_or_else(|| Wrong::new(format!("there is no class `{name}`")))?,
        };
        if phrases.is_empty() {
            return Err(Wrong::new(format!("the class `{name}` is empty")));
        }
        if self.around().any(|it| it == name) {
            return Err(Wrong::new("classes refer to one another without end".to_owned()));
        }
        if self.around().count() == MAX_DEPTH {
            return Err(Wrong::new(format!("more than {MAX_DEPTH} classes lie in one another")));
        }
        let inner = Classes { within: Some((name, self)), ..*self };
        let compile = |phrase: &Spanned<String>| {
            compile(phrase.as_ref(), &inner, lexicon).map_err(|wrong| wrong.at(phrase))
        };
        let node = either(phrases.iter().map(compile).collect::<Result<_, _>>()?);
        match node.size() > MAX_PARTS {
            true => Err(Wrong::new(format!("the class `{name}` has too many parts"))),
            false => Ok(node),
        }
    }

    /// The single words of a class.
    pub(in crate::english) fn words(
        &self,
        name: &str,
        lexicon: &mut Lexicon,
    ) -> Result<WordSet, Wrong> {
        let mut words = WordSet::default();
        self.node(name, lexicon)?.single_words(&mut words);
        Ok(words)
    }

    /// The single words of several classes.
    pub(in crate::english) fn all_words(
        &self,
        names: &[Spanned<String>],
        lexicon: &mut Lexicon,
    ) -> Result<WordSet, Wrong> {
        let mut words = WordSet::default();
        for name in names {
            words.extend(&self.words(name.as_ref(), lexicon).map_err(|wrong| wrong.at(name))?);
        }
        Ok(words)
    }
}
