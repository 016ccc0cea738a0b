//! Claims, as pages state them. Not yet believed.

use diag::Span;
use serde::Serialize;
use text::DocText;

mod description;
mod operation;

pub use description::Description;
pub(crate) use description::Part;
pub use operation::*;

/// The name of the rule that read a claim, e.g. `properties-table`. Rules are named after their file.
pub type Rule = &'static str;

/// One claim: a value, where it stands, and which rule read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FactOf{T}"))]
pub struct Fact<T> {
    /// What is claimed.
    pub value: T,
    /// Where.
    #[serde(rename = "at")]
    pub span: Span,
    /// Who read it.
    pub rule: Rule,
}

impl<T> Fact<T> {
    /// A claim read by `rule` at `span`.
    pub fn new(value: T, span: Span, rule: Rule) -> Self {
        Self { value, span, rule }
    }
}

/// What sort of page it is, by its own content and front matter; the folder only breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// Describes operations: request blocks.
    Operation,
    /// Describes types: property tables, member tables or a JSON representation.
    Resource,
    /// Describes neither.
    Concept,
}

/// What became of one block or section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The block or heading.
    pub span: Span,
    /// What it is: `table`, `fence`, `section`.
    pub what: &'static str,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Claims were read from it by this rule.
    Read(Rule),
    /// It holds nothing that concerns us, says this rule.
    NotOfInterest(Rule),
    /// Nobody read it; a diagnostic says so.
    Unread,
}

/// A type as a cell, a sentence or an annotation mentions it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The name as written, without markup: `user`, `microsoft.graph.user`, `Edm.String`.
    pub name: String,
    /// The page its link leads to, relative to the documentation root and with `..` resolved
    /// (`v1.0/resources/user.md`), fragment kept after `#`; `None` without a link or for one that
    /// leads elsewhere.
    pub link: Option<String>,
}

/// A type cell, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeCell {
    /// The cell's text without markup.
    pub text: String,
    /// A collection is stated.
    pub collection: bool,
    /// The types mentioned, the plainest reading first; several for `a or b`. Words that qualify
    /// (`object`, `enum`, `(optional)`) are left out.
    pub mentions: Vec<Mention>,
}

/// What a page states about one structured type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeFacts {
    /// Names, strongest statement first: annotation, then heading. May be qualified.
    pub names: Vec<Fact<String>>,
    /// The introduction below a heading of its own, where the page has other types too.
    pub summary: Option<Fact<DocText>>,
    /// Base types: annotation, sentence, and "Inherited from" rows, in that order.
    pub bases: Vec<Fact<Mention>>,
    /// Types that the page says derive from this one.
    pub derived: Vec<Fact<Mention>>,
    /// `abstract` statements.
    pub is_abstract: Vec<Fact<bool>>,
    /// `openType` statements.
    pub is_open: Vec<Fact<bool>>,
    /// `keyProperty` statements and "Key." descriptions.
    pub keys: Vec<Fact<String>>,
    /// Rows of property and relationship tables.
    pub properties: Vec<PropertyFacts>,
    /// Members of the JSON representation, top level.
    pub json: Vec<JsonMember>,
}

impl TypeFacts {
    /// A type of which nothing but its names is stated.
    pub(crate) fn named(names: Vec<Fact<String>>) -> Self {
        Self {
            names,
            summary: None,
            bases: Vec::new(),
            derived: Vec::new(),
            is_abstract: Vec::new(),
            is_open: Vec::new(),
            keys: Vec::new(),
            properties: Vec::new(),
            json: Vec::new(),
        }
    }
}

/// The table a property row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableRole {
    /// Under Properties.
    Properties,
    /// Under Relationships or Navigation.
    Relationships,
    /// A request body or parameter table.
    Parameters,
}

/// A row of a property or parameter table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyFacts {
    /// The name, without decoration.
    pub name: Fact<String>,
    /// The table.
    pub role: TableRole,
    /// The type cell; `None` where the table has no such column or the cell is empty.
    pub ty: Option<Fact<TypeCell>>,
    /// The description; comments removed.
    pub description: Option<Fact<Description>>,
    /// What the description (or a Required column) says that a machine can use.
    pub notes: Vec<Fact<Note>>,
    /// The values a description lists: "Possible values are: `a`, `b`".
    pub values: Vec<Fact<String>>,
}

/// A usable fact from a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// "Read-only", "cannot be changed" without a condition.
    ReadOnly,
    /// May be set when created but not changed: "immutable", "cannot be changed after creation".
    CreateOnly,
    /// "Write-only".
    WriteOnly,
    /// "Nullable" (`true`) or "Not nullable" (`false`).
    Nullable(bool),
    /// Must be given, in create and action bodies.
    Required,
    /// Must be given when the object is created.
    RequiredOnCreate,
    /// May be left out.
    Optional,
    /// Is the key.
    Key,
    /// "Supports `$filter` (`eq`, `ne`)": some of [`OPERATORS`](crate::OPERATORS), `null` for "`eq` on `null` values" and
    /// `count` for comparing `/$count`; empty when none are stated. `none` alone: "Does not support
    /// `$filter`".
    Filter(Vec<String>),
    /// "Supports `$orderby`".
    OrderBy,
    /// "Supports `$search`".
    Search,
    /// "Supports `$expand`".
    Expand,
    /// "Returned only on `$select`".
    SelectOnly,
    /// "Returned by default".
    ReturnedByDefault,
    /// "Default value is `x`": the value as written, without quotes and ticks.
    Default(String),
    /// "Maximum length is 64 characters", "string, maximum size 20": how long a text may be.
    MaxLength(u32),
    /// Deprecated; the wording.
    Deprecated(String),
    /// "Inherited from x".
    InheritedFrom(Mention),
    /// Values are combined: "flags", "multi-valued".
    Flags,
    /// A capability that the type's annotation grants or denies for this property.
    Capability {
        /// `changeTracking`, `deletable`, `insertable`, `searchable`, `updatable`.
        name: String,
        /// Granted.
        allowed: bool,
    },
}

/// A member of a JSON representation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonMember {
    /// The key.
    pub name: Fact<String>,
    /// Its value stands in `[ ]`.
    pub collection: bool,
    /// What the value says about the type: an `@odata.type`, `String`, `String (timestamp)`, a number.
    pub ty: Option<String>,
}

/// An enumeration with a member list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumFacts {
    /// The name as stated; may be qualified.
    pub name: Fact<String>,
    /// Members in order.
    pub members: Vec<MemberFacts>,
    /// Values can be combined.
    pub flags: Option<Fact<bool>>,
}

/// One enumeration member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFacts {
    /// The name on the wire.
    pub name: Fact<String>,
    /// The numeric value, where there is such a column.
    pub value: Option<i64>,
    /// The description.
    pub description: Option<DocText>,
}

/// A row of a "Methods" table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodRow {
    /// The page it links to.
    pub link: Fact<String>,
    /// Its return type cell.
    pub returns: Option<Fact<TypeCell>>,
}
