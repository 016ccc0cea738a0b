//! The dialect that a configuration chooses: a built-in one, a file, or either with additions.
//!
//! Only the configuration says which file that is; a dialect file itself may extend built-in ones alone.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use diag::{Diagnostic, PageId, SourceFile, Sources};
use dialects::DialectFile;
use facts::Dialect;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use toml::Spanned;

use crate::beside::ConfigFile;
use crate::shown::shown;

/// The setting of a configuration that only names a dialect.
pub(crate) fn named(name: &str) -> DialectFile {
    at(Spanned::new(0..0, name.to_owned()))
}

fn at(name: Spanned<String>) -> DialectFile {
    DialectFile { extends: Some(name), ..DialectFile::default() }
}

/// Reads `"graph"`, `"docs.toml"` or a table.
pub(crate) fn name_or_table<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<DialectFile, D::Error> {
    let setting = Spanned::<Setting>::deserialize(deserializer)?;
    let span = setting.span();
    Ok(match setting.into_inner() {
        Setting::Name(name) => at(Spanned::new(span, name)),
        Setting::Table(table) => *table,
    })
}

enum Setting {
    Name(String),
    Table(Box<DialectFile>),
}

// By hand, because an untagged enumeration loses the places and says of no key that it is unknown.
impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SettingVisitor)
    }
}

struct SettingVisitor;

impl<'de> Visitor<'de> for SettingVisitor {
    type Value = Setting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a dialect, the path of a dialect file, or a table")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Setting, E> {
        Ok(Setting::Name(name.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Setting, A::Error> {
        DialectFile::deserialize(MapAccessDeserializer::new(table))
            .map(|table| Setting::Table(Box::new(table)))
    }
}

/// The dialect of a run.
pub(crate) struct Chosen {
    pub dialect: Dialect,
    /// The text of the file that the configuration names; empty for a built-in dialect.
    pub text: String,
}

/// The dialect that the `setting` of a configuration chooses, with its file read.
pub(crate) fn chosen(setting: &DialectFile, of: &ConfigFile) -> Result<Chosen> {
    let built_in = |dialect| Chosen { dialect, text: String::new() };
    let base = match &setting.extends {
        None => built_in(Dialect::common().clone()),
        Some(name) => match Dialect::named(name.as_ref()) {
            Some(dialect) => built_in(dialect.clone()),
            None => from_file(name, of)?,
        },
    };
    let extended = base.dialect.extended(PageId(0), setting);
    Ok(Chosen { dialect: extended.map_err(|report| of.printed(&report))?, text: base.text })
}

/// The file that the setting names, if it names one.
pub(crate) fn file(setting: &DialectFile) -> Option<&Path> {
    let name = setting.extends.as_ref()?.as_ref();
    (Dialect::named(name).is_none() && is_path(name)).then(|| Path::new(name))
}

/// A dialect file of more bytes than these is refused.
const MAX_DIALECT_BYTES: u64 = 256 << 10;

fn from_file(name: &Spanned<String>, of: &ConfigFile) -> Result<Chosen> {
    if !is_path(name.as_ref()) {
        return Err(of.printed(&Dialect::unknown(PageId(0), name)));
    }
    let path = of.folder().join(name.as_ref());
    let text = of.beside(Path::new(name.as_ref()), MAX_DIALECT_BYTES).and_then(|text| {
        text.with_context(|| match &of.revision {
            None => "there is no such file".to_owned(),
            Some(revision) => format!("it is not in `{}`", diag::printable(revision)),
        })
    });
    let text = text.with_context(|| format!("cannot read the dialect {}", shown(&path)))?;
    let file = ConfigFile { path, text, revision: of.revision.clone() };
    let dialect = Dialect::parse(PageId(0), &file.text).map_err(|report| file.printed(&report))?;
    Ok(Chosen { dialect, text: file.text })
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|it| it == "toml")
}

impl ConfigFile {
    fn printed(&self, report: &Diagnostic) -> anyhow::Error {
        let file = SourceFile { path: shown(&self.path), text: self.text.clone() };
        anyhow!("the dialect is invalid\n{}", diag::render(report, &Sources::new(vec![file])))
    }
}
