//! Values that stand in a path where a key is due: `/domains/contoso.com`.
//!
//! Reads the spelling of a segment. Whether keys stand beside it, the tree knows.

use facts::{ExampleFacts, Json, OperationFacts};

use super::template::Step;
use crate::PathSegment;
use crate::types::TypeIndex;

/// Whether the step could be a value of a key: digits, a long row of hexadecimal digits, the name of a host, an address,
/// or the `id` of an example of its page.
pub(super) fn may_be_value(step: &Step, facts: &OperationFacts, types: &TypeIndex) -> bool {
    let PathSegment::Literal(text) = &step.segment else { return false };
    !text.starts_with('$') && !types.is_qualified(text) && (is_value(text) || is_id(text, facts))
}

fn is_value(text: &str) -> bool {
    let has_digit = text.bytes().any(|it| it.is_ascii_digit());
    let is_hexadecimal = text.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-');
    let labels: Vec<&str> = text.rsplit('@').next().unwrap_or(text).split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
    };
    let is_top = |label: &&str| label.len() > 1 && label.bytes().all(|it| it.is_ascii_lowercase());
    let is_host =
        labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top);
    text.bytes().all(|it| it.is_ascii_digit())
        || has_digit && is_hexadecimal && text.len() >= SHORTEST_ROW
        || is_host
}

/// Fewer hexadecimal digits may be a word with a number: `face2`.
const SHORTEST_ROW: usize = 8;

/// An example of the page shows an object of this `id`.
fn is_id(text: &str, facts: &OperationFacts) -> bool {
    let answers = facts.examples.iter().filter_map(|it: &ExampleFacts| it.response.as_ref());
    answers.filter_map(|answer| answer.value.json.as_ref()).any(|json| has_id(json, text))
}

fn has_id(json: &Json, text: &str) -> bool {
    match json {
        Json::Object(members) => members.iter().any(|member| match &member.value {
            Json::String(value) => member.name == "id" && value == text,
            Json::Array(items) => member.name == "value" && items.iter().any(|it| has_id(it, text)),
            _ => false,
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_value;

    #[test]
    fn hosts_numbers_and_long_rows_are_values() {
        let values = ["contoso.com", "me@contoso.com", "12345", "f2192ca4b1a04f0db6a1ad0cf1aa2c8b"];
        for text in values {
            assert!(is_value(text), "{text}");
        }
        for text in ["delta", "face2", "getOffice365ActivationCounts", "v1.0", "decade", "a.B"] {
            assert!(!is_value(text), "{text}");
        }
    }
}
