//! What items of an API have: a name, a place in the crate, and docs.

use std::fmt;

use serde::Serialize;
use text::DocText;

/// A type's name on the wire, spelled as the docs spell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(from = "String"))]
#[serde(into = "String")]
pub struct QualifiedName {
    /// `microsoft.graph`, `microsoft.graph.termStore`
    pub namespace: String,
    /// `group`
    pub name: String,
}

impl QualifiedName {
    /// The whole name in lower case: names that differ in case alone are one.
    pub(crate) fn folded(&self) -> String {
        self.to_string().to_ascii_lowercase()
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.namespace, self.name)
    }
}

impl From<QualifiedName> for String {
    fn from(name: QualifiedName) -> Self {
        name.to_string()
    }
}

/// Where an item goes in the generated crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RustItem {
    /// The public path below the version module: `["models"]`, `["models", "term_store"]`.
    pub module: Vec<String>,
    /// The item's name: `Group`.
    pub name: String,
    /// The file below the version's folder, without `.rs`: `["models", "groups", "group"]`. Items of
    /// one file come from one page.
    pub file: Vec<String>,
}

/// What the docs say, ready to become a doc comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Docs {
    /// The words; links are absolute, and know which item of the API documents what they lead to.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub text: DocText,
    /// The published reference page, where known.
    pub url: Option<String>,
    /// `api-reference/v1.0/resources/user.md#L44`: the statement in the source.
    pub source: Option<String>,
    /// `api-reference/v1.0/api/user-get.md#http-request`: the page and section of the statement, which move less. Of
    /// types and operations.
    pub section: Option<String>,
}
