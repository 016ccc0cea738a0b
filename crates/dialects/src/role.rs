//! What a section is for, what a column holds, and who calls.

use serde::{Deserialize, Serialize};

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The part before the first heading.
    #[serde(skip)]
    Preamble,
    /// The H1 and the text below it.
    #[serde(skip)]
    Title,
    /// What the page is about, as below the H1.
    Introduction,
    /// Property tables.
    Properties,
    /// Relationship tables.
    Relationships,
    /// The table of methods of a resource.
    Methods,
    /// The JSON representation.
    Json,
    /// Members of the enumeration that the page is about.
    Members,
    /// Members of the enumeration that the heading names: "riskLevel values".
    Values,
    /// Another type on the same page, which the heading names: "bucket resource type".
    NamedType,
    /// Types and enumerations that the page needs, each below a heading that is its name.
    Definitions,
    /// Types derived from this one.
    DerivedTypes,
    /// Annotations such as `@microsoft.graph.conflictBehavior`.
    InstanceAnnotations,
    /// Permission tables.
    Permissions,
    /// Request lines.
    HttpRequest,
    /// Parameters in the path.
    PathParameters,
    /// Parameters after `?`.
    QueryParameters,
    /// Parameters of a function.
    FunctionParameters,
    /// Parameters of an unstated kind.
    Parameters,
    /// Request headers.
    RequestHeaders,
    /// The request body.
    RequestBody,
    /// The response.
    Response,
    /// Errors and their codes.
    Errors,
    /// Worked examples, and what stands inside of them.
    Example,
    /// The request of an example.
    ExampleRequest,
    /// The response of an example.
    ExampleResponse,
    /// Remarks, links and background: nothing a machine can use.
    Prose,
    /// No rule knows the heading. A dialect lists here what it does not want from the one it extends.
    Unknown,
}

/// What a table column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Property names.
    Property,
    /// Relationship names.
    Relationship,
    /// Parameter names.
    Parameter,
    /// Names of something that the section tells.
    Name,
    /// Header names.
    Header,
    /// Types.
    Type,
    /// What a method returns.
    ReturnType,
    /// Where a parameter goes: `path`, `query`, `header`.
    In,
    /// Descriptions.
    Description,
    /// Whether it must be given.
    Required,
    /// Default values.
    Default,
    /// Enumeration members.
    Member,
    /// Values: of an enumeration member, of a header, of a parameter.
    Value,
    /// Links to operation pages.
    Method,
    /// Addresses of requests, beside their methods.
    RequestUri,
    /// Kinds of callers.
    PermissionType,
    /// Permission names.
    Permissions,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The path.
    Path,
    /// The query.
    Query,
    /// The headers.
    Header,
    /// The body.
    Body,
}

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caller {
    /// Delegated (work or school account).
    DelegatedWork,
    /// Delegated (personal Microsoft account).
    DelegatedPersonal,
    /// Application.
    Application,
}
