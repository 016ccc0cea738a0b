//! How `english.toml` is written, and the table `[english]` of a dialect, which adds to it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::merge::{Merge as _, merge};
use crate::plural::Plurals;

/// Patterns and words; each may be reported at its place.
type Texts = Vec<Spanned<String>>;

/// Words, patterns and samples. Lists add to those that the language has already, other values replace its.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct EnglishFile {
    /// Classes of words and of phrases, each phrase a pattern.
    pub(super) words: BTreeMap<String, Texts>,
    /// How predicates are said.
    pub(super) shapes: BTreeMap<String, Shape>,
    /// What yields a note.
    pub(crate) phrases: BTreeMap<String, Phrase>,
    /// What rules ask of a sentence.
    pub(crate) says: BTreeMap<String, Says>,
    /// What short sentences say.
    pub(super) usual: Usual,
    /// How nouns form the plural.
    pub(super) plurals: Plurals,
}

/// What short sentences say, as people write them: what is near to one is a slip.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Usual {
    /// Sentences of their own: `Read-only`.
    pub sentences: Vec<String>,
    /// What sentences begin with: `Inherited from`.
    pub starts: Vec<String>,
    /// What sentences that name an option of a query begin with: `Supports`.
    pub starts_of_options: Vec<String>,
    /// What stands before a colon and the namespace of the types of a page.
    pub namespaces: Vec<String>,
}

merge!(Usual { sentences, starts, starts_of_options, namespaces });

/// Ways to say a predicate, which stands as `<P>` in them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Shape {
    pub(super) affirmed: Texts,
    pub(super) denied: Texts,
    /// Affirmed, and anything may follow.
    pub(super) opening: Texts,
}

merge!(Shape { affirmed, denied, opening });

/// What a sentence can give.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Phrase {
    pub(super) predicate: Texts,
    pub(super) shapes: Texts,
    pub(super) affirmed: Turns,
    pub(super) denied: Turns,
    pub(super) gives: Option<Gives>,
    /// Patterns of a whole clause.
    pub(super) clause: Texts,
    /// Patterns that a clause begins with.
    pub(super) opening: Texts,
    /// Patterns of a whole sentence.
    pub(super) sentence: Texts,
    /// Patterns that a sentence begins with.
    pub(super) beginning: Texts,
    /// Patterns that stand anywhere in a sentence.
    pub(super) anywhere: Texts,
    /// Classes of words that make it no statement.
    pub(super) unless: Texts,
    /// Sentences by what they must give.
    pub(crate) said: BTreeMap<Gives, Texts>,
    /// Sentences that give nothing.
    pub(crate) unsaid: Texts,
}

/// What a predicate gives, by what follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Turns {
    pub(super) plain: Option<Gives>,
    pub(super) on_create: Option<Gives>,
    pub(super) later: Option<Gives>,
}

/// Patterns for one question.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Says {
    /// Patterns that stand anywhere in a sentence.
    pub(super) anywhere: Texts,
    /// Patterns that a sentence begins with.
    pub(super) beginning: Texts,
    /// Patterns of a whole sentence.
    pub(super) sentence: Texts,
    /// Classes of words that make it no statement.
    pub(super) unless: Texts,
    /// Sentences that say it.
    pub(crate) said: Texts,
    /// Sentences that do not.
    pub(crate) unsaid: Texts,
}

merge!(EnglishFile { words, shapes, phrases, says, usual, plurals });

impl EnglishFile {
    /// Whether it adds nothing.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what `more` says. Only the places in `more` are kept: they are of one file.
    pub(super) fn extend(&mut self, more: &Self) {
        for list in self.lists() {
            list.iter_mut().for_each(|it| *it = Spanned::new(0..0, it.as_ref().clone()));
        }
        self.merge(more);
    }

    fn lists(&mut self) -> impl Iterator<Item = &mut Texts> {
        let shapes = self.shapes.values_mut();
        let shapes = shapes.flat_map(|it| [&mut it.affirmed, &mut it.denied, &mut it.opening]);
        let phrases = self.phrases.values_mut().flat_map(Phrase::lists);
        let says = self.says.values_mut().flat_map(Says::lists);
        self.words.values_mut().chain(shapes).chain(phrases).chain(says)
    }
}

impl Phrase {
    fn lists(&mut self) -> impl Iterator<Item = &mut Texts> {
        let lists = [
            &mut self.predicate,
            &mut self.shapes,
            &mut self.clause,
            &mut self.opening,
            &mut self.sentence,
            &mut self.beginning,
            &mut self.anywhere,
            &mut self.unless,
            &mut self.unsaid,
        ];
        lists.into_iter().chain(self.said.values_mut())
    }
}

merge!(Phrase {
    predicate,
    shapes,
    affirmed,
    denied,
    gives,
    clause,
    opening,
    sentence,
    beginning,
    anywhere,
    unless,
    said,
    unsaid,
});

merge!(Turns { plain, on_create, later });

impl Says {
    /// The first text, which tells where it stands.
    pub(super) fn first(&self) -> Option<&Spanned<String>> {
        let lists = [&self.anywhere, &self.beginning, &self.sentence, &self.said, &self.unsaid];
        lists.into_iter().flatten().next()
    }

    fn lists(&mut self) -> [&mut Texts; 6] {
        [
            &mut self.anywhere,
            &mut self.beginning,
            &mut self.sentence,
            &mut self.unless,
            &mut self.said,
            &mut self.unsaid,
        ]
    }
}

merge!(Says { anywhere, beginning, sentence, unless, said, unsaid });

/// What is wrong with a file, and where; nowhere if that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) place: Range<usize>,
    pub(crate) message: String,
}

impl Wrong {
    pub(crate) fn new(message: String) -> Self {
        Self { place: 0..0, message }
    }

    /// At this place, unless an inner one is known.
    pub(crate) fn at(self, text: &Spanned<String>) -> Self {
        if self.place.is_empty() { Self { place: text.span(), ..self } } else { self }
    }

    /// Inside of this table.
    pub(crate) fn inside(self, table: &str, name: &str) -> Self {
        Self { message: format!("{table}.{name}: {}", self.message), ..self }
    }
}
