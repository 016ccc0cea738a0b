//! What to create an object from.

use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::members::Members;
use super::settable::Settable;
use super::write::SetOnCreate;
use crate::model::Model;
use crate::query::{IsA, Property};

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
    fn with(members: Members) -> Self {
        Self { members, of: PhantomData }
    }

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

    /// The same object, where an object of a base type of `T` is expected: `@odata.type` says which it is.
    #[must_use]
    pub fn upcast<Base: Model + Default>(mut self) -> Create<Base>
    where
        T: IsA<Base>,
    {
        self.members.say_type::<T, Base>();
        Create::with(self.members)
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

impl<T: Model> Create<T> {
    /// All that `model` holds, whether or not the documentation says that it may be written.
    #[must_use]
    pub fn from_model(model: &T) -> Self {
        Self::with(Members::of(model))
    }
}

// Not derived: a derive would ask `T` for the same trait.
impl<T> Clone for Create<T> {
    fn clone(&self) -> Self {
        Self::with(self.members.clone())
    }
}

impl<T> PartialEq for Create<T> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl<T> fmt::Debug for Create<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Create").field(&self.members.0).finish()
    }
}

impl<T> Serialize for Create<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.0.serialize(serializer)
    }
}
