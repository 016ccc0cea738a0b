//! How `english.toml` is written, and the table `[english]` of a dialect, which adds to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::merge::{Merge as _, merge};
use crate::plurals::PluralsFile;

/// Patterns and words; each may be reported at its place.
type Texts = Vec<Spanned<String>>;

/// Words, patterns and samples. Lists add to those that the language has already, other values replace its.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct EnglishFile {
    /// Classes of words and of phrases, each phrase a pattern.
    pub words: BTreeMap<String, Texts>,
    /// How predicates are said.
    pub shapes: BTreeMap<String, Shape>,
    /// What yields a note.
    pub phrases: BTreeMap<String, Phrase>,
    /// What rules ask of a sentence.
    pub says: BTreeMap<String, Says>,
    /// What short sentences say.
    pub usual: Usual,
    /// How nouns form the plural.
    pub plurals: PluralsFile,
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
pub struct Shape {
    /// Ways to affirm it.
    pub affirmed: Texts,
    /// Ways to deny it.
    pub denied: Texts,
    /// Affirmed, and anything may follow.
    pub opening: Texts,
}

merge!(Shape { affirmed, denied, opening });

/// What a sentence can give.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Gives {
    /// The service alone writes it.
    ReadOnly,
    /// It is written when the object is created.
    CreateOnly,
    /// It is never read.
    WriteOnly,
    /// It may be null.
    Nullable,
    /// It is never null.
    NotNullable,
    /// It must be there.
    Required,
    /// It must be there when the object is created.
    RequiredOnCreate,
    /// It may be left out.
    Optional,
    /// It tells the object from others.
    Key,
    /// It is returned only if it is selected.
    SelectOnly,
    /// It is returned unless others are selected.
    ReturnedByDefault,
    /// It is deprecated.
    Deprecated,
    /// Several of its values may be set.
    Flags,
    /// It is set when the object is created; what the rest of the sentence denies, it denies afterwards.
    SetOnCreate,
}

/// A predicate with its shapes, or patterns as they are.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Phrase {
    /// What is said, by a pattern.
    pub predicate: Texts,
    /// The shapes that it is said in.
    pub shapes: Texts,
    /// What it gives where it is affirmed.
    pub affirmed: Turns,
    /// What it gives where it is denied.
    pub denied: Turns,
    /// What the other patterns give.
    pub gives: Option<Gives>,
    /// Patterns of a whole clause.
    pub clause: Texts,
    /// Patterns that a clause begins with.
    pub opening: Texts,
    /// Patterns of a whole sentence.
    pub sentence: Texts,
    /// Patterns that a sentence begins with.
    pub beginning: Texts,
    /// Patterns that stand anywhere in a sentence.
    pub anywhere: Texts,
    /// Classes of words that make it no statement.
    pub unless: Texts,
    /// Sentences by what they must give.
    pub said: BTreeMap<Gives, Texts>,
    /// Sentences that give nothing.
    pub unsaid: Texts,
}

/// What a predicate gives, by what follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Turns {
    /// At the end of the clause.
    pub plain: Option<Gives>,
    /// Before words for the creation of the object.
    pub on_create: Option<Gives>,
    /// Before words for the time after that.
    pub later: Option<Gives>,
}

/// Patterns for one question.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Says {
    /// Patterns that stand anywhere in a sentence.
    pub anywhere: Texts,
    /// Patterns that a sentence begins with.
    pub beginning: Texts,
    /// Patterns of a whole sentence.
    pub sentence: Texts,
    /// Classes of words that make it no statement.
    pub unless: Texts,
    /// Sentences that say it.
    pub said: Texts,
    /// Sentences that do not.
    pub unsaid: Texts,
}

merge!(EnglishFile { words, shapes, phrases, says, usual, plurals });

impl EnglishFile {
    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what `more` says. Only the places in `more` are kept: they are of one file.
    pub fn extend(&mut self, more: &Self) {
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
    pub fn first(&self) -> Option<&Spanned<String>> {
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
