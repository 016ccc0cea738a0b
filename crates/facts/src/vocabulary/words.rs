//! The default words of the dialect.

use super::{Column, Role};

/// Headings by role, normalised.
pub(super) const HEADINGS: &[(Role, &[&str])] = &[
    (Role::Properties, &["properties", "property", "common properties", "attributes", "fields"]),
    (
        Role::Relationships,
        &["relationships", "relationship", "navigation", "navigation properties"],
    ),
    (
        Role::Methods,
        &["methods", "method", "bound actions", "functions", "actions", "tasks", "operations"],
    ),
    (Role::Json, &["json representation", "json", "representation"]),
    (Role::Members, &["members", "member", "enumeration members", "enum members"]),
    (Role::DerivedTypes, &["derived types", "subtypes"]),
    (Role::InstanceAnnotations, &["instance attributes", "instance annotations"]),
    (Role::Permissions, &["permissions", "permission", "prerequisites"]),
    (
        Role::HttpRequest,
        &["http request", "http requests", "http method", "http methods", "request url"],
    ),
    (Role::PathParameters, &["path parameters", "path parameter", "url parameters"]),
    (
        Role::QueryParameters,
        &[
            "optional query parameters",
            "query parameters",
            "query parameter",
            "odata query parameters",
            "optional odata query parameters",
            "query string parameters",
            "optional query parameter",
        ],
    ),
    (Role::FunctionParameters, &["function parameters", "function parameter"]),
    (Role::Parameters, &["parameters", "parameter"]),
    (
        Role::RequestHeaders,
        &[
            "request headers",
            "request header",
            "optional request headers",
            "headers",
            "optional headers",
        ],
    ),
    (Role::RequestBody, &["request body", "json request body"]),
    (
        Role::Response,
        &["response", "responses", "http response", "response body", "response code", "returns"],
    ),
    (
        Role::Errors,
        &[
            "error responses",
            "error response",
            "error codes",
            "error handling",
            "error conditions and messages",
            "errors",
            "exceptions",
            "error response codes",
            "error information",
        ],
    ),
    (Role::Example, &["example", "examples", "sample", "samples", "sample code", "usage"]),
    (Role::ExampleRequest, &["request", "requests"]),
    (
        Role::Prose,
        &[
            "remarks",
            "remark",
            "notes",
            "note",
            "see also",
            "next steps",
            "what's new",
            "related information",
            "related content",
            "common use cases",
            "use cases",
            "authorization",
            "known limitations",
            "known issues",
            "limitations",
            "best practices",
            "scenarios",
            "response headers",
        ],
    ),
];

/// Column names by meaning, normalised.
pub(super) const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Property,
        &["property", "properties", "property name", "attribute", "attribute name", "field"],
    ),
    (
        Column::Relationship,
        &[
            "relationship",
            "relationships",
            "relationship name",
            "navigation",
            "navigation property",
            "navigation properties",
            "go to",
        ],
    ),
    (
        Column::Parameter,
        &[
            "parameter",
            "parameters",
            "parameter name",
            "required parameter",
            "query parameter",
            "path parameter",
        ],
    ),
    (Column::Name, &["name"]),
    (Column::Header, &["header", "headers", "header name", "request header"]),
    (Column::Type, &["type", "data type", "property type"]),
    (Column::ReturnType, &["return type", "returns", "return value"]),
    (Column::Description, &["description", "descriptions", "descrition", "remarks", "details"]),
    (Column::Required, &["required", "required?", "mandatory"]),
    (Column::Default, &["default value", "default"]),
    (
        Column::Member,
        &["member", "members", "member name", "enumeration member", "enum member", "enum value"],
    ),
    (Column::Value, &["value", "values", "int value", "integer value"]),
    (
        Column::Method,
        &[
            "method",
            "methods",
            "function",
            "action",
            "action name",
            "function name",
            "method name",
            "operation",
            "common task",
            "task",
            "task name",
        ],
    ),
    (Column::PermissionType, &["permission type"]),
    (
        Column::Permissions,
        &[
            "permissions",
            "permissions (from least to most privileged)",
            "permissions (from most to least privileged)",
            "least privileged permissions",
            "higher privileged permissions",
        ],
    ),
];

/// Roles that a configuration can name.
pub(super) const ROLE_NAMES: &[(&str, Role)] = &[
    ("properties", Role::Properties),
    ("relationships", Role::Relationships),
    ("methods", Role::Methods),
    ("json", Role::Json),
    ("members", Role::Members),
    ("derived-types", Role::DerivedTypes),
    ("instance-annotations", Role::InstanceAnnotations),
    ("permissions", Role::Permissions),
    ("http-request", Role::HttpRequest),
    ("path-parameters", Role::PathParameters),
    ("query-parameters", Role::QueryParameters),
    ("function-parameters", Role::FunctionParameters),
    ("parameters", Role::Parameters),
    ("request-headers", Role::RequestHeaders),
    ("request-body", Role::RequestBody),
    ("response", Role::Response),
    ("errors", Role::Errors),
    ("example", Role::Example),
    ("prose", Role::Prose),
];

/// Columns that a configuration can name.
pub(super) const COLUMN_NAMES: &[(&str, Column)] = &[
    ("property", Column::Property),
    ("relationship", Column::Relationship),
    ("parameter", Column::Parameter),
    ("name", Column::Name),
    ("header", Column::Header),
    ("type", Column::Type),
    ("return-type", Column::ReturnType),
    ("description", Column::Description),
    ("required", Column::Required),
    ("default", Column::Default),
    ("member", Column::Member),
    ("value", Column::Value),
    ("method", Column::Method),
    ("permission-type", Column::PermissionType),
    ("permissions", Column::Permissions),
];

/// Headings that are a pattern rather than a fixed text.
pub(super) fn pattern(title: &str) -> Option<Role> {
    let numbered = |word: &str| {
        title
            .strip_prefix(word)
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    let first_word = title.split([' ', ':', ',']).next().unwrap_or("");
    match first_word {
        "example" | "examples" | "exaxmple" | "sample" => return Some(Role::Example),
        "permissions" => return Some(Role::Permissions),
        "notification" => return Some(Role::Example),
        _ => {}
    }
    if numbered("request") {
        return Some(Role::ExampleRequest);
    }
    if numbered("response") || title.starts_with("response for ") {
        return Some(Role::ExampleResponse);
    }
    if title.starts_with("http request") {
        return Some(Role::HttpRequest);
    }
    named(title)
}

/// Headings that name a type or an enumeration: one identifier and a word for what it is.
fn named(title: &str) -> Option<Role> {
    let (name, rest) = title.split_once(' ')?;
    let identifier = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
        && name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !identifier || matches!(name, "the" | "json" | "related" | "key" | "derived") {
        return None;
    }
    match rest {
        "values" | "value" | "enum values" | "enumeration values" | "enum" | "enumeration"
        | "enum type" | "enumeration type" | "property values" | "options" | "members" => {
            Some(Role::Values)
        }
        "resource type" | "complex type" | "entity type" | "resource" | "facet" | "type"
        | "properties" | "object" => Some(Role::NamedType),
        _ => None,
    }
}
