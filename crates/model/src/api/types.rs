//! Structured types and enumerations.

use diag::Span;
use facts::Fact;
use serde::Serialize;
use text::Notice;

use super::{
    Access, Constructor, Docs, Gate, ItemType, QualifiedName, RustItem, Scalar, ValueType,
};
use crate::OperatorSet;

/// An entity or complex type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Struct {
    /// The wire name.
    pub name: QualifiedName,
    /// Entity or complex.
    pub kind: StructKind,
    /// The base type.
    pub base: Option<Fact<QualifiedName>>,
    /// Types that name this one as their base, directly or through others, sorted.
    pub derived: Vec<QualifiedName>,
    /// No instance has exactly this type.
    #[serde(rename = "abstract")]
    pub is_abstract: bool,
    /// Instances may carry further properties.
    #[serde(rename = "open")]
    pub is_open: bool,
    /// The docs use the type's name as a word for any JSON (`Json`) and state no property of it. Its
    /// values are arrays and scalars as well as objects, so it is no struct in Rust.
    #[serde(rename = "json")]
    pub is_json: bool,
    /// Key properties by wire name, also where a base type declares them.
    pub keys: Vec<String>,
    /// All properties: those of the bases first, from the root down, then the type's own in page order.
    #[serde(rename = "properties")]
    pub fields: Vec<Property>,
    /// Somewhere a property, body or response has this type while other types derive from it, so that
    /// values must be told apart by `@odata.type`.
    pub polymorphic: Option<Polymorphic>,
    /// The types above it that are polymorphic, the nearest first.
    pub is_a: Vec<QualifiedName>,
    /// How a client begins an object of the type, where a documented operation creates or replaces one.
    #[serde(rename = "create")]
    pub constructor: Option<Constructor>,
    /// Place in the crate.
    pub rust: RustItem,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub deprecated: Option<Notice>,
    /// `ms.prod` or `ms.subservice` of its page, empty when unstated.
    pub area: String,
    /// The cargo features that it needs.
    #[serde(rename = "features")]
    pub gate: Gate,
    /// Where it is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

impl Struct {
    /// A property by which one shows how any is read: the first text of its own that is no key.
    #[must_use]
    pub fn telling_property(&self) -> Option<&Property> {
        let text = ValueType { item: ItemType::Scalar(Scalar::String), collection: false };
        let texts = || self.fields.iter().filter(|it| it.ty.value == text);
        let is_own =
            |field: &&Property| field.is_own_of(self) && !self.keys.contains(&field.wire_name);
        texts().find(is_own).or_else(|| texts().next())
    }
}

/// The enum that holds a value of a type or of any type derived from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Polymorphic {
    /// The Rust enum's name, beside the struct: `AnyDirectoryObject`.
    pub rust_name: String,
    /// Concrete types in order: variant name and type.
    pub variants: Vec<(String, QualifiedName)>,
}

/// The two sorts of structured type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum StructKind {
    /// Has a key.
    Entity,
    /// Has none.
    Complex,
}

/// A property, own or inherited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Property {
    /// The JSON name.
    #[serde(rename = "name")]
    pub wire_name: String,
    /// The Rust field, keyword-escaped (`r#type`).
    pub rust_name: String,
    /// The type that declares it; another one than the struct's own for an inherited property, `None` for a parameter.
    pub declared_in: Option<QualifiedName>,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Fact<ValueType>,
    /// Structural or navigation.
    pub kind: PropertyKind,
    /// A struct holds its value behind a pointer.
    pub boxed: bool,
    /// `null` is allowed, where stated.
    pub nullable: Option<Fact<bool>>,
    /// Must be given on create, where stated.
    pub required: Option<Fact<bool>>,
    /// Who may write it by its own row, where stated.
    pub mutability: Option<Fact<Mutability>>,
    /// Who may write it, decided from all pages.
    pub access: Fact<Access>,
    /// When the service returns it, where stated.
    pub returned: Option<Fact<Returned>>,
    /// Query capabilities.
    pub query: QueryCapabilities,
    /// The default value as written.
    pub default: Option<Fact<String>>,
    /// The most characters that a text may have, where stated.
    pub max_length: Option<Fact<u32>>,
    /// Values that the description lists for a string.
    pub values: Vec<String>,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub deprecated: Option<Notice>,
    /// The row.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read the row.
    pub rule: &'static str,
}

impl Property {
    /// Whether the type declares it, and no base of it.
    #[must_use]
    pub fn is_own_of(&self, owner: &Struct) -> bool {
        self.declared_in.as_ref() == Some(&owner.name)
    }

    /// The constant that names the property in queries and changes: `DISPLAY_NAME`.
    pub fn constant(&self) -> String {
        self.rust_name.trim_start_matches("r#").to_ascii_uppercase()
    }

    /// What limits a client, decided from all statements.
    pub fn limit(&self) -> Option<Mutability> {
        match self.access.value {
            Access::ReadOnly => Some(Mutability::ReadOnly),
            Access::CreateOnly => Some(Mutability::CreateOnly),
            Access::Writable | Access::NotNull => {
                let stated = self.mutability.as_ref().map(|fact| fact.value);
                stated.filter(|value| *value == Mutability::WriteOnly)
            }
        }
    }
}

/// Structural or navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PropertyKind {
    /// Part of the object.
    Structural,
    /// A relationship; absent unless expanded.
    Navigation,
}

/// Who may write a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mutability {
    /// Never the client.
    ReadOnly,
    /// The client, when it creates the object.
    CreateOnly,
    /// The client may write but never reads it.
    WriteOnly,
}

/// When the service returns a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Returned {
    /// Without asking.
    ByDefault,
    /// Only when named in `$select`.
    OnlyOnSelect,
}

/// What a query may do with a property, as far as the docs say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QueryCapabilities {
    /// `$filter` operators, and `null`, `count` and `none` as the facts have them; `Some` and empty when
    /// filtering is supported but no operator is named.
    pub filter: Option<Fact<Vec<String>>>,
    /// The same as the set that `$filter` on the property takes, where it says what may be compared.
    pub operators: Option<OperatorSet>,
    /// `$orderby`.
    pub order_by: Option<Fact<bool>>,
    /// `$search`.
    pub search: Option<Fact<bool>>,
    /// `$expand`.
    pub expand: Option<Fact<bool>>,
    /// In the expansion, `$select` names what only derived types have without these types' names: an example
    /// shows it.
    pub bare_select: Option<Fact<bool>>,
}

/// An enumeration. Always open: the service may send members the docs do not list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Enum {
    /// The wire name.
    pub name: QualifiedName,
    /// Members can be combined with commas.
    pub flags: bool,
    /// Members in page order.
    pub members: Vec<Member>,
    /// Place in the crate.
    pub rust: RustItem,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub deprecated: Option<Notice>,
    /// As for structs.
    pub area: String,
    /// The cargo features that it needs.
    #[serde(rename = "features")]
    pub gate: Gate,
    /// Where it is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// An enumeration member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The name on the wire.
    #[serde(rename = "name")]
    pub wire_name: String,
    /// The Rust variant.
    pub rust_name: String,
    /// The numeric value, where stated.
    pub value: Option<i64>,
    /// Documentation.
    pub docs: Docs,
    /// Where it is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}
