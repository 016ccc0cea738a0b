//! A dialect as it is written: a TOML file, or the table `[dialect]` of a configuration.
//!
//! Every key may be left out. Knows the keys and their types; what they mean together is worked out by
//! the stage that reads pages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::english::EnglishFile;
use crate::merge::merge;
use crate::primitives::Listed;

use crate::role::{Caller, Column, Place, Role};

/// What a dialect file says. Lists add to those of the dialect that it extends, other values replace its.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct DialectFile {
    /// What the dialect is called where its readings are named.
    pub name: Option<Spanned<String>>,
    /// Which state of it, for instance `3` or a date.
    pub version: Option<Spanned<String>>,
    /// A built-in dialect that this one adds to: `graph`. Without it the dialect begins with what docs of any hand have in
    /// common.
    pub extends: Option<Spanned<String>>,
    /// The API that the docs are about.
    pub service: Service,
    /// Where the pages are published.
    pub links: Links,
    /// Which versions of the API there are, and what belongs to which.
    pub versions: Versions,
    /// Which pages are about what.
    pub pages: Pages,
    /// What front matter holds.
    pub front_matter: FrontMatter,
    /// What fences hold, by the word behind their marks.
    pub fences: Fences,
    /// Headings by what their sections are for. `word *` is a heading that begins so, `word #` one with
    /// a number behind it, `{name} word` one that begins with an identifier.
    pub headings: BTreeMap<Role, Vec<Spanned<String>>>,
    /// Titles of types.
    pub titles: Titles,
    /// How cells name types.
    pub types: Types,
    /// Titles of columns by what they hold.
    pub columns: BTreeMap<Column, Vec<Spanned<String>>>,
    /// What cells call the parts of a request: in a column that says where a parameter goes, and as labels above rows.
    pub places: BTreeMap<Place, Vec<Spanned<String>>>,
    /// What permission tables call those who call.
    pub callers: BTreeMap<Caller, Vec<Spanned<String>>>,
    /// Words and phrases beside those of `english.toml`, and samples of them, which must hold.
    #[serde(skip_serializing_if = "EnglishFile::is_empty")]
    pub english: EnglishFile,
}

/// The API that the docs are about, and how they write its addresses. `{version}` stands for the name of
/// the version, `{number}` for that name without a `v` at its start.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Service {
    /// The service root. Only a built-in dialect and the configuration may say it, because requests with
    /// their tokens go there; a dialect file may not.
    pub base_url: Option<Spanned<String>>,
    /// The namespace of types on pages that state none.
    pub default_namespace: Option<Spanned<String>>,
    /// Hosts of URLs that are requests to this service, `*` for anything: `*.example.com`. The host of
    /// the service root is always one. They are only read, no request goes there.
    pub hosts: Vec<Spanned<String>>,
    /// What stands before the path proper, `*` for anything, `#` for a number such as `1` or `2.0`:
    /// `/api/v#`. The path of the service root is always one.
    pub prefixes: Vec<String>,
    /// First words of a path without a slash that stand for the service root, `*` for anything: `{*}`.
    pub roots: Vec<String>,
    /// First words of paths that stand for one object, and its type: `{ me = "user" }`.
    pub aliases: BTreeMap<String, String>,
    /// How placeholders are written besides `{id}` and `<id>`, `*` for the name: `:*`.
    pub placeholders: Vec<Spanned<String>>,
    /// Query parameters that every request has with the value that request lines write out: `api-version`.
    pub constants: Vec<String>,
}

/// Where the pages are published. `{page}` stands for the path of a page; an empty text says that it is
/// published nowhere.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Links {
    /// What site-rooted links are relative to.
    pub site: Option<Spanned<String>>,
    /// The address of a reference page.
    pub reference: Option<Spanned<String>>,
    /// The address of any other page.
    pub concept: Option<Spanned<String>>,
    /// What stands in `{page}` of a reference page for a folder of the docs: `"api/" = ""`. Pages in no such
    /// folder are no reference.
    pub folders: BTreeMap<String, String>,
    /// What addresses of pages begin with on the site, and the folder of the docs that the rest is a path
    /// in: `"/graph/api/" = "api/"`.
    pub pages: BTreeMap<String, String>,
}

/// Which versions of the API there are.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Versions {
    /// What tells the version.
    pub from: Option<VersionSource>,
    /// With `from = "folder"`: names of folders; the one above the first of them is the version. Without
    /// any, the outermost folder is.
    pub above: Vec<String>,
    /// The versions by name, and what marks each in the docs: a pivot, a moniker, what paths begin with. Of monikers, a
    /// later one is the later version.
    pub known: Vec<KnownVersion>,
}

