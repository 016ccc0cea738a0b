//! The one decoder and encoder of all generated types.
//!
//! A generated type only says which fields it has ([`model!`](crate::model!)); reading, writing, comparing
//! and printing them is done here, over `dyn` references, and so is compiled once instead of once per type.
//! The code is written for JSON: a format that does not describe itself cannot be read.

mod copy;
pub(crate) mod enumeration;
mod fields;
mod kind;
mod members;
mod merge;
mod nested;
mod order;
mod property;
mod read;
mod scalar;
mod show;
mod spelling;
mod value;
mod write;

use std::any::Any;
use std::fmt;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::{Additional, Bytes, Date, Duration, Time, Timestamp, Uuid};

pub use copy::copy;
pub use fields::Fields;
pub use kind::{IsEnum, IsItself, IsObject, IsPolymorphic};
pub(crate) use members::{member_names, same_members};
pub use merge::merge;
pub(crate) use nested::REMOVED;
pub use property::property;
pub use read::{read, read_change};
pub(crate) use scalar::integer;
pub use show::{equal, show};
pub use spelling::{JsonText, Numbers, write_json, write_json_both};
pub use write::{write, write_parameters, write_polymorphic};

/// What is known of a type at compile time.
#[derive(Debug)]
pub struct Info {
    /// The name in Rust: `User`.
    pub rust_name: &'static str,
    /// The name on the wire: `microsoft.graph.user`.
    pub wire_name: &'static str,
    /// The names of the properties that have a field, in the order of the fields.
    pub names: &'static [&'static str],
}

/// A value with a field table. [`model!`](crate::model!) implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type with documented properties",
    label = "a plain value or a collection"
)]
pub trait Model {
    /// What is known of the type, and the members without a field: in one function, because each costs the
    /// compiler something in every type.
    fn about(&self) -> (&'static Info, &Additional);

    /// Lends the fields.
    fn look<'s>(&'s self, look: &mut Look<'_, 's>);

    /// Lends the fields and the members without one, to be written.
    fn change(&mut self, change: &mut Change<'_>);
}

impl dyn Model + '_ {
    /// What is known of the type.
    pub(crate) fn info(&self) -> &'static Info {
        self.about().0
    }

    /// The members without a field.
    pub(crate) fn additional(&self) -> &Additional {
        self.about().1
    }
}

/// What [`Model::look`] lends the fields to.
pub type Look<'a, 's> = dyn FnMut(Fields<'_, 's>) + 'a;

/// What [`Model::change`] lends the fields to.
pub type Change<'a> = dyn FnMut(&mut [&mut dyn Slot], &mut Additional) + 'a;

/// Calls `look`: for the compiler, a call by name is less work in each type than one through a trait.
#[inline]
pub fn lend<'s>(
    look: &mut Look<'_, 's>,
    info: &'static Info,
    slots: &[&'s dyn Slot],
    present: &[bool],
) {
    look(Fields::of(info, slots, present));
}

/// Calls `change`, as [`lend`] does `look`.
#[inline]
pub fn lend_mut(change: &mut Change<'_>, slots: &mut [&mut dyn Slot], additional: &mut Additional) {
    change(slots, additional);
}

/// A field: room for a value that may be absent.
pub trait Slot: Any {
    /// Makes it absent.
    fn clear(&mut self);

    /// Lends the value to be written: the one that is there if it is to be kept, else a blank one.
    fn open(&mut self, keep: bool) -> Target<'_>;

    /// The value.
    fn view(&self) -> Option<View<'_>>;

    /// Takes a copy of the value in another field of the same type.
    fn copy(&mut self, from: &dyn Any);
}

/// A type whose values can stand in a field or a collection.
pub trait Element: Clone + 'static {
    /// How the decoder and the encoder see values of the type.
    type Kind: Kind<Self>;
}

/// A way to see values of a type. There are few, so that each type only names one.
pub trait Kind<T> {
    /// A value to be overwritten.
    fn blank() -> T;

    /// The value, to be written.
    fn target(value: &mut T) -> Target<'_>;

    /// The value, to be read.
    fn view(value: &T) -> View<'_>;
}

/// A value that is read from text and takes any text: an enumeration.
pub trait Text {
    /// Takes the text.
    fn set(&mut self, text: &str);
}

/// A collection.
pub trait List {
    /// Appends a blank element, to be written.
    fn push_blank(&mut self) -> Target<'_>;

    /// Removes an element.
    fn remove_at(&mut self, index: usize);

    /// An element, to be written.
    fn at_mut(&mut self, index: usize) -> Target<'_>;

    /// The number of elements.
    fn count(&self) -> usize;

    /// An element.
    fn at(&self, index: usize) -> View<'_>;
}

/// A value whose type is named by `@odata.type`. [`any_of!`](crate::any_of) implements it.
pub trait Polymorphic {
    /// Becomes a blank value of the derived type with this wire name, or of the base type if the name is
    /// empty, and returns what it was. `None`, and it stays as it is, when the name is not one of a
    /// derived type.
    fn become_type(&mut self, wire_name: &str) -> Option<Box<dyn Polymorphic>>;

    /// Whether the type is a derived one, not the base type.
    fn is_derived(&self) -> bool;

