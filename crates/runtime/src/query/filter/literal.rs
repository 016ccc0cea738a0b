//! Values in `$filter`, spelled as OData literals.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use crate::model::{Element, IsEnum, IsItself, Kind, View};
use crate::time::SpelledDate;
use crate::{Bytes, Date, Duration, Flags, OpenEnum, Time, Timestamp, Uuid, jiff};

/// A value that a property with values of type `V` can be compared with.
///
/// Besides `V` itself and references to it, text may be given for strings, and a member for a set of
/// flags.
#[diagnostic::on_unimplemented(
    message = "a property whose values are `{V}` cannot be compared with `{Self}`",
    label = "not a value of type `{V}`"
)]
pub trait Operand<V> {
    /// The name on the wire of the enumeration whose members are given, if they are such.
    #[doc(hidden)]
    const ENUMERATION: Option<&'static str> = None;

    /// Appends the literal; a member of an enumeration without the name of its type.
    fn write(&self, text: &mut String);
}

impl<V: Element> Operand<V> for V
where
    V::Kind: Comparable<V>,
{
    const ENUMERATION: Option<&'static str> = V::Kind::ENUMERATION;

    fn write(&self, text: &mut String) {
        write(&V::Kind::view(self), text);
    }
}

impl<V: Element> Operand<V> for &V
where
    V::Kind: Comparable<V>,
{
    const ENUMERATION: Option<&'static str> = V::Kind::ENUMERATION;

    fn write(&self, text: &mut String) {
        write(&V::Kind::view(self), text);
    }
}

/// A member, compared with a set of flags.
impl<E: OpenEnum> Operand<Flags<E>> for E {
    const ENUMERATION: Option<&'static str> = Some(E::WIRE_NAME);

    fn write(&self, text: &mut String) {
        quote(self.as_str(), text);
    }
}

/// A day, compared with a point in time: its beginning in UTC.
impl Operand<Timestamp> for Date {
    fn write(&self, text: &mut String) {
        write(&View::Date(self), text);
    }
}

/// A point in time of jiff, in UTC.
impl Operand<Timestamp> for jiff::Timestamp {
    fn write(&self, text: &mut String) {
        write(&View::Timestamp(&(*self).into()), text);
    }
}

macro_rules! texts {
    ($($ty:ty)*) => { $(
        impl Operand<Box<str>> for $ty {
            fn write(&self, text: &mut String) {
                quote(self, text);
            }
        }
    )* };
}

texts! { &str String &String &&str }

/// Ways to see values that have a literal.
#[diagnostic::on_unimplemented(
    message = "`{V}` has no literal in `$filter`",
    label = "an object or a collection cannot be compared",
    note = "compare a property of the object, reached by `.then(…)`, or the elements of the collection, in `.any(…)`"
)]
pub trait Comparable<V>: Kind<V> {
    /// The name of the enumeration on the wire, if the values are members of one.
    #[doc(hidden)]
    const ENUMERATION: Option<&'static str> = None;
}

impl<E: OpenEnum> Comparable<E> for IsEnum {
    const ENUMERATION: Option<&'static str> = Some(E::WIRE_NAME);
}

impl<E: OpenEnum> Comparable<Flags<E>> for IsItself {
    const ENUMERATION: Option<&'static str> = Some(E::WIRE_NAME);
}

macro_rules! comparable {
    ($($ty:ty)*) => { $( impl Comparable<$ty> for IsItself {} )* };
}

comparable! {
    Box<str> bool u8 i8 i16 i32 i64 f32 f64 Decimal Timestamp Date Time Duration Uuid Bytes
}

fn write(value: &View<'_>, text: &mut String) {
    let written = match value {
        View::Str(value) => return quote(value, text),
        View::Flags(value) => return quote(&value.to_string(), text),
        View::Bool(value) => write!(text, "{value}"),
        View::Int(value) | View::Int64(value) => write!(text, "{value}"),
        View::F32(value) if value.is_finite() => write!(text, "{value}"),
        View::F32(value) => write!(text, "{}", not_finite(f64::from(*value))),
        View::F64(value) if value.is_finite() => write!(text, "{value}"),
        View::F64(value) => write!(text, "{}", not_finite(*value)),
        View::Timestamp(value) => write!(text, "{}", value.in_utc()),
        View::Date(value) => write!(text, "{}", SpelledDate(**value)),
        View::Time(value) => write!(text, "{value}"),
        View::Duration(value) => write!(text, "duration'{value}'"),
        View::Uuid(value) => write!(text, "{value}"),
        View::Bytes(value) => write!(text, "binary'{}'", value.to_base64_url()),
        View::Decimal(value) => write!(text, "{value}"),
        View::Json(_) | View::Object(_) | View::List(_) | View::Polymorphic(_) => Ok(()),
    };
    written.expect("a string takes all text");
}

fn not_finite(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "INF"
    } else {
        "-INF"
    }
}

/// A string literal: in single quotes, with those in it doubled.
pub(super) fn quote(value: &str, text: &mut String) {
    text.push('\'');
    for (index, part) in value.split('\'').enumerate() {
        if index > 0 {
            text.push_str("''");
        }
        text.push_str(part);
    }
    text.push('\'');
}
