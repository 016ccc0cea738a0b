//! Which Rust types can stand in a field, and how the decoder and the encoder see them.

use std::any::Any;

use rust_decimal::Decimal;
use serde_json::Value;

use super::enumeration::OpenEnum;
use super::{Change, Element, Info, Kind, List, Look, Model, Polymorphic, Slot, Target, View};
use crate::{Additional, Bytes, Date, Duration, Time, Timestamp, Uuid};

impl<T: Element> Slot for Option<T> {
    fn clear(&mut self) {
        *self = None;
    }

    fn open(&mut self, keep: bool) -> Target<'_> {
        if !keep {
            *self = None;
        }
        T::Kind::target(self.get_or_insert_with(T::Kind::blank))
    }

    fn view(&self) -> Option<View<'_>> {
        self.as_ref().map(T::Kind::view)
    }

    fn copy(&mut self, from: &dyn Any) {
        if let Some(from) = from.downcast_ref::<Self>() {
            self.clone_from(from);
        }
    }
}

/// Types with a field table.
pub enum IsObject {}

impl<T: Model + Clone + Default + 'static> Element for T {
    type Kind = IsObject;
}

impl<T: Model + Default> Kind<T> for IsObject {
    fn blank() -> T {
        T::default()
    }

    fn target(value: &mut T) -> Target<'_> {
        Target::Object(value)
    }

    fn view(value: &T) -> View<'_> {
        View::Object(value)
    }
}

/// Enums over derived types.
pub enum IsPolymorphic {}

impl<T: Polymorphic + Default> Kind<T> for IsPolymorphic {
    fn blank() -> T {
        T::default()
    }

    fn target(value: &mut T) -> Target<'_> {
        Target::Polymorphic(value)
    }

    fn view(value: &T) -> View<'_> {
        View::Polymorphic(value)
    }
}

/// Open enumerations.
pub enum IsEnum {}

impl<T: OpenEnum> Kind<T> for IsEnum {
    fn blank() -> T {
        T::from("")
    }

    fn target(value: &mut T) -> Target<'_> {
        Target::Text(value)
    }

    fn view(value: &T) -> View<'_> {
        View::Str(value.as_str())
    }
}

/// All other types, each seen in its own way.
pub enum IsItself {}

/// Stated for boxes of collections alone, because a box of an object is an object.
impl<T: Element> Element for Box<Vec<T>> {
    type Kind = IsItself;
}

impl<T: Element> Kind<Box<Vec<T>>> for IsItself {
    fn blank() -> Box<Vec<T>> {
        Box::default()
    }

    fn target(value: &mut Box<Vec<T>>) -> Target<'_> {
        Target::List(&mut **value)
    }

    fn view(value: &Box<Vec<T>>) -> View<'_> {
        View::List(&**value)
    }
}

impl<T: Model> Model for Box<T> {
    fn about(&self) -> (&'static Info, &Additional) {
        (**self).about()
    }

    fn look<'s>(&'s self, look: &mut Look<'_, 's>) {
        (**self).look(look);
    }

    fn change(&mut self, change: &mut Change<'_>) {
        (**self).change(change);
    }
}

impl<T: Element> Element for Vec<T> {
    type Kind = IsItself;
}

impl<T: Element> Kind<Vec<T>> for IsItself {
    fn blank() -> Vec<T> {
        Vec::new()
    }

    fn target(value: &mut Vec<T>) -> Target<'_> {
        Target::List(value)
    }

    fn view(value: &Vec<T>) -> View<'_> {
        View::List(value)
    }
}

impl<T: Element> List for Vec<T> {
    fn push_blank(&mut self) -> Target<'_> {
        T::Kind::target(self.push_mut(T::Kind::blank()))
    }

    fn remove_at(&mut self, index: usize) {
        self.remove(index);
    }

    fn at_mut(&mut self, index: usize) -> Target<'_> {
        T::Kind::target(&mut self[index])
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, index: usize) -> View<'_> {
        T::Kind::view(&self[index])
    }
}

/// The type, its target, and how it is viewed.
macro_rules! elements {
    ($($ty:ty: $target:ident, |$value:ident| $view:expr;)*) => { $(
        impl Element for $ty {
            type Kind = IsItself;
        }

        impl Kind<$ty> for IsItself {
            fn blank() -> $ty {
                <$ty>::default()
            }

            fn target(value: &mut $ty) -> Target<'_> {
                Target::$target(value)
            }

            fn view($value: &$ty) -> View<'_> {
                $view
            }
        }
    )* };
}

elements! {
    Box<str>: Str, |value| View::Str(value);
    bool: Bool, |value| View::Bool(*value);
    u8: U8, |value| View::Int((*value).into());
    i8: I8, |value| View::Int((*value).into());
    i16: I16, |value| View::Int((*value).into());
    i32: I32, |value| View::Int((*value).into());
    i64: I64, |value| View::Int64(*value);
    f32: F32, |value| View::F32(*value);
    f64: F64, |value| View::F64(*value);
    Timestamp: Timestamp, |value| View::Timestamp(value);
    Date: Date, |value| View::Date(value);
    Time: Time, |value| View::Time(value);
    Duration: Duration, |value| View::Duration(value);
    Uuid: Uuid, |value| View::Uuid(value);
    Bytes: Bytes, |value| View::Bytes(value);
    Decimal: Decimal, |value| View::Decimal(value);
    Value: Json, |value| View::Json(value);
}
