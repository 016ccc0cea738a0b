//! What operation pages state.

use diag::Span;
use dialects::Caller;
use serde::Serialize;

use super::{Description, Fact, JsonMember, Mention, Note, PropertyFacts, TypeCell};

/// HTTP methods the docs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
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

/// What an operation page states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationFacts {
    /// Request lines of the HTTP request blocks.
    pub requests: Vec<Fact<RequestLine>>,
    /// Permission statements, one per table.
    pub permissions: Vec<PermissionFacts>,
    /// Request headers, `Authorization` included.
    pub headers: Vec<ParameterFacts>,
    /// The media types that the header `Content-Type` names.
    pub media_types: Vec<Fact<String>>,
    /// `$select` and the like that the page says it supports, lower case with `$`.
    pub query_options: Vec<Fact<String>>,
    /// The page says that it supports no OData query options.
    pub no_query_options: Option<Fact<()>>,
    /// Options that need the header `ConsistencyLevel`, in lower case with `$`; `cast` for a path that ends with a
    /// type.
    pub eventual: Vec<Fact<String>>,
    /// Query, path and function parameters from tables.
    pub parameters: Vec<ParameterFacts>,
    /// The request body.
    pub body: BodyFacts,
    /// The response.
    pub response: ResponseFacts,
    /// Worked examples.
    pub examples: Vec<ExampleFacts>,
    /// National clouds the page's include names, e.g. `Global service`.
    pub clouds: Vec<Fact<String>>,
    /// The page warns that the operation may change and is not meant for production.
    pub preview: Option<Fact<()>>,
}

/// A request line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLine {
    /// The method.
    pub method: Method,
    /// The target as written.
    pub raw: String,
    /// The path, repaired and cut into segments; host and version are left out.
    pub segments: Vec<Segment>,
    /// What follows `?`, as written, but for brackets around what is optional.
    pub query: Option<String>,
    /// The names of parameters that the query marks as optional.
    pub optional: Vec<String>,
    /// The parameters of the query that every request has, and their values.
    pub constants: Vec<(String, String)>,
}

impl RequestLine {
    /// Method and target as written: `GET /users/{id}`.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{} {}", self.method.as_str(), self.raw)
    }
}

/// A path segment as the docs write it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// `users`, `$ref`, `microsoft.graph.user`
    Literal(String),
    /// `{user-id}`, `{id | userPrincipalName}`, `<address>`: the alternatives without braces.
    Key(Vec<String>),
    /// `items('{id}')` written as key in parentheses, or `users(appId='{appId}')`:
    /// the property names are empty for a plain key.
    KeyPredicate(Vec<(String, Argument)>),
    /// `roleTemplateId={roleTemplateId}`: a key that names its property, as a segment of its own.
    NamedKey {
        /// The property.
        property: String,
        /// Its value.
        value: Argument,
    },
    /// `range(address='{address}')`: a call with arguments, possibly none.
    Call {
        /// The function's name as written, maybe qualified.
        name: String,
        /// Arguments in order.
        arguments: Vec<(String, Argument)>,
    },
    /// `root:/{item-path}:` — the part between the colons, one placeholder or literal path.
    ColonPath {
        /// The literal before the first colon (`root`), or empty after a key (`{item-id}:/{path}:`).
        before: String,
        /// The placeholder's name.
        placeholder: String,
        /// A closing colon was written (it is left out at the end of a path).
        closed: bool,
    },
}

/// An argument's value in a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Argument {
    /// The placeholder or literal.
    pub text: String,
    /// Stands in `{ }` or `< >`.
    pub placeholder: bool,
    /// Stands in single quotes.
    pub quoted: bool,
    /// The type before the quotes, as in `microsoft.graph.timeZoneStandard'{format}'`.
    pub cast: Option<String>,
}

/// A permissions table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermissionFacts {
    /// What the statement is for, where a page has several: the table's heading, the row of a matrix, a
    /// column ("acting on self"), a part of the service, or a case within the cells.
    pub scope: Option<String>,
    /// The rows, in order.
    pub rows: Vec<Fact<PermissionRow>>,
}

/// The permissions for one kind of caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermissionRow {
    /// The kind of caller.
    pub caller: Caller,
    /// Alternatives from least to most privileged (the table's own order has been applied). Each
    /// alternative is a set of permissions needed together. Empty: not supported.
    pub alternatives: Vec<Vec<String>>,
    /// The docs say which comes first; otherwise the order is theirs but unstated.
    pub ordered: bool,
}

