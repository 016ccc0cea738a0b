//! Which Rust types can stand in a field, and how the decoder and the encoder see them.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Element, List, Slot, Target, View};
use crate::{Bytes, Date, Span, Time, Timestamp, Uuid};

impl<T: Element> Slot for Option<T> {
    fn clear(&mut self) {
        *self = None;
    }

    fn fill(&mut self) -> Target<'_> {
        self.insert(T::blank()).target()
    }

    fn view(&self) -> Option<View<'_>> {
        self.as_ref().map(T::view)
    }
}

impl<T: Element> Element for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn target(&mut self) -> Target<'_> {
        (**self).target()
    }

    fn view(&self) -> View<'_> {
        (**self).view()
    }
}

impl<T: Element> Element for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn target(&mut self) -> Target<'_> {
        Target::List(self)
    }

    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Element> List for Vec<T> {
    fn push_blank(&mut self) -> Target<'_> {
        self.push_mut(T::blank()).target()
    }

    fn drop_last(&mut self) {
        self.pop();
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, index: usize) -> View<'_> {
        self[index].view()
    }
}

impl Element for Box<str> {
    fn blank() -> Self {
        Self::default()
    }

    fn target(&mut self) -> Target<'_> {
        Target::Str(self)
    }

    fn view(&self) -> View<'_> {
        View::Str(self)
    }
}

/// Elements with a kind of their own: the type, its blank value, its kind, and how it is viewed.
macro_rules! elements {
    ($($ty:ty: $blank:expr, $kind:ident, |$value:ident| $view:expr;)*) => { $(
        impl Element for $ty {
            fn blank() -> Self {
                $blank
            }

            fn target(&mut self) -> Target<'_> {
                Target::$kind(self)
            }

            fn view(&self) -> View<'_> {
                let $value = self;
                $view
            }
        }
    )* };
}

elements! {
    bool: false, Bool, |value| View::Bool(*value);
    u8: 0, U8, |value| View::Int((*value).into());
    i8: 0, I8, |value| View::Int((*value).into());
    i16: 0, I16, |value| View::Int((*value).into());
    i32: 0, I32, |value| View::Int((*value).into());
    i64: 0, I64, |value| View::Int(*value);
    f32: 0.0, F32, |value| View::F32(*value);
    f64: 0.0, F64, |value| View::F64(*value);
    Timestamp: Timestamp::UNIX_EPOCH, Timestamp, |value| View::Timestamp(value);
    Date: Date::ZERO, Date, |value| View::Date(value);
    Time: Time::midnight(), Time, |value| View::Time(value);
    Span: Span::new(), Span, |value| View::Span(value);
    Uuid: Uuid::nil(), Uuid, |value| View::Uuid(value);
    Bytes: Bytes::default(), Bytes, |value| View::Bytes(value);
    Decimal: Decimal::ZERO, Decimal, |value| View::Decimal(value);
    Value: Value::Null, Json, |value| View::Json(value);
}
