//! The model itself as JSON, each fact with its page, line and the rule that read it.
//!
//! Reads the model and the source texts, which it needs only to turn byte offsets into lines. Returns
//! a document that `model.schema.json` describes member by member. A member without a value is left
//! out, and so is `false` where it is the usual case.

mod operations;
mod place;
mod types;

use diag::Sources;
use model::Api;

use crate::json::{Object, document};

use place::Places;

/// The JSON Schema (2020-12) of what [`model_json`] returns.
pub const MODEL_SCHEMA: &str = include_str!("../model.schema.json");

/// What a reader checks before anything else. It grows when a member changes its meaning or goes.
const FORMAT: &str = "apimark-model/1";

/// The model as JSON. `sources` are the texts that the model's spans point into.
pub fn model_json(api: &Api, sources: &Sources) -> String {
    let places = Places::new(sources);
    let structs: Vec<Object> =
        api.structs.iter().map(|item| types::structure(api, item, &places)).collect();
    let enums: Vec<Object> =
        api.enums.iter().map(|item| types::enumeration(item, &places)).collect();
    let operations: Vec<Object> = api
        .operations
        .iter()
        .map(|operation| operations::operation(api, operation, &places))
        .collect();
    document(
        Object::new()
            .with("format", FORMAT)
            .with("version", api.version.as_str())
            .with("rustModule", api.module.as_str())
            .with("baseUrl", api.base_url.as_str())
            .with("types", structs)
            .with("enums", enums)
            .with("operations", operations),
    )
}
