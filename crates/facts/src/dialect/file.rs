//! A dialect as it is written: a TOML file, or the table `[dialect]` of a configuration.
//!
//! Every key may be left out. Knows the keys and their types; what they mean together is worked out by
//! [`Dialect`](crate::Dialect).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::english::EnglishFile;

use super::role::{Column, Role};

/// What a dialect file says. Lists add to those of the dialect that it extends, other values replace its.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct DialectFile {
    /// What the dialect is called where its readings are named.
    pub name: Option<Spanned<String>>,
    /// Which state of it, for instance `3` or a date.
    pub version: Option<Spanned<String>>,
    /// A built-in dialect that this one adds to: `graph`. Without it the dialect begins empty.
    pub extends: Option<Spanned<String>>,
    /// Headings by what their sections are for. `word *` is a heading that begins so, `word #` one with
    /// a number behind it, `{name} word` one that begins with an identifier.
    pub headings: BTreeMap<Role, Vec<Spanned<String>>>,
    /// Titles of types.
    pub titles: Titles,
    /// How cells name types.
    pub types: Types,
    /// Titles of columns by what they hold.
    pub columns: BTreeMap<Column, Vec<Spanned<String>>>,
    /// Words and phrases beside those of `english.toml`, and samples of them, which must hold.
    #[serde(skip_serializing_if = "EnglishFile::is_empty")]
    pub english: EnglishFile,
}

/// How headings name types.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Titles {
    /// Words that stand where a name would, and are none: `the`.
    pub not_names: Vec<Spanned<String>>,
}

/// How cells name types.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Types {
    /// What a word means, where that differs from the built-in reading: `numeric = "Decimal"`. The words are
    /// compared without case and namespace.
    pub words: BTreeMap<String, String>,
    /// A relationship whose cell is a word in the plural holds a set: `boats`.
    pub plural_sets: Option<bool>,
}
