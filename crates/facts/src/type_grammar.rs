//! How cells name types, as the dialect says: words for primitive types, and words around names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dialects::Types;

use crate::primitives::Primitives;

/// What a word of a type cell does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TypeWord {
    /// `name<T>` holds several `T`: `List`.
    Collection,
    /// `name<K, V>` is an object with members of any name: `Dictionary`.
    Map,
    /// It says that the value may be null.
    Nullable,
    /// `name<T>` may be left out.
    Optional,
    /// It says something of a type but is none, unless nothing else stands there.
    Beside,
    /// It is no type even then.
    NoType,
    /// A text, whose length a number in brackets behind it limits: `nvarchar(20)`.
    Text,
    /// It makes a collection at the end of a cell.
    SeveralLast,
    /// It joins types of which a value has one.
    Joins,
    /// It denies the word behind it.
    Negation,
    /// An enumeration.
    Enumeration,
}

/// How cells name types: the words, in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeGrammar {
    /// Words for primitive types.
    pub(crate) primitives: Primitives,
    words: BTreeSet<(TypeWord, String)>,
    moments: Vec<String>,
    /// What makes a collection of the type beside it, each the words that follow one another.
    several: Vec<Vec<String>>,
    /// Names of types that look like any word of a sentence, as they are written.
    known: BTreeSet<String>,
}

/// What comes with the program, for all dialects.
static STANDARD: LazyLock<TypeGrammar> = LazyLock::new(|| {
    let mut grammar = TypeGrammar::default();
    grammar.extend(&dialects::types());
    grammar
});

impl TypeGrammar {
    /// The one that comes with the program.
    pub(crate) fn standard() -> &'static Self {
        &STANDARD
    }

    /// Adds what a file says.
    pub(crate) fn extend(&mut self, more: &Types) {
        self.primitives.extend(&more.primitives, &more.in_brackets);
        let lists = [
            (TypeWord::Collection, &more.collections),
            (TypeWord::Map, &more.maps),
            (TypeWord::Nullable, &more.nullables),
            (TypeWord::Optional, &more.optionals),
            (TypeWord::Beside, &more.beside),
            (TypeWord::NoType, &more.no_types),
            (TypeWord::Text, &more.texts),
            (TypeWord::SeveralLast, &more.several_last),
            (TypeWord::Joins, &more.joins),
            (TypeWord::Negation, &more.negations),
            (TypeWord::Enumeration, &more.enumerations),
        ];
        for (does, words) in lists {
            self.words.extend(words.iter().map(|word| (does, word.to_ascii_lowercase())));
        }
        self.moments.extend(more.moments.iter().map(|moment| moment.to_ascii_lowercase()));
        let phrase = |text: &String| text.split(' ').map(str::to_ascii_lowercase).collect();
        self.several.extend(more.several.iter().map(phrase));
        self.known.extend(more.known.iter().cloned());
    }

    /// Whether the word does this.
    pub(crate) fn is(&self, word: &str, does: TypeWord) -> bool {
        self.words.contains(&(does, word.trim().to_ascii_lowercase()))
    }

    /// Whether `name<T>` is a `T` that may be null or left out: `Nullable`, `Optional`.
    pub(crate) fn is_optional(&self, name: &str) -> bool {
        self.is(name, TypeWord::Nullable) || self.is(name, TypeWord::Optional)
    }

    /// Whether words beside a type say that there are several of it: "array of".
    pub(crate) fn states_several(&self, words: &[&str]) -> bool {
        let is = |(word, known): (&&str, &String)| word.eq_ignore_ascii_case(known);
        let states = |phrase: &Vec<String>| {
            words.windows(phrase.len()).any(|it| it.iter().zip(phrase).all(is))
        };
        let is_last = |last: &&str| self.is(last, TypeWord::SeveralLast);
        self.several.iter().any(states) || words.last().is_some_and(is_last)
    }

    /// The parts of a text between words that join types, and between `|` and `/`.
    pub(crate) fn alternatives(&self, text: &str) -> Vec<String> {
        let joins = self.words.iter().filter(|(does, _)| *does == TypeWord::Joins);
        let text =
            joins.fold(text.to_owned(), |text, (_, word)| text.replace(&format!(" {word} "), "|"));
        text.split(['|', '/']).map(str::to_owned).collect()
    }

    /// Whether a word of a sentence that is written so is the name of a type.
    pub(crate) fn is_known(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// The text with one word for a moment: "date/time", "date and time", "UTC date time".
    pub(crate) fn with_moments(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for moment in &self.moments {
            while let Some(at) = text.to_ascii_lowercase().find(moment.as_str()) {
                text.replace_range(at..at + moment.len(), "DateTimeOffset");
            }
        }
        text
    }
}
