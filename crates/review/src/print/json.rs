//! A review for programs.

use serde::Serialize;

use crate::review::Review;
use crate::verdict::{Step, Verdict};

/// The version of the form, which grows when something is renamed or removed.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    schema_version: u32,
    verdict: Verdict,
    step: Step,
    step_in_use: Step,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_version: Option<String>,
    #[serde(flatten)]
    review: &'a Review,
}

/// The review as JSON with a `schemaVersion`.
#[must_use]
pub fn json(review: &Review) -> String {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        verdict: review.verdict(),
        step: review.step(),
        step_in_use: review.step_in_use(),
        next_version: review.next_version(),
        review,
    };
    let text = serde_json::to_string_pretty(&document).expect("texts, numbers and lists of them");
    text + "\n"
}
