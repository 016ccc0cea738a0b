//! The model itself as JSON, each fact with its page, line and the rule that read it.
//!
//! The types of the model say by their derived `Serialize` what stands in the document, and by their derived
//! `JsonSchema` what its schema says. What is added here is the format, and where spans lie by the lines that others
//! can look up. Members without a value are left out.

use diag::{Sources, Span};
use model::Api;
use serde::Serialize;
use serde_json::{Value, json};

/// The JSON Schema (2020-12) of what [`model_json`] returns.
pub const MODEL_SCHEMA: &str = include_str!("../model.schema.json");

/// What a reader checks before anything else. It grows when a member changes its meaning or goes.
const FORMAT: &str = "apimark-model/2";

/// A model that apimark read from API reference docs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Document<'a> {
    /// The name of this format and its number, which grows when a member changes its meaning or goes.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    format: &'static str,
    #[serde(flatten)]
    api: &'a Api,
}

/// The model as JSON. `sources` are the texts that the model's spans point into.
pub fn model_json(api: &Api, sources: &Sources) -> String {
    let document = serde_json::to_value(Document { format: FORMAT, api });
    let mut document = document.expect("the model has no map, whose keys could be no texts");
    place(&mut document, sources);
    format!("{document:#}\n")
}

/// Puts page, line and column where a span stands, `null` for one of no known page, and takes other members without a
/// value out.
fn place(value: &mut Value, sources: &Sources) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| place(item, sources)),
        Value::Object(members) => {
            if let Some(at) = members.get_mut("at") {
                let span: Option<Span> = serde_json::from_value(at.take()).ok();
                *at = json!(span.and_then(|span| sources.place(span)));
            }
            members.retain(|name, member| name == "at" || !member.is_null());
            members.values_mut().for_each(|member| place(member, sources));
        }
        _ => {}
    }
}

/// The schema of the document, from the types that are written in it.
#[cfg(feature = "schema")]
pub fn model_schema() -> String {
    format!("{:#}\n", schemars::schema_for!(Document<'_>).as_value())
}
