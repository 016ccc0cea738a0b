//! Who may write a property, and how an object begins.

use facts::Fact;
use serde::Serialize;

/// Who may write a property, decided from all statements.
//
// Each lets clients do less than the one before it: that is the order of the values, by which reviews compare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Access {
    /// The client, at any time; it may clear it as well.
    Writable,
    /// The client, at any time, but it always has a value.
    NotNull,
    /// The client, when it creates the object.
    CreateOnly,
    /// Never the client.
    ReadOnly,
}

/// How an object that a client creates begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Constructor {
    /// The wire names of the properties that must be given, in the order of the fields.
    pub required: Vec<Fact<String>>,
}

impl Constructor {
    /// Why a property must be given, if it must.
    #[must_use]
    pub fn asks_for(&self, property: &str) -> Option<&Fact<String>> {
        self.required.iter().find(|it| it.value == property)
    }
}
