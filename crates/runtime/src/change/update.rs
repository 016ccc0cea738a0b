//! What to change in an object.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::members::{Members, shared};
use super::settable::Settable;
use super::write::{Clear, SetOnUpdate};
use crate::model::{Element, JsonText, Model};
use crate::query::{IsA, Property, Resource};

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
}

impl<T> Default for Update<T> {
    fn default() -> Self {
        Self::new()
    }
}

shared!(Update);
