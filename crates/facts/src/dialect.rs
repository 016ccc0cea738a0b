//! How one set of docs states things: its headings, columns and words, compiled for looking up.
//!
//! A dialect is data: built-in ones stand in `crates/dialects`, others in files of the user's. Rules are code and ask the dialect what a text means. Knows no page.

mod extended;
mod headings;
mod invalid;
mod pages;
mod parts;
mod placeholders;
mod service;
#[cfg(test)]
mod tests;
mod titles;
mod versions;
mod wildcard;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use diag::{Diagnostic, PageId};
use dialects::{
    Caller, Column, DialectFile, Fences, FrontMatter, Place, Role, Spanned, Usual, VersionSource,
};

use crate::english::English;
use crate::plural::Plurals;
use crate::primitives::Primitives;
use crate::type_grammar::TypeGrammar;

use headings::Headings;
pub use invalid::is_address;
pub use pages::OddGlob;
pub(crate) use pages::PageKinds;
use placeholders::Placeholders;
pub(crate) use service::{Addresses, Target};
use titles::TitleWords;
pub use versions::Versions;

/// What the headings, columns and words of some docs mean.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    name: String,
    version: String,
    base_url: Option<String>,
    default_namespace: String,
    /// How addresses of the service are written.
    pub(crate) addresses: Addresses,
    links: PublishedAt,
    versions: Versions,
    /// Which pages are about what.
    pub(crate) kinds: PageKinds,
    headings: Headings,
    /// What titles call what they name.
    titles: TitleWords,
    places: BTreeMap<String, Place>,
    callers: BTreeMap<String, Vec<Caller>>,
    placeholders: Placeholders,
    /// Query parameters whose values in request lines are no examples, in lower case.
    constants: BTreeSet<String>,
    front_matter: FrontMatter,
    fences: Fences,
    /// What first words of paths stand for.
    aliases: BTreeMap<String, String>,
    columns: BTreeMap<String, Column>,
    /// `None` for the one that comes with the program.
    grammar: Option<Arc<TypeGrammar>>,
    type_words: BTreeMap<String, String>,
    plural_sets: bool,
    /// `None` for the one that comes with the program.
    english: Option<Arc<English>>,
}

/// Where the pages are published, each with `{page}` and maybe `{version}` or `{number}`.
#[derive(Clone, Debug, Default)]
pub struct PublishedAt {
    /// What site-rooted links are relative to.
    pub site: String,
    /// The address of a reference page.
    pub reference: String,
    /// The address of any other page.
    pub concept: String,
    /// What stands in `{page}` for a folder of the docs.
    pub folders: BTreeMap<String, String>,
    /// What addresses on the site begin with, and the folder that the rest is a path in.
    pub(crate) pages: BTreeMap<String, String>,
}

/// What every dialect begins with.
static COMMON: LazyLock<Dialect> = LazyLock::new(|| {
    let common = read(PageId(0), dialects::COMMON);
    let common = common.and_then(|file| Dialect::default().extended(PageId(0), &file));
    let mut common = common.expect("the file is right, which a test holds");
    common.kinds.inherit();
    common
});

static NAMED: LazyLock<Vec<Dialect>> = LazyLock::new(|| {
    dialects::BUILT_IN.iter().fold(Vec::new(), |mut named, text| {
        let mut dialect = parse(PageId(0), text, &named)
            .expect("the built-in dialects are right, which a test holds");
        dialect.kinds.inherit();
        named.push(dialect);
        named
    })
});

