//! The model for other tools: CSDL 4.0 XML, OpenAPI 3.1 JSON, and the model itself as JSON.
//!
//! Reads a decided [`model::Api`] and returns text. It must not know Markdown or Rust syntax, and it
//! decides nothing: what the model leaves open stays open in the exports too.

mod csdl;
mod json;
mod model_json;
mod openapi;
mod paths;
#[cfg(test)]
mod tests;

pub use csdl::csdl;
#[cfg(feature = "schema")]
pub use model_json::model_schema;
pub use model_json::{MODEL_SCHEMA, model_json};
pub use openapi::openapi;
