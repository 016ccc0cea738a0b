//! Objects that were created or changed.

use serde::{Deserialize, Deserializer};
use serde_json::value::to_raw_value;

use super::EntryKind;
use crate::Additional;
use crate::model::{Element, Kind, Model, View, merge, read_change};

/// What has come of an object that was created or changed: of a new one everything, of an old one at
/// least what has changed, `null` where something was cleared.
///
/// [`object`](Self::object) alone does not tell a property that came as `null` from one that did not come.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Updated<T> {
    /// What has come with a value.
    pub object: Box<T>,
    /// The properties with a field that have come as `null`; others are kept in `additional`.
    nulls: Vec<&'static str>,
}

impl<'de, T: Element> Deserialize<'de> for Updated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (object, nulls) = read_change(deserializer)?;
        Ok(Self { object, nulls })
    }
}

impl<T: Element> Updated<T> {
    /// Puts what has come into a stored copy of the object and leaves all else there as it is. A new
    /// object is put into an empty copy: `users.entry(id).or_default()`.
    ///
    /// - A property that has come replaces the stored one as a whole, whether its value is a scalar, an
    ///   object or a collection. One that has come as `null` becomes absent. Annotations of the old value,
    ///   such as `events@odata.nextLink`, go with it.
    /// - `members@delta` adds to the relationship `members`, or changes in it, the objects that it lists,
    ///   and removes those with `@removed` or `@odata.removed`; they are told apart by `id`, else by
    ///   `@odata.id`. What cannot be applied, because it says neither, stays in `additional` under its
    ///   name. A relationship to a single object works alike.
    /// - Members without a field, and values that do not have the documented form, replace those of the
    ///   same name in `additional`, `null` included.
    /// - If what has come names the type of the object (`@odata.type`), the copy takes that type and keeps
    ///   what it holds; else it keeps its own.
    ///
    /// Applying the same changes once more leads to the same copy.
    pub fn apply_to(&self, stored: &mut T) {
        merge(&*self.object, &self.nulls, stored);
    }

    /// Whether the property of this name has come, be it as `null`.
    ///
    /// ```
    /// # use apimark_runtime::{Value, delta::Updated};
    /// let user: Updated<Value> = serde_json::from_str(r#"{"id": "1", "displayName": null}"#)?;
    /// assert!(user.has("displayName") && user.is_null("displayName"));
    /// assert!(!user.has("jobTitle"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn has(&self, name: &str) -> bool {
        self.is_null(name) || self.is_other_null(name).is_some() || self.has_field(name)
    }

    /// Whether the property of this name has come as `null`.
    pub fn is_null(&self, name: &str) -> bool {
        self.nulls.contains(&name) || self.is_other_null(name) == Some(true)
    }

    /// Whether the member of this name is null, if there is one without a field.
    fn is_other_null(&self, name: &str) -> Option<bool> {
        let Some(model) = self.model() else {
            let View::Json(value) = T::Kind::view(&self.object) else { return None };
            return value.get(name).map(crate::Value::is_null);
        };
        model.additional().raw(name).map(|raw| raw.get() == "null")
    }

    /// What the members without a field say that the entry is.
    pub(super) fn entry_kind(&self) -> EntryKind {
        let Some(model) = self.model() else {
            let View::Json(value) = T::Kind::view(&self.object) else { return EntryKind::Object };
            return EntryKind::of(|name| value.get(name));
        };
        if model.additional().is_empty() {
            return EntryKind::Object;
        }
        EntryKind::of(|name| model.additional().get(name))
    }

    fn has_field(&self, name: &str) -> bool {
        let mut has = false;
        if let Some(model) = self.model() {
            model.look(&mut |fields| has = fields.has(name));
        }
        has
    }

    fn model(&self) -> Option<&dyn Model> {
        match T::Kind::view(&self.object) {
            View::Object(model) => Some(model),
            View::Polymorphic(value) => Some(value.model()),
            _ => None,
        }
    }

    /// Everything that has come, as JSON.
    pub(super) fn into_members(self) -> Additional {
        let object = to_raw_value(&T::Kind::view(&self.object)).ok();
        let members = object.and_then(|object| Additional::of_object(object.get()));
        let mut members = members.unwrap_or_default();
        for name in self.nulls {
            members.insert(name, ());
        }
        members
    }
}
