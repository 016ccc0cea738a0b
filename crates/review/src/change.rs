//! A change in terms of the API.

use emit::surface::Item;
use serde::Serialize;

use crate::place::Lines;
use crate::verdict::{Behaviour, Condition, Source, Verdict, Wire};

/// One change of one thing that the docs describe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// By what a review is linked to it: of letters, digits, dots and dashes; empty outside one.
    pub id: String,
    /// The API version.
    pub version: String,
    /// What happened to it.
    pub kind: Kind,
    /// What it is.
    pub what: What,
    /// Its name: `microsoft.graph.user`, `microsoft.graph.user/mail`, `GET /users`.
    pub name: String,
    /// Its name before, where that was another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former_name: Option<String>,
    /// The area of the docs that it belongs to, if they state one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// In what it differs.
    pub differences: Vec<Difference>,
    /// What it means, from the differences and from the Rust below.
    pub verdict: Verdict,
    /// Why it changed.
    pub cause: Cause,
    /// Of what differs in Rust alone, the change that is probably the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows_from: Option<Origin>,
    /// The docs before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Lines>,
    /// The docs after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Lines>,
    /// What it is in Rust, before and after.
    pub rust: Vec<RustChange>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It is no longer there.
    Removed,
    /// It goes by another name.
    Renamed,
    /// It is stated for another thing: a property for the base type, a type in another namespace.
    Moved,
    /// It differs.
    Changed,
    /// It is new.
    Added,
    /// Only words differ.
    Wording,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A version of the API.
    Version,
    /// The service root.
    Root,
    /// The generated package.
    Package,
    /// A cargo feature.
    Feature,
    /// A structured type.
    Type,
    /// An enumeration.
    Enumeration,
    /// A property.
    Property,
    /// A navigation property.
    Relationship,
    /// A member of an enumeration.
    Member,
    /// An operation.
    Operation,
    /// A parameter in the body of an operation.
    BodyParameter,
    /// A segment of a path.
    Path,
    /// A set of `$filter` operators.
    OperatorSet,
}

/// Why something changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The docs differ.
    #[default]
    Docs,
    /// The docs are read in another way: the configuration, the dialect or the corrections differ.
    Reading,
}

/// A change from which another one follows, of the same version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// The id of its change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is.
    pub what: What,
    /// Its name.
    pub name: String,
    /// How many others may be the reason as well.
    pub more: usize,
    /// The one mentions the other. If not, it is only likely that it follows from it.
    pub is_near: bool,
}

/// One respect in which something differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The respect.
    pub aspect: Aspect,
    /// Of what, where there are several: an account, a parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// What was stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is stated now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What it means on the wire.
    pub wire: Wire,
    /// What it means for behaviour.
    pub behaviour: Behaviour,
}

/// Respects in which things differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words that reviews have for them are their docs")]
pub enum Aspect {
    Presence,
    Name,
    Namespace,
    Declaration,
    Type,
    Kind,
    BaseType,
    DerivedTypes,
    Abstract,
    Open,
    Key,
    Flags,
    Value,
    Nullable,
    Required,
    Access,
    WriteOnly,
    Returned,
    Filter,
    OrderBy,
    Search,
    Expand,
    SelectNames,
    Default,
    MaxLength,
    Values,
    Deprecation,
    Area,
    Method,
    Path,
    PathParameter,
    QueryOptions,
    QueryParameter,
    Header,
    RequestBody,
    Response,
    StatusCodes,
    Permissions,
    Clouds,
    Preview,
    ConsistencyLevel,
    Page,
    Title,
    BaseUrl,
    Examples,
    Wording,
}

/// A difference of what the crate offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RustChange {
    /// The item before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The item after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What it means for source.
    pub source: Source,
    /// For which source, where not for all that uses the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What no compiler says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
}

impl RustChange {
    pub(crate) fn new(before: Option<&Item>, after: Option<&Item>, source: Source) -> Self {
        let print = |item: Option<&Item>| item.map(ToString::to_string);
        Self { before: print(before), after: print(after), source, condition: None, note: None }
    }
}

impl Difference {
    pub(crate) fn new(aspect: Aspect) -> Self {
        let (wire, behaviour) = (Wire::Same, Behaviour::Same);
        Self { aspect, of: None, before: None, after: None, wire, behaviour }
    }

    pub(crate) fn of(self, what: impl Into<String>) -> Self {
        Self { of: Some(what.into()), ..self }
    }

    pub(crate) fn from(self, before: impl Into<Option<String>>) -> Self {
        Self { before: before.into(), ..self }
    }

    pub(crate) fn to(self, after: impl Into<Option<String>>) -> Self {
        Self { after: after.into(), ..self }
    }

    pub(crate) fn wire(self, wire: Wire) -> Self {
        Self { wire, ..self }
    }

    pub(crate) fn behaviour(self, behaviour: Behaviour) -> Self {
        Self { behaviour, ..self }
    }
}

impl What {
    /// What people call it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Root => "service root",
            Self::Package => "package",
            Self::Feature => "feature",
            Self::Type => "type",
            Self::Enumeration => "enumeration",
            Self::Property => "property",
            Self::Relationship => "relationship",
            Self::Member => "member",
            Self::Operation => "operation",
            Self::BodyParameter => "body parameter",
            Self::Path => "path",
            Self::OperatorSet => "operator set",
        }
    }
}

impl Kind {
    /// What people call it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Wording => "wording",
        }
    }
}

impl Aspect {
    /// What people call it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Name => "name",
            Self::Namespace => "namespace",
            Self::Declaration => "declared in",
            Self::Type => "type",
            Self::Kind => "kind",
            Self::BaseType => "base type",
            Self::DerivedTypes => "derived types",
            Self::Abstract => "abstract",
            Self::Open => "open",
            Self::Key => "key",
            Self::Flags => "members can be combined",
            Self::Value => "value",
            Self::Nullable => "nullable",
            Self::Required => "required on create",
            Self::Access => "written by clients",
            Self::WriteOnly => "write-only",
            Self::Returned => "returned",
            Self::Filter => "$filter",
            Self::OrderBy => "$orderby",
            Self::Search => "$search",
            Self::Expand => "$expand",
            Self::SelectNames => "names in $select",
            Self::Default => "default",
            Self::MaxLength => "maximum length",
            Self::Values => "listed values",
            Self::Deprecation => "deprecation",
            Self::Area => "area",
            Self::Method => "method",
            Self::Path => "paths",
            Self::PathParameter => "path parameter",
            Self::QueryOptions => "query options",
            Self::QueryParameter => "query parameter",
            Self::Header => "header",
            Self::RequestBody => "request body",
            Self::Response => "response",
            Self::StatusCodes => "status codes",
            Self::Permissions => "permissions",
            Self::Clouds => "clouds",
            Self::Preview => "preview",
            Self::ConsistencyLevel => "ConsistencyLevel",
            Self::Page => "page",
            Self::Title => "title",
            Self::BaseUrl => "base URL",
            Self::Examples => "examples",
            Self::Wording => "wording",
        }
    }
}
