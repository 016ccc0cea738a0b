//! Pages that document operations for which others speak.

use diag::Span;
use serde::Serialize;
use text::Notice;

use super::{Docs, Eventual, Example, Gate, Permissions};

/// A page about operations that speaks for none of them: other pages document the same routes. What it says of
/// permissions and the like is kept under a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FurtherPage {
    /// The page, relative to the documentation root.
    pub page: String,
    /// Its title.
    pub title: String,
    /// The constant that holds what it says, unique within the version.
    pub constant: String,
    /// The constants of the operations that it documents.
    pub operations: Vec<String>,
    /// Success codes that it names, in order.
    pub statuses: Vec<u16>,
    /// Permissions, one entry per documented case.
    pub permissions: Vec<Permissions>,
    /// Worked examples.
    pub examples: Vec<Example>,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub deprecated: Option<Notice>,
    /// National clouds, where the page says.
    pub clouds: Vec<String>,
    /// When the header `ConsistencyLevel` is needed; `None`: the page does not document it.
    #[serde(rename = "consistencyLevel")]
    pub eventual: Option<Eventual>,
    /// The page warns that the operation may change and is not meant for production.
    pub preview: bool,
    /// The cargo feature that it needs.
    #[serde(rename = "features")]
    pub gate: Gate,
    /// The file below the version's folder, without `.rs`: that of the first of its operations.
    pub file: Vec<String>,
    /// The first request line.
    #[serde(rename = "at")]
    pub span: Span,
}
