//! Relationships that began or ended.

use serde_json::Value;

use crate::Additional;
use crate::json::exact_value;

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
    pub additional: Additional,
}

impl Link {
    pub(super) fn new(mut members: Additional, has_ended: bool) -> Self {
        Self {
            source: text(&mut members, "source"),
            relationship: text(&mut members, "relationship"),
            target: text(&mut members, "target"),
            has_ended,
            additional: members,
        }
    }
}

/// Takes the member of this name; empty if there is none. What is no text is its JSON. Half a surrogate pair
/// has no room in a text, so that the member stays besides.
pub(super) fn text(members: &mut Additional, name: &str) -> String {
    let Some(raw) = members.raw(name) else { return String::new() };
    let (json, is_exact) = (raw.get().to_owned(), exact_value(raw.get()).is_some());
    let text = match members.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(_) => return members.remove(name).map(|_| json).unwrap_or_default(),
    };
    if is_exact {
        members.remove(name);
    }
    text
}