impl Dialect {
    /// The built-in dialect of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        NAMED.iter().find(|dialect| dialect.name == name)
    }

    /// What docs of any hand have in common; files without `extends` begin with it.
    pub fn common() -> &'static Self {
        &COMMON
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
        let written = read(file, text)?;
        if let Some(root) = &written.service.base_url {
            let message = "a dialect file cannot say where requests and their tokens go".to_owned();
            let help = "write it as `base-url` below the version in the configuration";
            return Err(invalid::at(file, root.span(), message).help(help));
        }
        parse(file, text, &NAMED)
    }

    /// The report of a name that no built-in dialect has; the place of the name is one of `file`.
    pub fn unknown(file: PageId, name: &Spanned<String>) -> Diagnostic {
        unknown(file, name, &NAMED)
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

    /// The service root of a version, if the dialect says it.
    pub fn base_url(&self, version: &str) -> Option<String> {
        self.base_url.as_deref().map(|root| of_version(root, version))
    }

    /// The namespace of types on pages that state none.
    pub fn default_namespace(&self) -> &str {
        &self.default_namespace
    }

    /// Where the pages of a version are published.
    pub fn links(&self, version: &str) -> PublishedAt {
        PublishedAt {
            site: of_version(&self.links.site, version),
            reference: of_version(&self.links.reference, version),
            concept: of_version(&self.links.concept, version),
            folders: self.links.folders.clone(),
            pages: self.links.pages.clone(),
        }
    }

    /// The dialect as one version reads it, whose requests go to `base_url`.
    #[must_use]
    pub fn serving(&self, version: &str, base_url: &str) -> Self {
        let mut dialect = self.clone();
        dialect.addresses.add_root(base_url);
        if self.versions.from() == VersionSource::Prefix {
            let (own, others) = self.versions.marks(version);
            dialect.addresses.set_versions(own, others.into_iter());
        }
        dialect
    }

    /// Where addresses of pages on the site lead: what they begin with, and the folder of the version.
    pub(crate) fn site_pages(&self) -> &BTreeMap<String, String> {
        &self.links.pages
    }

    /// What tells versions apart.
    pub fn versions(&self) -> &Versions {
        &self.versions
    }

    /// Whether the page at this path is read in parts.
    pub(crate) fn is_split(&self, path: &str) -> bool {
        !self.kinds.split_at(path).is_empty()
    }

    /// Of the globs that a user's file adds, those that match none of these, the paths of all pages, or make a page of
    /// operations and of types of one.
    pub fn odd_globs(&self, paths: &BTreeSet<&str>) -> Vec<OddGlob> {
        self.kinds.oddities(paths)
    }

    /// Whether the page at this path is not read by itself.
    pub fn ignores(&self, path: &str) -> bool {
        self.kinds.ignored.has_path(path)
    }

    /// The words for primitive types.
    pub fn primitives(&self) -> &Primitives {
        &self.grammar().primitives
    }

    /// How nouns form the plural.
    pub fn plurals(&self) -> &Plurals {
        self.english().plurals()
    }

    /// How cells name types.
    pub(crate) fn grammar(&self) -> &TypeGrammar {
        self.grammar.as_deref().unwrap_or(TypeGrammar::standard())
    }

    /// The type that a word of a type cell means, if the dialect says so.
    pub(crate) fn type_word(&self, word: &str) -> Option<&str> {
        self.type_words.get(&word.to_ascii_lowercase()).map(String::as_str)
    }

    /// What the several words mean that a type cell begins with: `whole number`.
    pub(crate) fn type_of_words(&self, cell: &str) -> Option<&str> {
        let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
        let begins = |words: &str| {
            let rest = cell.strip_prefix(words);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        let several = self.type_words.iter().rev().filter(|(words, _)| words.contains(' '));
        several.filter(|(words, _)| begins(words)).map(|(_, meaning)| meaning.as_str()).next()
    }

    /// Whether relationships name sets by words in the plural.
    pub(crate) fn has_plural_sets(&self) -> bool {
        self.plural_sets
    }

    /// Whether the page at this path is one of types.
    pub(crate) fn is_page_of_type(&self, path: &str) -> bool {
        self.kinds.resources.has_path(path) || self.kinds.resources.has_path(&path.to_lowercase())
    }

    /// Whether a fence that is marked so may hold requests.
    pub(crate) fn may_hold_requests(&self, info: &str) -> bool {
        self.fences.requests.iter().any(|known| known == info)
    }

    /// Whether a fence that is marked so holds a program.
    pub(crate) fn is_program(&self, info: &str) -> bool {
        self.fences.programs.iter().any(|known| known == info)
    }

    /// The type of the one object that the first word of a path stands for: `user` for `me`.
    pub fn alias(&self, word: &str) -> Option<&str> {
        self.aliases.get(word).map(String::as_str)
    }

    /// What front matter holds.
    pub fn front_matter(&self) -> &FrontMatter {
        &self.front_matter
    }

    /// What short sentences say, as people write them.
    pub fn usual(&self) -> &Usual {
        self.english().usual()
    }

    /// The part of a request that cells call so.
    pub(crate) fn place(&self, word: &str) -> Option<Place> {
        self.places.get(&normal(word)).copied()
    }

    /// The callers that the dialect calls so.
    pub(crate) fn callers(&self, label: &str) -> Vec<Caller> {
        self.callers.get(&normal(label)).cloned().unwrap_or_default()
    }

    /// Whether a query parameter has the same value in every request.
    pub(crate) fn is_constant(&self, parameter: &str) -> bool {
        self.constants.contains(&parameter.to_lowercase())
    }

    /// The path with placeholders of the dialect's own in braces: `/users/:id` is `/users/{id}`.
    pub(crate) fn with_braces<'p>(&self, path: &'p str) -> Cow<'p, str> {
        self.placeholders.with_braces(path)
    }

    /// What a column's name means.
    pub fn column(&self, name: &str) -> Option<Column> {
        let name = normal(name);
        self.columns.get(&name).or_else(|| self.columns.get(without_parentheses(&name))).copied()
    }

    /// The titles of columns that it knows.
    pub fn column_titles(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// What the columns of a table mean.
    pub(crate) fn columns(&self, table: &page::Table) -> Vec<Option<Column>> {
        table.header.iter().map(|cell| self.column(&cell.plain())).collect()
    }
}

/// Puts the version's name into an address.
fn of_version(address: &str, version: &str) -> String {
    let number = version.strip_prefix('v').unwrap_or(version);
    address.replace("{version}", version).replace("{number}", number)
}

fn parse(file: PageId, text: &str, known: &[Dialect]) -> Result<Dialect, Diagnostic> {
    let written = read(file, text)?;
    let base = match &written.extends {
        None => Dialect::common(),
        Some(name) => base(file, name, known)?,
    };
    base.extended(file, &written)
}

fn read(file: PageId, text: &str) -> Result<DialectFile, Diagnostic> {
    dialects::parse(text).map_err(|error| invalid::report(file, &error))
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
    let help = match diag::nearest(name.as_ref(), names.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("these are built in: {}", names.join(", ")),
    };
    invalid::at(file, name.span(), message).help(help)
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
