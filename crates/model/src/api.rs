//! One API version, decided: what `emit` and the exports print.

mod shape;
mod values;

use std::fmt;

use diag::Span;
use facts::Json;
use text::{DocText, Notice};

use crate::examples::Worked;
use crate::{Access, Constructor, Gate};

pub use shape::{Role, Shape};
pub use values::{ItemType, Scalar, ValueType};

/// A decided value with the statement that decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The statement that won, or the one it was inferred from.
    pub span: Span,
    /// The reading rule, or the model rule that inferred it.
    pub rule: &'static str,
}

/// One version of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Api {
    /// As in the URL: `v1.0`, `beta`.
    pub version: String,
    /// The Rust module: `v1_0`, `beta`.
    pub module: String,
    /// The service root the paths are relative to: `https://graph.microsoft.com/v1.0`.
    pub base_url: String,
    /// Structured types, sorted by qualified name.
    pub structs: Vec<Struct>,
    /// Enumerations, sorted by qualified name.
    pub enums: Vec<Enum>,
    /// The path tree, sorted by template; parents come before their children.
    pub nodes: Vec<PathNode>,
    /// Operations, sorted by file, then by the first route.
    pub operations: Vec<Operation>,
    /// The cargo features of the areas that its types and operations belong to, sorted.
    pub areas: Vec<String>,
    /// The worked examples as tests, a file for each area: see [`work_examples`](crate::work_examples).
    pub worked: Vec<Worked>,
}

/// A type's name on the wire, spelled as the docs spell it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QualifiedName {
    /// `microsoft.graph`, `microsoft.graph.termStore`
    pub namespace: String,
    /// `group`
    pub name: String,
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.namespace, self.name)
    }
}

/// Where an item goes in the generated crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The words; links are absolute.
    pub text: DocText,
    /// The published reference page, where known.
    pub url: Option<String>,
    /// `api-reference/v1.0/resources/user.md#L44`: the statement in the source.
    pub source: Option<String>,
}

/// An entity or complex type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struct {
    /// The wire name.
    pub name: QualifiedName,
    /// Entity or complex.
    pub kind: StructKind,
    /// The base type.
    pub base: Option<Sourced<QualifiedName>>,
    /// Types that name this one as their base, directly or through others, sorted.
    pub derived: Vec<QualifiedName>,
    /// No instance has exactly this type.
    pub is_abstract: bool,
    /// Instances may carry further properties.
    pub is_open: bool,
    /// The docs use the type's name as a word for any JSON (`Json`) and state no property of it. Its
    /// values are arrays and scalars as well as objects, so it is no struct in Rust.
    pub is_json: bool,
    /// Key properties by wire name, also where a base type declares them.
    pub keys: Vec<String>,
    /// All properties: those of the bases first, from the root down, then the type's own in page order.
    pub fields: Vec<Property>,
    /// Somewhere a property, body or response has this type while other types derive from it, so that
    /// values must be told apart by `@odata.type`.
    pub polymorphic: Option<Polymorphic>,
    /// The types above it that are polymorphic, the nearest first.
    pub is_a: Vec<QualifiedName>,
    /// How a client begins an object of the type, where a documented operation creates or replaces one.
    pub constructor: Option<Constructor>,
    /// Place in the crate.
    pub rust: RustItem,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    pub deprecated: Option<Notice>,
    /// `ms.prod` or `ms.subservice` of its page, empty when unstated.
    pub area: String,
    /// The cargo features that it needs.
    pub gate: Gate,
    /// Where it is stated.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// The enum that holds a value of a type or of any type derived from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polymorphic {
    /// The Rust enum's name, beside the struct: `AnyDirectoryObject`.
    pub rust_name: String,
    /// Concrete types in order: variant name and type.
    pub variants: Vec<(String, QualifiedName)>,
}

/// The two sorts of structured type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StructKind {
    /// Has a key.
    Entity,
    /// Has none.
    Complex,
}

