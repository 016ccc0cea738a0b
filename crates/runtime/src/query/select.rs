//! `$select`: which properties to return.

use std::borrow::Cow;

use super::{IsA, Property};
use crate::model::Model;

/// Properties of `T` to be returned: one, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected from a `{T}`",
    label = "not a property of the type that is queried, nor a tuple of such properties",
    note = "`select_raw` takes names as text"
)]
pub trait Select<T> {
    /// Lends each path to `take`. A bare one does not say which derived type has the property.
    #[doc(hidden)]
    fn each_path(&self, bare: bool, take: &mut dyn FnMut(Cow<'_, str>));
}

impl<T, U, V, O, W, P> Select<T> for Property<U, V, O, W, P>
where
    T: Model + Default,
    U: IsA<T>,
    P: AsRef<str>,
{
    fn each_path(&self, bare: bool, take: &mut dyn FnMut(Cow<'_, str>)) {
        take(if bare { self.path().into() } else { <U as IsA<T>>::name_in(self.path()) });
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<T, $($name: Select<T>),+> Select<T> for ($($name,)+) {
            fn each_path(&self, bare: bool, take: &mut dyn FnMut(Cow<'_, str>)) {
                #[expect(non_snake_case, reason = "values are named as their types")]
                let ($($name,)+) = self;
                $($name.each_path(bare, take);)+
            }
        }
    };
}

tuples! { A }
tuples! { A B }
tuples! { A B C }
tuples! { A B C D }
tuples! { A B C D E }
tuples! { A B C D E F }
tuples! { A B C D E F G }
tuples! { A B C D E F G H }
tuples! { A B C D E F G H I }
tuples! { A B C D E F G H I J }
tuples! { A B C D E F G H I J K }
tuples! { A B C D E F G H I J K L }
tuples! { A B C D E F G H I J K L M }
tuples! { A B C D E F G H I J K L M N }
tuples! { A B C D E F G H I J K L M N O }
tuples! { A B C D E F G H I J K L M N O P }

/// Appends the paths that are not there yet, with commas between them.
pub(crate) fn append<T>(text: &mut String, properties: &impl Select<T>, bare: bool) {
    properties.each_path(bare, &mut |path| append_path(text, &path));
}

/// Appends a path, unless it is there.
pub(crate) fn append_path(text: &mut String, path: &str) {
    if text.is_empty() {
        text.push_str(path);
    } else if text.split(',').all(|known| known != path) {
        text.push(',');
        text.push_str(path);
    }
}
