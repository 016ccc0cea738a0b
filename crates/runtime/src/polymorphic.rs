//! Values of a type or of any type derived from it, told apart by `@odata.type`.

/// Declares an enum that holds a value of a base type or of a type derived from it.
///
/// The base type's variant comes first. A value whose `@odata.type` names none of the others becomes one
/// of the base type, whose `additional` then keeps `@odata.type` and every
/// member that the base type does not have. So nothing is lost when it is written again. A derived type's
/// variant may stand behind a `#[cfg]`.
///
/// ```
/// use apimark_runtime as rt;
/// # pub struct Animal { pub name: Option<Box<str>>, pub additional: rt::Additional }
/// # rt::model! { Animal: "zoo.animal" { name: "name", } }
/// # pub struct Dog { pub name: Option<Box<str>>, pub barks: Option<bool>, pub additional: rt::Additional }
/// # rt::model! { Dog: "zoo.dog" { name: "name", barks: "barks", } }
///
/// rt::any_of! {
///     /// An animal of any kind.
///     pub enum AnyAnimal {
///         Animal(Animal),
///         Dog(Dog) = "zoo.dog",
///     }
/// }
///
/// let read: AnyAnimal = serde_json::from_str(r##"{"name": "Rex", "@odata.type": "#zoo.dog"}"##)?;
/// assert!(matches!(&read, AnyAnimal::Dog(dog) if dog.name.as_deref() == Some("Rex")));
/// assert_eq!(serde_json::to_string(&read)?, r##"{"@odata.type":"#zoo.dog","name":"Rex"}"##);
///
/// # impl Animal { pub const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name"); }
/// assert_eq!(read.get(Animal::NAME).map(|name| &**name), Some("Rex"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! any_of {
    (
        $(#$meta:tt)*
        pub enum $name:ident {
            $(#$base_meta:tt)*
            $base:ident($base_payload:ty),
            $($(#$gate:tt)? $variant:ident($payload:ty) = $wire:literal,)*
        }
    ) => {
        $(#$meta)*
        #[derive(Clone)]
        pub enum $name {
            $(#$base_meta)*
            /// The base type itself, or a derived one that the documentation does not describe.
            $base(Box<$base_payload>),
            $(
                $(#$gate)?
                #[doc = ::core::concat!("A value of the derived type `", $wire, "`.")]
                $variant(Box<$payload>),
            )*
        }

        impl $crate::model::Polymorphic for $name {
            #[inline]
            fn become_type(&mut self, wire_name: &str) -> Option<Box<dyn $crate::model::Polymorphic>> {
                let value = match wire_name {
                    "" => Self::default(),
                    $($(#$gate)? $wire => Self::$variant(Default::default()),)*
                    _ => return None,
                };
                Some(Box::new($crate::private::replace(self, value)))
            }

            #[inline]
            fn is_derived(&self) -> bool {
                !matches!(self, Self::$base(_))
            }

            #[inline]
            fn model(&self) -> &dyn $crate::model::Model {
                match self {
                    Self::$base(value) => &**value,
                    $($(#$gate)? Self::$variant(value) => &**value,)*
                }
            }

            #[inline]
            fn model_mut(&mut self) -> &mut dyn $crate::model::Model {
                match self {
                    Self::$base(value) => &mut **value,
                    $($(#$gate)? Self::$variant(value) => &mut **value,)*
                }
            }
        }

        impl $name {
            /// The value of a property that all have, whatever their type, or that one derived type has;
            /// `None` where it is absent.
            #[allow(dead_code)]
            pub fn get<T: $crate::IsA<$base_payload>, V: 'static, O, W>(
                &self,
                property: $crate::Property<T, V, O, W>,
            ) -> Option<&V> {
                $crate::model::property($crate::model::Polymorphic::model(self), property.path())
            }
        }

        impl $crate::Resource for $name {
            type Type = $base_payload;
        }

        $crate::any_of!(@shared $name $base);
        $crate::any_of!(@from $name $base $base_payload);
        $($(#$gate)? $crate::any_of!(@from $name $variant $payload);)*
    };
    (@from $name:ident $variant:ident $payload:ty) => {
        impl From<$payload> for $name {
            #[inline]
            fn from(value: $payload) -> Self {
                Self::$variant(Box::new(value))
            }
        }
    };
    (@shared $name:ident $base:ident) => {
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self::$base(Default::default())
            }
        }

        impl $crate::private::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut $crate::private::Formatter<'_>) -> $crate::private::FmtResult {
                $crate::model::show($crate::model::Polymorphic::model(self), f)
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                use $crate::model::Polymorphic as _;
                $crate::model::equal(self.model(), other.model())
            }
        }

        impl $crate::private::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::model::write_polymorphic(self, serializer)
            }
        }

        impl<'de> $crate::private::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::private::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }

        impl $crate::model::Element for $name {
            type Kind = $crate::model::IsPolymorphic;
        }
    };
}
