//! The words for primitive types, as the dialect lists them.
//!
//! Knows words and what OData calls the types; which types pages describe is not known here.

use std::collections::BTreeMap;

use dialects::{Listed, Primitive};

/// Which words stand for which primitive type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Primitives {
    /// By the word in lower case.
    words: BTreeMap<String, Primitive>,
    /// As above, of words in brackets behind one for `String`.
    in_brackets: BTreeMap<String, Primitive>,
    /// The words as the dialect spells them.
    spelled: Vec<String>,
}

impl Primitives {
    /// Adds words; those that are there already get the new meaning.
    pub(crate) fn extend(&mut self, words: &Listed, in_brackets: &Listed) {
        let each = |listed: &Listed| -> Vec<(String, Primitive)> {
            let words = |(primitive, words): (&Primitive, &Vec<String>)| {
                words.iter().map(|word| (word.to_ascii_lowercase(), *primitive)).collect::<Vec<_>>()
            };
            listed.iter().flat_map(words).collect()
        };
        self.words.extend(each(words));
        self.in_brackets.extend(each(in_brackets));
        self.spelled.extend(words.values().flatten().cloned());
    }

    /// What a name stands for when it is a word for a primitive type: `String`, `Edm.Int32`, `dateTimeOffset`,
    /// `String (timestamp)`, `integer (int64)`. Case does not matter. Words in brackets that only describe a text say
    /// nothing.
    #[must_use]
    pub fn meaning(&self, name: &str) -> Option<Primitive> {
        let lower = name.trim().trim_matches('`').to_ascii_lowercase();
        let word = lower.split_once('(').map_or(lower.as_str(), |(word, _)| word.trim());
        let plain = *self.words.get(without_namespace(word))?;
        Some(self.narrowed(&lower).unwrap_or(plain))
    }

    /// What words in brackets make of the text or number before them, if they say more of it: `string (uuid)`.
    pub(crate) fn narrowed(&self, name: &str) -> Option<Primitive> {
        let lower = name.to_ascii_lowercase();
        let (word, hint) = lower.strip_suffix(')')?.split_once('(')?;
        let hint = without_namespace(hint.trim());
        match *self.words.get(without_namespace(word.trim()))? {
            Primitive::String => self.in_brackets.get(hint).copied(),
            plain if is_number(plain) => self.words.get(hint).copied().filter(|it| is_number(*it)),
            _ => None,
        }
    }

    /// Whether the name is a word for a primitive type, with or without `Edm.`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.words.contains_key(without_namespace(&name.to_ascii_lowercase()))
    }

    /// The words as the dialect spells them.
    pub fn spelled(&self) -> impl Iterator<Item = &str> {
        self.spelled.iter().map(String::as_str)
    }
}

fn is_number(primitive: Primitive) -> bool {
    use Primitive::{Decimal, Double, Int16, Int32, Int64, Single};
    matches!(primitive, Decimal | Double | Int16 | Int32 | Int64 | Single)
}

fn without_namespace(lower: &str) -> &str {
    lower.strip_prefix("edm.").unwrap_or(lower)
}
