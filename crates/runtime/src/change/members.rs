//! What updates and new objects have in common: the JSON object that they are under way.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::model::{Element, JsonText, Kind, Model, View};
use crate::query::{IsA, info};

/// Members in the order in which they were first mentioned; of two values the last counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Members(pub(super) Vec<(String, JsonText)>);

const ODATA_TYPE: &str = "@odata.type";

impl Members {
    pub(super) fn set(&mut self, path: &str, value: JsonText) {
        match self.0.iter_mut().find(|(name, _)| name == path) {
            Some((_, before)) => *before = value,
            None => self.0.push((path.to_owned(), value)),
        }
    }

    pub(super) fn clear<V: Element>(&mut self, path: &str) {
        let is_list = matches!(V::Kind::view(&V::Kind::blank()), View::List(_));
        let empty = if is_list { Value::Array(Vec::new()) } else { Value::Null };
        self.set(path, JsonText::of(&empty));
    }

    /// Names the objects that a relationship leads to by their URLs.
    pub(super) fn bind(&mut self, path: &str, urls: impl Into<Value>) {
        self.set(&format!("{path}@odata.bind"), JsonText::of(&urls.into()));
    }

    /// What the struct holds.
    pub(super) fn of(model: &dyn Model) -> Self {
        Self(JsonText::of(model).into_members())
    }

    /// The object, which says its type where that is not `Base` itself.
    pub(super) fn as_type<T: IsA<Base>, Base: Model + Default>(&self) -> JsonText {
        let mut members = self.clone();
        members.say_type::<T, Base>();
        JsonText::of(&members)
    }

    /// Puts `@odata.type` first, unless the type is `Base` itself or the type is already stated.
    pub(super) fn say_type<T: IsA<Base>, Base: Model + Default>(&mut self) {
        let own = info::<T>().wire_name;
        let is_stated = self.0.iter().any(|(name, _)| crate::additional::is_type(name));
        if own != info::<Base>().wire_name && !is_stated {
            self.0.insert(0, (ODATA_TYPE.to_owned(), JsonText::of(&format!("#{own}"))));
        }
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// What [`Update`](super::Update) and [`Create`](super::Create) both have.
macro_rules! shared {
    ($name:ident) => {
        impl<T> $name<T> {
            fn with(members: Members) -> Self {
                Self { members, of: PhantomData }
            }

            /// Sets a property by its name on the wire to any JSON, for what the documentation does not state or
            /// states wrongly. `()` is `null`. A [`RawValue`](crate::RawValue) is written as it is.
            ///
            /// # Panics
            /// When the value's own `Serialize` fails, as it does for maps whose keys are not strings.
            #[must_use = "it is returned with the change"]
            pub fn set_raw(mut self, name: &str, value: impl Serialize) -> Self {
                let value = JsonText::new(&value).expect("the value can be written as JSON");
                self.members.set(name, value);
                self
            }

            /// Relates the object to an existing one, by its URL: `manager@odata.bind`.
            #[must_use = "it is returned with the change"]
            pub fn bind<V: Resource, O, W>(
                mut self,
                relationship: Property<T, V, O, W>,
                url: impl Into<String>,
            ) -> Self {
                self.members.bind(relationship.path(), url.into());
                self
            }

            /// Relates the object to existing ones, by their URLs: `members@odata.bind`.
            #[must_use = "it is returned with the change"]
            pub fn bind_all<V: Resource, O, W>(
                mut self,
                relationship: Property<T, Vec<V>, O, W>,
                urls: impl IntoIterator<Item = impl Into<String>>,
            ) -> Self {
                let urls: Vec<Value> =
                    urls.into_iter().map(|url| Value::String(url.into())).collect();
                self.members.bind(relationship.path(), urls);
                self
            }

            /// The same, where an object of a base type of `T` is expected: `@odata.type` says which it is.
            #[must_use]
            pub fn upcast<Base: Model + Default>(mut self) -> $name<Base>
            where
                T: IsA<Base>,
            {
                self.members.say_type::<T, Base>();
                $name::with(self.members)
            }

            /// Whether nothing is mentioned.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.members.0.is_empty()
            }

            /// What is mentioned, by names on the wire: `null` is for what is cleared. Numbers are the nearest
            /// that [`Value`] has; written are all digits.
            pub fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
                self.members.0.iter().map(|(name, value)| (name.as_str(), value.value()))
            }
        }

        impl<T: Model> $name<T> {
            /// All that `model` holds, whether or not the documentation says that it may be written; without
            /// members whose names hold half a surrogate pair, which no property has.
            #[must_use]
            pub fn from_model(model: &T) -> Self {
                Self::with(Members::of(model))
            }
        }

        // Not derived: a derive would ask `T` for the same trait.
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                Self::with(self.members.clone())
            }
        }

        impl<T> PartialEq for $name<T> {
            fn eq(&self, other: &Self) -> bool {
                self.members == other.members
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                struct Shown<'a, T>(&'a $name<T>);
                impl<T> fmt::Debug for Shown<'_, T> {
                    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.debug_map().entries(self.0.members()).finish()
                    }
                }
                f.debug_tuple(stringify!($name)).field(&Shown(self)).finish()
            }
        }

        impl<V: Resource, T: IsA<V::Type>> Settable<V> for $name<T> {
            fn to_json(&self) -> JsonText {
                self.members.as_type::<T, V::Type>()
            }
        }

        impl<V: Resource, T: IsA<V::Type>> Settable<V> for &$name<T> {
            fn to_json(&self) -> JsonText {
                self.members.as_type::<T, V::Type>()
            }
        }

        impl<T> Serialize for $name<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.members.serialize(serializer)
            }
        }
    };
}

pub(super) use shared;
