//! What titles call what they name.

use dialects::Titles;

use super::extended::normal_words;
use super::{Dialect, normal};

/// Words that stand behind a name in titles, by what has the name.
#[derive(Clone, Debug, Default)]
pub(super) struct TitleWords {
    types: Vec<String>,
    enumerations: Vec<String>,
    operations: Vec<String>,
    /// In headings of values.
    properties: Vec<String>,
}

impl TitleWords {
    pub(super) fn extend(&mut self, more: &Titles) {
        self.types.extend(normal_words(&more.types));
        self.enumerations.extend(normal_words(&more.enumerations));
        self.operations.extend(normal_words(&more.operations));
        self.properties.extend(normal_words(&more.properties));
    }
}

impl Dialect {
    /// Whether a title with this word behind a name is that of a type.
    pub fn names_types(&self, word: &str) -> bool {
        has(&self.titles.types, word)
    }

    /// Whether a title with this word behind a name is that of an enumeration.
    pub(crate) fn names_enumerations(&self, word: &str) -> bool {
        has(&self.titles.enumerations, word)
    }

    /// Whether a title with this word behind a name is that of an operation.
    pub(crate) fn names_operations(&self, word: &str) -> bool {
        has(&self.titles.operations, word)
    }

    /// Whether a heading of values with these words behind a name is about a property of that name.
    pub(crate) fn names_properties(&self, words: &str) -> bool {
        self.titles.properties.contains(&normal(words))
    }
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