/// A header or a query, path or function parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterFacts {
    /// The name.
    pub name: Fact<String>,
    /// Where it goes.
    pub place: ParameterPlace,
    /// The type cell.
    pub ty: Option<Fact<TypeCell>>,
    /// The description, or the value cell of a two-column header table.
    pub description: Option<Fact<Description>>,
    /// Usable facts of the description.
    pub notes: Vec<Fact<Note>>,
    /// The values it lists.
    pub values: Vec<Fact<String>>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ParameterPlace {
    Header,
    Query,
    Path,
    Function,
}

/// The request body section.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BodyFacts {
    /// What the prose says.
    pub statement: Option<Fact<BodyStatement>>,
    /// Rows of its tables.
    pub properties: Vec<PropertyFacts>,
    /// Names the page requires or offers only in prose or a JSON fence of the section.
    pub json: Vec<JsonMember>,
}

/// What the prose of a request body section says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyStatement {
    /// "Do not supply a request body".
    None,
    /// "supply a JSON representation of a link": the types mentioned.
    Representation(Vec<Mention>),
    /// "a JSON object with the following parameters".
    Parameters,
    /// "supply the values for relevant fields".
    RelevantFields,
    /// Binary content, with the media type where stated.
    Binary(Option<String>),
    /// Some other statement that a body is sent.
    Other,
}

/// The response section and the annotated responses.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ResponseFacts {
    /// Success statements of the prose, in order.
    pub statements: Vec<Fact<ResponseStatement>>,
    /// Annotated response fences, in order.
    pub annotations: Vec<Fact<ResponseAnnotation>>,
}

/// "If successful, this method returns …".
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ResponseStatement {
    /// Status codes in order.
    pub statuses: Vec<u16>,
    /// Types mentioned as the content, in order.
    pub mentions: Vec<Mention>,
    /// Plain words for the content, where nothing else names it; they may be the name of a type or not.
    pub words: Option<Mention>,
    /// A collection, list or array is mentioned.
    pub collection: bool,
    /// "It does not return anything in the response body".
    pub no_content: bool,
    /// "stream", "binary", "content of the file", "redirect to a download URL".
    pub stream: bool,
}

/// A response fence with its annotation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ResponseAnnotation {
    /// The status line's code.
    pub status: Option<u16>,
    /// `@odata.type`, without `#`, `Collection(` taken off.
    pub odata_type: Option<String>,
    /// `isCollection`, `Collection(…)`.
    pub collection: bool,
    /// The body's own `@odata.type` or `@odata.context` type, and whether it is `{"value": […]}`.
    pub body: Option<JsonBody>,
}

/// What a JSON body itself shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct JsonBody {
    /// `{"value": [ … ]}`
    pub value_array: bool,
    /// `{"value": scalar}`: the kind, `string`, `number` or `boolean`.
    pub value_scalar: Option<String>,
    /// The type the body states for itself or its elements.
    pub odata_type: Option<String>,
    /// Top-level keys without annotations; `members@odata.bind` gives a value to `members`.
    pub keys: Vec<String>,
}

/// A worked example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExampleFacts {
    /// The request annotation's `name`, else the heading.
    pub name: Option<String>,
    /// The request as sent.
    pub request: Option<Fact<HttpMessage>>,
    /// Its request line, if it goes to this service. Keys in it are values, not placeholders.
    pub line: Option<Fact<RequestLine>>,
    /// What it asks for, as written below the service root; `None` if it goes to another service.
    pub target: Option<String>,
    /// What the request's body itself shows, where it is JSON.
    pub sent: Option<JsonBody>,
    /// The response as answered.
    pub response: Option<Fact<HttpMessage>>,
}

/// An HTTP message in a fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpMessage {
    /// Request line or status line, as written.
    pub start: String,
    /// Headers in order.
    pub headers: Vec<(String, String)>,
    /// The body, as written; empty when there is none.
    pub body: String,
    /// The same as JSON, where it is JSON or can be made of it without a guess.
    pub json: Option<Json>,
}

/// JSON in an example, with the places of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, without its escapes.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object; of two members of one name, the last counts.
    Object(Vec<JsonEntry>),
}

/// A member of an object in an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonEntry {
    /// The name.
    pub name: String,
    /// Its place.
    pub span: Span,
    /// The value.
    pub value: Json,
}
