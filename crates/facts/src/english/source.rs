//! How `english.toml` is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::lexicon::{Lexicon, WordSet};
use super::pattern::{Node, compile, either};

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Source {
    /// Classes of words and of phrases, each phrase a pattern.
    pub(super) words: BTreeMap<String, Vec<String>>,
    /// How predicates are said.
    pub(super) shapes: BTreeMap<String, Shape>,
    /// What yields a note.
    pub(super) phrases: BTreeMap<String, Phrase>,
    /// What rules ask of a sentence.
    pub(super) says: BTreeMap<String, Says>,
}

/// Ways to say a predicate, which stands as `<P>` in them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shape {
    #[serde(default)]
    pub(super) affirmed: Vec<String>,
    #[serde(default)]
    pub(super) denied: Vec<String>,
    /// Affirmed, and anything may follow.
    #[serde(default)]
    pub(super) opening: Vec<String>,
}

/// What a sentence can give.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Gives {
    ReadOnly,
    CreateOnly,
    WriteOnly,
    Nullable,
    NotNullable,
    Required,
    RequiredOnCreate,
    Optional,
    Key,
    SelectOnly,
    ReturnedByDefault,
    Deprecated,
    Flags,
    /// It is set when the object is created; what the rest of the sentence denies, it denies afterwards.
    SetOnCreate,
}

/// A predicate with its shapes, or patterns as they are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Phrase {
    #[serde(default)]
    pub(super) predicate: Vec<String>,
    #[serde(default)]
    pub(super) shapes: Vec<String>,
    #[serde(default)]
    pub(super) affirmed: Turns,
    #[serde(default)]
    pub(super) denied: Turns,
    pub(super) gives: Option<Gives>,
    /// Patterns of a whole clause.
    #[serde(default)]
    pub(super) clause: Vec<String>,
    /// Patterns that a clause begins with.
    #[serde(default)]
    pub(super) opening: Vec<String>,
    /// Patterns of a whole sentence.
    #[serde(default)]
    pub(super) sentence: Vec<String>,
    /// Patterns that a sentence begins with.
    #[serde(default)]
    pub(super) beginning: Vec<String>,
    /// Patterns that stand anywhere in a sentence.
    #[serde(default)]
    pub(super) anywhere: Vec<String>,
    /// Classes of words that make it no statement.
    pub(super) unless: Option<Vec<String>>,
    /// Sentences by what they must give.
    #[cfg_attr(not(test), allow(dead_code, reason = "samples are tests"))]
    pub(super) said: BTreeMap<Gives, Vec<String>>,
    /// Sentences that give nothing.
    #[cfg_attr(not(test), allow(dead_code, reason = "samples are tests"))]
    pub(super) unsaid: Vec<String>,
}

/// What a predicate gives, by what follows it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Turns {
    pub(super) plain: Option<Gives>,
    pub(super) on_create: Option<Gives>,
    pub(super) later: Option<Gives>,
}

/// Patterns for one question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Says {
    pub(super) patterns: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code, reason = "samples are tests"))]
    pub(super) said: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code, reason = "samples are tests"))]
    pub(super) unsaid: Vec<String>,
}

/// The classes, and the predicate that `<P>` stands for.
pub(super) struct Classes<'a> {
    pub(super) words: &'a BTreeMap<String, Vec<String>>,
    pub(super) predicate: &'a [String],
    /// How many classes this one is inside of.
    pub(super) depth: usize,
}

/// How deep classes may refer to one another.
const MAX_DEPTH: usize = 12;

impl Classes<'_> {
    /// A class as a part of a pattern.
    pub(super) fn node(&self, name: &str, lexicon: &mut Lexicon) -> Result<Node, String> {
        let phrases = match name {
            "P" => self.predicate,
            _ => self.words.get(name).ok_or(format!("there is no class `{name}`"))?,
        };
        if phrases.is_empty() || self.depth == MAX_DEPTH {
            return Err(format!("the class `{name}` is empty or refers to itself"));
        }
        let inner = Classes { depth: self.depth + 1, ..*self };
        let parts = phrases.iter().map(|phrase| compile(phrase, &inner, lexicon));
        Ok(either(parts.collect::<Result<_, _>>()?))
    }

    /// The single words of a class.
    pub(super) fn words(&self, name: &str, lexicon: &mut Lexicon) -> Result<WordSet, String> {
        let mut words = WordSet::default();
        self.node(name, lexicon)?.single_words(&mut words);
        Ok(words)
    }
}
