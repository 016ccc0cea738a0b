//! What to create an object from.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::members::{Members, shared};
use super::settable::Settable;
use super::write::SetOnCreate;
use crate::model::{JsonText, Model};
use crate::query::{IsA, Property, Resource};

/// What a new object of type `T` starts with.
///
/// Generated types have a function `create` that asks for what the documentation requires; this one asks
/// for nothing.
///
/// ```
/// use apimark_runtime::{Create, Property};
/// # struct User;
///
/// impl User {
///     const DISPLAY_NAME: Property<Self, Box<str>> = Property::new("displayName");
///     const PHONES: Property<Self, Vec<Box<str>>> = Property::new("businessPhones");
/// }
/// let user = Create::unchecked().set(User::DISPLAY_NAME, "Ana").set(User::PHONES, ["1", "2"]);
/// let json = r#"{"displayName":"Ana","businessPhones":["1","2"]}"#;
/// assert_eq!(serde_json::to_string(&user)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Create<T> {
    pub(super) members: Members,
    of: PhantomData<fn() -> T>,
}

impl<T> Create<T> {
    /// An object without anything, although the documentation may require some properties.
    #[must_use]
    pub fn unchecked() -> Self {
        Self::with(Members::default())
    }

    /// Sets the property. Of two values for the same one the last counts.
    #[must_use = "it is returned with the change"]
    pub fn set<V, O, W: SetOnCreate>(
        mut self,
        property: Property<T, V, O, W>,
        value: impl Settable<V>,
    ) -> Self {
        self.members.set(property.path(), value.to_json());
        self
    }
}

shared!(Create);
