//! How one set of docs states things: its headings, columns and words, compiled for looking up.
//!
//! A dialect is data: built-in ones stand in `crates/facts/dialects`, others in files of the user's.
//! Rules are code and ask the dialect what a text means. Knows no page.

mod file;
mod invalid;
mod role;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use diag::{Diagnostic, PageId};
use toml::Spanned;

use crate::english::{English, Wrong};
use crate::samples;

pub use file::{DialectFile, Titles, Types};
pub use invalid::did_you_mean;
pub use role::{Column, Role};

/// What the headings, columns and words of some docs mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialect {
    name: String,
    version: String,
    headings: BTreeMap<String, Role>,
    heading_starts: BTreeMap<String, Role>,
    numbered_headings: BTreeMap<String, Role>,
    naming_headings: BTreeMap<String, Role>,
    not_names: Vec<String>,
    columns: BTreeMap<String, Column>,
    type_words: BTreeMap<String, String>,
    plural_sets: bool,
    /// `None` for the one that comes with the program.
    english: Option<Arc<English>>,
}

/// The built-in dialects; each may extend those before it.
const BUILT_IN: [&str; 3] = [
    include_str!("../dialects/graph.toml"),
    include_str!("../dialects/onedrive.toml"),
    include_str!("../dialects/business-central.toml"),
];

static NAMED: LazyLock<Vec<Dialect>> = LazyLock::new(|| {
    BUILT_IN.iter().fold(Vec::new(), |mut named, text| {
        let dialect = parse(PageId(0), text, &named);
        named.push(dialect.expect("the built-in dialects are right, which a test holds"));
        named
    })
});

impl Dialect {
    /// The built-in dialect of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        NAMED.iter().find(|dialect| dialect.name == name)
    }

    /// The dialect of Microsoft Graph.
    pub fn graph() -> &'static Self {
        &NAMED[0]
    }

    /// Reads a dialect file; `file` is where reports point to.
    ///
    /// # Errors
    /// The text is no TOML, has unknown keys, or contradicts itself; the report says where.
    pub fn parse(file: PageId, text: &str) -> Result<Self, Diagnostic> {
        parse(file, text, &NAMED)
    }

    /// The report of a name that no built-in dialect has; the place of the name is one of `file`.
    pub fn unknown(file: PageId, name: &Spanned<String>) -> Diagnostic {
        unknown(file, name, &NAMED)
    }

    /// The dialect with what `more` adds; the places in it are those of `file`.
    ///
    /// # Errors
    /// The addition contradicts itself; the report says where.
    pub fn extended(&self, file: PageId, more: &DialectFile) -> Result<Self, Diagnostic> {
        let mut dialect = self.clone();
        let set = |old: &mut String, new: &Option<Spanned<String>>| {
            if let Some(new) = new {
                old.clone_from(new.as_ref());
            }
        };
        set(&mut dialect.name, &more.name);
        set(&mut dialect.version, &more.version);
        let mut seen = BTreeMap::new();
        for (role, headings) in &more.headings {
            for heading in headings {
                once(file, heading, *role, &mut seen)?;
                dialect.add_heading(heading.as_ref(), *role);
            }
        }
        dialect.not_names.extend(more.titles.not_names.iter().map(|word| normal(word.as_ref())));
        let mut seen = BTreeMap::new();
        for (column, titles) in &more.columns {
            for title in titles {
                once(file, title, *column, &mut seen)?;
                dialect.columns.insert(normal(title.as_ref()), *column);
            }
        }
        let type_words = more.types.words.iter();
        dialect
            .type_words
            .extend(type_words.map(|(word, meaning)| (word.to_ascii_lowercase(), meaning.clone())));
        if !more.english.is_empty() {
            let extended = self.english().extended(&more.english).and_then(|english| {
                samples::check(&more.english, &english)?;
                Ok(english)
            });
            let report = |it: Wrong| invalid::at(file, it.place, format!("english.{}", it.message));
            let english = extended.map_err(report)?;
            dialect.english = Some(Arc::new(english));
        }
        dialect.plural_sets = more.types.plural_sets.unwrap_or(dialect.plural_sets);
        Ok(dialect)
    }

    /// Files a heading under the kind of pattern that it is.
    fn add_heading(&mut self, heading: &str, role: Role) {
        let (headings, text) = if let Some(start) = heading.strip_suffix(" *") {
            (&mut self.heading_starts, start)
        } else if let Some(start) = heading.strip_suffix(" #") {
            (&mut self.numbered_headings, start)
        } else if let Some(rest) = heading.strip_prefix("{name} ") {
            (&mut self.naming_headings, rest)
        } else {
            (&mut self.headings, heading)
        };
        headings.insert(normal(text), role);
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which state of it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The language of the docs.
    pub(crate) fn english(&self) -> &English {
        self.english.as_deref().unwrap_or_else(|| English::standard())
    }

    /// The type that a word of a type cell means, if the dialect says so.
    pub(crate) fn type_word(&self, word: &str) -> Option<&str> {
        self.type_words.get(&word.to_ascii_lowercase()).map(String::as_str)
    }

    /// Whether relationships name sets by words in the plural.
    pub(crate) fn has_plural_sets(&self) -> bool {
        self.plural_sets
    }

    /// What a heading means by itself, without regard to the sections around it.
    pub fn heading(&self, title: &str) -> Role {
        let title = normal(title);
        let known = |title: &str| self.headings.get(title).copied();
        known(&title)
            .or_else(|| known(without_parentheses(&title)))
            .or_else(|| self.heading_start(&title))
            .or_else(|| self.naming_heading(&title))
            .unwrap_or(Role::Unknown)
    }

    fn heading_start(&self, title: &str) -> Option<Role> {
        let starts = |ends: fn(&str) -> bool| {
            move |(start, role): (&String, &Role)| {
                title.strip_prefix(start.as_str()).is_some_and(ends).then_some(*role)
            }
        };
        let at_word = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':', ',']);
        let at_number = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let first = self.heading_starts.iter().find_map(starts(at_word));
        first.or_else(|| self.numbered_headings.iter().find_map(starts(at_number)))
    }

    /// One identifier and a word for what it is.
    fn naming_heading(&self, title: &str) -> Option<Role> {
        let (name, rest) = title.split_once(' ')?;
        let identifier = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
            && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_name = identifier && !self.not_names.iter().any(|word| word == name);
        self.naming_headings.get(rest).copied().filter(|_| is_name)
    }

    /// What a column's name means.
    pub fn column(&self, name: &str) -> Option<Column> {
        let name = normal(name);
        self.columns.get(&name).or_else(|| self.columns.get(without_parentheses(&name))).copied()
    }

    /// What the columns of a table mean.
    pub(crate) fn columns(&self, table: &page::Table) -> Vec<Option<Column>> {
        table.header.iter().map(|cell| self.column(&cell.plain())).collect()
    }
}

