//! What to change in an object.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::members::Members;
use super::settable::Settable;
use super::write::{Clear, SetOnUpdate};
use crate::model::{Element, Model};
use crate::query::{IsA, Property};

/// A change of an object of type `T`: properties that are set, properties that are cleared; all others
/// stay.
///
/// ```
/// use apimark_runtime::{Property, Update};
/// # struct User;
///
/// impl User {
///     const JOB_TITLE: Property<Self, Box<str>> = Property::new("jobTitle");
///     const MOBILE_PHONE: Property<Self, Box<str>> = Property::new("mobilePhone");
/// }
/// let update = Update::new().set(User::JOB_TITLE, "Baker").clear(User::MOBILE_PHONE);
/// assert_eq!(serde_json::to_string(&update)?, r#"{"jobTitle":"Baker","mobilePhone":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Update<T> {
    pub(super) members: Members,
    of: PhantomData<fn() -> T>,
}

impl<T> Update<T> {
    fn with(members: Members) -> Self {
        Self { members, of: PhantomData }
    }

    /// A change of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Members::default())
    }

    /// Sets the property. Of two values for the same one the last counts.
    #[must_use = "it is returned with the change"]
    pub fn set<V, O, W: SetOnUpdate>(
        mut self,
        property: Property<T, V, O, W>,
        value: impl Settable<V>,
    ) -> Self {
        self.members.set(property.path(), value.to_json());
        self
    }

    /// Removes the value of the property; of a collection, all elements.
    #[must_use = "it is returned with the change"]
    pub fn clear<V: Element, O, W: Clear>(mut self, property: Property<T, V, O, W>) -> Self {
        self.members.clear::<V>(property.path());
        self
    }

    /// Sets a property by its name on the wire to any JSON, for what the documentation does not state or
    /// states wrongly. `()` is `null`.
    ///
    /// # Panics
    /// When the value's own `Serialize` fails, as it does for maps whose keys are not strings.
    #[must_use = "it is returned with the change"]
    pub fn set_raw(mut self, name: &str, value: impl Serialize) -> Self {
        let value = serde_json::to_value(value).expect("the value can be written as JSON");
        self.members.set(name, value);
        self
    }

    /// The same change, where an object of a base type of `T` is expected: `@odata.type` says which it is.
    #[must_use]
    pub fn upcast<Base: Model + Default>(mut self) -> Update<Base>
    where
        T: IsA<Base>,
    {
        self.members.say_type::<T, Base>();
        Update::with(self.members)
    }

    /// Whether nothing is mentioned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.0.is_empty()
    }

    /// What is mentioned, by names on the wire: `null` is for what is cleared.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.members.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl<T: Model> Update<T> {
    /// All that `model` holds, whether or not the documentation says that it may be written.
    #[must_use]
    pub fn from_model(model: &T) -> Self {
        Self::with(Members::of(model))
    }
}

impl<T> Default for Update<T> {
    fn default() -> Self {
        Self::new()
    }
}

// Not derived: a derive would ask `T` for the same trait.
impl<T> Clone for Update<T> {
    fn clone(&self) -> Self {
        Self::with(self.members.clone())
    }
}

impl<T> PartialEq for Update<T> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<T> fmt::Debug for Update<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Update").field(&self.members.0).finish()
    }
}

impl<T> Serialize for Update<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.0.serialize(serializer)
    }
}