/// A property, own or inherited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// The JSON name.
    pub wire_name: String,
    /// The Rust field, keyword-escaped (`r#type`).
    pub rust_name: String,
    /// The type that declares it; another one than the struct's own for an inherited property.
    pub declared_in: QualifiedName,
    /// The type.
    pub ty: Sourced<ValueType>,
    /// Structural or navigation.
    pub kind: PropertyKind,
    /// A struct holds its value behind a pointer.
    pub boxed: bool,
    /// `null` is allowed, where stated.
    pub nullable: Option<Sourced<bool>>,
    /// Must be given on create, where stated.
    pub required: Option<Sourced<bool>>,
    /// Who may write it by its own row, where stated.
    pub mutability: Option<Sourced<Mutability>>,
    /// Who may write it, decided from all pages.
    pub access: Sourced<Access>,
    /// When the service returns it, where stated.
    pub returned: Option<Sourced<Returned>>,
    /// Query capabilities.
    pub query: QueryCapabilities,
    /// The default value as written.
    pub default: Option<Sourced<String>>,
    /// Values that the description lists for a string.
    pub values: Vec<String>,
    /// Documentation.
    pub docs: Docs,
    /// Deprecated, and why.
    pub deprecated: Option<Notice>,
    /// The row.
    pub span: Span,
    /// The rule that read the row.
    pub rule: &'static str,
}

/// Structural or navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PropertyKind {
    /// Part of the object.
    Structural,
    /// A relationship; absent unless expanded.
    Navigation,
}

/// Who may write a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mutability {
    /// Never the client.
    ReadOnly,
    /// The client, when it creates the object.
    CreateOnly,
    /// The client may write but never reads it.
    WriteOnly,
}

/// When the service returns a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Returned {
    /// Without asking.
    ByDefault,
    /// Only when named in `$select`.
    OnlyOnSelect,
}

/// What a query may do with a property, as far as the docs say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryCapabilities {
    /// `$filter` operators, and `null`, `count` and `none` as the facts have them; `Some` and empty when
    /// filtering is supported but no operator is named.
    pub filter: Option<Sourced<Vec<String>>>,
    /// `$orderby`.
    pub order_by: Option<Sourced<bool>>,
    /// `$search`.
    pub search: Option<Sourced<bool>>,
    /// `$expand`.
    pub expand: Option<Sourced<bool>>,
}

/// An enumeration. Always open: the service may send members the docs do not list.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub deprecated: Option<Notice>,
    /// As for structs.
    pub area: String,
    /// The cargo features that it needs.
    pub gate: Gate,
    /// Where it is stated.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// An enumeration member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The name on the wire.
    pub wire_name: String,
    /// The Rust variant.
    pub rust_name: String,
    /// The numeric value, where stated.
    pub value: Option<i64>,
    /// Documentation.
    pub docs: Docs,
    /// Where it is stated.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// An index into [`Api::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub usize);

/// One node of the path tree. Each node is a Rust struct; its children are methods of the parent's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathNode {
    /// The node above; `None` below the client.
    pub parent: Option<NodeId>,
    /// The segment that leads from the parent here.
    pub segment: PathSegment,
    /// The whole template: `/users/{user-id}/messages`.
    pub template: String,
    /// The Rust struct's name, unique within its file: `UsersByIdMessages`.
    pub rust_name: String,
    /// The parent's method that leads here: `messages`, `by_id`.
    pub accessor: String,
    /// What it addresses.
    pub shape: Shape,
    /// The file below the version's folder, without `.rs`: `["paths", "users"]`.
    pub file: Vec<String>,
    /// The cargo features of the operations at and below it.
    pub gate: Gate,
}

/// A segment of a path template, typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathSegment {
    /// A fixed segment: a property, an action, `$ref`, `$value`, `$count`, or a cast.
    Literal(String),
    /// A key segment: `/{id}`.
    Key(PathParameter),
    /// `items({id})`, `dimensions({a},{b})`: the values of a key alone, in parentheses behind the parent
    /// without a slash.
    PositionalKey(Vec<PathParameter>),
    /// `applications(appId='{appId}')`: alternate key, appended to the parent without a slash.
    KeyPredicate(Vec<PathParameter>),
    /// A function call with its arguments.
    Function {
        /// The name as written, maybe qualified.
        name: String,
        /// Arguments in order.
        parameters: Vec<PathParameter>,
    },
    /// `:/{item-path}:` after the parent, or `:/{item-path}` at the end.
    ItemPath(PathParameter),
}

