//! Operations: what is sent, what comes back, and what the docs say of both.

use diag::Span;
use facts::{Json, Method};
use serde::Serialize;
use text::Notice;

use super::{Docs, Gate, ItemType, NodeId, Property, QualifiedName, ValueType};

/// A documented operation, offered at one or several paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// The HTTP method.
    pub method: Method,
    /// What it does.
    pub kind: OperationKind,
    /// The Rust method on each route's node: `list`, `get`, `create`, `update`, `delete`, `post`.
    pub rust_name: String,
    /// The constant that holds what the docs say of it, unique within the version: `USER_LIST`.
    pub constant: String,
    /// Where it is offered, sorted by template.
    pub routes: Vec<Route>,
    /// The page's title.
    pub title: String,
    /// OData query options the page names (`$select`, …), with `$`, sorted; `None` when it names none
    /// and does not rule them out.
    pub query_options: Option<Vec<String>>,
    /// Further query parameters.
    pub query: Vec<Parameter>,
    /// Request headers other than `Authorization`, `Content-Type` and `Accept`.
    pub headers: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The success response.
    pub response: Response,
    /// Permissions, one entry per documented case.
    pub permissions: Vec<Permissions>,
    /// Worked examples.
    pub examples: Vec<Example>,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub deprecated: Option<Notice>,
    /// `ms.prod` or `ms.subservice`.
    pub area: String,
    /// The cargo feature that it needs.
    #[serde(rename = "features")]
    pub gate: Gate,
    /// National clouds, where the page says.
    pub clouds: Vec<String>,
    /// When the header `ConsistencyLevel` is needed; `None`: the page does not document it.
    #[serde(rename = "consistencyLevel")]
    pub eventual: Option<Eventual>,
    /// The page warns that the operation may change and is not meant for production.
    pub preview: bool,
    /// The file below the version's folder, without `.rs`: `["operations", "groups", "group"]`.
    pub file: Vec<String>,
    /// The page that speaks for it, relative to the documentation root.
    pub page: String,
    /// The pages that document it, relative to the documentation root, sorted.
    pub pages: Vec<String>,
    /// The first request line.
    #[serde(rename = "at")]
    pub span: Span,
}

impl Operation {
    /// What a success may come without, whatever the docs promise.
    #[must_use]
    pub fn absence(&self) -> Absence {
        use ResponseContent as Content;
        let Response { statuses, content, .. } = &self.response;
        let is_read = matches!(self.method, Method::Get | Method::Head);
        match content {
            Content::Empty | Content::Stream => Absence::None,
            _ if !is_read => Absence::Change,
            Content::Value(_) | Content::Wrapped(_)
                if statuses.len() > 1 && statuses.contains(&204) =>
            {
                Absence::Read
            }
            _ => Absence::None,
        }
    }
}

/// Where a success may come without the value that it otherwise holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Nowhere.
    None,
    /// In a read: 204 is documented beside another status.
    Read,
    /// In a change, which is made whatever comes back: services answer it with 204 where they promise more.
    Change,
}

/// When an operation needs the header `ConsistencyLevel`, beside the queries that always need it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Eventual {
    /// Each request does.
    pub always: bool,
    /// A path that ends with the name of a derived type does.
    pub cast: bool,
    /// Each request with one of these options does; in lower case with `$`, sorted.
    pub options: Vec<String>,
}

/// One path of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Route {
    /// The node of the path tree.
    pub node: NodeId,
    /// The template: `/users/{user-id}/messages`.
    pub template: String,
    /// Documented query string, as written.
    pub query: Option<String>,
    /// Query strings of further request lines for the same path, on this page or others, sorted.
    pub further_queries: Vec<String>,
    /// The request line.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

impl Route {
    /// The rule of routes that no list of requests names, only an example.
    pub const SHOWN: &'static str = "examples";

    /// Whether a list of requests names it.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.rule != Self::SHOWN
    }
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OperationKind {
    /// Reads one object or value.
    Get,
    /// Reads a collection.
    List,
    /// Adds to a collection.
    Create,
    /// Changes an object (PATCH).
    Update,
    /// Replaces an object or its content (PUT).
    Replace,
    /// Deletes.
    Delete,
    /// Calls an action.
    Action,
    /// Calls a function.
    Function,
    /// Calls a delta function.
    Delta,
    /// Reads, adds or removes a reference (`$ref`).
    Reference,
    /// Reads or writes a media stream (`$value`, `/content`).
    Media,
    /// Counts (`$count`).
    Count,
}

