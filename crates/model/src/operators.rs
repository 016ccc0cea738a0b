//! `$filter` operators of a property, as one of the sets that generated constants name.
//!
//! Reads the words of the docs; returns sets with one spelling each. Knows no statements and no types.

use std::collections::BTreeSet;

use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// An operator that the docs may allow in a `$filter` on a property, in the order in which sets list them. In JSON it
/// is the word that the reading stage has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "named after the operators")]
pub enum Operator {
    Eq,
    Ne,
    Not,
    Gt,
    Ge,
    Lt,
    Le,
    In,
    StartsWith,
    EndsWith,
    Contains,
    Has,
    Any,
    All,
    /// Comparing with `null`.
    Null,
}

impl Operator {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Eq,
        Self::Ne,
        Self::Not,
        Self::Gt,
        Self::Ge,
        Self::Lt,
        Self::Le,
        Self::In,
        Self::StartsWith,
        Self::EndsWith,
        Self::Contains,
        Self::Has,
        Self::Any,
        Self::All,
        Self::Null,
    ];

    fn of_word(word: &str) -> Option<Self> {
        let word: StrDeserializer<'_, Error> = word.into_deserializer();
        Self::deserialize(word).ok()
    }

    /// The Rust trait and the part of a set's name: `StartsWith`.
    pub fn rust_name(self) -> String {
        format!("{self:?}")
    }
}

/// What the reading stage has for "Does not support `$filter`".
const NONE: &str = "none";

/// The operators that the docs state for a property. Empty where it cannot be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OperatorSet(BTreeSet<Operator>);

impl OperatorSet {
    /// The set of the words `stated`; `None` where they do not say what may be compared.
    ///
    /// The operators of a collection are those of its elements, to which `any` always leads. So `any` by
    /// itself says nothing of the elements, and counting them needs no operator of theirs.
    pub fn new(stated: &[String], collection: bool) -> Option<Self> {
        if stated == [NONE] {
            return Some(Self(BTreeSet::new()));
        }
        let set: BTreeSet<Operator> =
            stated.iter().filter_map(|it| Operator::of_word(it)).collect();
        let leads = |it: &Operator| matches!(it, Operator::Any | Operator::All);
        (!set.iter().all(|it| collection && leads(it))).then_some(Self(set))
    }

    /// What `$filter` takes of a property for which these operators are stated; all, where none are.
    pub fn offered(stated: Option<&Self>) -> BTreeSet<Operator> {
        let Some(Self(stated)) = stated else { return Operator::ALL.into() };
        let mut offered = stated.clone();
        // As `operator_sets!` has it: there is no other way in which operators of a collection could be used.
        if !offered.is_empty() {
            offered.insert(Operator::Any);
        }
        offered
    }

    /// The operators in their order.
    pub fn operators(&self) -> impl Iterator<Item = Operator> {
        self.0.iter().copied()
    }

    /// The Rust name: the operators' names in their order, `EqNeStartsWith`; `Nothing` of the empty set.
    pub fn rust_name(&self) -> String {
        if self.0.is_empty() {
            return "Nothing".to_owned();
        }
        self.operators().map(Operator::rust_name).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::Deserialize as _;
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, StrDeserializer};

    use super::{Operator, OperatorSet};

    #[test]
    fn all_operators_are_listed() {
        let unknown: StrDeserializer<'_, Error> = "?".into_deserializer();
        let error = Operator::deserialize(unknown).expect_err("it is no operator").to_string();
        // Its words are those of the enum, each between backticks, behind the unknown one.
        let words: Vec<&str> = error.split('`').skip(1).step_by(2).skip(1).collect();
        let listed: Vec<Operator> = words.iter().filter_map(|it| Operator::of_word(it)).collect();
        assert_eq!(listed.len(), words.len(), "{error}");
        assert_eq!(listed, Operator::ALL);
    }

    #[test]
    fn what_is_stated_offers_any_too() {
        let offered = |stated: &str| {
            let words: Vec<String> = stated.split_whitespace().map(str::to_owned).collect();
            OperatorSet::offered(OperatorSet::new(&words, false).as_ref())
        };
        assert_eq!(offered("eq"), BTreeSet::from([Operator::Eq, Operator::Any]));
        assert_eq!(offered("none"), BTreeSet::new());
        assert_eq!(offered(""), BTreeSet::from(Operator::ALL));
    }

    #[test]
    fn sets_have_one_spelling() {
        let cases = [
            ("in ne eq", false, "EqNeIn"),
            ("startsWith eq le ge not", false, "EqNotGeLeStartsWith"),
            ("eq null", false, "EqNull"),
            ("", false, "-"),
            ("eq not", true, "EqNot"),
            ("any eq", true, "EqAny"),
            ("any", true, "-"),
            ("count", true, "-"),
            ("any all", true, "-"),
            ("none", false, "Nothing"),
        ];
        for (stated, collection, name) in cases {
            let words: Vec<String> = stated.split_whitespace().map(str::to_owned).collect();
            let set = OperatorSet::new(&words, collection);
            assert_eq!(set.map_or("-".to_owned(), |set| set.rust_name()), name, "{stated}");
        }
    }
}