/// A parameter in a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathParameter {
    /// The name in the template, or the function parameter's name.
    pub wire_name: String,
    /// The Rust parameter.
    pub rust_name: String,
    /// How the value is written in the URL.
    pub ty: Scalar,
    /// Written in single quotes.
    pub quoted: bool,
    /// What is written directly before the value and its quote, usually nothing: `roleTemplateId=` of a
    /// key that names its property (`/directoryRoles/roleTemplateId={roleTemplateId}`), or the type of
    /// an enumeration value (`microsoft.graph.timeZoneStandard'{value}'`).
    pub prefix: String,
    /// What may stand there, as documented: `id | userPrincipalName`. Empty when it adds nothing.
    pub alternatives: Vec<String>,
    /// A fixed value: the docs give a literal, not a placeholder, and it is not a parameter of the method.
    pub fixed: Option<String>,
}

/// A documented operation, offered at one or several paths.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub deprecated: Option<Notice>,
    /// `ms.prod` or `ms.subservice`.
    pub area: String,
    /// The cargo feature that it needs.
    pub gate: Gate,
    /// National clouds, where the page says.
    pub clouds: Vec<String>,
    /// When the header `ConsistencyLevel` is needed; `None`: the page does not document it.
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
    pub span: Span,
}

/// When an operation needs the header `ConsistencyLevel`, beside the queries that always need it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Eventual {
    /// Each request does.
    pub always: bool,
    /// A path that ends with the name of a derived type does.
    pub cast: bool,
    /// Each request with one of these options does; in lower case with `$`, sorted.
    pub options: Vec<String>,
}

/// One path of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// HTTP methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete, Self::Head, Self::Options];

    /// As in a request line: `GET`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }

    /// The method of this name, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(name))
    }
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name on the wire.
    pub wire_name: String,
    /// The Rust name.
    pub rust_name: String,
    /// The type.
    pub ty: ValueType,
    /// Must be given.
    pub required: bool,
    /// Documentation.
    pub docs: Docs,
    /// Where it is stated.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A request body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// What it holds.
    pub content: BodyContent,
    /// What its object is to the service, where it is an object that the service keeps.
    pub change: Option<Change>,
    /// Where that is stated.
    pub span: Span,
    /// The rule that read or inferred it.
    pub rule: &'static str,
}

/// What an object in a request body is to an object that the service keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyContent {
    /// JSON of this type.
    Value(ValueType),
    /// A JSON object of named parameters, a struct of its own in the operation's file.
    Parameters {
        /// The Rust struct's name, unique within the version's `operations` module.
        rust_name: String,
        /// The parameters, as properties.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Status codes the docs name, in order; empty when they name none.
    pub statuses: Vec<u16>,
    /// What it holds.
    pub content: ResponseContent,
    /// Where that is stated.
    pub span: Span,
    /// The rule that read or inferred it.
    pub rule: &'static str,
}

impl ResponseContent {
    /// The type of its value or values.
    #[must_use]
    pub fn item(&self) -> Option<&ItemType> {
        match self {
            Self::Value(item) | Self::Wrapped(item) | Self::Collection(item) => Some(item),
            Self::Empty | Self::Stream | Self::Untyped => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn item_mut(&mut self) -> Option<&mut ItemType> {
        match self {
            Self::Value(item) | Self::Wrapped(item) | Self::Collection(item) => Some(item),
            Self::Empty | Self::Stream | Self::Untyped => None,
        }
    }
}

impl Response {
    /// Whether a success may come without the value that it otherwise holds: 204 is documented beside
    /// another status, as where `Prefer: return=representation` decides.
    #[must_use]
    pub fn may_be_empty(&self) -> bool {
        matches!(self.content, ResponseContent::Value(_) | ResponseContent::Wrapped(_))
            && self.statuses.len() > 1
            && self.statuses.contains(&204)
    }
}

/// What a success response holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseContent {
    /// Nothing.
    Empty,
    /// One value as it stands: an object, any JSON, or the bare number of `$count` (OData URL conventions,
    /// section 4.8).
    Value(ItemType),
    /// `{"value": …}` around a scalar or a member of an enumeration.
    Wrapped(ItemType),
    /// `{"value": […]}`, maybe in pages.
    Collection(ItemType),
    /// Bytes, maybe behind a redirect.
    Stream,
    /// JSON that the docs do not describe further.
    Untyped,
}

/// Permissions for one documented case.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A worked example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The request line as written.
    pub request: String,
    /// Request headers.
    pub headers: Vec<(String, String)>,
    /// The request body as written.
    pub body: String,
    /// The same where it is JSON.
    pub sent: Option<Json>,
    /// The response's status line and body, as written.
    pub response: Option<(String, String)>,
    /// The body of a response of success, where it is JSON.
    pub answered: Option<Json>,
    /// Where it stands.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
}