/// What tells which version a page, or a part of it, is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VersionSource {
    /// A folder of the page's path.
    #[default]
    Folder,
    /// Nothing: there is one version, the one that is known.
    Single,
    /// The pivot of `:::zone pivot="…"`: zones of other versions are not read.
    Pivot,
    /// The range of `::: moniker range="…"`, and of `monikerRange` in front matter.
    Moniker,
    /// What the paths of requests begin with.
    Prefix,
}

/// A version that a dialect knows.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnownVersion {
    /// Its name.
    pub name: Spanned<String>,
    /// The pivot, moniker or prefix that marks it; default its name.
    pub mark: Option<Spanned<String>>,
}

/// Which pages are about what. Their content decides first.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Pages {
    /// Globs of pages that hold several operations or types, by the headings that begin each. Those that the
    /// dialect knows as headings of sections begin none. For a page under several levels, a deeper heading begins one
    /// where that above it only gathers others.
    pub split: BTreeMap<Level, Vec<Spanned<String>>>,
    /// Pages of operations.
    pub operations: PagesOf,
    /// Pages of types.
    pub resources: PagesOf,
    /// Those of them that are about an enumeration.
    pub enumerations: PagesOf,
    /// Pages that state nothing, unless they declare a type in a comment.
    pub concepts: PagesOf,
    /// Pages that are not read by themselves, such as includes.
    pub ignored: PagesOf,
}

/// What the front matter of pages holds.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct FrontMatter {
    /// Keys that tell the area of the product; of several, the first.
    pub areas: Vec<String>,
    /// All keys that the publishing system knows. Others are reported if they are near to these.
    pub keys: Vec<String>,
    /// The values that a key can have: `{ doc_type = ["apiPageType"] }`.
    pub values: BTreeMap<String, Vec<String>>,
}

merge!(FrontMatter { areas, keys, values });

/// What fences hold, by the word behind their marks.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Fences {
    /// Of those that may hold requests: `http`, or nothing at all.
    pub requests: Vec<String>,
    /// Of those that hold programs, of which nothing is read.
    pub programs: Vec<String>,
}

merge!(Fences { requests, programs });

/// A level of headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// `#`
    H1,
    /// `##`
    H2,
    /// `###`
    H3,
}

/// How pages of one kind are told.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PagesOf {
    /// Globs of their paths: `**/api/**`.
    pub at: Vec<Spanned<String>>,
    /// Starts of values in their front matter, by key: `{ doc_type = ["api"] }`.
    pub front_matter: BTreeMap<String, Vec<String>>,
}

/// How headings name types.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Titles {
    /// Words that stand where a name would, and are none: `the`.
    pub not_names: Vec<Spanned<String>>,
    /// What a title calls a type behind its name: `resource`.
    pub types: Vec<Spanned<String>>,
    /// What a title calls an enumeration behind its name: `enum`.
    pub enumerations: Vec<Spanned<String>>,
    /// What a title calls an operation behind its name: `action`.
    pub operations: Vec<Spanned<String>>,
    /// What a heading of values calls a property behind its name: `property values`. Others are about an enumeration.
    pub properties: Vec<Spanned<String>>,
}

/// How cells name types.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Types {
    /// What other words mean: `numeric = "Decimal"`. The words are
    /// compared without case and namespace.
    pub words: BTreeMap<String, String>,
    /// Words for primitive types, by the type that they stand for: `Int32 = ["int"]`.
    pub primitives: Listed,
    /// What words in brackets behind a `String` make of it: `Date = ["date"]`.
    pub in_brackets: Listed,
    /// Words that make a collection of what stands in angle brackets behind them: `List`.
    pub collections: Vec<String>,
    /// Words that make any JSON of it: `Dictionary`.
    pub maps: Vec<String>,
    /// Words that say that the value may be null: `Nullable`.
    pub nullables: Vec<String>,
    /// Words that say that it may be left out: `Optional`.
    pub optionals: Vec<String>,
    /// Spellings of a moment in several words: `date and time`.
    pub moments: Vec<String>,
    /// Words for texts, which a number in brackets may follow that limits their length: `nvarchar`.
    pub texts: Vec<String>,
    /// Words that make a collection of what stands beside them: `collection`, `array of`.
    pub several: Vec<String>,
    /// Words that do so at the end of a cell: `string array`.
    pub several_last: Vec<String>,
    /// Names of types that look like any word of a sentence: `entity`.
    pub known: Vec<String>,
    /// Words that join types of which a value has one: `or`.
    pub joins: Vec<String>,
    /// Words that deny what follows them: `not`.
    pub negations: Vec<String>,
    /// Words for an enumeration, which is a text if nothing names it.
    pub enumerations: Vec<String>,
    /// Words that are no type even if nothing else stands there: `the`.
    pub no_types: Vec<String>,
    /// Words that say something of a type but are none, unless nothing else stands there: `of`.
    pub beside: Vec<String>,
    /// A relationship whose cell is a word in the plural holds a set: `boats`.
    pub plural_sets: Option<bool>,
}
