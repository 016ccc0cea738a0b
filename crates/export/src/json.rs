//! A JSON object whose members keep the order they were added in, without empty ones.

use serde_json::{Map, Value};

/// An object under construction.
#[derive(Clone, Default)]
pub(crate) struct Object(Map<String, Value>);

impl Object {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// Adds the member where there is a value.
    pub(crate) fn with_some<T: Into<Value>>(self, key: &str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds the text unless it is empty.
    pub(crate) fn with_text(self, key: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.with(key, text) }
    }

    /// Adds the list unless it is empty.
    pub(crate) fn with_list<T: Into<Value>>(self, key: &str, items: Vec<T>) -> Self {
        if items.is_empty() { self } else { self.with(key, items) }
    }

    /// Adds the object unless it is empty.
    pub(crate) fn with_object(self, key: &str, object: Self) -> Self {
        if object.0.is_empty() { self } else { self.with(key, object) }
    }

    pub(crate) fn into_members(self) -> Map<String, Value> {
        self.0
    }

    /// Adds `true`, and nothing otherwise.
    pub(crate) fn with_flag(self, key: &str, flag: bool) -> Self {
        if flag { self.with(key, true) } else { self }
    }
}

impl From<Map<String, Value>> for Object {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

/// The document as text with a final newline.
pub(crate) fn document(root: Object) -> String {
    format!("{:#}\n", Value::from(root))
}