    /// The value in it.
    fn model(&self) -> &dyn Model;

    /// The value in it, to be written.
    fn model_mut(&mut self) -> &mut dyn Model;
}

/// Where a value is written to, by its kind.
#[expect(missing_docs, reason = "named after the types they hold")]
pub enum Target<'a> {
    Str(&'a mut Box<str>),
    Bool(&'a mut bool),
    U8(&'a mut u8),
    I8(&'a mut i8),
    I16(&'a mut i16),
    I32(&'a mut i32),
    I64(&'a mut i64),
    F32(&'a mut f32),
    F64(&'a mut f64),
    Timestamp(&'a mut Timestamp),
    Date(&'a mut Date),
    Time(&'a mut Time),
    Duration(&'a mut Duration),
    Uuid(&'a mut Uuid),
    Bytes(&'a mut Bytes),
    Decimal(&'a mut Decimal),
    Text(&'a mut dyn Text),
    Json(&'a mut Value),
    Object(&'a mut dyn Model),
    List(&'a mut dyn List),
    Polymorphic(&'a mut dyn Polymorphic),
}

/// A value, by its kind.
#[expect(missing_docs, reason = "named after the types they hold")]
pub enum View<'a> {
    Str(&'a str),
    Bool(bool),
    Int(i64),
    Int64(i64),
    F32(f32),
    F64(f64),
    Timestamp(&'a Timestamp),
    Date(&'a Date),
    Time(&'a Time),
    Duration(&'a Duration),
    Uuid(&'a Uuid),
    Bytes(&'a Bytes),
    Decimal(&'a Decimal),
    Flags(&'a dyn fmt::Display),
    Json(&'a Value),
    Object(&'a dyn Model),
    List(&'a dyn List),
    Polymorphic(&'a dyn Polymorphic),
}

/// Gives a struct its field table, and with it `Default`, `Clone`, `Debug`, `PartialEq` and serde's traits.
///
/// Every field is an `Option`; the struct also has a field `additional:` [`Additional`]. A field behind a
/// `#[cfg]` has the same one in the table.
///
/// ```
/// use apimark_runtime as rt;
///
/// pub struct Dog {
///     pub name: Option<Box<str>>,
///     pub born_on: Option<rt::Date>,
///     pub additional: rt::Additional,
/// }
///
/// rt::model! {
///     Dog: "zoo.dog" {
///         name: "name",
///         born_on: "bornOn",
///     }
/// }
///
/// let dog: Dog = serde_json::from_str(r#"{"name": "Rex", "bornOn": "2020-02-29", "tail": true}"#)?;
/// assert_eq!(dog.additional.get("tail"), Some(&true.into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Decoding:
/// - of a name that comes twice, the last value counts;
/// - `null` in a field is the same as absent, except that a change notes it
///   ([`Updated`](crate::delta::Updated));
/// - members without a field, values that do not have the documented form, and elements of collections
///   that do not, go to `additional`, with all their digits;
/// - control information is known under both its names, `@odata.type` and `@type`;
/// - what is written back has the same members: integers and decimals of the same value, numbers of
///   `Edm.Double` and `Edm.Single` as near as their type holds them, the same points in time and durations
///   character by character, times of day with seconds and without zeros at the end of a fraction
///   (`08:30` as `08:30:00`), GUIDs in lower case and with hyphens, binary values with padding and in the
///   alphabet with `+` and `/`, and the type of a derived one as `#` and its name;
/// - `serde_json::to_value` and what goes by a `Value` otherwise hold less ([`Additional`]).
///
/// What it expands to is chosen for compile time: as few functions and as short paths as will do. It
/// relies on the names of the prelude.
#[macro_export]
macro_rules! model {
    ($name:ident: $wire:literal { $($(#$gate:tt)? $field:ident: $member:literal,)* }) => {
        impl $crate::model::Model for $name {
            #[inline]
            fn about(&self) -> (&'static $crate::model::Info, &$crate::Additional) {
                let info = &$crate::model::Info {
                    rust_name: stringify!($name),
                    wire_name: $wire,
                    names: &[$($(#$gate)? $member),*],
                };
                (info, &self.additional)
            }

            #[inline]
            fn look<'s>(&'s self, look: &mut $crate::model::Look<'_, 's>) {
                $crate::model::lend(
                    look,
                    self.about().0,
                    &[$($(#$gate)? &self.$field),*],
                    &[$($(#$gate)? self.$field.is_some()),*],
                );
            }

            #[inline]
            fn change(&mut self, change: &mut $crate::model::Change<'_>) {
                $crate::model::lend_mut(change, &mut [$($(#$gate)? &mut self.$field),*], &mut self.additional);
            }
        }

        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self { $($(#$gate)? $field: None,)* additional: $crate::Additional::new() }
            }
        }

        impl Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                $crate::model::copy(self)
            }
        }

        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::model::equal(self, other)
            }
        }

        impl $crate::private::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut $crate::private::Formatter<'_>) -> $crate::private::FmtResult {
                $crate::model::show(self, f)
            }
        }

        impl $crate::private::Serialize for $name {
            fn serialize<S: $crate::private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::model::write(self, serializer)
            }
        }

        impl<'de> $crate::private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::model::read(deserializer)
            }
        }
    };
}
