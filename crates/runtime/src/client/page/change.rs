//! One entry of a delta response.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What happened to one object.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<T> {
    /// It was created or changed. The same object may come more than once; the last one counts.
    Updated(T),
    /// It is gone.
    Removed(Removed),
}

/// An object that is gone, as the service says with `@removed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Removed {
    /// The object's id; empty if the service does not say it.
    pub id: String,
    /// In what way it is gone.
    pub reason: Removal,
    /// What else stands there.
    pub additional: Map<String, Value>,
}

/// In what way an object is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Removal {
    /// `changed`: it no longer belongs to what is looked at, but can be restored.
    Changed,
    /// `deleted`: for good.
    Deleted,
    /// Something that the documentation does not describe.
    Other(String),
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        // The text may stand anywhere, so that it only says that looking is worth while.
        if raw.get().contains("\"@removed\"")
            && let Some(removed) = removed(raw.get())
        {
            return Ok(Self::Removed(removed));
        }
        serde_json::from_str(raw.get()).map(Self::Updated).map_err(D::Error::custom)
    }
}

fn removed(text: &str) -> Option<Removed> {
    let Ok(Value::Object(mut additional)) = serde_json::from_str(text) else { return None };
    let removed = additional.shift_remove("@removed")?;
    let reason = match removed.get("reason").and_then(Value::as_str).unwrap_or_default() {
        "changed" => Removal::Changed,
        "deleted" => Removal::Deleted,
        other => Removal::Other(other.to_owned()),
    };
    let id = match additional.shift_remove("id") {
        Some(Value::String(id)) => id,
        Some(other) => other.to_string(),
        None => String::new(),
    };
    Some(Removed { id, reason, additional })
}