fn parse(file: PageId, text: &str, known: &[Dialect]) -> Result<Dialect, Diagnostic> {
    let written: DialectFile =
        toml::from_str(text).map_err(|error| invalid::report(file, &error))?;
    let empty = Dialect::default();
    let base = match &written.extends {
        None => &empty,
        Some(name) => base(file, name, known)?,
    };
    base.extended(file, &written)
}

/// The dialect that a file extends.
fn base<'a>(
    file: PageId,
    name: &Spanned<String>,
    known: &'a [Dialect],
) -> Result<&'a Dialect, Diagnostic> {
    known
        .iter()
        .find(|dialect| dialect.name == *name.as_ref())
        .ok_or_else(|| unknown(file, name, known))
}

fn unknown(file: PageId, name: &Spanned<String>, known: &[Dialect]) -> Diagnostic {
    let message = format!("there is no built-in dialect `{}`", diag::printable(name.as_ref()));
    let names: Vec<&str> = known.iter().map(Dialect::name).collect();
    let help = match invalid::nearest(name.as_ref(), names.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("these are built in: {}", names.join(", ")),
    };
    invalid::at(file, name.span(), message).help(help)
}

/// Reports a text that the same file lists under two names.
fn once<T: Copy + PartialEq>(
    file: PageId,
    text: &Spanned<String>,
    meaning: T,
    seen: &mut BTreeMap<String, T>,
) -> Result<(), Diagnostic> {
    match seen.insert(text.as_ref().to_lowercase(), meaning) {
        Some(other) if other != meaning => {
            let message = format!("`{}` has two meanings", diag::printable(text.as_ref()));
            Err(invalid::at(file, text.span(), message).help("leave it in one of the lists"))
        }
        _ => Ok(()),
    }
}

/// Lower case, one space between words, no emphasis, no final punctuation.
fn normal(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '*' | '`' | '\\')).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    joined.trim_end_matches([':', '.', '?']).trim_end().to_owned()
}

/// `request body (v1.0)` without its last parenthesis.
fn without_parentheses(text: &str) -> &str {
    match text.rfind(" (") {
        Some(open) if text.ends_with(')') => text[..open].trim_end(),
        _ => text,
    }
}
