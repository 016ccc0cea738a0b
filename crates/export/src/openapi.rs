//! An API as an OpenAPI 3.1 document.
//!
//! Reads the whole model, returns JSON. It must not narrow what the docs leave open: enumerations are
//! strings that list their known values, objects allow further members, and a success response
//! without a documented status has the status range `2XX`. One value may be null unless the docs rule that
//! out, as in CSDL. Where a value may be of several types, its schema is one of theirs, told by `@odata.type`:
//! `microsoft.graph.AnyUser` beside `microsoft.graph.user`.
//!
//! What OpenAPI has no word for stands in extensions:
//!
//! | extension | on | holds |
//! |---|---|---|
//! | `x-operation-kind` | operation | what the operation does: `list`, `action`, `delta`, … |
//! | `x-ms-permissions` | operation | per documented case, `delegatedWork`, `delegatedPersonal` and `application`: alternatives, each a list of permissions needed together; `ordered` where the docs state that they run from least to most privileged; absent where the docs say nothing, empty where not supported |
//! | `x-national-clouds` | operation | clouds that have the operation, where its page says so |
//! | `x-preview` | operation | its page warns that it may change and is not meant for production |
//! | `x-documented-in` | operation, schema | the pages or the line it was read from |
//! | `x-documented-query` | operation | the query string in the docs' request line |
//! | `x-further-queries` | operation | query strings of further request lines for this path |
//! | `x-alternatives` | operation | further documented operations with this method and path, told apart by their query string |
//! | `x-ms-enum` | schema | the known values of a string; `modelAsString` says that others can come |
//! | `x-ms-enum-flags` | schema | values can be combined with commas |
//! | `x-open-type` | schema | instances may carry properties of any name |
//! | `x-abstract` | schema | no instance has exactly this type |
//! | `x-value` | value of `x-ms-enum` | the number behind the name |
//! | `x-key` | schema | names of the key properties |
//! | `x-ms-navigationProperty` | property | a relationship, absent unless expanded |
//! | `x-required-on-create` | property | must be given when the object is created |
//! | `x-ms-mutability` | property | `create` and `read`: settable on creation only |
//! | `x-returned` | property | `byDefault` or `onlyOnSelect` |
//! | `x-query-capabilities` | property | `filter` operators, `orderBy`, `search`, `expand`, as far as stated |
//! | `x-deprecation` | operation, schema, property | the docs' words about a deprecation |

mod content;
mod operations;
mod paths;
mod schemas;
mod values;

use model::Api;

use crate::json::{Object, document};

/// The API as an OpenAPI 3.1 document, in JSON.
pub fn openapi(api: &Api) -> String {
    let host = api.base_url.split('/').nth(2).unwrap_or(&api.base_url);
    let info = Object::new().with("title", host).with("version", api.version.as_str());
    let values = values::Values::new(api);
    let server = Object::new().with("url", api.base_url.as_str());
    document(
        Object::new()
            .with("openapi", "3.1.0")
            .with("info", info)
            .with("servers", vec![server])
            .with("paths", paths::paths(api, &values))
            .with("components", Object::new().with("schemas", schemas::schemas(api, &values))),
    )
}
