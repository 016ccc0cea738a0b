//! The words for primitive types, as the dialect lists them.
//!
//! Knows words and what OData calls the types; which types pages describe is not known here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A primitive type (OData CSDL 4.01, section 3.3), or any JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the standard's own names")]
pub enum Primitive {
    Binary,
    Boolean,
    Byte,
    Date,
    DateTimeOffset,
    Decimal,
    Double,
    Duration,
    Guid,
    Int16,
    Int32,
    Int64,
    SByte,
    Single,
    Stream,
    String,
    TimeOfDay,
    /// Any JSON.
    Untyped,
}

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

/// Words by what they stand for, as a file lists them.
pub(crate) type Listed = BTreeMap<Primitive, Vec<String>>;

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
    /// `String (timestamp)`. Case does not matter. Words in brackets that only describe a text say nothing.
    #[must_use]
    pub fn meaning(&self, name: &str) -> Option<Primitive> {
        let lower = name.trim().trim_matches('`').to_ascii_lowercase();
        let (word, hint) = match lower.split_once('(') {
            Some((word, hint)) => (word.trim(), hint.trim_end_matches(')').trim()),
            None => (lower.as_str(), ""),
        };
        let plain = *self.words.get(without_namespace(word))?;
        let hinted = self.in_brackets.get(without_namespace(hint));
        Some(*hinted.filter(|_| plain == Primitive::String).unwrap_or(&plain))
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

fn without_namespace(lower: &str) -> &str {
    lower.strip_prefix("edm.").unwrap_or(lower)
}
