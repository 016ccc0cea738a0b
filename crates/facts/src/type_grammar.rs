//! How cells name types, as the dialect says: words for primitive types, and words around names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::dialect::Types;
use crate::primitives::Primitives;

/// What the words of a type cell do. All are in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeGrammar {
    /// Words for primitive types.
    pub(crate) primitives: Primitives,
    collections: BTreeSet<String>,
    maps: BTreeSet<String>,
    nullables: BTreeSet<String>,
    optionals: BTreeSet<String>,
    moments: Vec<String>,
    beside: BTreeSet<String>,
    texts: BTreeSet<String>,
    /// Each the words that follow one another.
    several: Vec<Vec<String>>,
    several_last: BTreeSet<String>,
    joins: BTreeSet<String>,
    negations: BTreeSet<String>,
    enumerations: BTreeSet<String>,
    no_types: BTreeSet<String>,
    known: BTreeSet<String>,
}

/// What comes with the program, for all dialects.
static STANDARD: LazyLock<TypeGrammar> = LazyLock::new(|| {
    let types = toml::from_str(include_str!("../dialects/types.toml"));
    let mut grammar = TypeGrammar::default();
    grammar
        .extend(&types.expect("the built-in file is right, which every test of a type cell holds"));
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
        let lower = |words: &[String]| -> Vec<String> {
            words.iter().map(|word| word.to_ascii_lowercase()).collect()
        };
        self.collections.extend(lower(&more.collections));
        self.maps.extend(lower(&more.maps));
        self.nullables.extend(lower(&more.nullables));
        self.optionals.extend(lower(&more.optionals));
        self.moments.extend(lower(&more.moments));
        self.beside.extend(lower(&more.beside));
        self.texts.extend(lower(&more.texts));
        let phrase = |text: String| text.split(' ').map(str::to_owned).collect();
        self.several.extend(lower(&more.several).into_iter().map(phrase));
        self.several_last.extend(lower(&more.several_last));
        self.joins.extend(lower(&more.joins));
        self.negations.extend(lower(&more.negations));
        self.enumerations.extend(lower(&more.enumerations));
        self.no_types.extend(lower(&more.no_types));
        self.known.extend(more.known.iter().cloned());
    }

    /// Whether a word of a sentence that is written so is the name of a type.
    pub(crate) fn is_known(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// Whether a number in brackets behind the word limits a length: `nvarchar(20)`.
    pub(crate) fn is_text(&self, word: &str) -> bool {
        self.texts.contains(&word.to_ascii_lowercase())
    }

    /// Whether words beside a type say that there are several of it: "array of".
    pub(crate) fn states_several(&self, words: &[&str]) -> bool {
        let is = |(word, known): (&&str, &String)| word.eq_ignore_ascii_case(known);
        let states = |phrase: &Vec<String>| {
            words.windows(phrase.len()).any(|it| it.iter().zip(phrase).all(is))
        };
        let last = words.last().map(|last| last.to_ascii_lowercase());
        self.several.iter().any(states) || last.is_some_and(|it| self.several_last.contains(&it))
    }

    /// Whether the word joins types of which a value has one.
    pub(crate) fn joins(&self, word: &str) -> bool {
        self.joins.contains(&word.to_ascii_lowercase())
    }

    /// The parts of a text between words that join types, and between `|` and `/`.
    pub(crate) fn alternatives(&self, text: &str) -> Vec<String> {
        let mut text = text.to_owned();
        for word in &self.joins {
            text = text.replace(&format!(" {word} "), "|");
        }
        text.split(['|', '/']).map(str::to_owned).collect()
    }

    /// Whether the word denies the one behind it.
    pub(crate) fn is_negation(&self, word: &str) -> bool {
        self.negations.contains(&word.to_ascii_lowercase())
    }

    /// Whether the word is one for an enumeration.
    pub(crate) fn is_enumeration(&self, word: &str) -> bool {
        self.enumerations.contains(&word.to_ascii_lowercase())
    }

    /// Whether the word is no type even if nothing else stands there.
    pub(crate) fn is_no_type(&self, word: &str) -> bool {
        self.no_types.contains(&word.to_ascii_lowercase())
    }

    /// Whether `name<T>` holds several `T`: `List`.
    pub(crate) fn is_collection(&self, name: &str) -> bool {
        self.collections.contains(&name.trim().to_ascii_lowercase())
    }

    /// Whether `name<K, V>` is an object with members of any name: `Dictionary`.
    pub(crate) fn is_map(&self, name: &str) -> bool {
        self.maps.contains(&name.trim().to_ascii_lowercase())
    }

    /// Whether the word says that the value may be null.
    pub(crate) fn is_nullable(&self, word: &str) -> bool {
        self.nullables.contains(&word.to_ascii_lowercase())
    }

    /// Whether `name<T>` is a `T` that may be null or left out: `Nullable`, `Optional`.
    pub(crate) fn is_optional(&self, name: &str) -> bool {
        self.is_nullable(name.trim()) || self.optionals.contains(&name.trim().to_ascii_lowercase())
    }

    /// Whether the word says something of a type but is none, unless nothing else stands there.
    pub(crate) fn is_beside(&self, word: &str) -> bool {
        self.beside.contains(&word.to_ascii_lowercase())
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