/// A header or query parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// The name on the wire.
    #[serde(rename = "name")]
    pub wire_name: String,
    /// The Rust name.
    pub rust_name: String,
    /// The type.
    #[serde(rename = "type")]
    pub ty: ValueType,
    /// Callers must give it.
    pub required: bool,
    /// What every request sends for it, unless a caller says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constant: Option<String>,
    /// Documentation.
    pub docs: Docs,
    /// Where it is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

impl Parameter {
    /// Every request has it: callers give it, or it is sent as a constant.
    #[must_use]
    pub fn must_be_sent(&self) -> bool {
        self.required || self.constant.is_some()
    }
}

/// A request body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Body {
    /// What it holds.
    #[serde(flatten)]
    pub content: BodyContent,
    /// What its object is to the service, where it is an object that the service keeps.
    pub change: Option<Change>,
    /// Where that is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read or inferred it.
    pub rule: &'static str,
}

/// What an object in a request body is to an object that the service keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Change {
    /// The properties to change; what is not mentioned stays. A field that is merely absent would say too
    /// little.
    Update,
    /// The properties to begin with.
    Create,
}

impl BodyContent {
    /// The media type of bytes about which the docs state none (RFC 2046, section 4.5.1).
    pub const UNSTATED_BYTES: &'static str = "application/octet-stream";
}

/// What a request body holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "holds", content = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum BodyContent {
    /// JSON of this type.
    Value(ValueType),
    /// A JSON object of named parameters, a struct of its own in the operation's file.
    Parameters {
        /// The Rust struct's name, unique within the version's `operations` module.
        rust_name: String,
        /// The parameters, as properties.
        #[serde(rename = "parameters")]
        fields: Vec<Property>,
    },
    /// `{"@odata.id": "…"}`
    Reference,
    /// Bytes of this media type.
    Binary(String),
    /// JSON that the docs do not describe further.
    Untyped,
}

/// A success response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// Status codes the docs name, in order; empty when they name none.
    pub statuses: Vec<u16>,
    /// What it holds.
    #[serde(flatten)]
    pub content: ResponseContent,
    /// Answers of other forms, which come where a request asks for them.
    pub alternatives: Vec<Alternative>,
    /// Where that is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read or inferred it.
    pub rule: &'static str,
}

/// An answer of another form than usual: JSON in place of a file, or a file in place of JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// Status codes the docs name for it, in order.
    pub statuses: Vec<u16>,
    /// What it holds.
    #[serde(flatten)]
    pub content: ResponseContent,
    /// Where that is stated.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

impl<N> ResponseContent<N> {
    /// The type of its value or values.
    #[must_use]
    pub fn item(&self) -> Option<&ItemType<N>> {
        match self {
            Self::Value(item) | Self::Wrapped(item) | Self::Collection(item) => Some(item),
            Self::Empty | Self::Stream | Self::Untyped => None,
        }
    }
}

/// What a success response holds. `N` is what types go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "holds", content = "type", rename_all = "camelCase")]
pub enum ResponseContent<N = QualifiedName> {
    /// Nothing.
    #[serde(rename = "nothing")]
    Empty,
    /// One value as it stands: an object, any JSON, or the bare number of `$count` (OData URL conventions,
    /// section 4.8).
    Value(ItemType<N>),
    /// `{"value": …}` around a scalar or a member of an enumeration.
    Wrapped(ItemType<N>),
    /// `{"value": […]}`, maybe in pages.
    Collection(ItemType<N>),
    /// Bytes, maybe behind a redirect.
    Stream,
    /// JSON that the docs do not describe further.
    Untyped,
}

/// Permissions for one documented case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Permissions {
    /// The case, where a page has several: a resource or a heading.
    pub scope: Option<String>,
    /// Delegated, work or school account: alternatives from least to most privileged, each a set of
    /// permissions needed together. `None`: the docs do not say. Empty: not supported.
    pub delegated_work: Option<Vec<Vec<String>>>,
    /// Delegated, personal account; as above.
    pub delegated_personal: Option<Vec<Vec<String>>>,
    /// Application; as above.
    pub application: Option<Vec<Vec<String>>>,
    /// The docs state the order; otherwise the first one is only the first they list.
    pub ordered: bool,
    /// The table.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A worked example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The request line as written.
    pub request: String,
    /// What it asks for, below the service root; `None` if that is another service's.
    pub target: Option<String>,
    /// Request headers.
    pub headers: Vec<(String, String)>,
    /// The request body as written.
    pub body: String,
    /// The same where it is JSON.
    #[serde(skip)]
    pub sent: Option<Json>,
    /// The response's status line and body, as written.
    pub response: Option<(String, String)>,
    /// The body of a response of success, where it is JSON.
    #[serde(skip)]
    pub answered: Option<Json>,
    /// Where it stands.
    #[serde(rename = "at")]
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}
