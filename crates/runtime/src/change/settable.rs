//! What a property can be set to.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::model::{
    Element, IsEnum, IsItself, IsObject, IsPolymorphic, JsonText, Kind, Model, Polymorphic,
};
use crate::{Bytes, Date, Duration, Flags, OpenEnum, Time, Timestamp, Uuid, jiff};

/// A value that a property with values of type `V` can be set to.
///
/// Besides `V` itself and references to it: text for strings, a member for a set of flags, an [`Update`](super::Update)
/// or [`Create`](super::Create) for an object, and vectors, arrays and slices of all these for collections.
#[diagnostic::on_unimplemented(
    message = "a property whose values are `{V}` cannot be set to `{Self}`",
    label = "not a value of type `{V}`",
    note = "`clear` removes a value, `set_raw` takes any JSON"
)]
pub trait Settable<V> {
    /// The value as JSON.
    fn to_json(&self) -> JsonText;
}

/// Ways to see values that are not collections.
pub trait Single<V>: Kind<V> {}

impl<T: Model + Default> Single<T> for IsObject {}
impl<T: Polymorphic + Default> Single<T> for IsPolymorphic {}
impl<E: OpenEnum> Single<E> for IsEnum {}
impl<E: OpenEnum> Single<Flags<E>> for IsItself {}

macro_rules! single {
    ($($ty:ty)*) => { $( impl Single<$ty> for IsItself {} )* };
}

single! {
    Box<str> bool u8 i8 i16 i32 i64 f32 f64 Decimal Timestamp Date Time Duration Uuid Bytes Value
}

impl<V: Element> Settable<V> for V
where
    V::Kind: Single<V>,
{
    fn to_json(&self) -> JsonText {
        json(self)
    }
}

impl<V: Element> Settable<V> for &V
where
    V::Kind: Single<V>,
{
    fn to_json(&self) -> JsonText {
        json(*self)
    }
}

fn json<V: Element>(value: &V) -> JsonText {
    JsonText::of(&V::Kind::view(value))
}

/// A point in time of jiff, in UTC.
impl Settable<Timestamp> for jiff::Timestamp {
    fn to_json(&self) -> JsonText {
        json(&Timestamp::from(*self))
    }
}

macro_rules! texts {
    ($($ty:ty)*) => { $(
        impl Settable<Box<str>> for $ty {
            fn to_json(&self) -> JsonText {
                let text: &str = self;
                JsonText::of(text)
            }
        }
    )* };
}

texts! { &str String &String &&str }

/// A single flag.
impl<E: OpenEnum> Settable<Flags<E>> for E {
    fn to_json(&self) -> JsonText {
        JsonText::of(self.as_str())
    }
}

impl<V, A: Settable<V>> Settable<Vec<V>> for Vec<A> {
    fn to_json(&self) -> JsonText {
        list(self)
    }
}

impl<V, A: Settable<V>> Settable<Vec<V>> for &Vec<A> {
    fn to_json(&self) -> JsonText {
        list(self)
    }
}

impl<V, A: Settable<V>, const N: usize> Settable<Vec<V>> for [A; N] {
    fn to_json(&self) -> JsonText {
        list(self)
    }
}

impl<V, A: Settable<V>> Settable<Vec<V>> for &[A] {
    fn to_json(&self) -> JsonText {
        list(self)
    }
}

fn list<V>(elements: &[impl Settable<V>]) -> JsonText {
    let elements: Vec<JsonText> = elements.iter().map(Settable::to_json).collect();
    JsonText::of(&elements)
}
