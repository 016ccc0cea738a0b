//! Relationships that began or ended.

use serde_json::{Map, Value};

/// A relationship that began or ended, as services of OData 4.0 say it: in an entry of its own, whose
/// context ends with `/$link` or `/$deletedLink`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// The URL of the object whose relationship it is.
    pub source: String,
    /// The name of the relationship: `members`.
    pub relationship: String,
    /// The URL of the object at its end; empty if the service does not say it.
    pub target: String,
    /// Whether it has ended.
    pub has_ended: bool,
    /// What else stands there.
    pub additional: Map<String, Value>,
}

impl Link {
    pub(super) fn new(mut members: Map<String, Value>, has_ended: bool) -> Self {
        Self {
            source: text(&mut members, "source"),
            relationship: text(&mut members, "relationship"),
            target: text(&mut members, "target"),
            has_ended,
            additional: members,
        }
    }
}

/// Takes the member of this name; empty if there is none.
pub(super) fn text(members: &mut Map<String, Value>, name: &str) -> String {
    match members.shift_remove(name) {
        Some(Value::String(text)) => text,
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}
