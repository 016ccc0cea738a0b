//! Enumerations to which the service may add members at any time.

pub mod member;

/// Declares an open enumeration: each member with its wire name, and `Unrecognized` for all others.
///
/// ```
/// apimark_runtime::open_enum! {
///     /// How the text of a body is marked up.
///     pub enum BodyType: "microsoft.graph.bodyType" {
///         /// No markup.
///         Text = "text",
///         /// HTML.
///         Html = "html",
///     }
/// }
///
/// let read: BodyType = serde_json::from_str(r#""markdown""#)?;
/// assert_eq!(read, BodyType::Unrecognized("markdown".into()));
/// assert_eq!(serde_json::to_string(&read)?, r#""markdown""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Values are compared by their wire names, so `Unrecognized` holding the name of a member equals that
/// member. There is no default: which member would be one, the documentation does not say.
#[macro_export]
macro_rules! open_enum {
    (
        $(#$meta:tt)*
        pub enum $name:ident: $wire:literal {
            $($(#$member_meta:tt)* $member:ident = $text:literal,)*
        }
    ) => {
        $(#$meta)*
        pub enum $name {
            $($(#$member_meta)* $member,)*
            /// A member that this version of the client does not know, by its wire name.
            Unrecognized(Box<str>),
        }

        impl $crate::OpenEnum for $name {
            const WIRE_NAME: &'static str = $wire;

            #[inline]
            fn as_str(&self) -> &str {
                // The method of the type itself, which comes before the trait's.
                Self::as_str(self)
            }
        }

        impl $name {
            /// The name on the wire.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$member => $text,)*
                    Self::Unrecognized(text) => text,
                }
            }
        }

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::private::member::copy(self)
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::private::member::same(self, other)
            }
        }

        impl Eq for $name {}

        impl $crate::private::Hash for $name {
            fn hash<H: $crate::private::Hasher>(&self, state: &mut H) {
                $crate::private::member::hash(self, state);
            }
        }

        impl $crate::private::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut $crate::private::Formatter<'_>) -> $crate::private::FmtResult {
                $crate::private::member::show(self, stringify!($name), f)
            }
        }

        impl $crate::private::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut $crate::private::Formatter<'_>) -> $crate::private::FmtResult {
                $crate::private::member::print(self, f)
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$member,)*
                    _ => Self::Unrecognized(text.into()),
                }
            }
        }

        impl $crate::private::Serialize for $name {
            fn serialize<S: $crate::private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::private::member::write(self, serializer)
            }
        }

        impl<'de> $crate::private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }

        impl $crate::model::Element for $name {
            type Kind = $crate::model::IsEnum;
        }
    };
}
