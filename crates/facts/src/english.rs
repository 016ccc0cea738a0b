//! English as the docs write it: classes of words, patterns over them, and what sentences give.
//!
//! All words and patterns stand in `dialects/english.toml` with samples of what they must and must not
//! understand; the code here compiles and applies them. Knows no page and no table.

use std::ops::Range;
use std::sync::LazyLock;

use crate::token::{Token, WordId};

mod lexicon;
mod pattern;
mod phrases;
mod source;
#[cfg(test)]
mod tests;

pub(crate) use lexicon::Lexicon;
pub(crate) use phrases::Stated;
pub(crate) use source::Gives;

use lexicon::WordSet;
use pattern::Node;
use phrases::Phrases;
use source::{Classes, Source};

/// The language of the docs.
#[derive(Clone, Debug)]
pub(crate) struct English {
    lexicon: Lexicon,
    phrases: Phrases,
    /// By the question's place in [`Says::ALL`].
    says: Vec<Question>,
    /// By the class's place in [`Class::ALL`].
    classes: Vec<WordSet>,
}

#[derive(Clone, Debug)]
struct Question {
    node: Node,
    first: WordSet,
    key: WordSet,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name {
            $($(#[$each])* $variant,)*
        }

        impl $name {
            const ALL: &[(&'static str, Self)] = &[$(($text, Self::$variant),)*];
        }
    };
}

named! {
    /// What a rule asks of a sentence.
    Says {
        DefaultIs = "default-is",
        DefaultBare = "default-bare",
        DefaultMark = "default-mark",
        InheritedFrom = "inherited-from",
        Supports = "supports",
        DeniesFilter = "denies-filter",
        Base = "base",
        Derived = "derived",
        InheritedRows = "inherited-rows",
    }
}

named! {
    /// Words that rules look for one by one.
    Class {
        Condition = "condition",
        Restriction = "restriction",
        Absent = "absent",
        NoValue = "no-value",
        BeforeType = "before-type",
        QueryWord = "query-word",
        Starter = "starter",
        NoStarter = "no-starter",
        Abbreviation = "abbreviation",
    }
}

static STANDARD: LazyLock<English> = LazyLock::new(|| {
    English::parse(include_str!("../dialects/english.toml"))
        .expect("the tests of this crate read the file")
});

impl English {
    /// The language that comes with the program.
    pub(crate) fn standard() -> &'static Self {
        &STANDARD
    }

    /// Reads a file in the form of `dialects/english.toml`; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let source: Source = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut lexicon = Lexicon::default();
        let phrases = Phrases::new(&source, &mut lexicon)?;
        let classes = Classes { words: &source.words, predicate: &[], depth: 0 };
        if let Some(other) =
            source.says.keys().find(|name| Says::ALL.iter().all(|it| it.0 != *name))
        {
            return Err(format!("says.{other}: no rule asks this"));
        }
        let mut says = Vec::new();
        for (name, _) in Says::ALL {
            let patterns =
                &source.says.get(*name).ok_or(format!("says.{name} is missing"))?.patterns;
            let parts = patterns.iter().map(|it| pattern::compile(it, &classes, &mut lexicon));
            let node = pattern::either(parts.collect::<Result<_, _>>()?);
            let first = node.first().ok_or(format!("says.{name}: can begin with anything"))?;
            let key = node.key().unwrap_or_default();
            says.push(Question { node, first, key });
        }
        let words = Class::ALL.iter().map(|(name, _)| classes.words(name, &mut lexicon));
        let classes = words.collect::<Result<_, _>>()?;
        Ok(Self { lexicon, phrases, says, classes })
    }

    /// The words that patterns name.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Whether the word is of the class.
    pub(crate) fn is(&self, word: WordId, class: Class) -> bool {
        self.classes[class as usize].has(word)
    }

    /// What a sentence gives.
    pub(crate) fn stated(&self, sentence: &[Token<'_>]) -> Vec<Stated> {
        self.phrases.stated(sentence)
    }

    /// The first tokens that say it, as many as do.
    pub(crate) fn find(&self, says: Says, tokens: &[Token<'_>]) -> Option<Range<usize>> {
        let question = &self.says[says as usize];
        let may_be = tokens.iter().any(|token| question.key.has(token.word));
        may_be.then(|| phrases::find(&question.node, &question.first, tokens)).flatten()
    }
}
