//! The members of a JSON object that have no field: annotations and undocumented properties.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Members of a JSON object that have no field of their own.
///
/// Decoding puts here:
/// - annotations: `@odata.type`, `@odata.etag`, `messages@odata.nextLink`;
/// - properties that the documentation does not describe, `null` included;
/// - the value of a documented property that does not have the documented form, such as a date that is
///   not one. The field is then `None`.
///
/// Encoding writes them back, except where a field of the same name holds a value. So a member with the
/// name of a field that is `None` is written as it stands here; that is also how to send an explicit
/// `null`: `user.additional.insert("jobTitle", ())`.
///
/// An empty one takes a pointer's room and no allocation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additional(Option<Box<Map<String, Value>>>);

impl Additional {
    /// No members.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|members| members.is_empty())
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// The member of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.get(name)
    }

    /// The member of this name, decoded. `None` when there is no such member.
    ///
    /// # Errors
    /// When the member does not decode as `T`.
    pub fn get_as<T: DeserializeOwned>(&self, name: &str) -> Option<serde_json::Result<T>> {
        self.get(name).map(T::deserialize)
    }

    /// Sets the member of this name and returns the one it replaces.
    ///
    /// # Panics
    /// When the value's own `Serialize` fails, as it does for maps whose keys are not strings.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Serialize) -> Option<Value> {
        let value = serde_json::to_value(value).expect("the value can be written as JSON");
        self.put(name.into(), value)
    }

    /// Removes the member of this name and returns it.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.shift_remove(name)
    }

    /// The members in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().flat_map(|members| members.iter()).map(|(name, value)| (name.as_str(), value))
    }

    /// `@odata.type` without its `#`: the name of the object's type.
    pub fn odata_type(&self) -> Option<&str> {
        self.text("@odata.type").map(|name| name.trim_start_matches('#'))
    }

    /// `@odata.etag`: the version of the object, for `If-Match`.
    pub fn etag(&self) -> Option<&str> {
        self.text("@odata.etag")
    }

    /// `@odata.id`: the canonical URL of the object.
    pub fn odata_id(&self) -> Option<&str> {
        self.text("@odata.id")
    }

    /// `{property}@odata.nextLink`: where an expanded collection goes on.
    pub fn next_link(&self, property: &str) -> Option<&str> {
        self.text(&format!("{property}@odata.nextLink"))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    pub(crate) fn put(&mut self, name: String, value: Value) -> Option<Value> {
        self.0.get_or_insert_default().insert(name, value)
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Additional {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let members: Map<String, Value> =
            members.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self((!members.is_empty()).then(|| Box::new(members)))
    }
}
